#include "vault/intake/save_out.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

Path name_for(std::string_view name, const char* media = "text/plain; charset=utf-8") {
  Item item;
  item.kind = ItemKind::file;
  item.number = 7_item;
  ItemVersion version;
  version.name = name;
  version.media = media;
  return name_to_save(item, version);
}

ContentFacts facts_of(std::string_view content) {
  MemorySource source(as_bytes(content));
  return measure(source).value();
}

}  // namespace

TEST_CASE("the name of a file that is saved out is harmless, whatever the file was called") {
  CHECK(to_utf8(name_for("letter.txt")) == "letter.txt");
  CHECK(to_utf8(name_for("../../.bashrc")) == "file-000007.txt");
  CHECK(to_utf8(name_for("-rf.txt")) == "rf.txt");
  CHECK(to_utf8(name_for("a\nb:c*?\"<>|.txt")) == "a_b_c.txt");
  CHECK(to_utf8(name_for("run.exe", "application/octet-stream")) == "run.bin");
  CHECK(to_utf8(name_for("", "image/jpeg")) == "file-000007.jpg");
  CHECK(to_utf8(name_for("   .txt")) == "file-000007.txt");
  CHECK(to_utf8(name_for(std::string(300, 'a') + ".txt")).size() < 130);
  Item note;
  note.kind = ItemKind::note;
  note.number = 12_item;
  CHECK(to_utf8(name_to_save(note, ItemVersion())) == "note-000012.txt");
}

TEST_CASE("nothing is written over, and what a link points to is not either") {
  TemporaryFolder folder;
  write_file(folder / "a.txt", "hers");
  std::filesystem::create_symlink(folder / "elsewhere", folder / "a (2).txt");
  MemorySource source(as_bytes("kept"));
  const auto saved =
      save_out(operating_system_files(), source, facts_of("kept"), folder / "x.unfinished", folder / "a.txt");
  REQUIRE(saved.ok());
  CHECK(saved->path() == folder / "a (3).txt");
  CHECK(read_file(folder / "a.txt") == "hers");
  CHECK(read_file(saved->path()) == "kept");
  CHECK_FALSE(std::filesystem::exists(folder / "elsewhere"));
  CHECK_FALSE(std::filesystem::exists(folder / "x.unfinished"));
}

TEST_CASE("content that is no longer what was kept is not saved out, and leaves nothing") {
  TemporaryFolder folder;
  MemorySource source(as_bytes("something else"));
  const auto saved =
      save_out(operating_system_files(), source, facts_of("kept"), folder / "x.unfinished", folder / "a.txt");
  CHECK(saved.error().code == ErrorCode::damaged);
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a stop leaves nothing, and an empty content is saved too") {
  TemporaryFolder folder;
  MemorySource source(as_bytes("kept"));
  CHECK(save_out(operating_system_files(), source, facts_of("kept"), folder / "x.unfinished", folder / "a.txt",
                 [](std::uint64_t) { return false; })
            .error()
            .code == ErrorCode::cancelled);
  CHECK(std::filesystem::is_empty(folder.path()));
  MemorySource nothing(ByteView{});
  CHECK(save_out(operating_system_files(), nothing, facts_of(""), folder / "x.unfinished", folder / "a.txt").ok());
  CHECK(std::filesystem::file_size(folder / "a.txt") == 0);
}
