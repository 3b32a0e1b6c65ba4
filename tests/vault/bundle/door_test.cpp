#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "vault/bundle/reader_talk.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

// The door to copies from elsewhere: what the copy-reader may say, and what is written.

namespace {

const CopyDoor& door() {
  static const CopyDoor door(DAYBOOK_COPY_READER);
  return door;
}

Path script(const TemporaryFolder& folder, const std::string& name, const std::string& body) {
  const Path path = folder / name;
  write_file(path, "#!/bin/sh\n" + body + "\n");
  ::chmod(path.c_str(), 0700);
  return path;
}

std::string reason_with(const Path& reader, const Path& copy) {
  const auto verdict = CopyDoor(reader).check(operating_system_files(), {copy}, {});
  REQUIRE(verdict.ok());
  REQUIRE(verdict->answer == Answer::could_not_be_checked);
  CHECK(verdict->items.empty());
  return verdict->reason()->subject;
}

// What a copy-reader says to give this verdict.
std::string frames_of(const CopyVerdict& verdict) {
  std::string frames;
  const auto add = [&](std::uint8_t type, const auto& value) {
    sandbox::Packer packer;
    pack(value, packer);
    frames += static_cast<char>(type);
    for (int shift = 0; shift < 32; shift += 8) frames += static_cast<char>(packer.bytes().size() >> shift & 0xff);
    frames += as_text(packer.bytes());
  };
  for (const ItemVerdict& item : verdict.items) add(tell::kItem, item);
  for (const VerdictLine& line : verdict.lines) add(tell::kLine, line);
  add(tell::kVerdict, verdict);
  return frames;
}

std::size_t files_below(const Path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) count += entry.is_regular_file();
  return count;
}

}  // namespace

TEST_CASE("through the process without keys the verdict is the same as in this one") {
  CopyFixture fixture;
  const auto advocate = crypto::AgeIdentity::generate();
  const SealedCopy copy = fixture.seal({}, {advocate.recipient()});
  CheckOptions options;
  options.keys.identities.push_back(crypto::AgeIdentity::parse(advocate.to_secret_text().expose_text()).value());
  options.brings.confirmed_words = copy.key_words;
  const auto here = check_own_copy(operating_system_files(), {copy.file()}, options).value();
  const auto there = door().check(operating_system_files(), {copy.file()}, options).value();
  CHECK(there.answer == here.answer);
  CHECK(there.matches());
  CHECK(there.is_confirmed());
  CHECK(there.key_words == here.key_words);
  CHECK(there.receipt == here.receipt);
  CHECK(there.seal->purpose == "for a test");
  REQUIRE(there.lines.size() == here.lines.size());
  for (std::size_t i = 0; i < here.lines.size(); ++i) {
    CHECK(there.lines[i].finding == here.lines[i].finding);
    CHECK(there.lines[i].subject == here.lines[i].subject);
  }
  REQUIRE(there.items.size() == here.items.size());
  for (std::size_t i = 0; i < here.items.size(); ++i) CHECK(there.items[i].path == here.items[i].path);
}

TEST_CASE("a reader that dies or talks nonsense means that the copy could not be checked, and no more") {
  CopyFixture fixture;
  const Path copy = fixture.seal().file();
  CHECK(reason_with("/bin/false", copy) == "reader");
  CHECK(reason_with(script(fixture.folder, "noise", "head -c 100000 /dev/urandom >&4; sleep 1"), copy) == "reader");
  CHECK(reason_with(script(fixture.folder, "killed", "kill -9 $$"), copy) == "reader");
  // A verdict that says more than its lines: an answer "matches" with nothing found.
  const std::string verdict(8 + 8 + 3 * 8 + 8 + 8, '\0');
  std::string frame = "\\r";
  frame += "\\" + std::string("070\\000\\000\\000");
  for (std::size_t i = 0; i < verdict.size(); ++i) frame += "\\000";
  CHECK(reason_with(script(fixture.folder, "liar", "printf '" + frame + "' >&4; sleep 1"), copy) == "reader");
  CHECK(CopyDoor("/nowhere/copy-reader").check(operating_system_files(), {copy}, {}).error().code ==
        ErrorCode::not_found);
}

TEST_CASE("a reader that states more than a copy may is refused, whatever else it says") {
  const Path copy = test_data() / "copies" / "stated" / "copy.zip";
  const auto here = check_own_copy(operating_system_files(), {copy}, {}).value();
  const auto there = door().check(operating_system_files(), {copy}, {}).value();
  REQUIRE((here.stated && there.stated));
  CHECK(there.stated->prepared_by == "A. Advocate");
  CHECK(there.stated->items_left_out == here.stated->items_left_out);
  TemporaryFolder folder;
  int number = 0;
  const auto answer_to = [&](const CopyVerdict& verdict) {
    const std::string name = std::to_string(++number);
    write_file(folder / (name + ".frames"), frames_of(verdict));
    const Path reader = script(folder, name, "cat '" + (folder / (name + ".frames")).string() + "' >&4; sleep 1");
    return CopyDoor(reader).check(operating_system_files(), {copy}, {})->answer;
  };
  CHECK(answer_to(here) == Answer::matches);
  CopyVerdict lie = here;
  lie.stated->people->first.assign(StatedFacts::kMostListed + 1, "Alex");
  CHECK(answer_to(lie) == Answer::could_not_be_checked);
  lie = here;
  lie.stated->reference = std::string(StatedFacts::kMostTextBytes + 1, 'a');
  CHECK(answer_to(lie) == Answer::could_not_be_checked);
  lie = here;
  lie.stated->removed->first[0].time = "at night";
  CHECK(answer_to(lie) == Answer::could_not_be_checked);
}

TEST_CASE("a reader that neither reads nor says anything is given up, and does not keep a stop from coming") {
  TemporaryFolder folder;
  const Path reader = script(folder, "stalls", "exec sleep 1000");
  CheckRequest request;
  for (int i = 0; i < 40; ++i) request.brings.earlier_checkpoints.emplace_back(10'000, 'x');  // more than a pipe holds
  SECTION("the copy could not be checked") {
    auto talk = ReaderTalk::start(reader, {}, std::chrono::milliseconds(300));
    REQUIRE(talk.ok());
    const auto verdict = talk->check(std::move(request), nullptr, {});
    REQUIRE(verdict.ok());
    CHECK(verdict->answer == Answer::could_not_be_checked);
  }
  SECTION("the check is stopped") {
    auto talk = ReaderTalk::start(reader, {});
    REQUIRE(talk.ok());
    int asked = 0;
    const auto verdict = talk->check(std::move(request), nullptr, [&](std::uint64_t) { return ++asked < 3; });
    REQUIRE_FALSE(verdict.ok());
    CHECK(verdict.error().code == ErrorCode::cancelled);
  }
}

TEST_CASE("an opened copy lies there to be read") {
  CopyFixture fixture;
  const SealedCopy copy = fixture.seal();
  const auto unpacked = door().unpack(operating_system_files(), {copy.file()}, {}, fixture.folder / "opened", false);
  REQUIRE(unpacked.ok());
  CHECK(unpacked->verdict.matches());
  CHECK(unpacked->folder == fixture.folder / "opened");
  CHECK(read_file(fixture.folder / "opened" / "bag" / "data" / "000001.txt") == "I am sorry for what I did");
  CHECK(door().unpack(operating_system_files(), {copy.file()}, {}, fixture.folder / "opened", false).error().code ==
        ErrorCode::already_exists);
  write_file(fixture.folder / "x.zip", "no zip");
  CHECK_FALSE(door()
                  .unpack(operating_system_files(), {fixture.folder / "x.zip"}, {}, fixture.folder / "opened2", true)
                  ->folder);
  CHECK_FALSE(std::filesystem::exists(fixture.folder / "opened2"));
}

TEST_CASE("a full disk while unpacking is not told as damage to the copy") {
  CopyFixture fixture;
  const SealedCopy copy = fixture.seal();
  for (int fail_at = 1; fail_at < 12; ++fail_at) {
    FaultyFiles files;
    files.fail_at = fail_at;
    files.and_all_after = false;
    files.failure = ErrorCode::disk_full;
    const Path folder = fixture.folder / ("opened" + std::to_string(fail_at));
    const auto opened = door().unpack(files, {copy.file()}, {}, folder, false);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::disk_full);
    CHECK_FALSE(std::filesystem::exists(folder));  // half a copy must not lie there like a whole one
  }
}

TEST_CASE("what was added is not unpacked, and what is not known to be good goes where its name says so") {
  CopyFixture fixture;
  auto files = unzip(fixture.seal().file());
  const std::size_t sealed = files.size() - 1;  // START-HERE.txt outside of the bag is not unpacked a second time
  files["bag/extra.html"] = "<script>";
  zip(files, fixture.folder / "added.zip");
  const auto added = door().unpack(operating_system_files(), {fixture.folder / "added.zip"}, {}, fixture.folder / "a", false);
  CHECK(added->verdict.answer == Answer::added);
  CHECK(files_below(fixture.folder / "a") == sealed);
  CHECK_FALSE(std::filesystem::exists(fixture.folder / "a" / "bag" / "extra.html"));

  files["bag/data/000001.txt"] = "something else";
  zip(files, fixture.folder / "changed.zip");
  const auto refused =
      door().unpack(operating_system_files(), {fixture.folder / "changed.zip"}, {}, fixture.folder / "b", false);
  CHECK(refused->verdict.answer == Answer::does_not_match);
  CHECK_FALSE(refused->folder);
  CHECK_FALSE(std::filesystem::exists(fixture.folder / "b"));
  const auto even_so =
      door().unpack(operating_system_files(), {fixture.folder / "changed.zip"}, {}, fixture.folder / "b", true);
  REQUIRE(even_so->folder);
  CHECK(*even_so->folder == fixture.folder / "b" / "not-matching");
  CHECK(read_file(*even_so->folder / "bag" / "data" / "000001.txt") == "something else");
  CHECK_FALSE(std::filesystem::exists(*even_so->folder / "bag" / "extra.html"));

  CheckOptions others;
  others.brings.confirmed_words = "abandon ability able about above absent absorb abstract";
  const auto of_another =
      door().unpack(operating_system_files(), {fixture.folder / "added.zip"}, others, fixture.folder / "c", true);
  CHECK(*of_another->folder == fixture.folder / "c" / "not-checked");
}

TEST_CASE("without room nothing is written, and a pipe, a folder or a head that is none is refused at once") {
  class NoRoom final : public FaultyFiles {
   public:
    Result<std::uint64_t> free_room(const Path&) override { return std::uint64_t{4096}; }
  };
  CopyFixture fixture;
  const Path copy = fixture.seal().file();
  NoRoom files;
  CHECK(door().unpack(files, {copy}, {}, fixture.folder / "full", false).error().code == ErrorCode::disk_full);
  CHECK_FALSE(std::filesystem::exists(fixture.folder / "full"));
  REQUIRE(::mkfifo((fixture.folder / "pipe").c_str(), 0600) == 0);
  CHECK(door().check(operating_system_files(), {fixture.folder / "pipe"}, {}).error().code == ErrorCode::unsupported);
  CheckOptions options;
  options.brings.earlier_checkpoints = {"no head"};
  CHECK(door().check(operating_system_files(), {copy}, options).error().code == ErrorCode::usage);
  CHECK(door().check(operating_system_files(), {}, {}).error().code == ErrorCode::usage);
}

TEST_CASE("a check can be stopped") {
  CopyFixture fixture;
  const Path copy = fixture.seal().file();
  CheckOptions options;
  options.progress = [](std::uint64_t, std::uint64_t) { return false; };
  const auto stopped = door().check(operating_system_files(), {copy}, options);
  REQUIRE_FALSE(stopped.ok());
  CHECK(stopped.error().code == ErrorCode::cancelled);
}
