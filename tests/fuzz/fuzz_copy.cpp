#include "tests/fuzz/target.h"
#include "vault/bundle/check_copy.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

class MemoryReader final : public FileReader {
 public:
  explicit MemoryReader(ByteView bytes) : m_source(bytes) {}
  std::uint64_t size() const override { return m_source.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    return m_source.read_at(offset, target);
  }
  Result<std::size_t> read(MutableByteView) override { return std::size_t{0}; }
  void drop_cache() override {}

 private:
  MemorySource m_source;
};

// A file system with one file.
class OneFile final : public FileSystem {
 public:
  explicit OneFile(ByteView bytes) : m_bytes(bytes) {}
  Result<std::unique_ptr<FileReader>> open(const Path&) override {
    return std::unique_ptr<FileReader>(std::make_unique<MemoryReader>(m_bytes));
  }
  Result<std::unique_ptr<FileWriter>> create(const Path&) override { return no(); }
  Result<void> rename(const Path&, const Path&) override { return no(); }
  Result<void> remove(const Path&) override { return no(); }
  Result<void> create_folder(const Path&) override { return no(); }
  Result<void> sync_file(const Path&) override { return no(); }
  Result<void> sync_folder(const Path&) override { return no(); }
  Result<FileFacts> facts(const Path&) override { return no(); }
  Result<std::vector<Path>> list(const Path&) override { return no(); }
  bool is_writable(const Path&) override { return false; }
  Result<std::unique_ptr<FolderLock>> lock(const Path&) override { return no(); }

 private:
  static Error no() { return {ErrorCode::read_only, ""}; }
  ByteView m_bytes;
};

}  // namespace

// Whatever a copy holds, there is a verdict with a line for every step.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  OneFile files({data, size});
  CheckOptions options;
  options.earlier_checkpoints = {"x\n1\nx\n"};
  const auto verdict = check_copy(files, {"copy"}, options);
  if (!verdict) return 0;
  for (int step = 1; step <= 11; ++step) {
    bool found = false;
    for (const VerdictLine& line : verdict->lines) found |= static_cast<int>(line.step) == step;
    DAYBOOK_ASSERT(found);
  }
  return 0;
}
