#pragma once

#include "vault/sandbox/picture_reader/tiff.h"
#include "vault/sandbox/said_by_file.h"

namespace daybook::sandbox {

/// Looks for places in every directory of a TIFF structure that can be reached: the chain of the first one, those of
/// EXIF and of what goes with it, and those within any of them. Each is looked at once, so that no file leads in a
/// circle.
void read_places(const Tiff& tiff, Steps& steps, Places& places);

}  // namespace daybook::sandbox
