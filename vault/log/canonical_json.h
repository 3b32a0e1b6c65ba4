#pragma once

#include <optional>

#include <nlohmann/json.hpp>

#include "crypto/bytes.h"

namespace daybook::vault {

using Json = nlohmann::json;

/// One line of canonical JSON (RFC 8785): keys sorted, no blanks, no newline. Keys must be ASCII and values strings in
/// UTF-8, integers between -2^53 and 2^53, booleans, null, arrays and objects: within these, the library's own output
/// is canonical.
std::string to_canonical(const Json& value);

/// Reads a line back and refuses (`malformed`) whatever to_canonical would have written differently.
Result<Json> parse_canonical(std::string_view line);

/// Lenient reading of JSON in files that a signature covers; still bounded. `malformed` when it is none.
Result<Json> parse_json(std::string_view text);

/// Members by type, or nothing.
std::optional<std::string> text_member(const Json& object, const char* name);
std::optional<std::int64_t> integer_member(const Json& object, const char* name);
/// The same for numbers that are a type of their own.
template <class Number>
requires std::is_enum_v<Number> std::optional<Number> number_member(const Json& object, const char* name) {
  const auto integer = integer_member(object, name);
  return integer ? std::optional(static_cast<Number>(*integer)) : std::nullopt;
}

}  // namespace daybook::vault
