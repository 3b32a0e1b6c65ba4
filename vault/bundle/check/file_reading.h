#pragma once

#include <functional>

#include "vault/bundle/check/container.h"
#include "vault/store/measurement.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// What came of reading a file of a copy to its end.
struct FileReading {
  ContentFacts facts;           // empty where the file could not be unpacked
  bool is_complete = false;     // the file could be unpacked, and has the size that the directory says
  bool is_whole = false;        // the file is complete, and has its CRC-32
  bool has_bytes_left = false;  // packed bytes follow that no program unpacks
};
/// Is called with the blocks of a file, in order. An error ends the reading and is returned.
using BlockReceiver = std::function<Result<void>(ByteView block)>;

/// Reads a file that is not odd once, in constant memory. Its blocks go to `receiver` before anybody knows whether the
/// file is good. Large files are hashed on two threads. Fails when the medium or the receiver does, and with
/// `cancelled` when `progress` says so, which counts bytes of this file.
Result<FileReading> read_file_of(const Container& container, FileIndex file, const BlockReceiver& receiver = {},
                                 const Progress& progress = {});

}  // namespace daybook::vault
