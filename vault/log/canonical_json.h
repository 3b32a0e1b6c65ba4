#pragma once

#include <optional>

#include <nlohmann/json.hpp>

#include "crypto/bytes.h"

namespace daybook::vault {

using Json = nlohmann::json;

/// One line of canonical JSON (RFC 8785): keys sorted, no blanks, no newline. Keys must be ASCII, and values strings in
/// UTF-8, integers between -2^53 and 2^53, booleans, null, arrays or objects, at most 32 levels deep. Within these
/// bounds the output of the library is canonical. A value beyond them is a mistake of ours and ends the program.
std::string to_canonical(const Json& value);

/// The value of a line of canonical JSON. `malformed` when to_canonical() would have written it differently.
Result<Json> parse_canonical(std::string_view line);

/// The value of JSON in any spelling, within the bounds that to_canonical() has. `malformed` for everything else.
Result<Json> parse_json(std::string_view text);

/// The member of that name if `object` is an object and has one that is a string, else nothing.
std::optional<std::string> text_member(const Json& object, const char* name);
/// The member of that name if `object` is an object and has one that is an integer, else nothing.
std::optional<std::int64_t> integer_member(const Json& object, const char* name);
/// An integer member as a number that is a type of its own, such as ItemNumber.
template <class Number>
std::optional<Number> number_member(const Json& object, const char* name) {
  const auto integer = integer_member(object, name);
  return integer ? std::optional(static_cast<Number>(*integer)) : std::nullopt;
}

}  // namespace daybook::vault
