#pragma once

#include <optional>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::sandbox {

// The boxes of which ISO media are made, films and HEIF pictures alike (ISO/IEC 14496-12, 4.2): a size, a type of four
// letters, and the content, which may be boxes again.

struct Box {
  std::string_view type;
  ByteView content;
  bool is_whole = true;  // the file has all of it
};

/// Takes a box from the front of what is left. One that says more bytes than there are is not whole, and has those that
/// there are. Nothing where no box begins.
std::optional<Box> take_box(ByteView& left);
/// The content of the first box of a type, as much of it as there is. Nothing when there is none.
std::optional<ByteView> first_box(ByteView boxes, std::string_view type);

}  // namespace daybook::sandbox
