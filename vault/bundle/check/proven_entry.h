#pragma once

#include <variant>

#include "vault/bundle/check/head.h"
#include "vault/log/entry.h"

namespace daybook::vault {

/// The link `ProvenEntry`: a disclosed entry that stood in the log at the head of this copy.
class ProvenEntry {
 public:
  /// The entry, or which of `item_entry_missing`, `item_entry_wrong` there is to say instead.
  static Result<std::variant<ProvenEntry, Finding>> establish(const Listed& listed, const Head& head,
                                                              EntryNumber number, FindingLog& log);

  EntryNumber number() const { return m_number; }
  /// Of a `v`, a type, or with a member that is not known here: only what the known members say can be relied on.
  bool is_newer() const { return m_is_newer; }
  const std::string& type() const { return m_type; }
  bool names_only(const std::string& item) const { return m_items.size() == 1 && m_items[0] == item; }
  bool names(const std::string& item) const;
  const std::string& time() const { return m_time; }
  int offset() const { return m_offset; }
  const std::string& subject() const { return m_subject; }  // hexadecimal; empty when it has none
  const Json& json() const { return m_json; }
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

/// The opening under a proven entry: its members, or which of `item_entry_missing`, `item_entry_wrong`,
/// `item_opening_wrong` there is to say.
Result<std::variant<Json, Finding>> opening_of(const Listed& listed, const ProvenEntry& entry, FindingLog& log);

}  // namespace daybook::vault
