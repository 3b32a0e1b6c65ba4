#include <catch2/catch_test_macros.hpp>

#include "crypto/hash.h"
#include "crypto/padme.h"
#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"
#include "vault/store/zip_reader.h"
#include "vault/store/zip_writer.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

ZipPlan text_plan(const std::string& name, const std::string& text) {
  return {name, text.size(), crypto::crc32_update(0, as_bytes(text)),
          [text](ByteSink& sink) { return sink.write(as_bytes(text)); }};
}

// Remembers only where it is: 5 GiB need no memory.
class LengthSink final : public ByteSink {
 public:
  Result<void> write(ByteView bytes) override {
    length += bytes.size();
    return {};
  }
  std::uint64_t length = 0;
};

bool reads_whole(ByteSource& source, ZipRules rules = ZipRules::sealed_copy) {
  const auto directory = read_zip_directory(source, rules);
  if (!directory || !directory->faults.empty()) return false;
  for (const ZipEntry& entry : directory->entries) {
    if (!entry.unreadable.empty()) {
      Bytes buffer(16);
      if (ZipEntryStream(source, entry).read(buffer).ok()) return false;
      continue;
    }
    ZipEntryStream stream(source, entry);
    Bytes buffer(4096);
    std::uint32_t crc = 0;
    for (;;) {
      const auto count = stream.read(buffer);
      if (!count) return false;
      if (*count == 0) break;
      crc = crypto::crc32_update(crc, ByteView(buffer).first(*count));
    }
    if (crc != entry.crc32) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the length is known before the first byte, padded, and past 4 GiB too") {
  for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1000}, std::uint64_t{0xfffffffe},
                                   std::uint64_t{0xffffffff}, std::uint64_t{5} << 30}) {
    const auto write_zeros = [size](ByteSink& sink) -> Result<void> {
      const Bytes block(1 << 20);
      for (std::uint64_t left = size; left > 0; left -= std::min<std::uint64_t>(left, block.size())) {
        TRY(sink.write(ByteView(block).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, block.size())))));
      }
      return {};
    };
    std::vector<ZipPlan> plans{{"big", size, 0, write_zeros}, text_plan("after", "x")};
    plans.push_back(padding_for(plans));
    const std::uint64_t expected = zip_size(plans);
    CHECK(crypto::padme(expected) == expected);
    LengthSink sink;
    REQUIRE(write_zip(plans, sink).ok());
    CHECK(sink.length == expected);
  }
}

TEST_CASE("a source that changes its size while it is copied is noticed") {
  MemorySink sink;
  CHECK_FALSE(write_zip({{"a", 5, 0, [](ByteSink& to) { return to.write(as_bytes("four")); }}}, sink).ok());
}

TEST_CASE("unzip lists and tests what we write") {
  const TemporaryFolder folder;
  MemorySink sink;
  REQUIRE(write_zip({text_plan("bag/a.txt", "alpha"), text_plan("bag/data/000001.bin", std::string(100000, 'x'))}, sink)
              .ok());
  write_file(folder / "a.zip", as_text(sink.bytes));
  CHECK(run_command("unzip -t " + (folder / "a.zip").string() + " >/dev/null") == 0);
  std::string content;
  CHECK(run_command("unzip -p " + (folder / "a.zip").string() + " bag/a.txt", &content) == 0);
  CHECK(content == "alpha");
}

TEST_CASE("names that could reach outside of a folder are refused") {
  for (const char* bad :
       {"",       "/a", "../a", "a/../b", "a/..", "a\\b",  "C:a",   "a:b",   "con",  "CON.txt", "a/nul",
        "lpt1.x", "a.", "a ",   " a",     "a//b", "a/./b", "a\x01", "a\x7f", "\xff", "a?b",     "a*"}) {
    INFO(bad);
    CHECK_FALSE(is_safe_name(bad));
  }
  for (const char* good : {"a", "bag/data/000001.jpg", "a.b", ".DS_Store", "console", "com", "\xc3\xa4.txt"})
    CHECK(is_safe_name(good));
}

// What each of them must be refused for, by a part of the name that yauzl gives it and one of our words.
const std::vector<std::pair<std::string, std::string>> kReasons{
    {"End of central directory record signature not found Either not a zip file or file is truncated_1", "too short"},
    {"End of central directory record signature not found", "no end record"},
    {"Invalid comment length", "no end record"},
    {"absolute path", "could reach outside"},
    {"compressed uncompressed size mismatch", "sizes do not agree"},
    {"extra field length exceeds", "extra field"},
    {"file data overflows file bounds", "not agree"},
    {"invalid central directory file header", "directory"},
    {"invalid characters in fileName", "could reach outside"},
    {"invalid code lengths set", "content"},
    {"invalid local file header", "header is damaged"},
    {"invalid relative path", "could reach outside"},
    {"invalid zip64 end of central directory", "ZIP64"},
    {"multi-disk", "several parts"},
    {"not enough bytes in the stream", "not agree"},
    {"strong encryption", "encrypted"},
    {"too many bytes in the stream", "not agree"},
    {"too many length or distance", "content"},
    {"unexpected EOF", "extra field"},
    {"unsupported compression method", "unknown compression"},
    {"zip64 extended information", "extra field"}};

// Why it is not read whole; "content" when the directory was good.
std::string reason(ByteSource& source) {
  const auto directory = read_zip_directory(source, ZipRules::sealed_copy);
  if (!directory) return directory.error().detail;
  std::string all;
  for (const ZipFault& fault : directory->faults) all += fault.what + "; ";
  return all.empty() ? "content" : all;
}

TEST_CASE("files that yauzl refuses are refused, and those it opens are opened as an archive that was found") {
  const auto folder = corpus("zip");
  int refused = 0, opened = 0, strictly_opened = 0, must_refuse = 0, must_open = 0, with_reason = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".zip") continue;
    const std::string bytes = read_file(entry.path()), name = entry.path().filename().string();
    MemorySource source(as_bytes(bytes));
    INFO(name);
    if (entry.path().string().find("failure") != std::string::npos) {
      ++must_refuse;
      refused += !reads_whole(source);
      CHECK_FALSE(reads_whole(source));
      const auto expected = std::find_if(kReasons.begin(), kReasons.end(),
                                         [&](const auto& pair) { return name.starts_with(pair.first); });
      if (expected == kReasons.end()) continue;  // a file that was not here when this was written
      INFO(reason(source));
      with_reason += reason(source).find(expected->second) != std::string::npos;
      CHECK(reason(source).find(expected->second) != std::string::npos);
    } else if (entry.path().string().find("success") != std::string::npos) {
      ++must_open;
      opened += reads_whole(source, ZipRules::found_archive);
      strictly_opened += reads_whole(source);
      CHECK(reads_whole(source, ZipRules::found_archive));
    }
  }
  std::printf("ZIP files refused: %d of %d (for the right reason: %d), opened: %d of %d (as a sealed copy: %d)\n",
              refused, must_refuse, with_reason, opened, must_open, strictly_opened);
  CHECK(must_refuse > 0);
}

TEST_CASE("names in an archive that somebody made come as UTF-8, with slashes, and no less safe") {
  CHECK(found_name("a\\b.txt") == "a/b.txt");
  CHECK(found_name("caf\x82.txt") == "caf\xc3\xa9.txt");
  CHECK(found_name("caf\xc3\xa9.txt") == "caf\xc3\xa9.txt");
  CHECK(found_name("\xff") == "\xc2\xa0");
  CHECK(found_name("\xb0") == "\xe2\x96\x91");
  for (const char* bad : {"..\\a", "\\a", "a\\..\\b", "C:\\a"}) CHECK_FALSE(is_safe_name(found_name(bad)));
  for (const char* bad : {"..\\a", "\\a", "a\\..\\b", "", "a//b", "a/", "a\x01"})
    CHECK_FALSE(is_inner_name(found_name(bad)));
  for (const char* good : {"WhatsApp Chat with Mum :).txt", "con.jpg", " a", "who?.txt", "a."})
    CHECK(is_inner_name(good));
}
