#include "vault/backup/backup.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/record_fixture.h"
#include "vault/backup/restore.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

class BackupFixture : public RecordFixture {
 public:
  BackupFixture() {
    words = add_words("I am sorry for what I did", {{"who", "Mark"}});
    film_bytes = random_bytes(300 * 1024);
    film = add_file("film.mp4", film_bytes);
    note = add_note("He came back", words);
    REQUIRE(record().rewrite_note(note, "He came back at nine").ok());
    std::filesystem::create_directory(stick());
  }
  Path stick() const { return folder / "stick"; }

  std::unique_ptr<Record> restore(const Path& place, const char* name) {
    const auto backup = find_locked_files(operating_system_files(), place).value();
    const auto report = restore_backup(surroundings(), *backup, folder / name, secret(kPassphrase));
    if (!report) FAIL(report.error().detail);
    CHECK(report->faults.empty());
    return Record::open(surroundings(), folder / name, secret(kPassphrase)).value();
  }

  void require_everything(Record& other) {
    CHECK(read_all(*other.open_version(other.item(film)->newest()).value()) == film_bytes);
    CHECK(other.item(words)->current_answers().at("who") == "Mark");
    CHECK(other.item(note)->versions.size() == 2);
    const auto report = other.check();
    REQUIRE(report.ok());
    for (const CheckFinding& finding : report->findings) FAIL_CHECK(finding.what);
    CHECK(report->unknown_objects.empty());
  }

  ItemNumber words, film, note;
  Bytes film_bytes;
};

}  // namespace

TEST_CASE("a backup file restores to a record with everything in it, as a branch") {
  BackupFixture fixture;
  const BackupMade made = make_backup_file(fixture.record(), fixture.stick()).value();
  REQUIRE(made.files.size() == 1);
  CHECK(made.unreadable.empty());
  CHECK(std::filesystem::file_size(made.files[0]) == made.bytes);
  CHECK(last_backup(fixture.record()).value().has_value());
  const auto restored = fixture.restore(made.files[0], "restored");
  fixture.require_everything(*restored);
  CHECK(restored->keys().log.origin != fixture.record().keys().log.origin);
  CHECK(restored->vault().notices().empty());
  fixture.require_everything(fixture.record());  // and the one that it was made from is as it was
}

TEST_CASE("other people's tools can hold a backup against its list, and cannot read it") {
  BackupFixture fixture;
  const Path file = make_backup_file(fixture.record(), fixture.stick())->files[0];
  const std::string out = (fixture.folder / "unpacked").string();
  CHECK(run_command("unzip -tq '" + file.string() + "' >/dev/null") == 0);
  CHECK(run_command("unzip -q '" + file.string() + "' -d '" + out + "' && cd '" + out +
                    "' && sha256sum -c manifest-sha256.txt >/dev/null") == 0);
  CHECK(read_file(file).find("sorry") == std::string::npos);
  // What somebody unpacked by hand restores too.
  fixture.require_everything(*fixture.restore(out, "by hand"));
}

TEST_CASE("a backup in parts is checked and restored from its first part") {
  BackupFixture fixture;
  PartLimits options;
  options.most_bytes_in_a_file = options.part_size = 150'000;
  const BackupMade made = make_backup_file(fixture.record(), fixture.stick(), options).value();
  REQUIRE(made.files.size() > 2);
  CHECK(made.files[0].extension() == ".001");
  fixture.require_everything(*fixture.restore(made.files[0], "restored"));
  std::filesystem::remove(made.files[1]);
  CHECK_FALSE(find_locked_files(operating_system_files(), made.files[0]).ok());
}

TEST_CASE("a backup folder copies what is new, keeps two states, and restores from the newest") {
  BackupFixture fixture;
  const Path folder = fixture.stick() / "safe";
  CHECK(update_backup_folder(fixture.record(), folder)->copied == 3);  // header, records, the film
  const ItemNumber song = fixture.add_file("song", random_bytes(300 * 1024));
  fixture.clock.instant.utc_seconds -= 7 * 86400;  // the clock decides nothing
  CHECK(update_backup_folder(fixture.record(), folder)->copied == 3);
  CHECK(update_backup_folder(fixture.record(), folder)->copied == 2);
  const Path states = folder / fixture.record().vault().backup_name();
  CHECK(backup_states(operating_system_files(), states)->size() == 2);
  const auto restored = fixture.restore(folder, "restored");
  CHECK(restored->item(song).ok());
  fixture.require_everything(*restored);
  std::string output;
  for (const std::string& state : backup_states(operating_system_files(), states).value()) {
    CHECK(run_command("cd '" + states.string() + "' && sha256sum --quiet -c " + state + "/manifest-sha256.txt",
                      &output) == 0);
  }

  // What was removed from the record goes from the folder with the last state that knew it.
  REQUIRE(fixture.record().remove(song).ok());
  const auto objects = [&] {
    return find_locked_files(operating_system_files(), states / "objects").ok()
               ? 0
               : static_cast<int>(std::distance(std::filesystem::recursive_directory_iterator(states / "objects"),
                                                std::filesystem::recursive_directory_iterator()));
  };
  const int before = objects();
  REQUIRE(update_backup_folder(fixture.record(), folder).ok());
  CHECK(objects() == before);
  REQUIRE(update_backup_folder(fixture.record(), folder).ok());
  CHECK(objects() == before - 1);
}

TEST_CASE("after a change of keys a backup folder begins anew beside the old states") {
  BackupFixture fixture;
  const Path folder = fixture.stick() / "safe";
  REQUIRE(update_backup_folder(fixture.record(), folder).ok());
  REQUIRE(fixture.record().replace_keys(secret("four other random words")).ok());
  REQUIRE(fixture.record().vault().rewrap_objects().ok());
  fixture.clock.advance(60);
  CHECK(update_backup_folder(fixture.record(), folder)->copied == 3);
  const auto backup = find_locked_files(operating_system_files(), folder).value();
  CHECK(restore_backup(fixture.surroundings(), *backup, fixture.folder / "r", secret(kPassphrase)).error().code ==
        ErrorCode::wrong_passphrase);
  CHECK(restore_backup(fixture.surroundings(), *backup, fixture.folder / "r", secret("four other random words")).ok());
}

TEST_CASE("whoever holds a backup can tell that it was damaged, without a key") {
  BackupFixture fixture;
  const Path file = make_backup_file(fixture.record(), fixture.stick())->files[0];
  const std::string good = read_file(file);
  const auto faults = [&](const std::string& bytes) -> std::optional<std::size_t> {
    write_file(file, bytes);
    const auto backup = find_locked_files(operating_system_files(), file);
    if (!backup) return std::nullopt;  // not even a container
    return check_backup(**backup)->faults.size();
  };
  CHECK(faults(good) == 0);
  // Dates and attributes in the container's own headers mean nothing; every byte of every file counts.
  const auto means_nothing = [&](std::size_t at) {
    for (const char* signature : {"PK\x03\x04", "PK\x01\x02", "PK\x05\x06"}) {
      const std::size_t header = good.rfind(signature, at);
      if (header != std::string::npos && at - header < 46) return true;
    }
    return false;
  };
  std::size_t found = 0, flipped = 0;
  for (std::size_t at = 3; at < good.size(); at += at < 3000 ? 1 : 1009) {
    if (means_nothing(at)) continue;
    std::string bad = good;
    bad[at] ^= 1;
    const auto result = faults(bad);
    if (!result || *result > 0)
      ++found;
    else
      UNSCOPED_INFO("not found at " << at);
    ++flipped;
  }
  CHECK(found == flipped);
  std::printf("bytes of a backup flipped: %zu, found without a key: %zu\n", flipped, found);
  CHECK_FALSE(faults(good.substr(0, good.size() / 2)).has_value());
  write_file(file, "not a backup at all");
  CHECK_FALSE(find_locked_files(operating_system_files(), file).ok());
}

TEST_CASE("what is damaged in a backup does not keep the rest from coming back, and is named") {
  BackupFixture fixture;
  const Path file = make_backup_file(fixture.record(), fixture.stick())->files[0];
  const auto backup = find_locked_files(operating_system_files(), file).value();
  std::string bytes = read_file(file);
  const std::string name = fixture.record().vault().objects().list().value().objects.at(0);
  const std::size_t in_list = bytes.find(name), in_header = bytes.find(name, in_list + 1);
  REQUIRE(in_header != std::string::npos);
  bytes[in_header + 5000] ^= 1;
  write_file(file, bytes);
  const auto damaged = find_locked_files(operating_system_files(), file).value();
  const auto report =
      restore_backup(fixture.surroundings(), *damaged, fixture.folder / "restored", secret(kPassphrase));
  REQUIRE(report.ok());
  CHECK(report->items_not_whole == std::vector<ItemNumber>{fixture.film});
  auto record = Record::open(fixture.surroundings(), fixture.folder / "restored", secret(kPassphrase)).value();
  CHECK(record->item(fixture.words).ok());
  CHECK(record->check()->findings.size() == 1);
}

TEST_CASE("restoring never overwrites, and a wrong passphrase leaves nothing") {
  BackupFixture fixture;
  const Path file = make_backup_file(fixture.record(), fixture.stick())->files[0];
  const auto backup = find_locked_files(operating_system_files(), file).value();
  const auto restore = [&](const Path& target, std::string_view passphrase) {
    return restore_backup(fixture.surroundings(), *backup, target, secret(passphrase)).error().code;
  };
  CHECK(restore(fixture.path(), kPassphrase) == ErrorCode::already_exists);
  CHECK(restore(fixture.folder / "new", "some other passphrase") == ErrorCode::wrong_passphrase);
  CHECK(operating_system_files().list(fixture.folder.path())->size() == 2);  // record and stick
  CHECK(restore_backup(fixture.surroundings(), *backup, fixture.folder / "sheet", secret(fixture.recovery_code)).ok());
}

TEST_CASE("a failure of any file operation of a backup or a restore leaves the record, older backups and no half one") {
  int survived = 0;
  for (const bool into_folder : {false, true}) {
    for (int fail_at = 0;; ++fail_at) {
      BackupFixture fixture;
      const Path folder = fixture.stick() / "safe";
      if (into_folder) REQUIRE(update_backup_folder(fixture.record(), folder).ok());
      fixture.add_file("song", random_bytes(300 * 1024));
      fixture.close();
      FaultyFiles files;
      auto record = Record::open({files, fixture.clock}, fixture.path(), secret(kPassphrase)).value();
      files.operations = 0;
      files.fail_at = fail_at;
      INFO((into_folder ? "folder, operation " : "file, operation ") << fail_at);
      const bool made =
          into_folder ? update_backup_folder(*record, folder).ok() : make_backup_file(*record, fixture.stick()).ok();
      const bool done = files.operations <= fail_at;
      record.reset();
      fixture.reopen();
      fixture.require_everything(fixture.record());
      if (into_folder) {
        const auto backup = find_locked_files(operating_system_files(), folder);
        REQUIRE(backup.ok());
        CHECK(check_backup(**backup)->faults.empty());
        // An update after the failed one is whole.
        REQUIRE(update_backup_folder(fixture.record(), folder).ok());
        CHECK(check_backup(*find_locked_files(operating_system_files(), folder).value())->faults.empty());
      } else {
        for (const auto& entry : std::filesystem::directory_iterator(fixture.stick())) {
          if (entry.path().extension() != ".zip") continue;
          CHECK(check_backup(*find_locked_files(operating_system_files(), entry.path()).value())->faults.empty());
        }
      }
      ++survived;
      if (done) {
        CHECK(made);
        break;
      }
    }
  }
  for (int fail_at = 0;; ++fail_at) {
    BackupFixture fixture;
    const Path file = make_backup_file(fixture.record(), fixture.stick())->files[0];
    FaultyFiles files;
    files.fail_at = fail_at;
    INFO("restore, operation " << fail_at);
    const auto backup = find_locked_files(operating_system_files(), file).value();
    const auto restored =
        restore_backup({files, fixture.clock}, *backup, fixture.folder / "restored", secret(kPassphrase));
    if (std::filesystem::exists(fixture.folder / "restored"))
      CHECK(Record::open(fixture.surroundings(), fixture.folder / "restored", secret(kPassphrase)).ok());
    ++survived;
    if (files.operations <= fail_at) {
      CHECK(restored.ok());
      break;
    }
  }
  std::printf("failures during backup and restore survived: %d\n", survived);
}

TEST_CASE("no link in a backup folder leads what is backed up elsewhere, and none is said to be a backup") {
  BackupFixture fixture;
  const Path safe = fixture.folder / "safe", elsewhere = fixture.folder / "elsewhere";
  REQUIRE(update_backup_folder(fixture.record(), safe).ok());
  const Path own = safe / from_utf8(fixture.record().vault().backup_name());
  const Path shelf = std::filesystem::directory_iterator(own / "objects")->path();
  for (const Path& replaced : {shelf, own / "objects", own}) {
    INFO(replaced.string());
    std::filesystem::rename(replaced, elsewhere);
    std::filesystem::create_directory_symlink(elsewhere, replaced);
    const auto count = [&] {
      return std::distance(std::filesystem::recursive_directory_iterator(elsewhere),
                           std::filesystem::recursive_directory_iterator());
    };
    const auto before = count();
    CHECK_FALSE(update_backup_folder(fixture.record(), safe).ok());
    CHECK(count() == before);
    const auto backup = find_locked_files(operating_system_files(), safe);
    CHECK((!backup.ok() || !check_backup(**backup)->faults.empty()));
    std::filesystem::remove(replaced);
    std::filesystem::rename(elsewhere, replaced);
  }
  REQUIRE(update_backup_folder(fixture.record(), safe).ok());
  CHECK(check_backup(**find_locked_files(operating_system_files(), safe))->faults.empty());
}
