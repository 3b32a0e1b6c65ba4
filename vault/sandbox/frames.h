#pragma once

#include "vault/sandbox/pipe.h"

namespace daybook::sandbox {

// How this program and its processes without keys talk: frames of one byte of type, four of length (little-endian), and
// that many bytes. The process at the other end may have been taken over by what it read: a frame over the limit, of an
// unknown type, or with members that do not fit ends the talk, and nothing of it is believed.

constexpr std::size_t kMostFrameBytes = 1 << 20;

/// The members of a frame, one after the other.
class Packer {
 public:
  Packer& number(std::uint64_t value);
  Packer& text(std::string_view value);
  ByteView bytes() const { return m_bytes; }
  void clear() { m_bytes.clear(); }
  /// For what held a secret.
  void wipe();

 private:
  Bytes m_bytes;
};

/// Reads them back. After a member that is not there, or is longer than it may be, all that follow are empty.
class Unpacker {
 public:
  explicit Unpacker(ByteView bytes) : m_bytes(bytes) {}
  /// `most`: a larger one is a fault.
  std::uint64_t number(std::uint64_t most = ~std::uint64_t{0});
  std::string text(std::size_t most);
  ByteView rest();
  /// Everything was there, and nothing is left.
  bool is_done() const { return m_is_good && m_bytes.empty(); }

 private:
  ByteView take(std::size_t size);
  ByteView m_bytes;
  bool m_is_good = true;
};

/// Small frames are gathered until flush(), or until there are enough of them.
class FrameWriter {
 public:
  explicit FrameWriter(PipeEnd& pipe) : m_pipe(pipe) {}
  Result<void> send(std::uint8_t type, ByteView payload);
  Result<void> flush();

 private:
  PipeEnd& m_pipe;
  Bytes m_waiting;
};

struct Frame {
  std::uint8_t type = 0;
  ByteView payload;  // until the next frame is read
};

class FrameReader {
 public:
  explicit FrameReader(PipeEnd& pipe) : m_pipe(pipe), m_buffer(64 * 1024) {}
  /// For who has someone to answer to: asked several times a second while nothing comes; false gives up (`cancelled`).
  using GoesOn = std::function<bool()>;
  /// `input_output` when the other side closed the pipe or broke the rules.
  Result<Frame> next(const GoesOn& goes_on = {});

 private:
  Result<void> fill(MutableByteView target, const GoesOn& goes_on);
  PipeEnd& m_pipe;
  Bytes m_buffer;
  std::size_t m_begin = 0, m_end = 0;
  Bytes m_payload;
};

}  // namespace daybook::sandbox
