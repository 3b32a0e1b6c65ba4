#include "vault/bundle/start_here.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "tests/support/lines.h"
#include "vault/bundle/how_to_check.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// The lines that begin with a command, in the order in which they stand there.
std::vector<std::string> commands_in(const std::string& text, const std::string& program) {
  std::vector<std::string> commands;
  for (std::string line : every_line(text)) {
    line.erase(0, line.find_first_not_of(' '));
    if (line.starts_with(program)) commands.push_back(line);
  }
  return commands;
}

}  // namespace

TEST_CASE("the texts beside a copy are short, plain, and claim no more than is so") {
  const std::string open = start_here("copy-3fa9c21e.zip", {}), locked = start_here("copy-3fa9c21e.age", {true, true});
  for (const std::string& text : {open, locked, how_to_check()}) {
    for (const std::string& line : every_line(text)) {
      INFO(line);
      CHECK(line.size() <= 80);
      CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
    }
    for (const char* word :
         {"proof of", "prove", "authentic", "tamper", "forensic", "admissible", "Daybook", "daybook", "openssl"}) {
      INFO(word);
      CHECK(text.find(word) == std::string::npos);
    }
    CHECK(text.find("Without a number from") != std::string::npos);
  }
  for (const std::string& text : {open, locked}) {
    CHECK(every_line(text).size() <= 50);
    for (const std::string& line : every_line(text)) CHECK(line.size() <= 78);
  }
  CHECK(open.find("age -d") == std::string::npos);
  CHECK(locked.find("age -d -i key.txt -o copy-3fa9c21e.zip copy-3fa9c21e.age") != std::string::npos);
  CHECK(locked.find("age -d -i copy-3fa9c21e-key.age -o copy-3fa9c21e.zip copy-3fa9c21e.age") != std::string::npos);
  // Who has a passphrase is not told of a key that she does not have.
  CHECK(start_here("copy-3fa9c21e.age", {false, true}).find("key.txt") == std::string::npos);
}

TEST_CASE("what lies in the clear beside a locked copy follows from its name and lock alone") {
  CopyFixture fixture;
  const auto advocate = crypto::AgeIdentity::generate();
  for (const std::vector<ItemNumber>& items : {std::vector{fixture.words}, std::vector{fixture.note, fixture.film}}) {
    const SealedCopy copy = fixture.seal(items, {advocate.recipient()});
    const Path own = copy.file().parent_path() / ("START-HERE-" + copy.bundle.substr(0, 8) + ".txt");
    const Path text = std::filesystem::exists(own) ? own : copy.file().parent_path() / "START-HERE.txt";
    CHECK(read_file(text) == start_here(copy.file().filename().string(), {true, false}));
  }
}

TEST_CASE("the commands of START-HERE.txt can be run word for word where the copy was unpacked") {
  CopyFixture fixture;
  const SealedCopy copy = fixture.seal();
  const Path place = fixture.folder / "unpacked";
  std::filesystem::create_directory(place);
  REQUIRE(run_command("cd '" + place.string() + "' && unzip -q '" + copy.file().string() + "'") == 0);
  const std::string text = read_file(place / "START-HERE.txt");
  CHECK(text == start_here(copy.file().filename().string(), {}));
  const auto run = [&](const std::string& command) {
    std::string output;
    CHECK(run_command("cd '" + place.string() + "' && " + command, &output) == 0);
    return output;
  };
  const auto number = commands_in(text, "sha256sum bag/");
  REQUIRE(number.size() == 1);
  CHECK(copy.receipt.size() == 64);
  CHECK(run(number[0]).starts_with(copy.receipt + " "));
  const auto all = commands_in(text, "cd bag && sha256sum -c");
  REQUIRE(all.size() == 1);
  const std::string checked = run(all[0]);
  CHECK(checked.find("report/report.html: OK") != std::string::npos);
  CHECK(checked.find("data/000001.txt: OK") != std::string::npos);
  CHECK(checked.find("FAILED") == std::string::npos);
  // certutil gives the same digests by the paths of Windows.
  const auto for_windows = commands_in(text, "certutil -hashfile ");
  REQUIRE(for_windows.size() == 2);
  for (const std::string& command : for_windows) {
    std::string path = command.substr(19, command.rfind(' ') - 19);
    std::replace(path.begin(), path.end(), '\\', '/');
    INFO(path);
    CHECK(std::filesystem::exists(place / path));
  }
}
