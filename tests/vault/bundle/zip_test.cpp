#include <catch2/catch_test_macros.hpp>

#include "crypto/hash.h"
#include "crypto/padme.h"
#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "vault/bundle/zip_reader.h"
#include "vault/bundle/zip_writer.h"

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

bool reads_whole(ByteSource& source) {
  const auto directory = read_zip_directory(source);
  if (!directory || !directory->faults.empty()) return false;
  for (const ZipEntry& entry : directory->entries) {
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

TEST_CASE("a directory that claims sizes beyond everything is refused at once") {
  const TemporaryFolder folder;
  std::vector<ZipPlan> plans{{"bag/a", (std::uint64_t{1} << 62) + 7, 0, nullptr}, text_plan(kPaddingName, "")};
  const Bytes frame = zip_frame(plans);
  write_file(folder / "claims.zip", as_text(frame));
  const auto verdict = check_copy(operating_system_files(), {folder / "claims.zip"}, {});
  REQUIRE(verdict.ok());
  CHECK_FALSE(verdict->is_intact());

  // The same with deflate, where a small file may well claim to unpack to much.
  std::string deflated(as_text(frame));
  for (std::size_t at = 0; at + 4 < deflated.size(); ++at) {
    if (deflated.compare(at, 4, "PK\x03\x04") == 0) deflated[at + 8] = 8;
    if (deflated.compare(at, 4, "PK\x01\x02") == 0) deflated[at + 10] = 8;
  }
  write_file(folder / "claims.zip", deflated);
  CHECK_FALSE(check_copy(operating_system_files(), {folder / "claims.zip"}, {})->is_intact());
}

TEST_CASE("unzip lists and tests what we write") {
  const TemporaryFolder folder;
  zip({{"bag/a.txt", "alpha"}, {"bag/data/000001.bin", std::string(100000, 'x')}}, folder / "a.zip");
  CHECK(run_command("unzip -t " + (folder / "a.zip").string() + " >/dev/null") == 0);
  CHECK(unzip(folder / "a.zip").at("bag/a.txt") == "alpha");
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

TEST_CASE("files that yauzl refuses are refused, and those it opens are opened") {
  const auto folder = corpus("zip");
  int refused = 0, opened = 0, must_refuse = 0, must_open = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".zip") continue;
    const bool must_fail = entry.path().string().find("failure") != std::string::npos;
    const std::string bytes = read_file(entry.path());
    MemorySource source(as_bytes(bytes));
    const bool whole = reads_whole(source);
    if (must_fail) {
      INFO(entry.path().filename().string());
      CHECK_FALSE(whole);
      ++must_refuse;
      refused += !whole;
    } else if (entry.path().string().find("success") != std::string::npos) {
      ++must_open;
      opened += whole;
      if (!whole) std::printf("stricter than yauzl: %s\n", entry.path().filename().c_str());
    }
  }
  std::printf("ZIP files refused: %d of %d, opened: %d of %d\n", refused, must_refuse, opened, must_open);
  CHECK(must_refuse > 0);
}
