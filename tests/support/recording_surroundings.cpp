#include "tests/support/recording_surroundings.h"

#include <sqlite3.h>

#include <cstring>
#include <utility>

#include "vault/store/wiping_memory.h"

namespace daybook::test {

using namespace daybook::vault;
using Kind = DiskOperation::Kind;

bool Recorder::fails() {
  const std::size_t number = asked++;
  return number == fail_at || (and_all_after && number > fail_at);
}

std::optional<std::string> Recorder::relative(const std::string& path) const {
  const std::string root = m_root.string() + "/";
  if (path == m_root.string()) return std::string();
  if (!path.starts_with(root)) return std::nullopt;
  return path.substr(root.size());
}

void Recorder::record(Kind kind, const std::string& path, const std::string& to, std::uint64_t offset, ByteView bytes) {
  const auto inside = relative(path);
  if (!inside) return;
  operations.push_back(
      {kind, *inside, to.empty() ? "" : relative(to).value_or(""), offset, Bytes(bytes.begin(), bytes.end())});
}

namespace {

class RecordingWriter final : public FileWriter {
 public:
  RecordingWriter(Recorder& recorder, Path path, std::unique_ptr<FileWriter> file)
      : m_recorder(recorder), m_path(std::move(path)), m_file(std::move(file)) {}
  Result<void> write(ByteView bytes) override {
    if (m_recorder.fails()) {
      (void)m_file->write(bytes.first(bytes.size() / 2));  // a failed write may have written something
      return Error{m_recorder.failure, "made to fail"};
    }
    TRY(m_file->write(bytes));
    m_recorder.record(Kind::write, m_path.string(), "", m_size, bytes);
    m_size += bytes.size();
    return {};
  }
  Result<void> sync() override {
    if (m_recorder.fails()) return Error{m_recorder.failure, "made to fail"};
    TRY(m_file->sync());
    m_recorder.record(Kind::sync, m_path.string());
    return {};
  }

 private:
  Recorder& m_recorder;
  Path m_path;
  std::unique_ptr<FileWriter> m_file;
  std::uint64_t m_size = 0;
};

}  // namespace

Result<std::unique_ptr<FileWriter>> RecordingFiles::create(const Path& path) {
  if (m_recorder.fails()) return Error{m_recorder.failure, "made to fail"};
  TRY_ASSIGN(auto file, real().create(path));
  m_recorder.record(Kind::create, path.string());
  return std::unique_ptr<FileWriter>(std::make_unique<RecordingWriter>(m_recorder, path, std::move(file)));
}
Result<void> RecordingFiles::rename(const Path& from, const Path& to) {
  if (m_recorder.fails()) return Error{m_recorder.failure, "made to fail"};
  TRY(real().rename(from, to));
  m_recorder.record(Kind::rename, from.string(), to.string());
  return {};
}
Result<void> RecordingFiles::remove(const Path& path) {
  if (m_recorder.fails()) return Error{m_recorder.failure, "made to fail"};
  TRY(real().remove(path));
  m_recorder.record(Kind::remove, path.string());
  return {};
}
Result<void> RecordingFiles::create_folder(const Path& path) {
  if (m_recorder.fails()) return Error{m_recorder.failure, "made to fail"};
  TRY(real().create_folder(path));
  m_recorder.record(Kind::make_folder, path.string());
  return {};
}
Result<void> RecordingFiles::sync_file(const Path& path) {
  if (m_recorder.fails()) return Error{m_recorder.failure, "made to fail"};
  TRY(real().sync_file(path));
  m_recorder.record(Kind::sync, path.string());
  return {};
}
Result<void> RecordingFiles::sync_folder(const Path& path) {
  if (m_recorder.fails()) return Error{m_recorder.failure, "made to fail"};
  TRY(real().sync_folder(path));
  m_recorder.record(Kind::sync_folder, path.string());
  return {};
}
Result<std::unique_ptr<FileReader>> RecordingFiles::open(const Path& path) { return real().open(path); }
Result<FileFacts> RecordingFiles::facts_unfollowed(const Path& path) { return real().facts_unfollowed(path); }
Result<std::unique_ptr<FileReader>> RecordingFiles::open_unfollowed(const Path& path) {
  return real().open_unfollowed(path);
}
Result<std::uint64_t> RecordingFiles::free_room(const Path& folder) { return real().free_room(folder); }
Result<FileFacts> RecordingFiles::facts(const Path& path) { return real().facts(path); }
Result<std::vector<Path>> RecordingFiles::list(const Path& folder) { return real().list(folder); }
bool RecordingFiles::is_writable(const Path& folder) { return real().is_writable(folder); }
Result<std::unique_ptr<FolderLock>> RecordingFiles::lock(const Path& path) {
  const bool is_new = !real().exists(path);
  TRY_ASSIGN(auto lock, real().lock(path));
  if (is_new) m_recorder.record(Kind::create, path.string());
  return lock;
}

Result<std::shared_ptr<FileSystem>> RecordingFiles::bound_to(const Path& folder) {
  auto bound = std::make_shared<RecordingFiles>(m_recorder);
  TRY_ASSIGN(bound->m_bound, real().bound_to(folder));
  return std::shared_ptr<FileSystem>(std::move(bound));
}

// The files of SQLite go through a thin layer over the VFS of the operating system.
namespace {

Recorder* active_recorder = nullptr;
sqlite3_vfs* real_vfs = nullptr;

struct RecordingFile {
  sqlite3_file base;
  sqlite3_file* real;  // behind this struct, in the same block
  std::string* path;
  bool syncs_folder;  // the first sync of a new journal is one of its folder too (os_unix.c, UNIXFILE_DIRSYNC)
};

RecordingFile* of(sqlite3_file* file) { return reinterpret_cast<RecordingFile*>(file); }
int error_of(int input_output) { return active_recorder->failure == ErrorCode::disk_full ? SQLITE_FULL : input_output; }

int close_file(sqlite3_file* file) {
  const int code = of(file)->real->pMethods != nullptr ? of(file)->real->pMethods->xClose(of(file)->real) : SQLITE_OK;
  delete of(file)->path;
  return code;
}
int read_file_at(sqlite3_file* file, void* target, int size, sqlite3_int64 offset) {
  return of(file)->real->pMethods->xRead(of(file)->real, target, size, offset);
}
int write_file_at(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  sqlite3_file* real = of(file)->real;
  if (active_recorder->fails()) {
    real->pMethods->xWrite(real, bytes, size / 2, offset);
    return error_of(SQLITE_IOERR_WRITE);
  }
  const int code = real->pMethods->xWrite(real, bytes, size, offset);
  if (code == SQLITE_OK)
    active_recorder->record(Kind::write, *of(file)->path, "", static_cast<std::uint64_t>(offset),
                            {static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(size)});
  return code;
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (active_recorder->fails()) return error_of(SQLITE_IOERR_TRUNCATE);
  const int code = of(file)->real->pMethods->xTruncate(of(file)->real, size);
  if (code == SQLITE_OK) active_recorder->record(Kind::truncate, *of(file)->path, "", static_cast<std::uint64_t>(size));
  return code;
}
int sync_file(sqlite3_file* file, int flags) {
  if (active_recorder->fails()) return error_of(SQLITE_IOERR_FSYNC);
  const int code = of(file)->real->pMethods->xSync(of(file)->real, flags);
  if (code != SQLITE_OK) return code;
  active_recorder->record(Kind::sync, *of(file)->path);
  if (std::exchange(of(file)->syncs_folder, false))
    active_recorder->record(Kind::sync_folder, Path(*of(file)->path).parent_path().string());
  return code;
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  return of(file)->real->pMethods->xFileSize(of(file)->real, size);
}
int lock_file(sqlite3_file* file, int level) { return of(file)->real->pMethods->xLock(of(file)->real, level); }
int unlock_file(sqlite3_file* file, int level) { return of(file)->real->pMethods->xUnlock(of(file)->real, level); }
int check_lock(sqlite3_file* file, int* out) {
  return of(file)->real->pMethods->xCheckReservedLock(of(file)->real, out);
}
int control(sqlite3_file* file, int what, void* argument) {
  return of(file)->real->pMethods->xFileControl(of(file)->real, what, argument);
}
int sector_size(sqlite3_file* file) { return of(file)->real->pMethods->xSectorSize(of(file)->real); }
int characteristics(sqlite3_file* file) { return of(file)->real->pMethods->xDeviceCharacteristics(of(file)->real); }

// These methods have version 1, so SQLite uses neither shared memory nor memory mapping, through which writes could
// pass unseen.
const sqlite3_io_methods kMethods{1,         close_file,   read_file_at,    write_file_at, truncate_file,
                                  sync_file, size_of_file, lock_file,       unlock_file,   check_lock,
                                  control,   sector_size,  characteristics, nullptr,       nullptr,
                                  nullptr,   nullptr,      nullptr,         nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  RecordingFile* recording = of(file);
  std::memset(recording, 0, sizeof *recording);
  recording->real = reinterpret_cast<sqlite3_file*>(recording + 1);
  std::memset(recording->real, 0, static_cast<std::size_t>(real_vfs->szOsFile));
  const bool is_new = name != nullptr && (flags & SQLITE_OPEN_CREATE) != 0 && !std::filesystem::exists(name);
  if (is_new && active_recorder->fails()) return error_of(SQLITE_CANTOPEN);
  const int code = real_vfs->xOpen(real_vfs, name, recording->real, flags, out_flags);
  if (code != SQLITE_OK) return code;
  recording->base.pMethods = &kMethods;
  recording->path = new std::string(name != nullptr ? name : "");
  const int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
  recording->syncs_folder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0;
  if (is_new) active_recorder->record(Kind::create, *recording->path);
  return code;
}
int delete_file(sqlite3_vfs*, const char* name, int sync) {
  if (active_recorder->fails()) return error_of(SQLITE_IOERR_DELETE);
  const bool was_there = std::filesystem::exists(name);
  const int code = real_vfs->xDelete(real_vfs, name, sync);
  if (code == SQLITE_OK && was_there) {
    active_recorder->record(Kind::remove, name);
    if (sync != 0) active_recorder->record(Kind::sync_folder, Path(name).parent_path().string());
  }
  return code;
}

sqlite3_vfs recording_vfs;

}  // namespace

RecordingVfs::RecordingVfs(Recorder& recorder) {
  use_wiping_memory();  // before SQLite is first used
  active_recorder = &recorder;
  real_vfs = sqlite3_vfs_find(nullptr);
  recording_vfs = *real_vfs;
  recording_vfs.zName = name();
  recording_vfs.pNext = nullptr;
  recording_vfs.szOsFile = static_cast<int>(sizeof(RecordingFile)) + real_vfs->szOsFile;
  recording_vfs.xOpen = open_file;
  recording_vfs.xDelete = delete_file;
  sqlite3_vfs_register(&recording_vfs, 0);
}

RecordingVfs::~RecordingVfs() {
  sqlite3_vfs_unregister(&recording_vfs);
  active_recorder = nullptr;
}

}  // namespace daybook::test
