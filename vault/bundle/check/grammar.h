#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <set>

#include "crypto/merkle.h"
#include "vault/log/canonical_json.h"

namespace daybook::vault {

// The JSON of a copy is held against the grammar on the format page, member by member. What breaks it is one thing; a
// member or value that is unknown here, in a file that is signed, is another: a newer program may know it.

constexpr std::uint64_t kLargestInteger = std::uint64_t{1} << 53;

/// What reading by a grammar brought beside the values.
struct GrammarNotes {
  bool is_malformed = false;
  std::set<std::string> newer;  // members and values that are not known here
  bool is_good() const { return !is_malformed; }
  void note_newer(std::string_view what) { newer.emplace(what); }
};

/// Parses one line of canonical JSON of at most 16 levels and 200,000 values; nothing for any other. `is_over_limit` is
/// set when it has too many values to be built at all.
std::optional<Json> parse_bounded(std::string_view line, bool& is_over_limit);

/// Reads the members of one object. A member that is absent or of another type makes it malformed, and gives an empty
/// value; what was not asked for when finish() comes is unknown.
class MemberReader {
 public:
  MemberReader(const Json& object, GrammarNotes& notes);

  /// Any value; null when it is not there, which is malformed unless it was asked for with the second.
  const Json* value(const char* name);
  const Json* value_if_there(const char* name);
  std::string text(const char* name);
  std::optional<std::string> text_if_there(const char* name);
  std::optional<std::string> text_or_null(const char* name);
  std::uint64_t count(const char* name, std::uint64_t least = 0);
  int offset(const char* name);
  bool flag(const char* name);
  std::string time(const char* name);
  std::optional<std::string> time_if_there(const char* name);
  std::string hex(const char* name, std::size_t bytes);
  crypto::TreeHash hash(const char* name);
  /// Six digits, not all zeros.
  std::string number(const char* name);
  std::optional<std::string> number_or_null(const char* name);
  std::optional<std::string> number_if_there(const char* name);
  const Json& object(const char* name);
  const Json& array(const char* name);
  /// `v`: 1; another integer is newer, and the answer is false.
  bool version();
  void malformed() { m_notes.is_malformed = true; }
  void newer(std::string_view what) { m_notes.note_newer(what); }
  /// Members that were not asked for are newer.
  void finish();

 private:
  const Json& m_object;
  GrammarNotes& m_notes;
  std::vector<const char*> m_asked;
};

bool is_uuid(std::string_view text);
bool is_hex(std::string_view text, std::size_t bytes);
bool is_item_number(std::string_view text);
/// Small letters, 1 to 32.
bool is_word(std::string_view text);

}  // namespace daybook::vault
