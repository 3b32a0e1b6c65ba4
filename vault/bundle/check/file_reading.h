#pragma once

#include <functional>

#include "vault/bundle/check/container.h"
#include "vault/store/measurement.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// A file of a copy, read to its end.
struct FileReading {
  ContentFacts facts;
  bool is_complete = false;     // could be unpacked, to the size that the directory says
  bool is_whole = false;        // and has its CRC-32
  bool has_bytes_left = false;  // packed bytes that no program unpacks
};
using BlockReceiver = std::function<Result<void>(ByteView block)>;

/// Reads a file that is not odd, once, in constant memory, and hands its blocks to `receiver` as well. Large files are
/// hashed on two threads. Fails when the medium or the receiver does, or when `progress` says so.
Result<FileReading> read_file_of(const Container& container, FileIndex file, const BlockReceiver& receiver = {},
                                 const Progress& progress = {});

}  // namespace daybook::vault
