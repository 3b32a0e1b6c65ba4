#pragma once

#include <string>

#include "vault/record/item.h"

namespace daybook::vault {

/// What an item is to a person. The one place where that is decided: icons, names, filters, queries, the report and the
/// preview follow from it, so that no list calls something a picture that another calls a file.
enum class ShownAs { words, note, picture, file };

/// A picture is a file of a type that picture-reader can show; any other file is a file, whatever its type calls itself.
ShownAs shown_as(ItemKind kind, std::string_view media);
/// The kind that items shown so have.
ItemKind kind_of(ShownAs shown);
/// A condition in SQL for the media type of a file, in the column `media`: pictures, or files that are none.
std::string media_condition(ShownAs shown, std::string_view media);

}  // namespace daybook::vault
