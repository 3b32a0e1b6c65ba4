#pragma once

#include "vault/bundle/check/copy_check.h"
#include "vault/sandbox/frames.h"

namespace daybook::vault {

// What this program and its copy-reader say to each other, in the frames of vault/sandbox/frames.h. The program sends
// the earlier heads, the files of a folder where there is one, and then the request. The reader answers with progress,
// lines and items, and then one verdict. After that the program may ask for files, one at a time. Of a folder the
// reader wants bytes (vault/sandbox/wanted_bytes.h) whenever it is at work.

/// Types of frames to the copy-reader, with their members.
namespace ask {
constexpr std::uint8_t kFolderFile = 1;   // a file of the folder: name, size, whether it is odd
constexpr std::uint8_t kEarlierHead = 2;  // a signed head that the reader of the copy holds
constexpr std::uint8_t kRequest = 6;      // a CheckRequest; comes after the frames above
constexpr std::uint8_t kListFiles = 4;    // 1: doubtful files too
constexpr std::uint8_t kReadFile = 5;     // index of a file in the list
}  // namespace ask

/// Types of frames from the copy-reader, with their members.
namespace tell {
constexpr std::uint8_t kProgress = 10;    // how many bytes were hashed
constexpr std::uint8_t kItem = 11;        // an ItemVerdict
constexpr std::uint8_t kLine = 12;        // a VerdictLine
constexpr std::uint8_t kVerdict = 13;     // a CopyVerdict, without items and lines
constexpr std::uint8_t kFailure = 14;     // an error of the medium: its code, its detail
constexpr std::uint8_t kFile = 16;        // a file that may be unpacked: index, path, size
constexpr std::uint8_t kEndOfFiles = 17;  // the end of the list of files
constexpr std::uint8_t kBlock = 18;       // the next bytes of a file
constexpr std::uint8_t kEndOfFile = 19;   // 1: the bytes were those that were signed
}  // namespace tell

/// What the copy-reader is to check, and with what.
struct CheckRequest {
  bool is_folder = false;
  Lock lock;
  ReaderBrings brings;
};
/// Packs a request without its earlier heads, which have frames of their own. The bytes hold the file key: the caller
/// wipes them.
void pack(const CheckRequest& request, sandbox::Packer& packer);
/// Every unpack function here gives nothing, or false, for bytes that pack() cannot have made.
std::optional<CheckRequest> unpack_request(ByteView payload);

void pack(const BagFolder::File& file, sandbox::Packer& packer);
std::optional<BagFolder::File> unpack_folder_file(ByteView payload);

void pack(const ItemVerdict& item, sandbox::Packer& packer);
std::optional<ItemVerdict> unpack_item(ByteView payload);
void pack(const VerdictLine& line, sandbox::Packer& packer);
std::optional<VerdictLine> unpack_line(ByteView payload);
/// Packs a verdict without its lines and items, which have frames of their own.
void pack(const CopyVerdict& verdict, sandbox::Packer& packer);
bool unpack_verdict(ByteView payload, CopyVerdict& verdict);

/// Whether the answer of a verdict follows from its lines and items. A reader that says more than it found was taken
/// over by the copy, or is wrong. One that states something of a copy without items says more than it found, too.
bool bears_out(const CopyVerdict& verdict);

}  // namespace daybook::vault
