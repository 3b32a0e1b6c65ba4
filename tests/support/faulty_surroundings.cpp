#include "tests/support/faulty_surroundings.h"

namespace daybook::test {

using namespace daybook::vault;

namespace {

class FaultyWriter final : public FileWriter {
 public:
  FaultyWriter(FaultyFiles& files, std::unique_ptr<FileWriter> file) : m_files(files), m_file(std::move(file)) {}
  Result<void> write(ByteView bytes) override {
    if (auto step = m_files.step(); !step) {
      (void)m_file->write(bytes.first(bytes.size() / 2));  // a failed write may have written something
      return step;
    }
    return m_file->write(bytes);
  }
  Result<void> sync() override {
    TRY(m_files.step());
    return m_file->sync();
  }

 private:
  FaultyFiles& m_files;
  std::unique_ptr<FileWriter> m_file;
};

}  // namespace

Path FaultyFiles::real(const Path& path) const {
  for (const auto& [seen, folder] : m_counts->sticks) {
    const Path inside = path.lexically_relative(seen);
    if (!inside.empty() && *inside.begin() != "..") return folder / inside;
  }
  return path;
}

Result<std::unique_ptr<FileWriter>> FaultyFiles::create(const Path& path) {
  if (m_counts->before_create) m_counts->before_create(path);
  TRY(step());
  TRY_ASSIGN(auto file, real().create(real(path)));
  return std::unique_ptr<FileWriter>(std::make_unique<FaultyWriter>(*m_counts, std::move(file)));
}
Result<std::unique_ptr<FileReader>> FaultyFiles::open(const Path& path) {
  TRY(step());
  return real().open(real(path));
}
Result<void> FaultyFiles::rename(const Path& from, const Path& to) {
  TRY(step());
  return real().rename(real(from), real(to));
}
Result<void> FaultyFiles::remove(const Path& path) {
  TRY(step());
  return real().remove(real(path));
}
Result<void> FaultyFiles::create_folder(const Path& path) {
  TRY(step());
  return real().create_folder(real(path));
}
Result<void> FaultyFiles::sync_file(const Path& path) {
  TRY(step());
  return real().sync_file(real(path));
}
Result<void> FaultyFiles::sync_folder(const Path& path) {
  TRY(step());
  return real().sync_folder(real(path));
}
Result<FileFacts> FaultyFiles::facts_unfollowed(const Path& path) { return real().facts_unfollowed(real(path)); }
Result<std::unique_ptr<FileReader>> FaultyFiles::open_unfollowed(const Path& path) {
  TRY(step());
  return real().open_unfollowed(real(path));
}
Result<std::uint64_t> FaultyFiles::free_room(const Path& folder) { return real().free_room(real(folder)); }
Result<FileFacts> FaultyFiles::facts(const Path& path) { return real().facts(real(path)); }
Result<std::vector<Path>> FaultyFiles::list(const Path& folder) {
  TRY(step());
  std::vector<Path> plugged_in;
  for (const auto& [seen, behind] : m_counts->sticks) {
    if (seen.parent_path() == folder) plugged_in.push_back(seen.filename());
  }
  if (!plugged_in.empty()) return plugged_in;
  return real().list(real(folder));
}
bool FaultyFiles::is_writable(const Path& folder) {
  return m_counts->folders_are_writable && real().is_writable(real(folder));
}
Result<std::shared_ptr<FileSystem>> FaultyFiles::bound_to(const Path& folder) {
  auto bound = std::make_shared<FaultyFiles>();
  TRY_ASSIGN(bound->m_bound, real().bound_to(real(folder)));
  bound->m_counts = m_counts;
  return std::shared_ptr<FileSystem>(std::move(bound));
}
Result<std::unique_ptr<FolderLock>> FaultyFiles::lock(const Path& path) {
  TRY(step());
  return real().lock(real(path));
}

}  // namespace daybook::test
