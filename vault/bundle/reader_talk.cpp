#include "vault/bundle/reader_talk.h"

#include "vault/sandbox/wanted_bytes.h"

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

Result<ReaderTalk> ReaderTalk::start(const Path& reader, const std::vector<int>& descriptors,
                                     std::chrono::milliseconds most_silence) {
  auto told = std::make_unique<Told>();
  TRY_ASSIGN(Talk talk,
             Talk::start(reader, descriptors, most_silence, [told = told.get()] { return told->goes_on(); }));
  return ReaderTalk(std::move(told), std::move(talk));
}

Result<CopyVerdict> ReaderTalk::check(CheckRequest request, FolderOnDisk* folder, const Progress& progress) {
  m_folder = folder;
  m_told->progress = progress;
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
  for (const std::string& note : request.brings.earlier_checkpoints)
    TRY(m_talk.send(ask::kEarlierHead, as_bytes(note)));
  if (m_folder != nullptr) {
    Packer packer;
    for (const BagFolder::File& file : m_folder->files()) {
      packer.clear();
      pack(file, packer);
      TRY(m_talk.send(ask::kFolderFile, packer.bytes()));
    }
  }
  Packer packer;
  pack(request, packer);
  const auto sent = m_talk.send(ask::kRequest, packer.bytes());
  packer.wipe();  // the request holds the file key
  TRY(sent);
  return m_talk.flush();
}

Result<CopyVerdict> ReaderTalk::hear() {
  CopyVerdict verdict;
  for (;;) {
    TRY_ASSIGN(const Frame frame, m_talk.next());
    switch (frame.type) {
      case tell::kProgress: {
        m_told->done = Unpacker(frame.payload).number();
        if (!m_told->goes_on()) return Error{ErrorCode::cancelled, ""};
        break;
      }
      case kNeedBytes:
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
  const auto wanted = unpack_wanted(payload);
  if (!wanted || wanted->file > ~FileIndex{0} || m_folder == nullptr) return kNoSense;
  return give_bytes(m_talk, *wanted, [&](MutableByteView target) {
    return m_folder->read_at(static_cast<FileIndex>(wanted->file), wanted->offset, target);
  });
}

Result<std::vector<ReaderTalk::File>> ReaderTalk::list_files(bool also_doubtful) {
  TRY(m_talk.send(ask::kListFiles, Packer().number(also_doubtful ? 1 : 0).bytes()));
  TRY(m_talk.flush());
  m_files.clear();
  for (;;) {
    TRY_ASSIGN(const Frame frame, m_talk.next());
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
  TRY(m_talk.send(ask::kReadFile, Packer().number(index).bytes()));
  TRY(m_talk.flush());
  std::uint64_t left = m_files[index].size;
  for (;;) {
    TRY_ASSIGN(const Frame frame, m_talk.next());
    if (frame.type == kNeedBytes) {
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
