#include "vault/bundle/check/grammar.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/log/clock.h"

namespace daybook::vault {
namespace {

constexpr std::uint64_t kMostValues = 200'000;
constexpr int kDeepest = 16;

// Counts how many values a line has at most, without building any. False when it goes too deep.
bool measure(std::string_view line, std::uint64_t& values) {
  int depth = 0;
  bool in_text = false;
  values = 1;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_text) {
      if (c == '\\') ++i;
      in_text = c != '"';
    } else if (c == '"') {
      in_text = true;
    } else if (c == ',' || c == '[' || c == '{') {
      ++values;
      if (c != ',' && ++depth > kDeepest) return false;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return true;
}

const Json kNothing = nullptr;
const Json kNoObject = Json::object();
const Json kNoArray = Json::array();

// Whether a text is a time of the calendar, which has no year 0.
bool is_time(std::string_view text) { return parse_utc(text).has_value() && !text.starts_with("0000"); }

bool is_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

}  // namespace

std::optional<Json> parse_bounded(std::string_view line, bool& is_over_limit) {
  std::uint64_t values = 0;
  is_over_limit = false;
  if (!measure(line, values)) return std::nullopt;
  if (values > kMostValues) {
    is_over_limit = true;
    return std::nullopt;
  }
  auto json = parse_canonical(line);
  if (!json) return std::nullopt;
  return std::move(*json);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_dash ? text[i] != '-' : !is_of(text.substr(i, 1), "0123456789abcdef")) return false;
  }
  return true;
}

bool is_hex(std::string_view text, std::size_t bytes) {
  return text.size() == 2 * bytes && is_of(text, "0123456789abcdef");
}

bool is_item_number(std::string_view text) {
  return text.size() == 6 && is_of(text, "0123456789") && text != "000000";
}

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= 32 && is_of(text, "abcdefghijklmnopqrstuvwxyz");
}

MemberReader::MemberReader(const Json& object, GrammarNotes& notes)
    : m_object(object.is_object() ? object : kNoObject), m_notes(notes) {
  if (!object.is_object()) malformed();
}

const Json* MemberReader::value_if_there(const char* name) {
  m_asked.push_back(name);
  const auto found = m_object.find(name);
  return found == m_object.end() ? nullptr : &*found;
}

const Json* MemberReader::value(const char* name) {
  const Json* found = value_if_there(name);
  if (found != nullptr) return found;
  malformed();
  return &kNothing;
}

std::optional<std::string> MemberReader::text_if_there(const char* name) {
  const Json* found = value_if_there(name);
  if (found == nullptr) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  malformed();
  return std::nullopt;
}

std::string MemberReader::text(const char* name) {
  const Json& found = *value(name);
  if (found.is_string()) return found.get<std::string>();
  malformed();
  return {};
}

std::optional<std::string> MemberReader::text_or_null(const char* name) {
  const Json& found = *value(name);
  if (found.is_null()) return std::nullopt;
  if (found.is_string()) return found.get<std::string>();
  malformed();
  return std::nullopt;
}

std::uint64_t MemberReader::count(const char* name, std::uint64_t least) {
  const Json& found = *value(name);
  if (found.is_number_integer() && found.get<std::int64_t>() >= static_cast<std::int64_t>(least))
    return found.get<std::uint64_t>();
  malformed();
  return least;
}

std::optional<std::uint64_t> MemberReader::count_if_there(const char* name, std::uint64_t least) {
  return value_if_there(name) == nullptr ? std::nullopt : std::optional(count(name, least));
}

std::optional<std::int64_t> MemberReader::integer_if_there(const char* name) {
  const Json* found = value_if_there(name);
  if (found == nullptr) return std::nullopt;
  if (found->is_number_integer()) return found->get<std::int64_t>();
  malformed();
  return std::nullopt;
}

int MemberReader::offset(const char* name) {
  constexpr std::int64_t kDay = 24 * 60;
  const Json& found = *value(name);
  if (found.is_number_integer() && found.get<std::int64_t>() >= -kDay && found.get<std::int64_t>() <= kDay)
    return found.get<int>();
  malformed();
  return 0;
}

bool MemberReader::flag(const char* name) {
  const Json& found = *value(name);
  if (found.is_boolean()) return found.get<bool>();
  malformed();
  return false;
}

std::string MemberReader::time(const char* name) {
  std::string found = text(name);
  if (!is_time(found)) malformed();
  return found;
}

std::optional<std::string> MemberReader::time_if_there(const char* name) {
  auto found = text_if_there(name);
  if (found && !is_time(*found)) malformed();
  return found;
}

std::string MemberReader::hex(const char* name, std::size_t bytes) {
  std::string found = text(name);
  if (!is_hex(found, bytes)) malformed();
  return found;
}

crypto::TreeHash MemberReader::hash(const char* name) {
  const auto found = crypto::exactly<32>(crypto::from_base64(text(name)));
  if (!found) malformed();
  return found.value_or(crypto::TreeHash{});
}

std::string MemberReader::number(const char* name) {
  std::string found = text(name);
  if (!is_item_number(found)) malformed();
  return found;
}

std::optional<std::string> MemberReader::number_or_null(const char* name) {
  auto found = text_or_null(name);
  if (found && !is_item_number(*found)) malformed();
  return found;
}

std::optional<std::string> MemberReader::number_if_there(const char* name) {
  auto found = text_if_there(name);
  if (found && !is_item_number(*found)) malformed();
  return found;
}

const Json& MemberReader::object(const char* name) {
  const Json& found = *value(name);
  if (found.is_object()) return found;
  malformed();
  return kNoObject;
}

const Json& MemberReader::array(const char* name) {
  const Json& found = *value(name);
  if (found.is_array()) return found;
  malformed();
  return kNoArray;
}

bool MemberReader::version(std::int64_t newest) {
  const Json& found = *value("v");
  if (!found.is_number_integer()) {
    malformed();
    return false;
  }
  if (found >= 1 && found <= newest) return true;
  newer("v");
  return false;
}

void MemberReader::finish() {
  for (const auto& [name, member] : m_object.items()) {
    const bool is_known =
        std::any_of(m_asked.begin(), m_asked.end(), [&name = name](const char* asked) { return name == asked; });
    if (!is_known) newer(name);
  }
}

}  // namespace daybook::vault
