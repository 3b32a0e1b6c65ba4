#include "vault/intake/archive.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/hash.h"
#include "vault/sandbox/archive_reader/archive_protocol.h"
#include "vault/sandbox/wanted_bytes.h"
#include "vault/store/zip_format.h"

namespace daybook::vault {
namespace {

using namespace sandbox;

Error no_answer() { return Error{ErrorCode::unsupported, "the archive-reader gave no answer that makes sense"}; }

// A text that the process chose. It may stand in a sentence of this program.
bool is_plain(std::string_view text) {
  return crypto::is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
}

// Why the process says that it cannot go on. It reads a ZIP and nothing else, so only what a ZIP can be is believed.
Error failure_of(ByteView payload) {
  Unpacker members(payload);
  const auto code = static_cast<ErrorCode>(members.number(0xff));
  std::string detail = members.text(kMostArchiveDetail);
  const bool may_be = code == ErrorCode::malformed || code == ErrorCode::damaged || code == ErrorCode::unsupported ||
                      code == ErrorCode::too_large;
  return members.is_done() && may_be && is_plain(detail) ? Error{code, std::move(detail)} : no_answer();
}

// What a process may want of the ZIP.
class Wishes {
 public:
  explicit Wishes(std::uint64_t size) : m_size(size) {}
  virtual ~Wishes() = default;
  virtual Result<void> allow(const WantedBytes& wanted) = 0;

 protected:
  bool lies_in_it(const WantedBytes& wanted) const {
    return wanted.file == 0 && wanted.size > 0 && wanted.offset <= m_size && wanted.size <= m_size - wanted.offset;
  }

 private:
  std::uint64_t m_size;
};

// For the list: its end, its directory, and two parts of each header, anywhere. A process that was taken over could
// want bytes without end.
class WishesForList final : public Wishes {
 public:
  explicit WishesForList(std::uint64_t size) : Wishes(size), m_bytes_left(2 * size + (1 << 20)) {}
  Result<void> allow(const WantedBytes& wanted) override {
    if (m_wishes_left-- == 0) return Error{ErrorCode::too_large, "too many files in the ZIP"};
    if (!lies_in_it(wanted) || wanted.size > m_bytes_left) return no_answer();
    m_bytes_left -= wanted.size;
    return {};
  }

 private:
  std::uint64_t m_bytes_left;
  std::size_t m_wishes_left = 4 * kMostArchiveEntries;
};

// For the content of an entry: its packed bytes, once and in order, and not one by one.
class WishesForEntry final : public Wishes {
 public:
  WishesForEntry(std::uint64_t size, const ZipEntry& entry)
      : Wishes(size), m_next(entry.data_offset), m_left(entry.packed_size) {}
  Result<void> allow(const WantedBytes& wanted) override {
    constexpr std::uint64_t kLeast = 4096;
    if (!lies_in_it(wanted) || wanted.offset != m_next || wanted.size > m_left ||
        wanted.size < std::min(m_left, kLeast))
      return no_answer();
    m_next += wanted.size;
    m_left -= wanted.size;
    return {};
  }

 private:
  std::uint64_t m_next, m_left;
};

// The talk with one process about one ZIP.
class ArchiveTalk {
 public:
  ArchiveTalk(Talk talk, ByteSource& source, std::unique_ptr<Wishes> wishes)
      : m_talk(std::move(talk)), m_source(source), m_wishes(std::move(wishes)) {}

  Result<void> ask(std::uint8_t request, const Packer& members) {
    TRY(heard(m_talk.send(request, members.bytes())));
    return heard(m_talk.flush());
  }

  // What the process answers next. Its wishes are answered on the way, and its failure is returned as an error.
  Result<Frame> next() {
    for (;;) {
      TRY_ASSIGN(const Frame frame, heard(m_talk.next()));
      if (frame.type == kArchiveFailure) return failure_of(frame.payload);
      if (frame.type != kNeedBytes) return frame;
      const auto wanted = unpack_wanted(frame.payload);
      if (!wanted) return no_answer();
      TRY(m_wishes->allow(*wanted));
      TRY(heard(give_bytes(m_talk, *wanted,
                           [&](MutableByteView target) { return m_source.read_at(wanted->offset, target); })));
    }
  }

 private:
  // A process that has gone or was given up has read what it cannot read, and that is all there is to say.
  template <class Outcome>
  static Outcome heard(Outcome outcome) {
    return !outcome && outcome.error().detail == kOtherSide ? Outcome(no_answer()) : std::move(outcome);
  }

  Talk m_talk;
  ByteSource& m_source;
  std::unique_ptr<Wishes> m_wishes;
};

bool fits(const ZipEntry& entry, std::uint64_t archive_size) {
  const bool is_in_place = entry.header_offset < entry.data_offset && entry.data_offset <= archive_size &&
                           entry.packed_size <= archive_size - entry.data_offset;
  const bool is_read =
      entry.method == zip::kDeflated || (entry.method == zip::kStored && entry.size == entry.packed_size);
  return is_inner_name(entry.name) && is_plain(entry.unreadable) && is_in_place &&
         (is_read || !entry.unreadable.empty());
}

// An entry of a ZIP, unpacked while it is read.
class ArchivedFile final : public ByteSource {
 public:
  ArchivedFile(Path program, std::chrono::milliseconds most_silence, ByteSource& source, ZipEntry entry,
               std::function<bool()> goes_on)
      : m_program(std::move(program)),
        m_most_silence(most_silence),
        m_source(source),
        m_entry(std::move(entry)),
        m_goes_on(std::move(goes_on)) {}

  std::uint64_t size() const override { return m_entry.size; }

  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    if (offset > size() || target.size() > size() - offset) return Error{ErrorCode::damaged, "ends early"};
    if (target.empty()) return {};
    auto read = read_from(offset, target);
    if (!read || m_position == size()) m_talk.reset();
    return read;
  }

 private:
  Result<void> read_from(std::uint64_t offset, MutableByteView target) {
    if (!m_talk || offset < m_position) TRY(begin());
    while (!target.empty()) {
      if (m_block.empty()) TRY(next_block());
      const bool is_before = m_position < offset;
      const std::uint64_t wanted = is_before ? offset - m_position : target.size();
      const ByteView taken = m_block.first(static_cast<std::size_t>(std::min<std::uint64_t>(m_block.size(), wanted)));
      m_block = m_block.subspan(taken.size());
      m_position += taken.size();
      if (is_before) continue;
      copy_bytes(taken, target.first(taken.size()));
      target = target.subspan(taken.size());
    }
    return m_position == size() ? end() : Result<void>();
  }

  Result<void> begin() {
    m_position = 0;
    m_crc32 = 0;
    m_block = {};
    m_talk.reset();
    if (!m_entry.unreadable.empty()) return Error{ErrorCode::unsupported, m_entry.name + ": " + m_entry.unreadable};
    TRY_ASSIGN(Talk talk, Talk::start(m_program, {}, m_most_silence, m_goes_on));
    m_talk.emplace(std::move(talk), m_source, std::make_unique<WishesForEntry>(m_source.size(), m_entry));
    Packer members;
    pack(members.number(m_source.size()), m_entry);
    return m_talk->ask(kUnpackEntry, members);
  }

  Result<void> next_block() {
    if (m_goes_on && !m_goes_on()) return Error{ErrorCode::cancelled, ""};
    TRY_ASSIGN(const Frame frame, m_talk->next());
    if (frame.type != kArchiveBlock || frame.payload.empty()) return no_answer();
    if (frame.payload.size() > size() - m_position) return damaged();
    m_crc32 = crypto::crc32_update(m_crc32, frame.payload);
    m_block = frame.payload;
    return {};
  }

  Result<void> end() {
    TRY_ASSIGN(const Frame frame, m_talk->next());
    if (frame.type != kArchiveEnd) return no_answer();
    return m_crc32 == m_entry.crc32 ? Result<void>() : damaged();
  }

  Error damaged() const { return {ErrorCode::damaged, m_entry.name}; }

  Path m_program;
  std::chrono::milliseconds m_most_silence;
  ByteSource& m_source;
  ZipEntry m_entry;
  std::function<bool()> m_goes_on;
  std::optional<ArchiveTalk> m_talk;
  ByteView m_block;              // what was unpacked and is not read yet
  std::uint64_t m_position = 0;  // of its first byte
  std::uint32_t m_crc32 = 0;     // of all that was unpacked
};

}  // namespace

ArchiveReader ArchiveReader::beside_this_program() { return ArchiveReader(program_beside_this_one("archive-reader")); }

Result<ArchiveList> ArchiveReader::list(ByteSource& source) const {
  TRY_ASSIGN(Talk started, Talk::start(m_program, {}, m_most_silence));
  ArchiveTalk talk(std::move(started), source, std::make_unique<WishesForList>(source.size()));
  TRY(talk.ask(kListArchive, Packer().number(source.size())));
  ArchiveList list;
  std::uint64_t end = 0;  // of the entry before
  for (;;) {
    TRY_ASSIGN(const Frame frame, talk.next());
    Unpacker members(frame.payload);
    if (frame.type == kArchiveFault && list.entries.empty() && list.faults.size() < kMostArchiveFaults) {
      ZipFault fault;
      fault.name = members.text(kMostArchiveName);
      fault.what = members.text(kMostArchiveName);
      if (!members.is_done() || !crypto::is_utf8(fault.name) || !is_plain(fault.what)) return no_answer();
      list.faults.push_back(std::move(fault));
    } else if (frame.type == kArchiveEntry && list.entries.size() < kMostArchiveEntries) {
      ZipEntry entry = unpack_entry(members);
      if (!members.is_done() || !fits(entry, source.size())) return no_answer();
      // Entries that share bytes make a small file unpack to a huge one, and two programs see two contents.
      if (entry.header_offset < end) return Error{ErrorCode::malformed, "two files in the ZIP share bytes"};
      end = entry.data_offset + entry.packed_size;
      list.entries.push_back(std::move(entry));
    } else {
      list.fault_count = members.number();
      const std::uint64_t entries = members.number();
      const bool is_whole = frame.type == kArchiveEnd && members.is_done() && entries == list.entries.size() &&
                            list.faults.size() == std::min<std::uint64_t>(list.fault_count, kMostArchiveFaults);
      return is_whole ? Result<ArchiveList>(std::move(list)) : no_answer();
    }
  }
}

std::unique_ptr<ByteSource> ArchiveReader::open(ByteSource& source, const ZipEntry& entry,
                                                std::function<bool()> goes_on) const {
  return std::make_unique<ArchivedFile>(m_program, m_most_silence, source, entry, std::move(goes_on));
}

}  // namespace daybook::vault
