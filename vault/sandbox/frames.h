#pragma once

#include "vault/sandbox/pipe.h"

namespace daybook::sandbox {

// This program and its processes without keys talk in frames: one byte of type, four bytes of length (little-endian),
// and that many bytes of payload. The process at the other end may have been taken over by what it read. So a frame
// that is over the limit, of an unknown type, or has members that do not fit ends the talk, and nothing in it counts.

/// The most bytes in the payload of one frame.
constexpr std::size_t kMostFrameBytes = 1 << 20;

/// Writes the members of a frame, one after the other: a number as 8 bytes (little-endian), a text with its size in
/// front.
class Packer {
 public:
  Packer& number(std::uint64_t value);
  Packer& text(std::string_view value);
  ByteView bytes() const { return m_bytes; }
  void clear() { m_bytes.clear(); }
  /// Overwrites the members with zeros and drops them, for a frame that held a secret.
  void wipe();

 private:
  void make_room(std::size_t size);
  Bytes m_bytes;
};

/// Reads the members of a frame that a Packer wrote, in the same order. After a fault every further member is 0 or
/// empty, and is_done() is false, so that one question at the end is enough. The bytes must outlive the unpacker.
class Unpacker {
 public:
  explicit Unpacker(ByteView bytes) : m_bytes(bytes) {}
  /// The next member, a number. A number above `most` is a fault.
  std::uint64_t number(std::uint64_t most = ~std::uint64_t{0});
  /// The next member, a text. A text of more than `most` bytes is a fault.
  std::string text(std::size_t most);
  /// All bytes that are left.
  ByteView rest();
  /// Whether all members were there, without a fault, and nothing is left.
  bool is_done() const { return m_is_good && m_bytes.empty(); }

 private:
  ByteView take(std::size_t size);
  ByteView m_bytes;
  bool m_is_good = true;
};

/// Writes frames to a pipe, which must outlive it. Small frames are gathered, because each write to a pipe costs a call
/// of the system.
class FrameWriter {
 public:
  /// `goes_on` is asked while the other side reads nothing (pipe.h). Without it the writer waits without end.
  explicit FrameWriter(PipeEnd& pipe, PipeEnd::GoesOn goes_on = {});
  /// Sends a frame, which may wait for flush(). Errors are those of PipeEnd::write().
  Result<void> send(std::uint8_t type, ByteView payload);
  /// Writes all frames that wait. Errors are those of PipeEnd::write().
  Result<void> flush();

 private:
  PipeEnd& m_pipe;
  PipeEnd::GoesOn m_goes_on;
  Bytes m_waiting;  // never grows: growing would leave what it held, which may be a key, in freed memory
};

struct Frame {
  std::uint8_t type = 0;
  ByteView payload;  // valid until the next frame is read
};

/// Reads frames from a pipe, which must outlive it.
class FrameReader {
 public:
  explicit FrameReader(PipeEnd& pipe) : m_pipe(pipe), m_buffer(64 * 1024) {}
  using GoesOn = PipeEnd::GoesOn;
  /// The next frame, for which it waits as long as `goes_on` allows (`cancelled`), or without end when there is none.
  /// `input_output` when the other side closed the pipe or sent a frame over the limit.
  Result<Frame> next(const GoesOn& goes_on = {});

 private:
  Result<void> fill(MutableByteView target, const GoesOn& goes_on);
  PipeEnd& m_pipe;
  Bytes m_buffer;
  std::size_t m_begin = 0, m_end = 0;
  Bytes m_payload;
};

}  // namespace daybook::sandbox
