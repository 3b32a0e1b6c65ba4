#include "vault/sandbox/talk.h"

namespace daybook::sandbox {

bool Talk::Patience::lasts() {
  is_stopped = goes_on && !goes_on();
  return !is_stopped && std::chrono::steady_clock::now() - since < most_silence;
}

Talk::Talk(ChildProcess child, std::chrono::milliseconds most_silence, PipeEnd::GoesOn goes_on)
    : m_patience(std::make_unique<Patience>(Patience{most_silence, std::move(goes_on)})),
      m_child(std::make_unique<ChildProcess>(std::move(child))),
      m_reader(std::make_unique<FrameReader>(m_child->answers())),
      m_writer(std::make_unique<FrameWriter>(m_child->commands(),
                                             [patience = m_patience.get()] { return patience->lasts(); })) {}

Result<Talk> Talk::start(const std::filesystem::path& program, const std::vector<int>& files,
                         std::chrono::milliseconds most_silence, PipeEnd::GoesOn goes_on) {
  TRY_ASSIGN(ChildProcess child, ChildProcess::start(program, files));
  return Talk(std::move(child), most_silence, std::move(goes_on));
}

// A process that was given up has failed. One that was stopped by who waits has not.
template <class Work>
auto Talk::patiently(Work work) {
  m_patience->since = std::chrono::steady_clock::now();
  auto outcome = work();
  const bool was_given_up = !outcome && outcome.error().code == ErrorCode::cancelled && !m_patience->is_stopped;
  return was_given_up ? decltype(outcome)(Error{ErrorCode::unsupported, kOtherSide}) : std::move(outcome);
}

Result<Frame> Talk::next() {
  return patiently([this] { return m_reader->next([this] { return m_patience->lasts(); }); });
}

Result<void> Talk::send(std::uint8_t type, ByteView payload) {
  return patiently([&] { return m_writer->send(type, payload); });
}

Result<void> Talk::flush() {
  return patiently([this] { return m_writer->flush(); });
}

}  // namespace daybook::sandbox
