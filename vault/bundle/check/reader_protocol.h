#pragma once

#include "vault/bundle/check/copy_check.h"
#include "vault/sandbox/frames.h"

namespace daybook::vault {

// What this program and its copy-reader say to each other, in the frames of vault/sandbox/frames.h. First comes one
// request (after the frames with heads and, for a folder, its files); then progress, lines and items, and one verdict; then
// questions for files, one at a time.

/// Frames to the copy-reader.
namespace ask {
constexpr std::uint8_t kFolderFile = 1;  // a file of the folder: name, size, is odd
constexpr std::uint8_t kEarlierHead = 2;  // a signed head that the reader holds
constexpr std::uint8_t kRequest = 6;
constexpr std::uint8_t kBytes = 3;      // of the folder, as it asked for; empty: they cannot be had
constexpr std::uint8_t kListFiles = 4;  // 1: doubtful ones too
constexpr std::uint8_t kReadFile = 5;   // index
}  // namespace ask

/// Frames from it.
namespace tell {
constexpr std::uint8_t kProgress = 10;  // bytes hashed
constexpr std::uint8_t kItem = 11;
constexpr std::uint8_t kLine = 12;
constexpr std::uint8_t kVerdict = 13;
constexpr std::uint8_t kFailure = 14;  // the medium failed: class of error, detail
constexpr std::uint8_t kNeedBytes = 15;  // of the folder: file, offset, size
constexpr std::uint8_t kFile = 16;       // index, path, size
constexpr std::uint8_t kEndOfFiles = 17;
constexpr std::uint8_t kBlock = 18;
constexpr std::uint8_t kEndOfFile = 19;  // 1: it is what was signed
}  // namespace tell

struct CheckRequest {
  bool is_folder = false;
  Lock lock;
  ReaderBrings brings;
};
/// All but the earlier heads. The file key goes through the pipe and nowhere else; whoever holds the bytes wipes them.
void pack(const CheckRequest& request, sandbox::Packer& packer);
std::optional<CheckRequest> unpack_request(ByteView payload);

void pack(const BagFolder::File& file, sandbox::Packer& packer);
std::optional<BagFolder::File> unpack_folder_file(ByteView payload);

void pack(const ItemVerdict& item, sandbox::Packer& packer);
std::optional<ItemVerdict> unpack_item(ByteView payload);
void pack(const VerdictLine& line, sandbox::Packer& packer);
std::optional<VerdictLine> unpack_line(ByteView payload);
/// All but its lines and items, which have frames of their own.
void pack(const CopyVerdict& verdict, sandbox::Packer& packer);
bool unpack_verdict(ByteView payload, CopyVerdict& verdict);

/// Whether what a verdict says as a whole follows from its lines and items: a reader that says more than it found has
/// been taken over, or is mistaken.
bool bears_out(const CopyVerdict& verdict);

}  // namespace daybook::vault
