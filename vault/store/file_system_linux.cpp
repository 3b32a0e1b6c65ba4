#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>

#include "vault/store/bound_folder_linux.h"
#include "vault/store/file_system.h"
#include "vault/store/helper_thread.h"

namespace daybook::vault {
namespace {

class LinuxLock final : public FolderLock {
 public:
  explicit LinuxLock(Descriptor file) : m_file(std::move(file)) {}

 private:
  Descriptor m_file;
};

class LinuxWriter final : public FileWriter {
 public:
  LinuxWriter(Descriptor file, Path path) : m_file(std::move(file)), m_path(std::move(path)) {}

  Result<void> write(ByteView bytes) override {
    while (!bytes.empty()) {
      const ssize_t count = ::write(m_file.get(), bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return error_of_errno(errno, m_path);
      bytes = bytes.subspan(static_cast<std::size_t>(count));
      start_writeback(static_cast<std::uint64_t>(count));
    }
    return {};
  }
  Result<void> sync() override {
    if (::fsync(m_file.get()) != 0) return error_of_errno(errno, m_path);
    return {};
  }

 private:
  // Has the medium write while we still encrypt, so that the sync at the end has little left to wait for. The call has
  // a thread of its own, because it blocks when the medium has enough to do.
  void start_writeback(std::uint64_t count) {
    constexpr std::uint64_t kStride = 8 << 20;
    m_written += count;
    if (m_written - m_started < kStride || (m_flusher && !m_flusher->is_idle())) return;
    if (!m_flusher) m_flusher = std::make_unique<HelperThread>();
    m_flusher->start([file = m_file.get(), begin = static_cast<off64_t>(m_started),
                      size = static_cast<off64_t>(m_written - m_started)] {
      ::sync_file_range(file, begin, size, SYNC_FILE_RANGE_WRITE);
    });
    m_started = m_written;
  }

  Descriptor m_file;
  Path m_path;
  std::uint64_t m_written = 0;
  std::uint64_t m_started = 0;
  std::unique_ptr<HelperThread> m_flusher;  // declared last, so that the thread has ended before the file is closed
};

class LinuxReader final : public FileReader {
 public:
  LinuxReader(Descriptor file, Path path, std::uint64_t size)
      : m_file(std::move(file)), m_path(std::move(path)), m_size(size) {}

  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    read_ahead(offset + target.size());
    while (!target.empty()) {
      const ssize_t count = ::pread(m_file.get(), target.data(), target.size(), static_cast<off_t>(offset));
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return error_of_errno(errno, m_path);
      if (count == 0) return Error{ErrorCode::damaged, to_utf8(m_path.filename()) + " ends early"};
      offset += static_cast<std::uint64_t>(count);
      target = target.subspan(static_cast<std::size_t>(count));
    }
    return {};
  }
  Result<std::size_t> read(MutableByteView target) override {
    std::size_t done = 0;
    while (done < target.size()) {
      const ssize_t count = ::read(m_file.get(), target.data() + done, target.size() - done);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return error_of_errno(errno, m_path);
      if (count == 0) break;
      done += static_cast<std::size_t>(count);
    }
    return done;
  }
  Result<FileStamp> stamp() const override {
    struct stat status;
    if (::fstat(m_file.get(), &status) != 0) return error_of_errno(errno, m_path);
    const auto nanoseconds = [](const timespec& time) {
      // A year that this cannot count is cut off: two such times are told apart by the other fields.
      constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 1'000'000'000 - 1;
      return std::clamp<std::int64_t>(time.tv_sec, -kMost, kMost) * 1'000'000'000 + time.tv_nsec;
    };
    return FileStamp{static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
                     nanoseconds(status.st_ctim)};
  }
  std::optional<int> descriptor() const override { return m_file.get(); }
  void drop_cache() override { ::posix_fadvise(m_file.get(), 0, 0, POSIX_FADV_DONTNEED); }

 private:
  // Has the medium fetch the next bytes while we still decrypt those before them.
  void read_ahead(std::uint64_t position) {
    constexpr std::uint64_t kDistance = 16 << 20;
    const bool jumped = position + kDistance < m_ahead || position > m_ahead;
    if (jumped) m_ahead = position;
    if (m_ahead >= m_size || m_ahead - position > kDistance / 2 || m_size < kDistance) return;
    ::posix_fadvise(m_file.get(), static_cast<off_t>(m_ahead), kDistance, POSIX_FADV_WILLNEED);
    m_ahead += kDistance;
  }

  Descriptor m_file;
  Path m_path;
  std::uint64_t m_size;
  std::uint64_t m_ahead = 0;
};

class LinuxFiles final : public FileSystem {
 public:
  LinuxFiles() = default;
  explicit LinuxFiles(BoundFolder folder) : m_folder(std::move(folder)) {}

  Result<std::shared_ptr<FileSystem>> bound_to(const Path& folder) override {
    TRY_ASSIGN(BoundFolder bound, m_folder.open_within(folder));
    return std::shared_ptr<FileSystem>(std::make_shared<LinuxFiles>(std::move(bound)));
  }

  Result<std::unique_ptr<FileWriter>> create(const Path& path) override {
    TRY_ASSIGN(const PlaceInFolder place, m_folder.place_of(path));
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
    Descriptor file(::openat(place.folder, place.name.c_str(), kFlags, 0600));
    if (file.get() < 0) return error_of_errno(errno, path);
    return std::unique_ptr<FileWriter>(std::make_unique<LinuxWriter>(std::move(file), path));
  }

  Result<std::unique_ptr<FileReader>> open(const Path& path) override { return open_with(path, 0); }
  Result<std::unique_ptr<FileReader>> open_unfollowed(const Path& path) override { return open_with(path, O_NOFOLLOW); }

  Result<void> rename(const Path& from, const Path& to) override {
    TRY_ASSIGN(const PlaceInFolder old_place, m_folder.place_of(from));
    TRY_ASSIGN(const PlaceInFolder new_place, m_folder.place_of(to));
    if (::renameat(old_place.folder, old_place.name.c_str(), new_place.folder, new_place.name.c_str()) != 0)
      return error_of_errno(errno, to);
    return {};
  }

  Result<void> remove(const Path& path) override {
    TRY_ASSIGN(const PlaceInFolder place, m_folder.place_of(path));
    if (::unlinkat(place.folder, place.name.c_str(), 0) == 0) return {};
    if (errno != EISDIR || ::unlinkat(place.folder, place.name.c_str(), AT_REMOVEDIR) != 0)
      return error_of_errno(errno, path);
    return {};
  }

  Result<void> create_folder(const Path& path) override {
    TRY_ASSIGN(const PlaceInFolder place, m_folder.place_of(path));
    if (::mkdirat(place.folder, place.name.c_str(), 0700) != 0) return error_of_errno(errno, path);
    return {};
  }

  Result<void> sync_file(const Path& path) override {
    TRY_ASSIGN(const Descriptor file, open_for(path, O_RDONLY | O_NONBLOCK));
    if (::fsync(file.get()) != 0) return error_of_errno(errno, path);
    return {};
  }

  Result<void> sync_folder(const Path& path) override {
    TRY_ASSIGN(const Descriptor folder, open_for(path, O_RDONLY | O_DIRECTORY));
    // Some file systems (FAT by FUSE, network) cannot sync a folder and say EINVAL. Nothing else can be done there.
    if (::fsync(folder.get()) != 0 && errno != EINVAL) return error_of_errno(errno, path);
    return {};
  }

  Result<FileFacts> facts(const Path& path) override { return facts_with(path, 0); }
  Result<FileFacts> facts_unfollowed(const Path& path) override { return facts_with(path, AT_SYMLINK_NOFOLLOW); }

  Result<std::uint64_t> free_room(const Path& folder) override {
    TRY_ASSIGN(const Descriptor opened, open_for(folder, O_PATH | O_DIRECTORY));
    struct statvfs status;
    if (::fstatvfs(opened.get(), &status) != 0) return error_of_errno(errno, folder);
    return std::uint64_t{status.f_bavail} * status.f_frsize;
  }

  Result<std::vector<Path>> list(const Path& folder) override {
    TRY_ASSIGN(const Descriptor opened, open_for(folder, O_RDONLY | O_DIRECTORY));
    // The stream takes the descriptor that it is given for its own.
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(::fcntl(opened.get(), F_DUPFD_CLOEXEC, 0)),
                                                     ::closedir);
    if (stream == nullptr) return error_of_errno(errno, folder);
    std::vector<Path> names;
    for (;;) {
      errno = 0;
      const dirent* const entry = ::readdir(stream.get());
      if (entry == nullptr && errno != 0) return error_of_errno(errno, folder);
      if (entry == nullptr) break;
      if (const std::string_view name(entry->d_name); name != "." && name != "..") names.emplace_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  bool is_writable(const Path& folder) override {
    const auto place = m_folder.place_of(folder);
    return place && ::faccessat(place->folder, place->name.c_str(), W_OK, 0) == 0;
  }

  Result<std::unique_ptr<FolderLock>> lock(const Path& path) override {
    TRY_ASSIGN(const PlaceInFolder place, m_folder.place_of(path));
    constexpr int kFlags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    Descriptor file(::openat(place.folder, place.name.c_str(), kFlags, 0600));
    if (file.get() < 0) return error_of_errno(errno, path);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) return Error{ErrorCode::in_use, to_utf8(path.parent_path().filename())};
      return error_of_errno(errno, path);
    }
    return std::unique_ptr<FolderLock>(std::make_unique<LinuxLock>(std::move(file)));
  }

 private:
  Result<Descriptor> open_for(const Path& path, int flags) const {
    TRY_ASSIGN(const PlaceInFolder place, m_folder.place_of(path, /*may_be_looked_at=*/true));
    Descriptor opened(::openat(place.folder, place.name.c_str(), flags | O_CLOEXEC | place.no_follow()));
    if (opened.get() < 0) return place.is_bound() ? error_at(place, errno) : error_of_errno(errno, path);
    return opened;
  }

  Result<std::unique_ptr<FileReader>> open_with(const Path& path, int flags) const {
    TRY_ASSIGN(const PlaceInFolder place, m_folder.place_of(path));
    flags |= place.no_follow();
    // O_NONBLOCK, because a pipe that nobody writes to would otherwise never open.
    Descriptor file(::openat(place.folder, place.name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags));
    if (file.get() < 0 && errno == ELOOP && flags != 0)
      return Error{ErrorCode::unsupported, to_utf8(path.filename()) + " is not an ordinary file"};
    if (file.get() < 0) return error_of_errno(errno, path);
    struct stat status;
    if (::fstat(file.get(), &status) != 0) return error_of_errno(errno, path);
    if (!S_ISREG(status.st_mode))
      return Error{ErrorCode::unsupported, to_utf8(path.filename()) + " is not an ordinary file"};
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return std::unique_ptr<FileReader>(
        std::make_unique<LinuxReader>(std::move(file), path, static_cast<std::uint64_t>(status.st_size)));
  }

  Result<FileFacts> facts_with(const Path& path, int flags) const {
    TRY_ASSIGN(const PlaceInFolder place, m_folder.place_of(path, /*may_be_looked_at=*/true));
    if (place.is_bound()) flags |= AT_SYMLINK_NOFOLLOW;
    struct statx status;
    if (::statx(place.folder, place.name.c_str(), flags, STATX_BASIC_STATS | STATX_BTIME, &status) != 0)
      return error_of_errno(errno, path);
    FileFacts facts{status.stx_size, status.stx_mtime.tv_sec, std::nullopt, S_ISREG(status.stx_mode),
                    S_ISDIR(status.stx_mode)};
    if ((status.stx_mask & STATX_BTIME) != 0) facts.created_seconds = status.stx_btime.tv_sec;
    return facts;
  }

  BoundFolder m_folder;
};

}  // namespace

FileSystem& operating_system_files() {
  static LinuxFiles files;
  return files;
}

}  // namespace daybook::vault
