#include "vault/intake/archive.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/made_zip.h"
#include "tests/support/record_fixture.h"
#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

ArchiveReader reader() { return ArchiveReader(DAYBOOK_ARCHIVE_READER); }

Result<ArchiveList> list(const std::string& zip, const ArchiveReader& with = reader()) {
  MemorySource source(as_bytes(zip));
  return with.list(source);
}

ErrorCode listing_fails(const std::string& zip, const ArchiveReader& with = reader()) {
  const auto listed = list(zip, with);
  REQUIRE_FALSE(listed.ok());
  return listed.error().code;
}

Result<std::string> content(ByteSource& file) {
  std::string bytes(static_cast<std::size_t>(file.size()), '\0');
  TRY(file.read_at(0, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}));
  return bytes;
}

// What the only entry of a ZIP unpacks to.
Result<std::string> unpacked(const std::string& zip, const ArchiveReader& with = reader()) {
  MemorySource source(as_bytes(zip));
  const auto listed = reader().list(source);
  REQUIRE((listed.ok() && listed->entries.size() == 1));
  return content(*with.open(source, listed->entries[0]));
}

ErrorCode unpacking_fails(const std::string& zip, const ArchiveReader& with = reader()) {
  const auto bytes = unpacked(zip, with);
  REQUIRE_FALSE(bytes.ok());
  return bytes.error().code;
}

// Noise that deflate makes longer, and more than one block of it.
std::string noise() {
  std::string bytes(1'000'000, '\0');
  std::uint32_t state = 1;
  for (char& byte : bytes) byte = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  return bytes;
}

}  // namespace

TEST_CASE("entries come back byte for byte, however they are packed") {
  for (const std::string& text : {std::string("hello"), std::string(3'000'000, 'a'), noise()}) {
    CHECK(unpacked(made_zip({{"a", text, true}})).value() == text);
    CHECK(unpacked(made_zip({{"a", text, false}})).value() == text);
    CHECK(unpacked(made_zip({{.name = "a", .content = text, .has_descriptor = true}})).value() == text);
    CHECK(unpacked(made_zip({{.name = "a", .content = text, .has_descriptor = true, .tells_size = true}})).value() ==
          text);
    CHECK(unpacked(made_zip({{.name = "a", .content = text, .is_64 = true}})).value() == text);
  }
  CHECK(list(made_zip({{"empty", "", true}, {"nothing", "", false}, {"folder/", "", false}}))->entries.size() == 2);
}

TEST_CASE("a ZIP that is kept in a record is read where it is, and lies in no plain file for it") {
  RecordFixture fixture;
  const std::string text = noise();
  const ItemNumber item = fixture.add_file("chat.zip", as_bytes(made_zip({{"a", text, true}, {"b", "beta", false}})));
  const auto kept = fixture.record().open_version(fixture.record().item(item)->newest()).value();
  const auto listed = reader().list(*kept);
  REQUIRE((listed.ok() && listed->entries.size() == 2));
  const auto first = reader().open(*kept, listed->entries[0]), second = reader().open(*kept, listed->entries[1]);
  CHECK(content(*first).value() == text);
  CHECK(content(*second).value() == "beta");
}

TEST_CASE("an entry is read anywhere forward, and from its beginning again where somebody goes back") {
  const std::string text = noise(), zip = made_zip({{"a", text, true}});
  MemorySource source(as_bytes(zip));
  const auto file = reader().open(source, reader().list(source)->entries[0]);
  Bytes part(1000);
  for (const std::size_t offset : {500'000u, 501'000u, 900'000u, 0u, 1u, 999'000u, 999'000u}) {
    REQUIRE(file->read_at(offset, part).ok());
    CHECK(as_text(part) == text.substr(offset, part.size()));
  }
  CHECK(file->read_at(text.size() - 999, part).error().code == ErrorCode::damaged);
  CHECK(file->read_at(text.size() + 1, {}).error().code == ErrorCode::damaged);
}

TEST_CASE("a content that is not the one the directory tells of is damaged: its CRC-32, its size, its bits") {
  const std::string text = "hello, this is a text of some length";
  for (const bool is_deflated : {true, false})
    CHECK(unpacking_fails(made_zip({{.name = "a", .content = text, .is_deflated = is_deflated, .said_crc32 = 7}})) ==
          ErrorCode::damaged);
  for (const std::uint64_t said : {text.size() - 1, text.size() + 1})
    CHECK(unpacking_fails(made_zip({{.name = "a", .content = text, .said_size = said}})) == ErrorCode::damaged);
  std::string bits = deflated(noise());
  bits.resize(bits.size() / 2);
  CHECK(unpacking_fails(made_zip({{.name = "a", .content = noise(), .packed = bits}})) == ErrorCode::damaged);
  CHECK(unpacking_fails(made_zip({{.name = "a", .content = text, .packed = "\xff\xff\xff"}})) == ErrorCode::damaged);
}

TEST_CASE("a small ZIP that unpacks to much more than it says ends where it has said enough") {
  const std::string bomb = deflated(std::string(200 << 20, '\0'));
  CHECK(bomb.size() < 300'000);
  CHECK(unpacking_fails(made_zip({{.name = "a", .said_size = 1000, .packed = bomb}})) == ErrorCode::damaged);
}

TEST_CASE("two entries that share bytes, and a ZIP that is cut off anywhere, are refused") {
  const std::string zip = made_zip({{"a.txt", "alpha", false}, {"b.txt", "beta", false}});
  std::string shared = zip;
  const std::size_t second = shared.rfind("b.txt");
  shared.replace(second - 4, 9, std::string(4, '\0') + "a.txt");  // the directory names the first header twice
  shared.replace(second - 46 + 16, 12, shared.substr(14, 12));
  shared.replace(second - 46 + 28, 2, std::string("\x05\0", 2));
  CHECK(list(shared).error().detail == "two files in the ZIP share bytes");
  for (std::size_t size = 0; size < zip.size(); size += 7)
    CHECK(listing_fails(zip.substr(0, size)) == ErrorCode::malformed);
}

TEST_CASE(
    "an entry of another name in its own header is listed with the reason: others may unpack it under that name") {
  std::string zip = made_zip({{"aa.png", "a", false}, {"bb.png", "b", false}});
  zip.replace(zip.find("aa.png"), 6, "bb.png");
  const auto listed = list(zip);
  REQUIRE((listed.ok() && listed->entries.size() == 2));
  CHECK(listed->entries[0].name == "aa.png");
  CHECK(listed->entries[0].unreadable == "its two headers have different names");
  CHECK(listed->entries[1].unreadable.empty());
}

TEST_CASE("names come as UTF-8, those that reach outside are faults, and what is encrypted is listed with the reason") {
  const auto listed = list(made_zip({{"caf\x82.txt", "a"},
                                     {"caf\xc3\xa9 2.txt", "a"},
                                     {"WhatsApp Chat with Mum :).txt", "a"},
                                     {"a\\b.jpg", "a"},
                                     {"../out", "a"},
                                     {.name = "locked", .content = "a", .is_encrypted = true}}));
  REQUIRE((listed.ok() && listed->entries.size() == 5));
  CHECK(listed->entries[0].name == "caf\xc3\xa9.txt");
  CHECK(listed->entries[1].name == "caf\xc3\xa9 2.txt");
  CHECK(listed->entries[2].name == "WhatsApp Chat with Mum :).txt");
  CHECK(listed->entries[3].name == "a/b.jpg");
  CHECK(listed->entries[4].unreadable == "encrypted inside the ZIP");
  REQUIRE(listed->faults.size() == 1);
  CHECK(listed->faults[0].name == "../out");
  CHECK(listed->fault_count == 1);
  CHECK(unpacking_fails(made_zip({{.name = "a", .content = "a", .is_encrypted = true}})) == ErrorCode::unsupported);
}

TEST_CASE("faults without end are counted, and the first of them told") {
  std::vector<MadeEntry> entries;
  for (int i = 0; i < 1500; ++i) entries.push_back({"../" + std::to_string(i), "", false});
  const auto listed = list(made_zip(entries));
  REQUIRE(listed.ok());
  CHECK(listed->faults.size() == 1000);
  CHECK(listed->fault_count == 1500);
}

namespace {

// An archive-reader that says what a test makes it say. Its answers are a file, so that they may hold any byte.
class Liar {
 public:
  ArchiveReader says(const std::string& frames, const std::string& before = "", const std::string& after = "sleep 1") {
    const std::string name = std::to_string(++m_count);
    write_file(m_folder / (name + ".frames"), frames);
    write_file(m_folder / name, "#!/bin/sh\n" + before + "\ncat '" + (m_folder / (name + ".frames")).string() +
                                    "' >&4\n" + after + "\n");
    std::filesystem::permissions(m_folder / name, std::filesystem::perms::owner_all);
    return ArchiveReader(m_folder / name, std::chrono::milliseconds(500));
  }

 private:
  TemporaryFolder m_folder;
  int m_count = 0;
};

std::string field(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i);
  return bytes;
}
std::string number(std::uint64_t value) { return field(value, 8); }
std::string words(const std::string& text) { return number(text.size()) + text; }
std::string frame(int type, const std::string& payload) {
  return std::string(1, static_cast<char>(type)) + field(payload.size(), 4) + payload;
}
std::string entry(const std::string& name, std::uint64_t header, std::uint64_t data, std::uint64_t packed,
                  std::uint64_t size, std::uint64_t method = 0, const std::string& unreadable = "") {
  return frame(11, words(name) + number(method) + number(0) + number(packed) + number(size) + number(header) +
                       number(data) + words(unreadable));
}
std::string end(std::uint64_t faults, std::uint64_t entries) { return frame(12, number(faults) + number(entries)); }

}  // namespace

TEST_CASE("an archive-reader that lies about the list, dies, stalls or is not there is believed nothing") {
  Liar liar;
  const std::string zip(1000, 'x');
  const std::string good = entry("a", 0, 40, 10, 10);
  REQUIRE(list(zip, liar.says(good + end(0, 1))).ok());
  const std::string fault = frame(10, words("b") + words("odd"));
  REQUIRE(list(zip, liar.says(fault + good + end(1, 1))).ok());
  for (const std::string& lie : {good,
                                 good + end(0, 2),
                                 good + end(1, 1),
                                 fault + good + end(0, 1),
                                 good + fault + end(1, 1),
                                 good + frame(12, number(0)),
                                 entry("../a", 0, 40, 10, 10) + end(0, 1),
                                 entry("a", 0, 40, 961, 961) + end(0, 1),
                                 entry("a", 0, 1001, 0, 0) + end(0, 1),
                                 entry("a", 40, 40, 0, 0) + end(0, 1),
                                 entry("a", 0, 40, ~std::uint64_t{0}, 10, 8) + end(0, 1),
                                 entry("a", 0, 40, 10, 11) + end(0, 1),
                                 entry("a", 0, 40, 10, 10, 9) + end(0, 1),
                                 entry("a", 0, 40, 10, 10, 0, "no\nline") + end(0, 1),
                                 frame(10, words("\xff") + words("odd")) + end(1, 0),
                                 frame(10, words("b") + words("\x1b[2J")) + end(1, 0),
                                 frame(13, "x"),
                                 frame(99, ""),
                                 frame(14, number(99) + words("")),
                                 frame(14, number(static_cast<int>(ErrorCode::input_output)) + words("")),
                                 frame(14, number(9)),
                                 frame(40, number(0) + number(0) + number(0)),
                                 frame(40, number(1) + number(0) + number(1)),
                                 frame(40, number(0) + number(1000) + number(1)),
                                 frame(40, number(0) + number(0) + number(1001)),
                                 frame(40, number(0) + number(0) + number(std::uint64_t{1} << 40)),
                                 std::string("\x0b\xff\xff\xff\xff", 5)})
    CHECK(listing_fails(zip, liar.says(lie)) == ErrorCode::unsupported);
  CHECK(list(zip, liar.says(good + entry("b", 49, 60, 1, 1) + end(0, 2))).error().detail ==
        "two files in the ZIP share bytes");
  CHECK(listing_fails(zip, liar.says("", "kill -9 $$")) == ErrorCode::unsupported);
  CHECK(listing_fails(zip, liar.says("", "", "exec sleep 1000")) == ErrorCode::unsupported);
  CHECK(listing_fails(zip, ArchiveReader("/nowhere/archive-reader")) == ErrorCode::not_found);
}

TEST_CASE("an archive-reader that lies about a content, or is killed in the middle of it, gives no wrong byte") {
  Liar liar;
  const std::string zip = made_zip({{"a", "hello", false}});
  CHECK(unpacked(zip, liar.says(frame(13, "hello") + frame(12, ""))).value() == "hello");
  CHECK(unpacking_fails(zip, liar.says(frame(13, "jello") + frame(12, ""))) == ErrorCode::damaged);
  CHECK(unpacking_fails(zip, liar.says(frame(13, "hello!") + frame(12, ""))) == ErrorCode::damaged);
  const std::string bytes_before = frame(40, number(0) + number(0) + number(5));
  for (const std::string& lie :
       {frame(13, "hell") + frame(12, ""), frame(13, "") + frame(13, "hello") + frame(12, ""),
        frame(13, "hello") + frame(13, "!"), frame(13, "hell"), frame(13, "hello"), bytes_before, frame(11, "")})
    CHECK(unpacking_fails(zip, liar.says(lie)) == ErrorCode::unsupported);
  CHECK(unpacking_fails(zip, liar.says(frame(13, "hel"), "", "kill -9 $$")) == ErrorCode::unsupported);
  CHECK(unpacking_fails(zip, liar.says(frame(13, "hel"), "", "exec sleep 1000")) == ErrorCode::unsupported);
}

TEST_CASE("files that a reader of ZIP files elsewhere refuses are refused or named, and none ends this program") {
  const auto folder = corpus("zip");
  std::size_t listed = 0, refused = 0;
  for (const auto& one : std::filesystem::recursive_directory_iterator(folder)) {
    if (one.path().extension() != ".zip") continue;
    const std::string zip = read_file(one.path());
    MemorySource source(as_bytes(zip));
    const auto found = reader().list(source);
    if (!found) CHECK((found.error().code == ErrorCode::malformed || found.error().code == ErrorCode::damaged));
    ++(found ? listed : refused);
    if (!found) continue;
    for (const ZipEntry& file : found->entries) (void)content(*reader().open(source, file));
  }
  CHECK(listed > 0);
  CHECK(refused > 0);
}
