#pragma once

#include <variant>

#include "vault/bundle/check/head.h"
#include "vault/log/entry.h"

namespace daybook::vault {

/// The link `ProvenEntry` (format.md section 4): a disclosed entry that stood in the log at the head of this copy,
/// because its leaf leads to the head's root (RFC 6962, section 2.1.1).
class ProvenEntry {
 public:
  /// The entry `number`, or where the link does not hold `item_entry_missing` or `item_entry_wrong`. Fails when the
  /// medium does.
  static Result<std::variant<ProvenEntry, Finding>> establish(const Listed& listed, const Head& head,
                                                              EntryNumber number, FindingLog& log);

  EntryNumber number() const { return m_number; }
  /// Whether the entry has a `v`, a type, or a member that is not known here. Only its known members can then be relied
  /// on.
  bool is_newer() const { return m_is_newer; }
  /// Whether the entry's `v` or type is not known here, so that nothing but its place in the log can be asked of it.
  bool is_of_unknown_kind() const;
  const std::string& type() const { return m_type; }
  /// Whether the entry is about this item and no other.
  bool names_only(const std::string& item) const { return m_items.size() == 1 && m_items[0] == item; }
  /// Whether the entry is about this item, among others or alone.
  bool names(const std::string& item) const;
  const std::string& time() const { return m_time; }  // UTC, as the line has it
  int offset() const { return m_offset; }             // local time minus UTC, in minutes
  /// SHA-256 of the opening in hexadecimal; empty when the entry has no subject.
  const std::string& subject() const { return m_subject; }
  const Json& json() const { return m_json; }
  /// The bytes of the leaf.
  const std::string& line() const { return m_line; }

 private:
  ProvenEntry() = default;
  bool read_members();

  EntryNumber m_number{};
  std::string m_line;
  Json m_json;
  bool m_is_newer = false;
  std::string m_type, m_time, m_subject;
  int m_offset = 0;
  std::vector<std::string> m_items;
};

/// The members of a proven entry's opening, whose hash must be the entry's subject. Else `item_entry_missing`,
/// `item_entry_wrong` or `item_opening_wrong`. Fails when the medium does.
Result<std::variant<Json, Finding>> opening_of(const Listed& listed, const ProvenEntry& entry, FindingLog& log);

}  // namespace daybook::vault
