#include <catch2/catch_test_macros.hpp>

#include "crypto/random.h"
#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"
#include "vault/store/header.h"
#include "vault/store/objects.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("every changed byte of a header is noticed") {
  VaultKey vault_key;
  crypto::fill_random(vault_key.expose_mutable());
  Header header = Header::make({1, 8});
  REQUIRE(header.fill_slot(0, SlotKind::passphrase, as_bytes("first"), vault_key).ok());
  REQUIRE(header.fill_slot(3, SlotKind::recovery, as_bytes("second"), vault_key).ok());
  header.set_generation(7);
  const Bytes file = header.serialize(vault_key);
  REQUIRE(file.size() == kHeaderSize);
  for (const char* secret : {"first", "second"}) {
    const auto opened = Header::open(file, as_bytes(secret));
    REQUIRE(opened.ok());
    CHECK(opened->header.generation() == 7);
    CHECK(crypto::equal_in_constant_time(opened->vault_key.expose(), vault_key.expose()));
  }
  CHECK(Header::open(file, as_bytes("third")).error().code == ErrorCode::wrong_passphrase);
  for (std::size_t at = 0; at < file.size(); ++at) {
    Bytes changed = file;
    changed[at] ^= 0x80;
    INFO("byte " << at);
    CHECK_FALSE(Header::open(changed, as_bytes("first")).ok());
  }
}

TEST_CASE("objects are read back anywhere, split into segments, and cannot be swapped") {
  const TemporaryFolder folder;
  crypto::AeadKey key;
  crypto::fill_random(key.expose_mutable());
  ObjectStore store(operating_system_files(), folder.path(), key);
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65536}, std::size_t{1000000}}) {
    Bytes content(size);
    crypto::fill_random(content);
    const std::string name = ObjectStore::new_name();
    auto writer = store.create(name).value();
    REQUIRE(writer->write(content).ok());
    CHECK(store.list()->objects.empty());
    REQUIRE(writer->publish().ok());
    auto reader = store.open(name).value();
    REQUIRE(reader->size() == size);
    Bytes back(size);
    REQUIRE(reader->read_at(0, back).ok());
    CHECK(back == content);
    const std::string other = ObjectStore::new_name();
    std::filesystem::create_directories(folder / other.substr(0, 2));
    std::filesystem::copy_file(folder / name.substr(0, 2) / name, folder / other.substr(0, 2) / other);
    CHECK(store.open(other).error().code == ErrorCode::damaged);
    REQUIRE(store.remove(name).ok());
    REQUIRE(store.remove(other).ok());
    CHECK(store.open(name).error().code == ErrorCode::not_found);
  }
}

TEST_CASE("a segmented file is the same bytes wherever it is cut") {
  const TemporaryFolder folder;
  Bytes content(100000);
  crypto::fill_random(content);
  for (const std::uint64_t segment : {1000, 33333, 99999, 100000, 200000}) {
    const Path path = folder / std::to_string(segment);
    SegmentedWriter writer(operating_system_files(), path, kObjectNames, segment);
    for (std::size_t at = 0; at < content.size(); at += 777)
      REQUIRE(writer.write(ByteView(content).subspan(at, std::min<std::size_t>(777, content.size() - at))).ok());
    REQUIRE(writer.publish().ok());
    auto reader = SegmentedReader::open(operating_system_files(), path).value();
    REQUIRE(reader.size() == content.size());
    Bytes part(5000);
    for (std::size_t at = 0; at + part.size() <= content.size(); at += 4321) {
      REQUIRE(reader.read_at(at, part).ok());
      CHECK(equal_bytes(part, ByteView(content).subspan(at, part.size())));
    }
  }
}
