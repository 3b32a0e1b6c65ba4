// A record whose files and folders somebody replaced by links, pipes and other things that are no files, or put things
// beside. Whatever is done with it: nothing outside of the record is read into it, changed or removed, and nothing
// waits.
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>

#include "tests/faults/workplace.h"
#include "tests/support/corpora.h"
#include "tests/support/record_fixture.h"
#include "vault/backup/backup.h"
#include "vault/backup/carry_over.h"
#include "vault/backup/locked_files.h"
#include "vault/backup/restore.h"
#include "vault/backup/salvage.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrivate = "a letter of somebody else, which is nobody's business here. ";

enum class State {
  link_to_file,
  link_to_folder,
  pipe,
  socket,
  device,
  hard_link,
  folder,
  litter_beside,
};
constexpr std::pair<State, const char*> kStates[] = {
    {State::link_to_file, "a link to a file"},
    {State::link_to_folder, "a link to a folder"},
    {State::pipe, "a pipe"},
    {State::socket, "a socket"},
    {State::device, "a device"},
    {State::hard_link, "a hard link to another file"},
    {State::folder, "a folder"},
    {State::litter_beside, "litter beside it"},
};

// What lies outside of the record, and must stay as it is.
class Outside {
 public:
  explicit Outside(const Path& folder) : m_folder(folder) {
    fs::create_directories(m_folder / "letters");
    std::string text;
    while (text.size() < 300'000) text += kPrivate;
    for (const char* name : {"letter", "letters/one", "letters/two"}) write_file(m_folder / name, text);
    m_before = all();
  }
  Path file() const { return m_folder / "letter"; }
  Path folder() const { return m_folder / "letters"; }
  bool is_untouched() const { return all() == m_before; }

 private:
  std::map<Path, std::string> all() const {
    std::map<Path, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(m_folder))
      found[entry.path()] = entry.is_regular_file() ? read_file(entry.path()) : "";
    return found;
  }
  Path m_folder;
  std::map<Path, std::string> m_before;
};

// Whether a file in a folder has the private text in it. Links are not followed.
bool has_private_text(const Path& folder) {
  if (!fs::exists(folder)) return false;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_symlink() || !entry.is_regular_file()) continue;
    if (read_file(entry.path()).find(kPrivate) != std::string::npos) return true;
  }
  return false;
}

// False where the path has more than the 107 bytes that a socket may have.
bool make_socket(const Path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.native().size() >= sizeof address.sun_path) return false;
  std::copy(path.native().begin(), path.native().end(), address.sun_path);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  const bool is_made = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(socket);
  return is_made;
}

// False where this state cannot be made here, such as a device without the right to.
bool put(State state, const Path& place, const Outside& outside) {
  if (state != State::litter_beside) fs::remove_all(place);
  switch (state) {
    case State::link_to_file:
      fs::create_symlink(outside.file(), place);
      return true;
    case State::link_to_folder:
      fs::create_directory_symlink(outside.folder(), place);
      return true;
    case State::pipe:
      return ::mkfifo(place.c_str(), 0600) == 0;
    case State::socket:
      return make_socket(place);
    case State::device:
      return ::mknod(place.c_str(), S_IFCHR | 0600, makedev(1, 5)) == 0;  // /dev/zero
    case State::hard_link:
      return ::link(outside.file().c_str(), place.c_str()) == 0;
    case State::folder:
      return fs::create_directory(place);
    case State::litter_beside:
      for (const char* name : {".DS_Store", "Thumbs.db", "desktop.ini"})
        write_file(place.parent_path() / name, kPrivate);
      return true;
  }
  return false;
}

struct Operation {
  const char* name;
  std::function<bool(const Surroundings&, const Path& record, const Path& target)> run;  // whether it found no fault
};

using Opened = std::unique_ptr<Record>;

const std::vector<Operation>& operations() {
  static const std::vector<Operation> all{
      {"open",
       [](const Surroundings& s, const Path& at, const Path&) {
         const auto record = Record::open(s, at, secret(kPassphrase));
         return record.ok() && (*record)->vault().notices().empty();
       }},
      {"check",
       [](const Surroundings& s, const Path& at, const Path&) {
         const auto record = Record::open(s, at, secret(kPassphrase));
         if (!record) return false;
         const auto report = (*record)->check();
         return report.ok() && report->findings.empty() && report->unknown_objects.empty() &&
                (*record)->vault().notices().empty();
       }},
      {"backup file",
       [](const Surroundings& s, const Path& at, const Path& target) {
         const auto record = Record::open(s, at, secret(kPassphrase));
         if (!record) return false;
         const auto made = make_backup_file(**record, target);
         return made.ok() && made->unreadable.empty() && made->strangers.empty();
       }},
      {"backup folder",
       [](const Surroundings& s, const Path& at, const Path& target) {
         const auto record = Record::open(s, at, secret(kPassphrase));
         if (!record) return false;
         const auto made = update_backup_folder(**record, target / "backups");
         return made.ok() && made->unreadable.empty() && made->strangers.empty();
       }},
      {"restore",
       [](const Surroundings& s, const Path& at, const Path& target) {
         const auto backup = find_locked_files(s.files, at);
         if (!backup) return false;
         const auto report = restore_backup(s, **backup, target / "restored", secret(kPassphrase));
         return report.ok() && report->faults.empty();
       }},
      {"new keys",
       [](const Surroundings& s, const Path& at, const Path&) {
         const auto record = Record::open(s, at, secret(kPassphrase));
         if (!record || !(*record)->replace_keys(secret("other words for other keys"))) return false;
         const auto rewrapped = (*record)->vault().rewrap_objects();
         return rewrapped.ok() && rewrapped->strangers.empty();
       }},
      {"salvage",
       [](const Surroundings& s, const Path& at, const Path& target) {
         const Path made = target / "salvaged";
         if (!Record::create(s, made, secret(kPassphrase))) return false;
         const auto into = Record::open(s, made, secret(kPassphrase));
         if (!into) return false;
         return salvage_record(s, {at, std::nullopt}, secret(kPassphrase), target / "scratch", **into).ok();
       }},
      {"remove", [](const Surroundings& s, const Path& at, const Path&) { return remove_vault(s.files, at).ok(); }},
  };
  return all;
}

}  // namespace

TEST_CASE("whatever somebody puts into a record's folder, nothing outside of it is read, changed or waited for") {
  const MemoryFolder memory;
  FakeClock clock;
  const Surroundings surroundings{operating_system_files(), clock};
  const Path original = memory.path() / "original";
  REQUIRE(Record::create(surroundings, original, secret(kPassphrase)).ok());
  {
    const auto record = Record::open(surroundings, original, secret(kPassphrase)).value();
    Addition words, file;
    words.kind = ItemKind::words;
    REQUIRE(record->add_text(words, "where are you").ok());
    const Bytes bytes = random_bytes(400'000);  // large enough for a stored file of its own
    MemorySource source(bytes);
    file.kind = ItemKind::file;
    file.name = "voice.ogg";
    REQUIRE(record->add(file, store_source(record->vault(), source).value()).ok());
    REQUIRE(record->vault().save_draft(as_bytes("what is being typed")).ok());
  }
  std::vector<Path> places;
  for (const auto& entry : fs::recursive_directory_iterator(original))
    places.push_back(entry.path().lexically_relative(original));
  std::sort(places.begin(), places.end());
  REQUIRE(places.size() >= 7);

  std::size_t number = 0, done = 0, told = 0;
  for (const Path& place : places) {
    for (const auto& [state, state_name] : kStates) {
      for (const Operation& operation : operations()) {
        if (number++ % stride() != first_place() || !is_in_shard(number)) continue;
        INFO(place << " is " << state_name << ", " << operation.name);
        const Path at = memory.path() / "record", target = memory.path() / "target";
        fs::remove_all(at);
        fs::remove_all(target);
        fs::remove_all(memory.path() / "outside");
        fs::copy(original, at, fs::copy_options::recursive);
        fs::create_directory(target);
        const Outside outside(memory.path() / "outside");
        if (!put(state, at / place, outside)) continue;
        const auto begin = std::chrono::steady_clock::now();
        const bool is_silent = operation.run(surroundings, at, target);
        const auto took = std::chrono::steady_clock::now() - begin;
        CHECK(took < std::chrono::seconds(10));
        CHECK(outside.is_untouched());
        CHECK_FALSE(has_private_text(target));
        ++done;
        if (!is_silent) ++told;
        // A check that says that all is well must have looked at all that is there.
        const bool is_among_objects = place.native().starts_with("objects/");
        if (operation.name == std::string_view("check") && is_among_objects) CHECK_FALSE(is_silent);
      }
    }
  }
  std::printf("hostile folders: %zu of %zu tried, %zu told, nothing outside touched\n", done, number, told);
}
