#pragma once

#include <memory>

#include "vault/sandbox/child_process.h"
#include "vault/sandbox/frames.h"

namespace daybook::sandbox {

/// This program's side of a talk with a process without keys. Whoever made what the process reads may have taken it
/// over, so it is waited for only so long. It is ended when this object goes.
class Talk {
 public:
  /// Starts `program` with the descriptors in `files`, which stay the caller's. `not_found` when it cannot be started.
  /// A process that neither reads nor says anything for `most_silence` is given up. While it is waited for, `goes_on`
  /// is asked, and stops the talk.
  static Result<Talk> start(const std::filesystem::path& program, const std::vector<int>& files,
                            std::chrono::milliseconds most_silence, PipeEnd::GoesOn goes_on = {});

  /// What the process says next, good until the next call. Errors of all three: `cancelled` when `goes_on` stopped it,
  /// `unsupported` when the process was given up, and `input_output` when it has gone or breaks the protocol, both with
  /// the detail kOtherSide.
  Result<Frame> next();
  Result<void> send(std::uint8_t type, ByteView payload);
  Result<void> flush();

 private:
  // On the heap, because the writer asks for it wherever the talk was moved to.
  struct Patience {
    std::chrono::milliseconds most_silence;
    PipeEnd::GoesOn goes_on;
    std::chrono::steady_clock::time_point since{};
    bool is_stopped = false;  // by who waits, and not for the silence of the process
    bool lasts();
  };

  Talk(ChildProcess child, std::chrono::milliseconds most_silence, PipeEnd::GoesOn goes_on);
  template <class Work>
  auto patiently(Work work);

  std::unique_ptr<Patience> m_patience;
  std::unique_ptr<ChildProcess> m_child;
  std::unique_ptr<FrameReader> m_reader;
  std::unique_ptr<FrameWriter> m_writer;
};

}  // namespace daybook::sandbox
