#include "vault/bundle/check_copy.h"

#include <algorithm>

#include "vault/bundle/reader_talk.h"
#include "vault/bundle/unpack_folder.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {
namespace {

// The verdict on a copy that could not be unlocked. Every step after the lock is `not_reached`.
CopyVerdict verdict_without_reader(FindingLog& log) {
  CopyVerdict verdict;
  for (int step = static_cast<int>(CheckStep::container); step <= static_cast<int>(CheckStep::time); ++step)
    log.add(static_cast<CheckStep>(step), Finding::not_reached);
  verdict.answer = conclude(log, std::nullopt);
  verdict.lines = log.take_lines();
  return verdict;
}

// The folder for files that are not known to be good. Its name keeps anybody from taking them for a good copy.
std::string doubtful_folder(Answer answer) { return answer == Answer::does_not_match ? "not-matching" : "not-checked"; }

bool may_be_unpacked(Answer answer) { return answer == Answer::matches || answer == Answer::added; }

// One check: the opened files of a copy, and the copy-reader that works on them.
class CheckAtTheDoor {
 public:
  CheckAtTheDoor(const Path& reader, FileSystem& files, const CheckOptions& options)
      : m_reader(reader), m_files(files), m_options(options) {}

  Result<CopyVerdict> check(const std::vector<Path>& parts) {
    if (parts.empty()) return Error{ErrorCode::usage, "no copy is given"};
    for (const std::string& note : m_options.brings.earlier_checkpoints) {
      if (note.size() > kMostNoteBytes || !crypto::Checkpoint::parse(note))
        return Error{ErrorCode::usage, "what was given as an earlier head is none"};
    }
    TRY_ASSIGN(const FileFacts facts, m_files.facts(parts.front()));
    return facts.is_folder ? check_folder(parts) : check_parts(parts);
  }

  Result<UnpackedCopy> unpack(const std::vector<Path>& parts, const Path& folder, bool even_so) {
    TRY_ASSIGN(CopyVerdict verdict, check(parts));
    UnpackedCopy unpacked{std::move(verdict), std::nullopt, 0};
    const bool is_good = may_be_unpacked(unpacked.verdict.answer);
    if (!m_talk || (!is_good && !even_so)) return unpacked;
    TRY_ASSIGN(const auto list, m_talk->list_files(/*also_doubtful=*/!is_good));
    if (list.empty()) return unpacked;
    UnpackFolder target(m_files, folder);
    const std::string below = is_good ? "" : doubtful_folder(unpacked.verdict.answer);
    TRY(target.prepare(below, list));
    for (std::size_t i = 0; i < list.size(); ++i) {
      TRY(target.begin(list[i].path));
      TRY_ASSIGN(const bool is_as_signed, m_talk->read_file(i, [&](ByteView block) { return target.write(block); }));
      if (is_good && !is_as_signed) return Error{ErrorCode::damaged, "the copy changed while it was unpacked"};
      TRY(target.end());
    }
    TRY(target.publish());
    unpacked.folder = below.empty() ? folder : folder / from_utf8(below);
    unpacked.files = list.size();
    return unpacked;
  }

 private:
  Result<CopyVerdict> check_parts(const std::vector<Path>& parts) {
    TRY_ASSIGN(auto source, SegmentedReader::open_parts(m_files, parts));
    m_source.emplace(std::move(source));
    if (m_options.drop_cache) m_source->drop_cache();
    FindingLog log;
    TRY_ASSIGN(auto lock, open_lock(*m_source, m_options.keys, log));
    if (!lock) return verdict_without_reader(log);
    const std::vector<int> descriptors = m_source->descriptors();
    if (descriptors.empty()) return Error{ErrorCode::unsupported, "files that cannot be handed over"};
    TRY_ASSIGN(m_talk, ReaderTalk::start(m_reader, descriptors));
    return m_talk->check({false, std::move(*lock), m_options.brings}, nullptr, progress_of(m_source->size()));
  }

  Result<CopyVerdict> check_folder(const std::vector<Path>& parts) {
    if (parts.size() > 1) return Error{ErrorCode::usage, "one folder at a time"};
    TRY_ASSIGN(auto folder, FolderOnDisk::list(m_files, parts.front()));
    m_folder.emplace(std::move(folder));
    TRY_ASSIGN(m_talk, ReaderTalk::start(m_reader, {}));
    return m_talk->check({true, {}, m_options.brings}, &*m_folder, progress_of(m_folder->size()));
  }

  Progress progress_of(std::uint64_t total) const {
    return [this, total](std::uint64_t done) {
      return !m_options.progress || m_options.progress(std::min(done, total), total);
    };
  }

  const Path& m_reader;
  FileSystem& m_files;
  const CheckOptions& m_options;
  std::optional<SegmentedReader> m_source;
  std::optional<FolderOnDisk> m_folder;
  std::optional<ReaderTalk> m_talk;
};

}  // namespace

CopyDoor CopyDoor::beside_this_program() { return CopyDoor(sandbox::program_beside_this_one("copy-reader")); }

Result<CopyVerdict> CopyDoor::check(FileSystem& files, const std::vector<Path>& parts,
                                    const CheckOptions& options) const {
  return CheckAtTheDoor(m_reader, files, options).check(parts);
}

Result<UnpackedCopy> CopyDoor::unpack(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                                      const Path& folder, bool even_so) const {
  if (files.exists(folder)) return Error{ErrorCode::already_exists, to_utf8(folder)};
  return CheckAtTheDoor(m_reader, files, options).unpack(parts, folder, even_so);
}

Result<CopyVerdict> check_own_copy(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                                   const ItemReceiver& items) {
  TRY_ASSIGN(auto source, SegmentedReader::open_parts(files, parts));
  if (options.drop_cache) source.drop_cache();
  FindingLog log;
  TRY_ASSIGN(auto lock, open_lock(source, options.keys, log));
  if (!lock) return verdict_without_reader(log);
  std::vector<ItemVerdict> verdicts;
  const std::uint64_t total = source.size();
  CopyCheck check(
      options.brings,
      [&](std::uint64_t done) { return !options.progress || options.progress(std::min(done, total), total); },
      [&](ItemVerdict item) -> Result<void> {
        if (items) return items(std::move(item));
        verdicts.push_back(std::move(item));
        return {};
      });
  TRY_ASSIGN(CopyVerdict verdict, check.check_file(source, std::move(*lock)));
  verdict.items = std::move(verdicts);
  verdict.drop_what_is_not_said();
  return verdict;
}

}  // namespace daybook::vault
