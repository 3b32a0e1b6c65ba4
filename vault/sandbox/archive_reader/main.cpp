#include <algorithm>

#include "vault/sandbox/archive_reader/archive_protocol.h"
#include "vault/sandbox/lockdown/given_files.h"
#include "vault/sandbox/lockdown/lockdown.h"
#include "vault/sandbox/wanted_bytes.h"

// The archive-reader is a process without keys that is started for one question about a ZIP: what is in it, or what one
// entry unpacks to. It is given two pipes and no file, gives up everything else, and only then looks at what somebody
// else made.

namespace daybook::sandbox {
namespace {

enum ExitCode { kGood = 0, kNotLocked = 3, kNotAsked = 4, kNotHeard = 5 };

// The directory of a ZIP, at most 256 MiB, and the list of what stands in it.
constexpr std::uint64_t kAddressSpace = std::uint64_t{1} << 30;
constexpr std::uint64_t kLeastSeconds = 30, kBytesASecond = 8 << 20;

// The ZIP, which lies on the other side of the pipes.
class RemoteSource final : public ByteSource {
 public:
  RemoteSource(FrameReader& reader, FrameWriter& writer, std::uint64_t size)
      : m_reader(reader), m_writer(writer), m_size(size) {}
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    if (offset > m_size || target.size() > m_size - offset) return Error{ErrorCode::damaged, "ends early"};
    return ask_for_bytes(m_reader, m_writer, 0, offset, target);
  }

 private:
  FrameReader& m_reader;
  FrameWriter& m_writer;
  std::uint64_t m_size;
};

// The beginning of a text that is no longer than `most` bytes, without a part of a character at its end.
std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return text.substr(0, most);
}

class ArchiveReader {
 public:
  ArchiveReader() : m_commands(kCommands), m_answers(kAnswers), m_reader(m_commands), m_writer(m_answers) {}

  int run() {
    const auto frame = m_reader.next();
    if (!frame || (frame->type != kListArchive && frame->type != kUnpackEntry)) return kNotAsked;
    const bool is_list = frame->type == kListArchive;
    // The request is read before the lockdown, because the time that is allowed follows from the sizes in it.
    Unpacker members(frame->payload);
    const std::uint64_t size = members.number();
    const vault::ZipEntry entry = is_list ? vault::ZipEntry() : unpack_entry(members);
    if (!members.is_done()) return kNotAsked;
    const std::uint64_t seconds = kLeastSeconds + (is_list ? 0 : (entry.packed_size + entry.size) / kBytesASecond);
    if (!lock_down({kAddressSpace, seconds, true, false})) return kNotLocked;
    RemoteSource source(m_reader, m_writer, size);
    const auto told = is_list ? tell_list(source) : tell_content(source, entry);
    return (told || tell_failure(told.error())) && m_writer.flush() ? kGood : kNotHeard;
  }

 private:
  Result<void> tell_list(ByteSource& source) {
    TRY_ASSIGN(const vault::ZipDirectory directory, vault::read_zip_directory(source, vault::ZipRules::found_archive));
    if (directory.entries.size() > kMostArchiveEntries) return Error{ErrorCode::too_large, "too many files in the ZIP"};
    const std::size_t faults = std::min(directory.faults.size(), kMostArchiveFaults);
    for (std::size_t i = 0; i < faults; ++i) {
      const vault::ZipFault& fault = directory.faults[i];
      TRY(m_writer.send(kArchiveFault,
                        Packer().text(beginning_of(fault.name, kMostArchiveName)).text(fault.what).bytes()));
    }
    for (const vault::ZipEntry& entry : directory.entries) {
      Packer members;
      pack(members, entry);
      TRY(m_writer.send(kArchiveEntry, members.bytes()));
    }
    return m_writer.send(kArchiveEnd,
                         Packer().number(directory.faults.size()).number(directory.entries.size()).bytes());
  }

  Result<void> tell_content(ByteSource& source, const vault::ZipEntry& entry) {
    vault::ZipEntryStream stream(source, entry);
    Bytes block(static_cast<std::size_t>(std::min<std::uint64_t>(kArchiveBlockSize, entry.size + 1)));
    for (;;) {
      TRY_ASSIGN(const std::size_t count, stream.read(block));
      if (count == 0) return m_writer.send(kArchiveEnd, {});
      TRY(m_writer.send(kArchiveBlock, ByteView(block).first(count)));
    }
  }

  bool tell_failure(const Error& error) {
    const auto code = static_cast<std::uint64_t>(error.code);
    const std::string_view detail = beginning_of(error.detail, kMostArchiveDetail);
    return m_writer.send(kArchiveFailure, Packer().number(code).text(detail).bytes()).ok();
  }

  PipeEnd m_commands, m_answers;
  FrameReader m_reader;
  FrameWriter m_writer;
};

}  // namespace
}  // namespace daybook::sandbox

int main() { daybook::sandbox::leave(daybook::sandbox::ArchiveReader().run()); }
