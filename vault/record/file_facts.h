#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::vault {

/// How much of a picture could be drawn, or why nothing was. Of a file that is no picture it says nothing.
enum class Drawn {
  whole,
  in_part,           // the pixels end too early, and the rest is blank
  first_of_several,  // the file holds more pictures than the one that is shown
  not_yet,           // it took too long; the next look tries again
  too_many_pixels,
  no_decoder,  // a kind of picture that is not drawn here
  damaged
};
/// The name of each, as the record keeps it and the terminal prints it.
std::string_view to_text(Drawn drawn);
/// The one of this name, or nothing.
std::optional<Drawn> parse_drawn(std::string_view text);
/// Whether there are pixels to show.
bool is_drawn(Drawn drawn);

/// What a picture, film or sound says of itself. Nothing confirms it: whoever made the file could write what they
/// liked.
struct FileSays {
  std::uint32_t width = 0, height = 0;  // pixels; 0: not known, as of every film
  std::optional<std::string> taken;     // "2024-06-03T20:15:00", with "+02:00" behind it where the file says so
  bool is_of_file = false;              // `taken` is when the file was made: what it shows may have been taken before
  bool has_unread_zone = false;         // a zone stands there that nobody can read
  bool holds_place = false;             // a place stands there, in whatever spelling
  struct Place {
    double latitude, longitude;  // degrees
  };
  std::optional<Place> place;  // where it could be read
  Drawn drawn = Drawn::no_decoder;
};

/// What the programs without keys made of a file in the record. It is derived from the original and no part of the log,
/// because a later release may read more out of the same file.
struct KnownFile {
  std::optional<FileSays> facts;  // none: nothing could be read out of it
  Bytes small;                    // WebP, at most 480 pixels a side; empty when nothing was drawn
};

}  // namespace daybook::vault
