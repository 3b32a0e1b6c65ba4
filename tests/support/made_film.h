#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace daybook::test {

/// A number of so many bytes, the highest first.
std::string high_first(std::uint64_t value, int size);
/// A box of ISO media (ISO/IEC 14496-12, 4.2).
std::string film_box(const std::string& type, const std::string& content);
/// The header of a film of 2.5 seconds that was made so many seconds after the beginning of 1904, of version 0 or 1.
std::string film_header(std::uint64_t made, int version = 0);
/// A film of these boxes in its `moov`, without pictures or sounds.
std::string made_film(const std::string& boxes);
/// Metadata as Apple's telephones write them: keys and their values.
std::string apple_metadata(const std::vector<std::pair<std::string, std::string>>& values, bool has_version = false);
/// User data with a text as QuickTime has it, and with a place as 3GPP has it, in degrees.
std::string user_text(const std::string& type, const std::string& text);
std::string user_place(double latitude, double longitude, const std::string& name = "");

}  // namespace daybook::test
