#include "vault/intake/picture.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdio>
#include <random>

#include <webp/encode.h>

#include "tests/support/corpora.h"
#include "tests/support/made_picture.h"
#include "tests/support/seed.h"
#include "vault/intake/small_picture.h"
#include "vault/sandbox/lockdown/lockdown.h"
#include "vault/sandbox/one_answer.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

const PictureReader& reader() {
  static const PictureReader reader(DAYBOOK_PICTURE_READER);
  return reader;
}

Result<ReducedPicture> read(std::string_view bytes, std::uint32_t most_side = kSmallPictureSide) {
  MemorySource source(as_bytes(bytes));
  return reader().read(source, most_side);
}

constexpr char kGifBytes[] = "GIF89a\x02\0\x01\0\x80\0\0\xff\0\0\0\0\xff,\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0;";
constexpr std::string_view kGif(kGifBytes, sizeof kGifBytes - 1);

}  // namespace

TEST_CASE("a photograph is reduced, turned as it asks, and tells its time and place") {
  const std::string jpeg = make_jpeg(1600, 1200, make_exif(6, "2024:06:03 20:15:00"));
  const ReducedPicture picture = read(jpeg).value();
  CHECK(picture.facts.width == 1200);  // orientation 6: stored lying on its side
  CHECK(picture.facts.height == 1600);
  CHECK(picture.width == 360);
  CHECK(picture.height == 480);
  CHECK(picture.facts.taken == "2024-06-03T20:15:00+01:00");
  REQUIRE(picture.facts.place.has_value());
  CHECK(std::abs(picture.facts.place->latitude - 51.5) < 1e-6);
  CHECK(std::abs(picture.facts.place->longitude + 0.25) < 1e-6);
  CHECK(is_red(picture, 20, 100));        // the left half is now the upper one
  CHECK_FALSE(is_red(picture, 340, 20));  // and its white top the right edge
  CHECK_FALSE(is_red(picture, 180, 400));
}

TEST_CASE("a photograph for a report has the size that was asked for, upright, and is never enlarged") {
  const ReducedPicture large = read(make_jpeg(3600, 2400, make_exif(6, "")), kReportPictureSide).value();
  CHECK(large.facts.width == 2400);
  CHECK(large.facts.height == 3600);
  CHECK(large.width == 1066);
  CHECK(large.height == 1600);
  CHECK(is_red(large, 60, 300));
  CHECK_FALSE(is_red(large, 1010, 60));
  CHECK_FALSE(is_red(large, 530, 1300));
  for (const auto& [width, height] : {std::pair(1600u, 20u), {1601u, 20u}, {20u, 1601u}, {3199u, 30u}, {5000u, 1u}}) {
    const ReducedPicture picture = read(make_jpeg(width, height, ""), kReportPictureSide).value();
    CHECK(std::max(picture.width, picture.height) == 1600);
  }
  const ReducedPicture as_it_is = read(make_jpeg(900, 700, make_exif(3, "")), kReportPictureSide).value();
  CHECK(as_it_is.width == 900);
  CHECK(as_it_is.height == 700);
}

TEST_CASE("a time that is none, and a picture without any, say nothing") {
  CHECK_FALSE(read(make_jpeg(100, 80, make_exif(1, "2024:13:41 99:00:00")))->facts.taken.has_value());
  CHECK_FALSE(read(make_jpeg(100, 80, make_exif(1, "    :  :     :  :  ")))->facts.taken.has_value());
  const ReducedPicture plain = read(make_jpeg(100, 80, "")).value();
  CHECK(plain.width == 100);
  CHECK_FALSE(plain.facts.taken.has_value());
  CHECK_FALSE(plain.facts.place.has_value());
}

TEST_CASE("WebP and GIF are read, other things are refused") {
  const Bytes pixels = two_colors(1000, 400, 4);
  std::uint8_t* encoded = nullptr;
  const std::size_t size = WebPEncodeLosslessRGBA(pixels.data(), 1000, 400, 4000, &encoded);
  const ReducedPicture webp = read(as_text({encoded, size})).value();
  WebPFree(encoded);
  CHECK(webp.width == 480);
  CHECK(webp.height == 192);
  CHECK(is_red(webp, 100, 150));
  const auto gif = read(kGif);
  REQUIRE(gif.ok());
  CHECK(gif->width == 2);
  for (const char* other :
       {"", "no picture at all", "\xff\xd8\xff", "\x89PNG\r\n\x1a\n", "GIF89a", "RIFFxxxxWEBP", "abcdftypheic"})
    CHECK(read(other).error().code == ErrorCode::unsupported);
}

TEST_CASE("a small picture keeps size, colours and transparency") {
  ReducedPicture picture;
  picture.width = 40;
  picture.height = 20;
  picture.rgba = two_colors(40, 20, 4);
  for (std::size_t at = 3; at < picture.rgba.size() / 2; at += 4) picture.rgba[at] = 0;
  const Bytes small = encode_small_picture(picture);
  REQUIRE(!small.empty());
  const ReducedPicture again = decode_small_picture(small).value();
  CHECK(again.width == 40);
  CHECK(again.height == 20);
  CHECK(again.rgba[3] == 0);
  const std::size_t red = (15 * 40 + 3) * 4, blue = (15 * 40 + 36) * 4;
  CHECK((again.rgba[red] > 200 && again.rgba[red + 2] < 60 && again.rgba[red + 3] == 255));
  CHECK((again.rgba[blue] < 60 && again.rgba[blue + 2] > 200));
  CHECK_FALSE(decode_small_picture(as_bytes("no picture")).ok());
  CHECK_FALSE(decode_small_picture({}).ok());
}

TEST_CASE("pictures that others made, hostile ones too, are shown or refused, and the program lives") {
  std::size_t shown = 0, refused = 0, valid_shown = 0, valid = 0;
  for (const auto& file : pictures_of_others()) {
    INFO(file.string());
    const auto picture = read(read_file(file));
    ++(picture ? shown : refused);
    if (picture) CHECK(picture->rgba.size() == std::size_t{picture->width} * picture->height * 4);
    if (file.string().find("pngsuite") == std::string::npos) continue;
    ++valid;
    valid_shown += picture.ok();
  }
  std::printf("pictures of others: %zu shown, %zu refused; of the PNG suite %zu of %zu\n", shown, refused, valid_shown,
              valid);
  CHECK(valid_shown == valid);
}

TEST_CASE("mutated pictures cost a picture and never the program") {
  const char* given = std::getenv("DAYBOOK_SWEEP");
  const std::size_t rounds = given != nullptr ? 100'000 : 300;
  std::mt19937_64 random(seed());
  std::vector<std::string> originals{make_jpeg(300, 200, make_exif(6, "2024:06:03 20:15:00")), std::string(kGif)};
  const Bytes pixels = two_colors(64, 48, 4);
  std::uint8_t* encoded = nullptr;
  const std::size_t size = WebPEncodeRGBA(pixels.data(), 64, 48, 256, 80, &encoded);
  originals.emplace_back(as_text({encoded, size}));
  WebPFree(encoded);
  for (const auto& file : pictures_of_others()) {
    if (std::filesystem::file_size(file) < 100'000) originals.push_back(read_file(file));
  }
  std::size_t shown = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    std::string bytes = originals[random() % originals.size()];
    for (std::size_t changes = 1 + random() % 8; changes > 0 && !bytes.empty(); --changes)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 8 == 0) bytes.resize(random() % (bytes.size() + 1));
    const auto most_side = static_cast<std::uint32_t>(1 + random() % kReportPictureSide);
    const auto picture = read(bytes, most_side);
    shown += picture.ok();
    if (picture) REQUIRE(std::max(picture->width, picture->height) <= most_side);
    if (!picture) REQUIRE(picture.error().code == ErrorCode::unsupported);
  }
  std::printf("mutated pictures: %zu, shown %zu, refused %zu, deaths of this program 0\n", rounds, shown,
              rounds - shown);
}

TEST_CASE("a process that does not end is ended, one that fails or is not there is an error, and no time is another") {
  MemorySource source(as_bytes("anything"));
  CHECK(sandbox::ask_once("/bin/false", source, {std::chrono::seconds(5)}).error().code == ErrorCode::unsupported);
  CHECK(sandbox::ask_once("/nowhere/picture-reader", source, {std::chrono::seconds(5)}).error().code ==
        ErrorCode::not_found);
  const auto start = std::chrono::steady_clock::now();
  CHECK(sandbox::ask_once("/bin/sleep", source, {std::chrono::seconds(1)}, {"60"}).error().code ==
        ErrorCode::cancelled);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("after the lockdown a process can use memory and end, nothing more") {
  const auto fate_of = [](void (*attempt)()) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      if (!sandbox::lock_down({std::uint64_t{1} << 30, 10, false, false})) ::_exit(9);
      attempt();
      ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
  };
  const int harmless = fate_of([] { std::free(std::malloc(1 << 20)); });
  CHECK((WIFEXITED(harmless) && WEXITSTATUS(harmless) == 0));
  const int opening = fate_of([] {
    if (::open("/etc/passwd", O_RDONLY) >= 0) ::_exit(1);
  });
  CHECK((WIFEXITED(opening) && WEXITSTATUS(opening) == 0));  // refused, as if there were no right to
  const int greedy = fate_of([] {
    for (int i = 0; i < 64; ++i) {
      void* block = std::malloc(std::size_t{64} << 20);
      if (block == nullptr) ::_exit(0);
      std::memset(block, 1, std::size_t{64} << 20);
    }
    ::_exit(1);
  });
  CHECK((WIFEXITED(greedy) && WEXITSTATUS(greedy) == 0));
  for (void (*attempt)() : {+[] { ::socket(AF_INET, SOCK_STREAM, 0); }, +[] { ::execl("/bin/true", "true", nullptr); },
                            +[] { ::kill(::getppid(), 0); }, +[] { ::unlink("/tmp/nothing"); }}) {
    const int killed = fate_of(attempt);
    CHECK((WIFSIGNALED(killed) && WTERMSIG(killed) == SIGSYS));
  }
}
#endif

TEST_CASE("what the process costs for each picture") {
  const std::string tiny = make_jpeg(16, 16, "");
  std::vector<double> times;
  for (int i = 0; i < 51; ++i) {
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(read(tiny).ok());
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(times.begin(), times.end());
  std::printf("a process for a picture of 16x16: median %.1f ms, longest %.1f ms\n", times[25], times[50]);
}
