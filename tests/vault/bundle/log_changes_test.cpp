#include <catch2/catch_test_macros.hpp>

#include "crypto/words.h"
#include "tests/support/copy_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

std::string checkpoint_of(const Path& copy) { return unzip(copy).at(copy_path::kCheckpoint); }

CheckOptions holding(const std::string& earlier) {
  CheckOptions options;
  options.brings.earlier_checkpoints = {earlier};
  return options;
}

}  // namespace

TEST_CASE("a copy made after a change of keys says so, and connects to copies from before it") {
  CopyFixture fixture;
  const std::string before = checkpoint_of(fixture.seal().file());
  const std::string old_words = crypto::key_words(fixture.record().keys().root.public_key());
  REQUIRE(fixture.record().replace_keys(secret("four other random words")).ok());
  REQUIRE(fixture.record().vault().rewrap_objects().ok());
  const Path copy = fixture.seal().file();

  const CopyVerdict verdict = fixture.check(copy, holding(before));
  CHECK(verdict.matches());
  CHECK(has(verdict, Finding::log_key_changed));
  CHECK(has(verdict, Finding::earlier_continues));
  CHECK(verdict.key_words != old_words);

  // The words from before the change: whoever had the old key could have named the new one, so the keeper is asked.
  CheckOptions options;
  options.brings.confirmed_words = old_words;
  const CopyVerdict old_key = fixture.check(copy, options);
  CHECK(has(old_key, Finding::key_successor));
  CHECK(old_key.answer == Answer::could_not_be_checked);
  CHECK_FALSE(old_key.is_confirmed());
  options.brings.confirmed_words = "one two three four five six seven eight";
  CHECK(has(fixture.check(copy, options), Finding::key_other));
}

TEST_CASE("a change of keys that the old key did not sign is reported") {
  CopyFixture fixture;
  REQUIRE(fixture.record().replace_keys(secret("four other random words")).ok());
  auto files = unzip(fixture.seal().file());
  for (auto& [path, text] : files) {
    const std::size_t at = text.find("signed_by_old\":\"");
    if (at != std::string::npos && path.starts_with("bag/log/entries/")) text[at + 20] ^= 1;
  }
  zip(files, fixture.folder / "altered.zip");
  const CopyVerdict verdict = fixture.check(fixture.folder / "altered.zip");
  CHECK(has(verdict, Finding::earlier_logs_wrong));
  CHECK_FALSE(verdict.matches());
}

TEST_CASE("a branch extends what stood before it and is a second continuation to what came after") {
  CopyFixture fixture;
  const std::string before = checkpoint_of(fixture.seal().file());
  fixture.close();
  std::filesystem::copy(fixture.path(), fixture.folder / "backup", std::filesystem::copy_options::recursive);
  fixture.reopen();
  fixture.add_words("written after the backup");
  const Path original_copy = fixture.seal().file();

  fixture.close();
  std::filesystem::rename(fixture.path(), fixture.folder / "original");
  std::filesystem::rename(fixture.folder / "backup", fixture.path());
  fixture.reopen();
  REQUIRE(fixture.record().start_branch("restored").ok());
  const Path branch_copy = fixture.seal().file();

  const CopyVerdict extended = fixture.check(branch_copy, holding(before));
  CHECK(extended.matches());
  CHECK(has(extended, Finding::log_branched));
  CHECK(has(extended, Finding::earlier_continues));
  CHECK(has(fixture.check(branch_copy, holding(checkpoint_of(original_copy))), Finding::earlier_two_continuations));
  // The other way round this copy knows nothing of the branch's key, and claims nothing.
  CHECK(has(fixture.check(original_copy, holding(checkpoint_of(branch_copy))), Finding::earlier_not_connected));
}
