#include "vault/sandbox/talk.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"
#include "vault/sandbox/wanted_bytes.h"

using namespace daybook;
using namespace daybook::sandbox;
using namespace daybook::test;

namespace {

Result<Talk> talk_with(const TemporaryFolder& folder, const std::string& commands, PipeEnd::GoesOn goes_on = {}) {
  write_file(folder / "process", "#!/bin/sh\n" + commands + "\n");
  std::filesystem::permissions(folder / "process", std::filesystem::perms::owner_all);
  return Talk::start(folder / "process", {}, std::chrono::milliseconds(300), std::move(goes_on));
}

}  // namespace

TEST_CASE("a process that says nothing is given up, one that has gone is told from it, and a stop is neither") {
  const TemporaryFolder folder;
  const auto silent = talk_with(folder, "exec sleep 1000")->next();
  CHECK(silent.error().code == ErrorCode::unsupported);
  CHECK(silent.error().detail == kOtherSide);
  const auto gone = talk_with(folder, "exit 0")->next();
  CHECK(gone.error().code == ErrorCode::input_output);
  CHECK(gone.error().detail == kOtherSide);
  CHECK(talk_with(folder, "exec sleep 1000", [] { return false; })->next().error().code == ErrorCode::cancelled);
  CHECK(talk_with(folder, "exec sleep 1000")->send(1, Bytes(kMostFrameBytes)).error().code == ErrorCode::unsupported);
  CHECK(Talk::start("/nowhere/process", {}, std::chrono::milliseconds(300)).error().code == ErrorCode::not_found);
}

TEST_CASE("a wish for bytes has a file, a place and a size that a frame can hold, and nothing else") {
  Packer wish;
  wish.number(3).number(1000).number(kMostFrameBytes);
  const auto wanted = unpack_wanted(wish.bytes());
  REQUIRE(wanted.has_value());
  CHECK(wanted->file == 3);
  CHECK(wanted->offset == 1000);
  CHECK(wanted->size == kMostFrameBytes);
  CHECK_FALSE(unpack_wanted(Packer().number(3).number(1000).number(kMostFrameBytes + 1).bytes()).has_value());
  CHECK_FALSE(unpack_wanted(Packer().number(3).number(1000).bytes()).has_value());
  CHECK_FALSE(unpack_wanted(wish.number(0).bytes()).has_value());
}

TEST_CASE("the bytes that are wanted come in the frames that a process waits for") {
  const TemporaryFolder folder;
  const std::string heard = (folder / "heard").string();
  auto talk = talk_with(folder, "head -c 10 <&3 > '" + heard + "'; printf '\\001\\000\\000\\000\\000' >&4");
  REQUIRE(talk.ok());
  REQUIRE(give_bytes(*talk, {0, 7, 5}, [](MutableByteView target) -> Result<void> {
            copy_bytes(as_bytes("bytes"), target);
            return {};
          }).ok());
  REQUIRE(talk->next().ok());
  CHECK(read_file(heard) == std::string("\x29\5\0\0\0bytes", 10));
  CHECK(give_bytes(*talk, {0, 7, 5},
                   [](MutableByteView) -> Result<void> {
                     return Error{ErrorCode::input_output, "the stick"};
                   })
            .error()
            .detail == "the stick");
}
