#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "vault/sandbox/said_by_file.h"

namespace daybook::sandbox {

// Readers of files that somebody else made. They run in the media-reader only, after the lockdown, and once in each
// process. So they may crash, or take all memory, and only the length or the pages of this file are not told. Nothing
// is told rather than what may be wrong: no reader estimates.

using Input = std::span<const std::uint8_t>;

/// The length in milliseconds that a sound or film in ISO media (MP4, M4A, MOV, 3GP) gives for itself, by its movie
/// header (ISO/IEC 14496-12, 8.2.2). Nothing when the file is cut off, is in fragments, or leaves it open.
std::optional<std::uint64_t> length_of_iso_media(Input input);

/// When and where a film or sound in ISO media says that it was made: as Apple's telephones write it, and else by the
/// header of the film and by the boxes for a place in the user data. Of a file that is cut off, as far as it goes.
SaidByFile said_by_iso_media(Input input);

/// The length in milliseconds of a sound: MP3, Ogg (Vorbis, Opus, Speex, FLAC), FLAC or WAV. Nothing when it is none of
/// these or does not say. An MP3 is as long as the whole frames that are there, whatever its header says, and an Ogg as
/// its last page. A FLAC is as long as it says, whether all of it is there or not.
std::optional<std::uint64_t> length_of_sound(Input input);

/// The number of pages in a PDF. Nothing when it is damaged, or cannot be opened without a password.
std::optional<std::uint64_t> pages_of_pdf(Input input);

}  // namespace daybook::sandbox
