#include "crypto/aead.h"
#include "vault/bundle/check/reader_protocol.h"
#include "vault/sandbox/child_process.h"
#include "vault/sandbox/copy_reader/given_parts.h"
#include "vault/sandbox/lockdown/given_files.h"
#include "vault/sandbox/lockdown/lockdown.h"
#include "vault/sandbox/wanted_bytes.h"

// The copy-reader is a process that checks a copy and has no key but the file key of this copy. It is handed the open
// files and two pipes, gives up everything else, and only then looks at what somebody else made.

namespace daybook {
namespace {

using namespace sandbox;
using namespace vault;

enum ExitCode { kGood = 0, kNotLocked = 3, kNotAsked = 4, kNotHeard = 5 };

constexpr std::uint64_t kAddressSpace = std::uint64_t{1} << 30;
constexpr std::uint64_t kLeastSeconds = 60, kBytesASecond = 8 << 20;

// Uses every algorithm once. Libraries look at the processor and fetch their algorithms when they are first used, and
// open files for that, which a locked-down process cannot.
void warm_up() {
  crypto::initialize();
  (void)crypto::Sha256::of({});
  (void)crypto::Sha512::of({});
  crypto::Blake2b512().finish();
  std::array<std::uint8_t, 16> tag{};
  crypto::ChaChaPoly(std::array<std::uint8_t, 32>{}).seal(std::array<std::uint8_t, 12>{}, {}, tag);
}

class RemoteFolder final : public BagFolder {
 public:
  RemoteFolder(FrameReader& reader, FrameWriter& writer) : m_reader(reader), m_writer(writer) {}
  void add(File file) { m_files.push_back(std::move(file)); }
  const std::vector<File>& files() const override { return m_files; }
  Result<void> read_at(FileIndex file, std::uint64_t offset, MutableByteView target) override {
    return ask_for_bytes(m_reader, m_writer, file, offset, target);
  }

 private:
  FrameReader& m_reader;
  FrameWriter& m_writer;
  std::vector<File> m_files;
};

class CopyReader {
 public:
  CopyReader() : m_commands(kCommands), m_answers(kAnswers), m_reader(m_commands), m_writer(m_answers) {}

  int run() {
    GivenParts parts;
    warm_up();
    // The request is read before the lockdown, because the time that is allowed follows from the sizes in it. Names and
    // heads in it were made by others, but they are only stored here and are looked into after the lockdown.
    auto request = read_request();
    if (!request) return kNotAsked;
    std::uint64_t size = parts.size();
    for (const BagFolder::File& file : m_folder.files()) size += file.size;
    if (!lock_down({kAddressSpace, kLeastSeconds + size / kBytesASecond, true, true})) return kNotLocked;
    CopyCheck check(request->brings, [this](std::uint64_t done) { return tell_progress(done); },
                    [this](const ItemVerdict& item) { return tell(tell::kItem, item); });
    const auto verdict = request->is_folder ? check.check_folder(m_folder)
                                            : check.check_file(parts, std::move(request->lock));
    if (!verdict) return tell_failure(verdict.error()) ? kGood : kNotHeard;
    if (!tell_verdict(*verdict)) return kNotHeard;
    return answer_questions(check) ? kGood : kNotHeard;
  }

 private:
  std::optional<CheckRequest> read_request() {
    std::vector<std::string> heads;
    for (;;) {
      const auto frame = m_reader.next();
      if (!frame) return std::nullopt;
      if (frame->type == ask::kEarlierHead) {
        heads.emplace_back(as_text(frame->payload));
      } else if (frame->type == ask::kFolderFile) {
        auto file = unpack_folder_file(frame->payload);
        if (!file) return std::nullopt;
        m_folder.add(std::move(*file));
      } else {
        auto request = frame->type == ask::kRequest ? unpack_request(frame->payload) : std::nullopt;
        if (request) request->brings.earlier_checkpoints = std::move(heads);
        return request;
      }
    }
  }

  template <class Value>
  Result<void> tell(std::uint8_t type, const Value& value) {
    m_packer.clear();
    pack(value, m_packer);
    return m_writer.send(type, m_packer.bytes());
  }

  // Tells the other side once a megabyte how far the check is. A reader that says nothing for long is given up.
  bool tell_progress(std::uint64_t done) {
    constexpr std::uint64_t kStride = 1 << 20;
    if (done - m_told < kStride && done >= m_told) return true;
    m_told = done;
    return m_writer.send(tell::kProgress, Packer().number(done).bytes()).ok() && m_writer.flush().ok();
  }

  bool tell_failure(const Error& error) {
    return m_writer
               .send(tell::kFailure, Packer().number(static_cast<std::uint64_t>(error.code)).text(error.detail).bytes())
               .ok() &&
           m_writer.flush().ok();
  }

  bool tell_verdict(const CopyVerdict& verdict) {
    for (const VerdictLine& line : verdict.lines) {
      if (!tell(tell::kLine, line)) return false;
    }
    return tell(tell::kVerdict, verdict).ok() && m_writer.flush().ok();
  }

  // Answers questions for files until the other side closes the pipe.
  bool answer_questions(const CopyCheck& check) {
    for (;;) {
      const auto frame = m_reader.next();
      if (!frame) return true;
      Unpacker unpacker(frame->payload);
      const std::uint64_t value = unpacker.number();
      const bool told = frame->type == ask::kListFiles  ? tell_files(check, value == 1)
                        : frame->type == ask::kReadFile ? tell_file(check, value)
                                                        : false;
      if (!told || !m_writer.flush()) return false;
    }
  }

  bool tell_files(const CopyCheck& check, bool also_doubtful) {
    m_files = check.files(also_doubtful);
    for (std::size_t i = 0; i < m_files.size(); ++i) {
      const auto sent =
          m_writer.send(tell::kFile, Packer().number(i).text(m_files[i].path).number(m_files[i].size).bytes());
      if (!sent) return false;
    }
    return m_writer.send(tell::kEndOfFiles, {}).ok();
  }

  bool tell_file(const CopyCheck& check, std::uint64_t index) {
    if (index >= m_files.size()) return false;
    const auto is_good = check.read(m_files[static_cast<std::size_t>(index)].index, [this](ByteView block) {
      constexpr std::size_t kBlock = kMostFrameBytes / 4;
      Result<void> sent;
      for (; sent && !block.empty(); block = block.subspan(std::min(block.size(), kBlock)))
        sent = m_writer.send(tell::kBlock, block.first(std::min(block.size(), kBlock)));
      return sent;
    });
    if (!is_good) return tell_failure(is_good.error());
    return m_writer.send(tell::kEndOfFile, Packer().number(*is_good ? 1 : 0).bytes()).ok();
  }

  PipeEnd m_commands, m_answers;
  FrameReader m_reader;
  FrameWriter m_writer;
  Packer m_packer;
  RemoteFolder m_folder{m_reader, m_writer};
  std::vector<CopyCheck::File> m_files;
  std::uint64_t m_told = 0;
};

}  // namespace
}  // namespace daybook

int main() { daybook::sandbox::leave(daybook::CopyReader().run()); }
