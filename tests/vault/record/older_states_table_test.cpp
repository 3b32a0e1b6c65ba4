// Every part of a record from each of three earlier days, alone and with others, in the place of that of today.
#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

namespace fs = std::filesystem;

enum class Told { nothing_is_missing, at_opening, by_check_as_missing, by_check_as_unknown_file, not_at_all };

const char* name_of(Told told) {
  switch (told) {
    case Told::nothing_is_missing:
      return "nothing of today is missing";
    case Told::at_opening:
      return "told at opening";
    case Told::by_check_as_missing:
      return "the check names what is missing";
    case Told::by_check_as_unknown_file:
      return "the check names newer stored files";
    case Told::not_at_all:
      return "a whole older record: not told";
  }
  return "";
}

struct Parts {
  const char* name;
  std::vector<const char*> names;
  Told expected;
};

// What is put back from the earlier day, and how it is found. Headers that know of fewer entries than the database are
// normal after a crash. Headers and database of one day are a record as it was on that day: only stored files that are
// newer show that there was more.
const Parts kParts[] = {
    {"headers", {"header", "header-2"}, Told::nothing_is_missing},
    {"database", {"records"}, Told::at_opening},
    {"stored files", {"objects"}, Told::by_check_as_missing},
    {"headers, database", {"header", "header-2", "records"}, Told::by_check_as_unknown_file},
    {"headers, stored files", {"header", "header-2", "objects"}, Told::by_check_as_missing},
    {"database, stored files", {"records", "objects"}, Told::at_opening},
    {"headers, database, stored files", {"header", "header-2", "records", "objects"}, Told::not_at_all},
};

Told told_by(Record& record, std::uint64_t items_today) {
  const auto& notices = record.vault().notices();
  if (std::find(notices.begin(), notices.end(), OpenNotice::records_older_than_key) != notices.end())
    return Told::at_opening;
  const CheckReport report = record.check().value();
  if (!report.findings.empty()) return Told::by_check_as_missing;
  if (!report.unknown_objects.empty()) return Told::by_check_as_unknown_file;
  return record.count().value() == items_today ? Told::nothing_is_missing : Told::not_at_all;
}

}  // namespace

TEST_CASE("each part of a record from each of three earlier days, alone and with others, is found and named") {
  RecordFixture fixture;
  const char* days[] = {"monday", "tuesday", "wednesday"};
  for (const char* day : days) {
    fixture.add_words(std::string("words of ") + day);
    fixture.add_file("voice.ogg", random_bytes(300'000));
    fixture.close();
    fs::copy(fixture.path(), fixture.folder / day, fs::copy_options::recursive);
    fixture.reopen();
  }
  fixture.add_words("words of today");
  fixture.add_file("voice.ogg", random_bytes(300'000));
  const std::uint64_t items_today = fixture.record().count().value();
  fixture.close();
  for (const Parts& parts : kParts) {
    for (const char* day : days) {
      INFO(parts.name << " of " << day);
      const Path mixed = fixture.folder / "mixed";
      fs::remove_all(mixed);
      fs::copy(fixture.path(), mixed, fs::copy_options::recursive);
      for (const char* name : parts.names) {
        fs::remove_all(mixed / name);
        fs::copy(fixture.folder / day / name, mixed / name, fs::copy_options::recursive);
      }
      const auto record = Record::open(fixture.surroundings(), mixed, secret(kPassphrase)).value();
      const Told told = told_by(*record, items_today);
      CHECK(std::string(name_of(told)) == name_of(parts.expected));
      std::printf("%-32s of %-10s %s\n", parts.name, day, name_of(told));
    }
  }
}
