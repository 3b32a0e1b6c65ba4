#include "vault/intake/media_facts.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

Result<MediaFacts> read(std::string_view bytes, const std::filesystem::path& program = DAYBOOK_MEDIA_READER) {
  MemorySource source(as_bytes(bytes));
  return MediaReader(program).read(source);
}

std::string file(const char* name) { return read_file(test_data() / "media" / name); }

bool is_unknown(std::string_view bytes) {
  const auto facts = read(bytes);
  return !facts && facts.error().code == ErrorCode::unsupported;
}

std::uint64_t length(std::string_view bytes) {
  const auto facts = read(bytes);
  return facts ? facts->milliseconds.value_or(0) : 0;
}

bool is_near(std::uint64_t milliseconds, std::uint64_t expected) {
  return milliseconds + 50 >= expected && milliseconds <= expected + 50;
}

std::string number(std::uint64_t value, int size, bool big_endian) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * (big_endian ? size - 1 - i : i));
  return bytes;
}

std::string box(const std::string& type, const std::string& content) {
  return number(content.size() + 8, 4, true) + type + content;
}

// A film that has nothing but its header.
std::string film(int version, std::uint64_t units_a_second, std::uint64_t units, const std::string& more = "") {
  const int size = version == 1 ? 8 : 4;
  const std::string header = number(static_cast<std::uint64_t>(version) << 24, 4, true) + std::string(2 * size, '\0') +
                             number(units_a_second, 4, true) + number(units, size, true) + std::string(80, '\0');
  return box("ftyp", "isom") + box("moov", box("mvhd", header) + more);
}

// Two bytes a sample, 8,000 samples a second.
std::string wav(std::size_t samples, std::uint64_t said_bytes) {
  const std::string format = number(1, 2, false) + number(1, 2, false) + number(8000, 4, false) +
                             number(16000, 4, false) + number(2, 2, false) + number(16, 2, false);
  const std::string chunks = "WAVEfmt " + number(16, 4, false) + format + "data" + number(said_bytes, 4, false) +
                             std::string(samples * 2, 'a');
  return "RIFF" + number(chunks.size(), 4, false) + chunks;
}

// A PDF with so many pages, which says that it has `said` ones.
std::string pdf(int pages, int said) {
  std::string kids, text = "%PDF-1.4\n", table;
  for (int i = 0; i < pages; ++i) kids += std::to_string(3 + i) + " 0 R ";
  std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>",
                                   "<</Type/Pages/Count " + std::to_string(said) + "/Kids[" + kids + "]>>"};
  objects.resize(static_cast<std::size_t>(2 + pages), "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(text.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    text += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1), at = std::to_string(text.size());
  return text + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + size +
         "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
}

}  // namespace

TEST_CASE("a sound or film is as long as it was made") {
  // What an encoder adds at the ends counts for MP3, as it does in players.
  for (const auto& [name, milliseconds] :
       std::initializer_list<std::pair<const char*, std::uint64_t>>{{"constant.mp3", 2592},
                                                                    {"variable.mp3", 2592},
                                                                    {"variable-without-header.mp3", 2592},
                                                                    {"vorbis.ogg", 2500},
                                                                    {"speex.ogg", 2500},
                                                                    {"tone.opus", 2500},
                                                                    {"tone.flac", 2500},
                                                                    {"tone.m4a", 2500},
                                                                    {"film.mp4", 3000},
                                                                    {"silent.mp4", 3000},
                                                                    {"film.mov", 3000},
                                                                    {"film.3gp", 3000}}) {
    INFO(name);
    CHECK(is_near(length(file(name)), milliseconds));
  }
  CHECK(length(wav(20'000, 40'000)) == 2500);
}

TEST_CASE("of what does not say its length, or is no sound, film or PDF, nothing is told") {
  for (const char* name : {"fragments.mp4", "film.webm", "thumbnail.heic"}) {
    INFO(name);
    CHECK(is_unknown(file(name)));
  }
  for (const char* other :
       {"", "no sound at all", "\xff\xfb", "ID3", "RIFFxxxxWAVE", "OggS", "fLaC", "%PDF-1.4", "\xff\xd8\xff\xe0"})
    CHECK(is_unknown(other));
  CHECK(is_unknown(wav(0, 0)));
  CHECK(is_unknown(wav(100, 0xffffffff)));  // a recorder that was switched off before it wrote the size
}

TEST_CASE("a file that was cut off is not told to be as long as it was") {
  for (const char* name : {"film.mp4", "film.mov", "tone.m4a", "silent.mp4"}) {
    const std::string whole = file(name);
    for (std::size_t part = 0; part < 8; ++part) {
      INFO(name << " " << part);
      CHECK(is_unknown(whole.substr(0, whole.size() * part / 8)));
    }
    CHECK(is_unknown(whole.substr(0, whole.size() - 1)));
  }
  const std::string mp3 = file("constant.mp3"), ogg = file("vorbis.ogg");
  CHECK(is_near(length(mp3.substr(0, mp3.size() / 2)), 1296));
  CHECK(length(ogg.substr(0, ogg.size() / 2)) < 2000);
  CHECK(is_unknown(wav(20'000, 40'000).substr(0, 20'000)));
}

TEST_CASE("an MP3 is as long as its frames, and one with something else among them is of unknown length") {
  const std::string mp3 = file("constant.mp3");
  CHECK(length(mp3 + mp3) == 2 * length(mp3));
  CHECK(length(mp3 + "TAG" + std::string(125, ' ')) == length(mp3));
  CHECK(is_unknown(mp3 + std::string(2000, 'x')));
}

TEST_CASE("the header of a film may say what it likes") {
  CHECK(length(film(0, 600, 1500)) == 2500);
  CHECK(length(film(1, 600, 1500)) == 2500);
  CHECK(length(film(0, 3, 2)) == 667);
  CHECK(length(film(1, 1000, std::uint64_t{10} * 365 * 24 * 3600 * 1000)) ==
        std::uint64_t{10} * 365 * 24 * 3600 * 1000);
  CHECK(is_unknown(film(1, 1000, std::uint64_t{10} * 365 * 24 * 3600 * 1000 + 1)));  // over ten years
  CHECK(is_unknown(film(0, 0, 1500)));
  CHECK(is_unknown(film(1, 0, ~std::uint64_t{0})));
  for (const std::uint64_t huge :
       {~std::uint64_t{0}, ~std::uint64_t{0} - 1, ~std::uint64_t{0} / 1000, std::uint64_t{1} << 63})
    for (const std::uint64_t units_a_second : {1u, 1000u}) CHECK(is_unknown(film(1, units_a_second, huge)));
  CHECK(is_unknown(film(0, 600, 0)));
  CHECK(is_unknown(film(0, 1, 0xffffffff)));  // says that it does not know
  CHECK(is_unknown(film(2, 600, 1500)));
  CHECK(is_unknown(film(0, 600, 1500, box("mvex", ""))));
  CHECK(is_unknown(film(0, 600, 1500, "junk")));
  CHECK(is_unknown(box("ftyp", "isom") + box("moov", box("mvhd", std::string(19, '\1')))));
  const std::string whole = film(0, 600, 1500);
  CHECK(length(whole + number(1, 4, true) + "mdat" + number(20, 8, true) + "1234") == 2500);
  CHECK(is_unknown(whole + number(1, 4, true) + "mdat" + number(~std::uint64_t{0}, 8, true) + "1234"));
  CHECK(is_unknown(whole + number(1, 4, true) + "mdat" + number(15, 8, true)));
  CHECK(is_unknown(whole + number(7, 4, true) + "mdat"));
  CHECK(length(whole + number(0, 4, true) + "mdat1234") == 2500);
}

TEST_CASE("a PDF tells its pages, one that needs no password too") {
  CHECK(read(pdf(1, 1))->pages == 1);
  CHECK(read(pdf(300, 300))->pages == 300);
  CHECK_FALSE(read(pdf(3, 3))->milliseconds.has_value());
  CHECK(read("\n\n" + pdf(3, 3))->pages == 3);
  CHECK(read(file("compressed.pdf"))->pages == 3);
  CHECK(read(file("open-to-read.pdf"))->pages == 3);
  CHECK(is_unknown(file("locked.pdf")));
}

TEST_CASE("of a broken PDF, or one that contradicts itself, no pages are told") {
  const std::string whole = pdf(3, 3);
  for (std::size_t part = 0; part < 8; ++part) CHECK(is_unknown(whole.substr(0, whole.size() * part / 8)));
  CHECK(is_unknown(pdf(3, 4)));
  CHECK(is_unknown(pdf(0, 0)));
  std::string shifted = whole;
  shifted.replace(shifted.find("startxref\n") + 10, 1, "9");
  CHECK(is_unknown(shifted));
  std::string loop = whole;
  loop.replace(loop.find("3 0 R"), 5, "2 0 R");
  CHECK(is_unknown(loop));
}

TEST_CASE("a media-reader that lies, dies or is not there costs the facts of one file") {
  const TemporaryFolder folder;
  const auto says = [&](const std::string& commands) {
    write_file(folder / "liar", "#!/bin/sh\nexec >&4\n" + commands + "\n");
    std::filesystem::permissions(folder / "liar", std::filesystem::perms::owner_all);
    return read("anything", folder / "liar");
  };
  // Length and pages, and then a text of no bytes and three numbers: nothing is said of day and place.
  const std::string frame = R"(printf '\001\060\000\000\000)", zeros = R"(\000\000\000\000\000\000\000)";
  const std::string zero = R"(\000)" + zeros, silence = zero + zero + zero + zero;
  const auto good = says(frame + R"(\007)" + zeros + R"(\011)" + zeros + silence + "'");
  REQUIRE(good.ok());
  CHECK(good->milliseconds == 7);
  CHECK(good->pages == 9);
  CHECK_FALSE(good->says.has_value());
  const std::string ones = R"(\377\377\377\377\377\377\377\377)";
  for (const std::string& lie :
       {frame + zero + zero + silence + "'", frame + ones + zero + silence + "'",
        frame + R"(\007)" + zeros + ones + silence + "'", frame + R"(\007)" + zeros + zero + silence + "'; exit 1",
        frame + R"(\007)" + zeros + zero + ones + zero + zero + zero + "'",
        std::string(R"(printf '\001\010\000\000\000\007)") + zeros + "'",
        std::string(R"(printf '\001\061\000\000\000\007)") + zeros + zero + silence + "x'", std::string("kill -9 $$"),
        std::string("exit 0")})
    CHECK(says(lie).error().code == ErrorCode::unsupported);
  CHECK(read("anything", "/nowhere/media-reader").error().code == ErrorCode::not_found);
}

TEST_CASE("of what a media-reader says of day and place only what has their form is believed") {
  const TemporaryFolder folder;
  // A text of five bytes that is no time, all flags, and a place far beyond the poles.
  const std::string zeros = R"(\000\000\000\000\000\000\000)", zero = R"(\000)" + zeros;
  const std::string far = R"(\377\377\377\177\000\000\000\000)";
  write_file(folder / "liar", "#!/bin/sh\nexec >&4\nprintf '" + std::string(R"(\001\065\000\000\000\007)") + zeros +
                                  zero + R"(\005)" + zeros + "never" + R"(\017)" + zeros + far + far + "'\n");
  std::filesystem::permissions(folder / "liar", std::filesystem::perms::owner_all);
  const auto facts = read("anything", folder / "liar");
  REQUIRE((facts.ok() && facts->says));
  CHECK_FALSE(facts->says->taken.has_value());
  CHECK_FALSE(facts->says->is_of_file);
  CHECK_FALSE(facts->says->has_unread_zone);
  CHECK(facts->says->holds_place);
  CHECK_FALSE(facts->says->place.has_value());
}
