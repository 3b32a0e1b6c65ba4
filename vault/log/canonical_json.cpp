#include "vault/log/canonical_json.h"

namespace daybook::vault {
namespace {

constexpr std::int64_t kLargestInteger = std::int64_t{1} << 53;
constexpr int kDeepest = 32;

bool is_ascii(const std::string& text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

bool is_within_bounds(const Json& value, int depth) {
  if (depth > kDeepest) return false;
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      if (!is_ascii(key) || !is_within_bounds(member, depth + 1)) return false;
    }
    return true;
  }
  if (value.is_array()) {
    for (const auto& member : value) {
      if (!is_within_bounds(member, depth + 1)) return false;
    }
    return true;
  }
  if (value.is_number_unsigned()) return value.get<std::uint64_t>() <= static_cast<std::uint64_t>(kLargestInteger);
  if (value.is_number_integer())
    return value.get<std::int64_t>() >= -kLargestInteger && value.get<std::int64_t>() <= kLargestInteger;
  return value.is_string() || value.is_boolean() || value.is_null();
}

}  // namespace

std::string to_canonical(const Json& value) {
  DAYBOOK_ASSERT(is_within_bounds(value, 0));
  return value.dump(-1, ' ', /*ensure_ascii=*/false, Json::error_handler_t::strict);
}

Result<Json> parse_json(std::string_view text) {
  Json value = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded() || !is_within_bounds(value, 0)) return Error{ErrorCode::malformed, "JSON"};
  return value;
}

Result<Json> parse_canonical(std::string_view line) {
  TRY_ASSIGN(Json value, parse_json(line));
  if (to_canonical(value) != line) return Error{ErrorCode::malformed, "JSON is not in canonical form"};
  return value;
}

std::optional<std::string> text_member(const Json& object, const char* name) {
  if (!object.is_object()) return std::nullopt;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<std::int64_t> integer_member(const Json& object, const char* name) {
  if (!object.is_object()) return std::nullopt;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

}  // namespace daybook::vault
