#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <set>

#include "crypto/merkle.h"
#include "vault/log/canonical_json.h"

namespace daybook::vault {

// The JSON of a copy is read by the grammar in section 2 of format.md, member by member. A file that breaks the grammar
// does not match. A file with a member or value that is unknown here was signed by somebody and is not wrong: a newer
// program may know it.

/// Largest integer in the JSON of a copy.
constexpr std::uint64_t kLargestInteger = std::uint64_t{1} << 53;

/// What was noticed while JSON was read by its grammar.
struct GrammarNotes {
  bool is_malformed = false;
  std::set<std::string> newer;  // names of members and values that are not known here
  bool is_good() const { return !is_malformed; }
  void note_newer(std::string_view what) { newer.emplace(what); }
};

/// Parses one line of canonical JSON (RFC 8785) of at most 16 levels and 200,000 values; nothing for any other line.
/// `is_over_limit` is set when the line has too many values. They are counted before the tree is built, which takes a
/// hundred times the room of the line.
std::optional<Json> parse_bounded(std::string_view line, bool& is_over_limit);

/// Reads the members of one object. A member that is absent or of another type makes the object malformed, and gives an
/// empty value. A member that nobody asked for before finish() is unknown. The object must outlive the reader.
class MemberReader {
 public:
  MemberReader(const Json& object, GrammarNotes& notes);

  /// A value of any type. Where the member is absent, the object is malformed and the value is JSON's null.
  const Json* value(const char* name);
  /// A value of any type, or a null pointer where the member is absent.
  const Json* value_if_there(const char* name);
  std::string text(const char* name);
  std::optional<std::string> text_if_there(const char* name);
  std::optional<std::string> text_or_null(const char* name);
  /// An integer that is not below `least`.
  std::uint64_t count(const char* name, std::uint64_t least = 0);
  /// An integer that is not below `least`, if the member is there.
  std::optional<std::uint64_t> count_if_there(const char* name, std::uint64_t least = 0);
  /// Any integer, if the member is there.
  std::optional<std::int64_t> integer_if_there(const char* name);
  /// Minutes between local time and UTC, at most a day either way.
  int offset(const char* name);
  bool flag(const char* name);
  /// A time in UTC, `2026-11-21T10:00:00Z`.
  std::string time(const char* name);
  std::optional<std::string> time_if_there(const char* name);
  /// So many bytes in hexadecimal.
  std::string hex(const char* name, std::size_t bytes);
  /// 32 bytes in base64.
  crypto::TreeHash hash(const char* name);
  /// The number of an item: six digits, not all zeros.
  std::string number(const char* name);
  std::optional<std::string> number_or_null(const char* name);
  std::optional<std::string> number_if_there(const char* name);
  const Json& object(const char* name);
  const Json& array(const char* name);
  /// Whether the member `v` is from 1 to `newest`. Any other integer is noted as newer, and anything else as malformed.
  bool version(std::int64_t newest = 1);
  void malformed() { m_notes.is_malformed = true; }
  void newer(std::string_view what) { m_notes.note_newer(what); }
  /// Notes every member that nobody asked for as newer.
  void finish();

 private:
  const Json& m_object;
  GrammarNotes& m_notes;
  std::vector<const char*> m_asked;
};

/// Whether a text is a UUID in small letters. Its version is not looked at.
bool is_uuid(std::string_view text);
/// Whether a text is so many bytes in hexadecimal, in small letters.
bool is_hex(std::string_view text, std::size_t bytes);
/// Whether a text is six digits, not all zeros.
bool is_item_number(std::string_view text);
/// Whether a text is 1 to 32 small letters.
bool is_word(std::string_view text);

}  // namespace daybook::vault
