#pragma once

#include <string>
#include <string_view>

namespace daybook::vault {

/// The ending that files of a media type usually have, of [a-z0-9] and without the dot. `bin` for a type without one.
std::string ending_for(std::string_view media_type);
/// Whether a name ends in a dot and this ending of [a-z0-9], in small letters or capitals.
bool has_ending(std::string_view name, std::string_view ending);
/// The ending under which a file is handed to others: that of the name under which it was kept, in small letters, where
/// such files can have this content, else ending_for(). An ending that some system would run or open as a program or a
/// page is never taken over, whatever the file was called.
std::string handed_over_ending(std::string_view media_type, std::string_view name);

}  // namespace daybook::vault
