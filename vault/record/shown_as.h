#pragma once

#include <string>

#include "vault/record/item.h"

namespace daybook::vault {

/// What an item is to a person. Icons, names, filters, queries, the report and the preview all follow from shown_as(),
/// so that no list calls something a picture that another calls a file.
enum class ShownAs { words, note, picture, file, conversation };

/// A picture is a file of a media type that picture-reader knows, whether it can draw this one or not. Any other file
/// is shown as a file, even where its type begins with `image/`.
ShownAs shown_as(ItemKind kind, std::string_view media);
/// The kind of the items that are shown in this way.
ItemKind kind_of(ShownAs shown);
/// A condition in SQL on the column named `media` that pictures fulfil, or files that are no pictures. `TRUE` for
/// words, notes and conversations, which the kind alone decides.
std::string media_condition(ShownAs shown, std::string_view media);

}  // namespace daybook::vault
