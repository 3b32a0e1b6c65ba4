#include "vault/sandbox/frames.h"

#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "tests/support/memory_search.h"

using namespace daybook;
using namespace daybook::sandbox;
using namespace daybook::test;

TEST_CASE("what a packer has packed comes back, and what does not fit is a fault once and for all") {
  Packer packer;
  packer.number(7).text("words").number(~std::uint64_t{0});
  Unpacker unpacker(packer.bytes());
  CHECK(unpacker.number(7) == 7);
  CHECK(unpacker.text(5) == "words");
  CHECK(unpacker.number() == ~std::uint64_t{0});
  CHECK(unpacker.is_done());
  Unpacker wrong(packer.bytes());
  CHECK(wrong.number(6) == 0);
  CHECK(wrong.text(5).empty());
  CHECK_FALSE(wrong.is_done());
}

TEST_CASE("who reads nothing is given up, and who reads slowly is waited for") {
  auto [reader, writer] = make_pipe().value();
  const Bytes much(1 << 20, 1);
  int asked = 0;
  const auto held = writer.write(much, [&] { return ++asked < 3; });
  REQUIRE_FALSE(held.ok());
  CHECK(held.error().code == ErrorCode::cancelled);
  CHECK(asked == 3);

  auto [slow, patient] = make_pipe().value();
  std::size_t taken = 0;
  std::thread thread([&, &end = slow] {
    Bytes part(128 * 1024);
    while (taken < much.size()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      taken += end.read(part).value();
    }
  });
  CHECK(patient.write(much, [] { return true; }).ok());
  thread.join();
  CHECK(taken == much.size());
}

TEST_CASE("who has gone is an error of the pipe, with and without patience") {
  for (const bool has_patience : {false, true}) {
    auto [reader, writer] = make_pipe().value();
    reader.close();
    const auto sent = writer.write(Bytes(10, 1), has_patience ? PipeEnd::GoesOn([] { return true; }) : nullptr);
    REQUIRE_FALSE(sent.ok());
    CHECK(sent.error().code == ErrorCode::input_output);
    CHECK(sent.error().detail == kOtherSide);
  }
}

TEST_CASE("a key that was packed and sent is nowhere when the frame has gone") {
  skip_under_sanitizers();
  const auto key = random_passphrase();
  const Needle needle(key.expose());
  auto [reader, writer] = make_pipe().value();
  FrameWriter frames(writer);
  const int before = hits_in_memory(needle);
  {
    Packer packer;
    packer.text(key.expose_text());
    for (int i = 0; i < 500; ++i) packer.number(0);  // grows, more than once
    REQUIRE(frames.send(1, packer.bytes()).ok());
    packer.wipe();
  }
  for (int i = 0; i < 3; ++i) REQUIRE(frames.send(2, Bytes(5000, 2)).ok());
  REQUIRE(frames.flush().ok());
  CHECK(hits_in_memory(needle) == before);
}
