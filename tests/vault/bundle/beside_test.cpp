#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "ui/report/html_report.h"
#include "vault/bundle/copy_key.h"
#include "vault/bundle/how_to_check.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

// What lies beside a copy: its key, START-HERE.txt and HOW-TO-CHECK.txt.

namespace {

std::size_t count_in(const Path& folder) { return files_in(folder).size(); }

// Something gets the name of the key that a copy is to have, as soon as that name can be known.
class NameTaken final : public RecordAccess {
 public:
  NameTaken(Record& record, Path folder) : m_record(record), m_folder(std::move(folder)) {}
  Result<void> run(const std::function<Result<void>(Record&)>& work) override {
    TRY(work(m_record));
    TRY_ASSIGN(Statement pending,
               m_record.vault().database().prepare("SELECT bundle FROM exports WHERE state = 'pending'"));
    TRY_ASSIGN(const bool is_there, pending.step());
    if (!is_there) return {};
    taken = m_folder / copy_key_name(copy_stem(pending.text(0)));
    write_file(taken, "somebody's own");
    return {};
  }
  Path taken;

 private:
  Record& m_record;
  Path m_folder;
};

}  // namespace

TEST_CASE("a passphrase opens the key beside a copy, which opens the copy") {
  CopyFixture fixture;
  const SealedCopy copy = fixture.seal({fixture.words}, {}, /*with_passphrase=*/true);
  const Path key = copy.file().parent_path() / (copy.file().stem().string() + "-key.age");
  CHECK(find_copy_key(operating_system_files(), copy.file()).value() == key);
  CHECK(std::find(copy.files.begin(), copy.files.end(), key) != copy.files.end());
  const std::string sealed_key = read_file(key);
  crypto::AgeKeys keys;
  keys.passphrase = crypto::SecretBuffer::copy_of(copy.passphrase->expose());
  MemorySource source(as_bytes(sealed_key));
  auto reader = crypto::AgeReader::open(source, keys).value();
  const Bytes line = read_all(reader);
  CheckOptions options;
  options.keys.identities = crypto::parse_identity_file(as_text(line)).value();
  const CopyVerdict verdict = fixture.check(copy.file(), options);
  CHECK(verdict.matches());
  CHECK(has(verdict, Finding::recipient_is_you));
}

TEST_CASE("two copies with a passphrase lie in one folder, and an older one's key is found under its old name") {
  CopyFixture fixture;
  const SealedCopy first = fixture.seal({fixture.words}, {}, /*with_passphrase=*/true),
                   second = fixture.seal({fixture.words}, {}, /*with_passphrase=*/true);
  CHECK(count_in(fixture.folder / "copies") == 7);  // with HOW-TO-CHECK.txt, and a START-HERE.txt of each
  const Path old = fixture.folder / "older";
  std::filesystem::create_directory(old);
  std::filesystem::copy(first.file(), old / first.file().filename());
  std::filesystem::copy(find_copy_key(operating_system_files(), first.file()).value(), old / kOldCopyKeyName);
  const auto opens = [&](const Path& file, const SealedCopy& sealed) {
    const Path key = find_copy_key(operating_system_files(), file).value();
    CheckOptions options;
    auto identities =
        open_copy_key(as_bytes(read_file(key)), crypto::SecretBuffer::copy_of(sealed.passphrase->expose()));
    REQUIRE(identities.ok());
    options.keys.identities = std::move(*identities);
    return fixture.check(file, options).matches();
  };
  CHECK(opens(first.file(), first));
  CHECK(opens(second.file(), second));
  CHECK(opens(old / first.file().filename(), first));
}

TEST_CASE("the text of another release beside a copy stops nothing and stays") {
  CopyFixture fixture;
  const Path folder = fixture.folder / "copies";
  std::filesystem::create_directory(folder);
  write_file(folder / "HOW-TO-CHECK.txt", "as an older release had it");
  const auto text_of_copy = [](const SealedCopy& copy) {
    const std::string digits = copy.bundle.substr(0, 8);
    return copy.file().parent_path() / ("HOW-TO-CHECK-" + digits + ".txt");
  };
  const SealedCopy first = fixture.seal({fixture.words}), second = fixture.seal({fixture.words});
  CHECK(read_file(folder / "HOW-TO-CHECK.txt") == "as an older release had it");
  for (const SealedCopy* copy : {&first, &second}) {
    CHECK(read_file(text_of_copy(*copy)) == how_to_check());
    CHECK(std::find(copy->files.begin(), copy->files.end(), text_of_copy(*copy)) != copy->files.end());
    CHECK(std::find(copy->files.begin(), copy->files.end(), folder / "HOW-TO-CHECK.txt") == copy->files.end());
  }
  // Not even a folder of that name does.
  std::filesystem::remove(folder / "HOW-TO-CHECK.txt");
  std::filesystem::create_directory(folder / "HOW-TO-CHECK.txt");
  const SealedCopy third = fixture.seal({fixture.words});
  CHECK(read_file(text_of_copy(third)) == how_to_check());
}

TEST_CASE("each copy has its own START-HERE.txt beside it, with the bytes that are in it, and none is written over") {
  CopyFixture fixture;
  const Path folder = fixture.folder / "copies";
  const SealedCopy first = fixture.seal({fixture.words});
  const auto own_name = [&](const SealedCopy& copy) {
    return folder / ("START-HERE-" + copy.bundle.substr(0, 8) + ".txt");
  };
  const std::string text = read_file(folder / "START-HERE.txt");
  CHECK(unzip(first.file()).at("START-HERE.txt") == text);
  CHECK(unzip(first.file()).at("bag/START-HERE.txt") == text);
  CHECK(std::find(first.files.begin(), first.files.end(), folder / "START-HERE.txt") != first.files.end());
  CHECK_FALSE(std::filesystem::exists(own_name(first)));
  const SealedCopy second = fixture.seal({fixture.words});
  CHECK(read_file(folder / "START-HERE.txt") == text);
  CHECK(read_file(own_name(second)) == unzip(second.file()).at("bag/START-HERE.txt"));
  CHECK(std::find(second.files.begin(), second.files.end(), own_name(second)) != second.files.end());
  CHECK(std::find(second.files.begin(), second.files.end(), folder / "START-HERE.txt") == second.files.end());
  // Not even a folder of that name stops a copy.
  std::filesystem::remove(folder / "START-HERE.txt");
  std::filesystem::create_directory(folder / "START-HERE.txt");
  CHECK(std::filesystem::exists(own_name(fixture.seal({fixture.words}))));
}

TEST_CASE("a key's name that is taken is told before the long work, and what has it stays") {
  CopyFixture fixture;
  CopyRequest request;
  request.contents = fixture.contents({fixture.words, fixture.film});
  request.with_passphrase = true;
  request.folder = fixture.folder / "copies";
  std::filesystem::create_directory(request.folder);
  NameTaken access(fixture.record(), request.folder);
  FaultyFiles files;
  int made = 0;
  files.before_create = [&](const Path&) { ++made; };
  const auto copy = seal_copy(access, files, request, ui::render_html_report);
  REQUIRE_FALSE(copy.ok());
  CHECK(copy.error().code == ErrorCode::already_exists);
  CHECK(copy.error().detail == access.taken.filename().string());
  CHECK(made == 0);
  CHECK(read_file(access.taken) == "somebody's own");
  CHECK(count_in(request.folder) == 1);
}
