#include "vault/bundle/reader_talk.h"

namespace daybook::vault {
namespace {

using namespace sandbox;

constexpr std::size_t kMostItems = 1'000'000;
constexpr std::size_t kMostLines = static_cast<std::size_t>(kFindings) * (FindingLog::kMostLines + 12);
constexpr std::size_t kMostPathBytes = 1200;

const Error kNoSense{ErrorCode::unsupported, "what the copy-reader says makes no sense"};

// The verdict where the reader ended too early or said what does not fit: it ran into a limit of memory or time, or the
// copy holds something that was made to break it.
CopyVerdict verdict_of_a_silent_reader() {
  FindingLog log;
  log.add(Finding::over_limit, "reader");
  CopyVerdict verdict;
  verdict.answer = conclude(log, std::nullopt);
  verdict.lines = log.take_lines();
  return verdict;
}

Error failure_of(ByteView payload) {
  Unpacker unpacker(payload);
  const auto code = static_cast<ErrorCode>(unpacker.number(static_cast<std::uint64_t>(ErrorCode::copy_not_intact)));
  std::string detail = unpacker.text(kMostPathBytes);
  return unpacker.is_done() ? Error{code, std::move(detail)} : kNoSense;
}

}  // namespace

bool ReaderTalk::Patience::lasts() {
  is_stopped = !goes_on(progress, done);
  return !is_stopped && std::chrono::steady_clock::now() - since < most_silence;
}

ReaderTalk::ReaderTalk(ChildProcess child, std::chrono::milliseconds most_silence)
    : m_patience(std::make_unique<Patience>(Patience{most_silence})),
      m_child(std::make_unique<ChildProcess>(std::move(child))),
      m_reader(std::make_unique<FrameReader>(m_child->answers())),
      m_writer(std::make_unique<FrameWriter>(m_child->commands(),
                                             [patience = m_patience.get()] { return patience->lasts(); })) {}

Result<ReaderTalk> ReaderTalk::start(const Path& reader, const std::vector<int>& descriptors,
                                     std::chrono::milliseconds most_silence) {
  TRY_ASSIGN(ChildProcess child, ChildProcess::start(reader, descriptors));
  return ReaderTalk(std::move(child), most_silence);
}

// A reader that was given up has failed. One that was stopped by who waits has not.
template <class Outcome>
Outcome ReaderTalk::unless_given_up(Outcome outcome) const {
  const bool was_given_up = !outcome && outcome.error().code == ErrorCode::cancelled && !m_patience->is_stopped;
  return was_given_up ? Outcome(kNoSense) : std::move(outcome);
}

Result<Frame> ReaderTalk::next() {
  m_patience->begin();
  return unless_given_up(m_reader->next([this] { return m_patience->lasts(); }));
}

Result<void> ReaderTalk::send(std::uint8_t type, ByteView payload) {
  m_patience->begin();
  return unless_given_up(m_writer->send(type, payload));
}

Result<void> ReaderTalk::flush() {
  m_patience->begin();
  return unless_given_up(m_writer->flush());
}

Result<CopyVerdict> ReaderTalk::check(CheckRequest request, FolderOnDisk* folder, const Progress& progress) {
  m_folder = folder;
  m_patience->progress = progress;
  if (!goes_on(progress, 0)) return Error{ErrorCode::cancelled, ""};
  auto asked = ask(std::move(request));
  auto verdict = asked ? hear() : Result<CopyVerdict>(asked.error());
  if (verdict) return verdict;
  // A broken pipe, or an answer that does not fit, is the reader's failure and makes a verdict. Any other error is one
  // of the medium or a stop, and is returned.
  const bool is_reader = verdict.error().detail == kNoSense.detail || verdict.error().detail == kOtherSide;
  return is_reader ? Result<CopyVerdict>(verdict_of_a_silent_reader()) : verdict;
}

Result<void> ReaderTalk::ask(CheckRequest request) {
  for (const std::string& note : request.brings.earlier_checkpoints) TRY(send(ask::kEarlierHead, as_bytes(note)));
  if (m_folder != nullptr) {
    Packer packer;
    for (const BagFolder::File& file : m_folder->files()) {
      packer.clear();
      pack(file, packer);
      TRY(send(ask::kFolderFile, packer.bytes()));
    }
  }
  Packer packer;
  pack(request, packer);
  const auto sent = send(ask::kRequest, packer.bytes());
  packer.wipe();  // the request holds the file key
  TRY(sent);
  return flush();
}

Result<CopyVerdict> ReaderTalk::hear() {
  CopyVerdict verdict;
  for (;;) {
    TRY_ASSIGN(const Frame frame, next());
    switch (frame.type) {
      case tell::kProgress: {
        m_patience->done = Unpacker(frame.payload).number();
        if (!goes_on(m_patience->progress, m_patience->done)) return Error{ErrorCode::cancelled, ""};
        break;
      }
      case tell::kNeedBytes:
        TRY(serve(frame.payload));
        break;
      case tell::kItem: {
        auto item = unpack_item(frame.payload);
        if (!item || verdict.items.size() == kMostItems) return kNoSense;
        verdict.items.push_back(std::move(*item));
        break;
      }
      case tell::kLine: {
        auto line = unpack_line(frame.payload);
        if (!line || verdict.lines.size() == kMostLines) return kNoSense;
        verdict.lines.push_back(std::move(*line));
        break;
      }
      case tell::kVerdict:
        if (!unpack_verdict(frame.payload, verdict) || !bears_out(verdict)) return kNoSense;
        verdict.drop_what_is_not_said();
        return verdict;
      case tell::kFailure:
        return failure_of(frame.payload);
      default:
        return kNoSense;
    }
  }
}

// Sends the reader bytes of a file in the folder. The reader has no access to files of its own and names one by its
// place in the list, so it gets nothing but what FolderOnDisk listed.
Result<void> ReaderTalk::serve(ByteView payload) {
  Unpacker unpacker(payload);
  const std::uint64_t file = unpacker.number(~FileIndex{0}), offset = unpacker.number(),
                      size = unpacker.number(kMostFrameBytes);
  if (!unpacker.is_done() || m_folder == nullptr) return kNoSense;
  Bytes bytes(static_cast<std::size_t>(size));
  TRY(m_folder->read_at(static_cast<FileIndex>(file), offset, bytes));
  TRY(send(ask::kBytes, bytes));
  return flush();
}

Result<std::vector<ReaderTalk::File>> ReaderTalk::list_files(bool also_doubtful) {
  TRY(send(ask::kListFiles, Packer().number(also_doubtful ? 1 : 0).bytes()));
  TRY(flush());
  m_files.clear();
  for (;;) {
    TRY_ASSIGN(const Frame frame, next());
    if (frame.type == tell::kEndOfFiles) return m_files;
    Unpacker unpacker(frame.payload);
    const std::uint64_t index = unpacker.number();
    File file;
    file.path = unpacker.text(kMostPathBytes);
    file.size = unpacker.number();
    const bool fits = frame.type == tell::kFile && unpacker.is_done() && index == m_files.size() &&
                      index < kMostItems && file.path.starts_with("bag/") && is_safe_path(file.path);
    if (!fits) return kNoSense;
    m_files.push_back(std::move(file));
  }
}

Result<bool> ReaderTalk::read_file(std::size_t index, const BlockReceiver& receiver) {
  TRY(send(ask::kReadFile, Packer().number(index).bytes()));
  TRY(flush());
  std::uint64_t left = m_files[index].size;
  for (;;) {
    TRY_ASSIGN(const Frame frame, next());
    if (frame.type == tell::kNeedBytes) {
      TRY(serve(frame.payload));
    } else if (frame.type == tell::kBlock && frame.payload.size() <= left) {
      left -= frame.payload.size();
      TRY(receiver(frame.payload));
    } else if (frame.type == tell::kEndOfFile) {
      Unpacker unpacker(frame.payload);
      const bool is_good = unpacker.number(1) == 1;
      return unpacker.is_done() && is_good;
    } else {
      return frame.type == tell::kFailure ? failure_of(frame.payload) : kNoSense;
    }
  }
}

}  // namespace daybook::vault
