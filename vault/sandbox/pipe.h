#pragma once

#include <chrono>
#include <functional>

#include "crypto/bytes.h"

namespace daybook::sandbox {

/// One end of a pipe between this program and a process without keys. Closed when it goes.
class PipeEnd {
 public:
  explicit PipeEnd(int descriptor) : m_descriptor(descriptor) {}
  PipeEnd(PipeEnd&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
  PipeEnd& operator=(PipeEnd&& other) noexcept;
  ~PipeEnd() { close(); }
  void close();
  int descriptor() const { return m_descriptor; }

  /// All of it. `input_output` when the other side has gone.
  Result<void> write(ByteView bytes);
  /// Up to target.size() bytes; 0 when the other side has closed. Waits as long as it takes.
  Result<std::size_t> read(MutableByteView target);
  /// Whether something can be read, or the other side has gone, within that time.
  bool wait(std::chrono::milliseconds most);

 private:
  int m_descriptor;
};

/// Two ends: what is written to the second is read from the first. Neither is inherited by a program that is started.
Result<std::pair<PipeEnd, PipeEnd>> make_pipe();

}  // namespace daybook::sandbox
