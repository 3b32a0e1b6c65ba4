#include <catch2/catch_test_macros.hpp>
#include <map>

#include "tests/faults/workplace.h"
#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

using Files = std::map<std::string, std::string>;  // path in the record -> bytes

// A record whose files are held in memory, to be laid out damaged as often as is wanted.
class Specimen {
 public:
  explicit Specimen(bool with_objects) {
    const Surroundings surroundings{operating_system_files(), m_clock};
    REQUIRE(Record::create(surroundings, record(), secret(kPassphrase)).ok());
    {
      auto opened = Record::open(surroundings, record(), secret(kPassphrase)).value();
      Addition addition;
      addition.kind = ItemKind::words;
      addition.answers = {{"who", "Mark"}};
      REQUIRE(opened->add_text(addition, "I am sorry").ok());
      older = read();
      addition.kind = ItemKind::file;
      if (with_objects) {
        for (const char* name : {"one", "two"}) {
          addition.name = name;
          REQUIRE(opened->add(addition, store_bytes(opened->vault(), random_bytes(300 * 1024)).value()).ok());
        }
      }
      REQUIRE(opened->vault().save_draft(as_bytes("half a sentence")).ok());
    }
    good = read();
  }

  struct Finding {
    bool found = false;   // something said that not all is as it was
    bool opened = false;  // and the words were there
  };
  Finding judge(const Files& files) {
    lay_out(files);
    Finding finding;
    auto opened = Record::open({operating_system_files(), m_clock}, record(), secret(kPassphrase));
    if (!opened) {
      finding.found = true;
      return finding;
    }
    Record& record = **opened;
    finding.found = !record.vault().notices().empty();
    const auto item = record.item(1_item);
    if (item && !item->versions.empty()) {
      const auto source = record.open_version(item->newest());
      finding.opened = source && (*source)->size() == 10;
    }
    const auto report = record.check();
    finding.found |= !report || !report->findings.empty() || !report->unknown_objects.empty();
    return finding;
  }

  Files good, older;

 private:
  Path record() const { return m_folder.path() / "record"; }
  Files read() const {
    Files files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(record())) {
      if (entry.is_regular_file()) files[entry.path().lexically_relative(record()).string()] = read_file(entry.path());
    }
    return files;
  }
  void lay_out(const Files& files) {
    std::filesystem::remove_all(record());
    for (const auto& [path, bytes] : files) {
      std::filesystem::create_directories((record() / path).parent_path());
      write_file(record() / path, bytes);
    }
  }
  MemoryFolder m_folder;
  FakeClock m_clock;
};

bool opens_without(const std::string& path) { return path != "records"; }

}  // namespace

TEST_CASE("every byte of a small record, flipped, is found; what does not depend on it still opens", "[bytes]") {
  Specimen specimen(/*with_objects=*/false);
  std::size_t flipped = 0, found = 0, total = 0, place = 0;
  for (const auto& [path, bytes] : specimen.good) total += bytes.size();
  CHECK(total < 200'000);
  Files files = specimen.good;
  for (auto& [path, bytes] : files) {
    for (char& byte : bytes) {
      ++place;
      if (place % (stride() * 19) != first_place() && stride() > 1) continue;
      if (!is_in_shard(place)) continue;
      byte = static_cast<char>(byte ^ (1 << place % 8));
      INFO(path << ", byte " << &byte - bytes.data());
      const auto finding = specimen.judge(files);
      byte = static_cast<char>(byte ^ (1 << place % 8));
      ++flipped;
      found += finding.found;
      if (!finding.found) FAIL_CHECK("not found");
      if (opens_without(path) && !finding.opened) FAIL_CHECK("the words do not open");
    }
  }
  std::printf("bytes of a record of %zu flipped: %zu, found: %zu\n", total, flipped, found);
}

TEST_CASE("stored files: flipped bytes are found and named, and the rest opens", "[bytes]") {
  Specimen specimen(/*with_objects=*/true);
  Files files = specimen.good;
  std::size_t flipped = 0, found = 0;
  for (auto& [path, bytes] : files) {
    if (!path.starts_with("objects/")) continue;
    for (std::size_t at = 0; at < bytes.size(); at += at < 200 || at + 200 > bytes.size() ? stride() : 997 * stride()) {
      bytes[at] = static_cast<char>(bytes[at] ^ 4);
      INFO(path << ", byte " << at);
      const auto finding = specimen.judge(files);
      bytes[at] = static_cast<char>(bytes[at] ^ 4);
      ++flipped;
      found += finding.found && finding.opened;
    }
  }
  CHECK(found == flipped);
  std::printf("bytes of stored files flipped: %zu, found with the rest still open: %zu\n", flipped, found);
}

TEST_CASE("files that are missing, cut, swapped or from an older state are found", "[bytes]") {
  Specimen specimen(/*with_objects=*/true);
  std::size_t cases = 0, found = 0;
  const auto judge = [&](const Files& files, const std::string& what, bool must_open) {
    INFO(what);
    const auto finding = specimen.judge(files);
    ++cases;
    found += finding.found;
    if (!finding.found) FAIL_CHECK("not found");
    if (must_open && !finding.opened) FAIL_CHECK("the words do not open");
  };
  for (const auto& [path, bytes] : specimen.good) {
    if (bytes.empty()) continue;  // the journal of a closed record, and the lock: nothing is lost with them
    Files files = specimen.good;
    files.erase(path);
    if (path != "draft") judge(files, path + " missing", opens_without(path));
    for (const std::size_t size : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
      files[path] = bytes.substr(0, size);
      judge(files, path + " cut to " + std::to_string(size), opens_without(path));
    }
    files[path] = bytes + "x";
    // SQLite reads whole pages only: what hangs behind the last one is not part of the database.
    if (path != "records") judge(files, path + " with a byte more", opens_without(path));
    for (const auto& [other, other_bytes] : specimen.good) {
      if (other <= path || other_bytes.empty() || other_bytes == bytes) continue;
      Files swapped = specimen.good;
      std::swap(swapped[path], swapped[other]);
      judge(swapped, path + " swapped with " + other, opens_without(path) && opens_without(other));
    }
  }
  // An older database over newer stored files: they are kept, and said to be unknown.
  Files older_database = specimen.good;
  older_database["records"] = specimen.older.at("records");
  judge(older_database, "an older database", true);
  Files older_objects = specimen.good;
  std::erase_if(older_objects, [](const auto& file) { return file.first.starts_with("objects/"); });
  judge(older_objects, "older stored files", true);
  std::printf("files missing, cut, swapped, older: %zu, found: %zu\n", cases, found);
  CHECK(found == cases);
}

TEST_CASE("every byte of a small locked copy, flipped, is found", "[bytes]") {
  CopyFixture fixture;
  const auto identity = crypto::AgeIdentity::generate();
  const Path copy = fixture.seal({fixture.words}, {identity.recipient()}).file();
  const std::string good = read_file(copy);
  CheckOptions options;
  options.keys.identities.push_back(crypto::AgeIdentity::parse(identity.to_secret_text().expose_text()).value());
  REQUIRE(fixture.check(copy, options).matches());
  std::size_t flipped = 0, found = 0;
  for (std::size_t at = first_place(); at < good.size(); at += stride()) {
    if (!is_in_shard(at)) continue;
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ (1 << at % 8));
    write_file(copy, bad);
    ++flipped;
    INFO("byte " << at);
    if (fixture.check(copy, options).matches())
      FAIL_CHECK("not found");
    else
      ++found;
  }
  std::printf("bytes of a locked copy of %zu flipped: %zu, found: %zu\n", good.size(), flipped, found);
}
