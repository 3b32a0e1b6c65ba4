#pragma once

#include "vault/sandbox/frames.h"
#include "vault/store/zip_reader.h"

namespace daybook::sandbox {

// What this program and its archive-reader say to each other, in the frames of vault/sandbox/frames.h. A process is
// started for one request. It has no file: all bytes of the ZIP it wants (vault/sandbox/wanted_bytes.h), as file 0.
// Asked for the list it tells faults and entries, and their end; asked to unpack an entry, the content in blocks, and
// its end. A failure can come in place of each. The ZIP may have taken the process over, so vault/intake/archive.cpp
// looks at everything before it believes it.

/// Types of frames to the archive-reader, with their members.
constexpr std::uint8_t kListArchive = 1;  // the size of the ZIP
constexpr std::uint8_t kUnpackEntry = 2;  // the size of the ZIP, and the entry, as an archive-reader told it
/// Types of frames from the archive-reader, with their members.
constexpr std::uint8_t kArchiveFault = 10;    // a ZipFault: the name, and what
constexpr std::uint8_t kArchiveEntry = 11;    // a ZipEntry
constexpr std::uint8_t kArchiveEnd = 12;      // how many faults and entries there are; fewer may have been told
constexpr std::uint8_t kArchiveBlock = 13;    // the next bytes of the content, at least one
constexpr std::uint8_t kArchiveFailure = 14;  // why there is no list or no more content: an ErrorCode, the detail

/// The faults and entries that are told, at most.
constexpr std::size_t kMostArchiveFaults = 1'000, kMostArchiveEntries = 200'000;
/// The bytes of a name and of a detail, at most, and of the content in one block.
constexpr std::size_t kMostArchiveName = 1'024, kMostArchiveDetail = 2'048, kArchiveBlockSize = kMostFrameBytes / 4;

void pack(Packer& members, const vault::ZipEntry& entry);
/// The entry of which the members come next. It is as it was told, and judged by nobody.
vault::ZipEntry unpack_entry(Unpacker& members);

}  // namespace daybook::sandbox
