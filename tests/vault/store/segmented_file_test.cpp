#include "vault/store/segmented_file.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("a stream is cut into parts that join to what it was") {
  const TemporaryFolder folder;
  FileSystem& files = operating_system_files();
  const std::string text = "what was written, in seven-byte pieces";
  for (const SegmentNames& names : {kPartNames, kObjectNames}) {
    SegmentedWriter writer(files, folder / "stream", names, 7);
    REQUIRE(writer.write(as_bytes(text.substr(0, 10))).ok());
    REQUIRE(writer.write(as_bytes(text.substr(10))).ok());
    REQUIRE(writer.finish().ok());
    CHECK(writer.paths().size() == 6);
    for (const Path& path : writer.paths()) CHECK_FALSE(files.exists(path));
    REQUIRE(writer.publish().ok());
    for (const Path& path : writer.temporary_paths()) CHECK_FALSE(files.exists(path));
    auto reader = SegmentedReader::open_parts(files, writer.paths()).value();
    std::string back(reader.size(), ' ');
    REQUIRE(reader.read_at(0, {reinterpret_cast<std::uint8_t*>(back.data()), back.size()}).ok());
    CHECK(back == text);
  }
  CHECK(find_parts(files, folder / "stream.001").size() == 6);
  CHECK(find_parts(files, folder / "stream.002") == find_parts(files, folder / "stream.001"));
  CHECK(find_parts(files, folder / "other.002") == std::vector<Path>{folder / "other.002"});
  std::filesystem::remove(folder / "stream");
  CHECK(find_parts(files, folder / "stream") == find_parts(files, folder / "stream.001"));
  std::string joined;
  CHECK(run_command("cat '" + (folder / "stream").string() + "'.0*", &joined) == 0);
  CHECK(joined == text);
}

TEST_CASE("parts never replace what has their name, and giving up removes only what was written here") {
  const TemporaryFolder folder;
  FileSystem& files = operating_system_files();
  write_file(folder / "stream.002", "somebody else's");
  SegmentedWriter writer(files, folder / "stream", kPartNames, 4);
  REQUIRE(writer.write(as_bytes("0123456789")).ok());
  CHECK(writer.publish().error().code == ErrorCode::already_exists);
  writer.abandon();
  CHECK(files.list(folder.path())->size() == 1);
  CHECK(read_file(folder / "stream.002") == "somebody else's");
}
