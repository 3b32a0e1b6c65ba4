#pragma once

#include <chrono>
#include <functional>

#include "crypto/bytes.h"

namespace daybook::sandbox {

/// The detail of every error by which the talk with a process without keys fails, so that the failure of the process
/// can be told from one of the medium.
inline constexpr const char* kOtherSide = "the process without keys";

/// One end of a pipe between this program and a process without keys, or another descriptor. It is closed when the
/// object goes.
class PipeEnd {
 public:
  explicit PipeEnd(int descriptor) : m_descriptor(descriptor) {}
  PipeEnd(PipeEnd&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
  PipeEnd& operator=(PipeEnd&& other) noexcept;
  ~PipeEnd() { close(); }
  void close();
  int descriptor() const { return m_descriptor; }

  /// A function that is asked ten times a second while the other side does nothing, and that answers false to give up.
  using GoesOn = std::function<bool()>;
  /// Writes all of the bytes, and waits as long as `goes_on` allows (`cancelled`), or as long as that takes when there
  /// is none. A process that was taken over may never read what it is sent, and must not hold this one. `input_output`
  /// when the other side has gone.
  Result<void> write(ByteView bytes, const GoesOn& goes_on = {});
  /// Reads up to target.size() bytes, and waits until there are some. 0 when the other side has closed.
  Result<std::size_t> read(MutableByteView target);
  /// Whether something can be read, or the other side has gone, within the time `most`.
  bool wait(std::chrono::milliseconds most);
  static constexpr std::chrono::milliseconds kPatience{100};  // between two questions to a GoesOn

 private:
  int m_descriptor;
};

/// The two ends of a new pipe. What is written to the second is read from the first. A program that is started inherits
/// neither.
Result<std::pair<PipeEnd, PipeEnd>> make_pipe();

}  // namespace daybook::sandbox
