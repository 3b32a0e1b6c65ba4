#include "vault/intake/text_pieces.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "crypto/encoding.h"
#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

class OwnedSource final : public ByteSource {
 public:
  explicit OwnedSource(std::string bytes) : m_bytes(std::move(bytes)), m_source(as_bytes(m_bytes)) {}
  std::uint64_t size() const override { return m_source.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    return m_source.read_at(offset, target);
  }

 private:
  std::string m_bytes;
  MemorySource m_source;
};

std::vector<std::string> pieces_of(const std::string& bytes, TextEncoding encoding, std::size_t mark = 0) {
  const TextPieces text(std::make_shared<OwnedSource>(bytes), encoding, mark);
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i < text.count(); ++i) pieces.push_back(text.read(i).value());
  return pieces;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string all;
  for (const std::string& piece : pieces) all += piece;
  return all;
}

std::string in_utf16(std::string_view ascii, bool is_big) {
  std::string bytes;
  for (const char c : ascii) bytes += is_big ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

std::optional<FoundEncoding> found(std::string_view bytes, bool is_all = true) {
  return find_encoding(as_bytes(bytes), is_all);
}

}  // namespace

TEST_CASE("zeros in a text of single bytes are no UTF-16, and UTF-32 is none") {
  std::string zeros;
  for (int i = 0; i < 100; ++i) zeros += std::string("hello\0world needlenul\n", 22);
  CHECK_FALSE(found(zeros));
  CHECK(found(in_utf16("hello world, where are you\n", false))->encoding == TextEncoding::utf16_little);
  std::string cyrillic;  // blanks and line ends alone have a zero
  for (int i = 0; i < 50; ++i) cyrillic += std::string("\x33\x04\x34\x04\x35\x04 \0\x42\x04\x4b\x04\n\0", 14);
  CHECK(found(cyrillic)->encoding == TextEncoding::utf16_little);
  CHECK_FALSE(found(std::string("\xFF\xFE\0\0h\0\0\0i\0\0\0", 12)));
}

TEST_CASE("a text says by its beginning how it is written, or that this is uncertain") {
  CHECK(found("plain words")->encoding == TextEncoding::utf8);
  CHECK(found("plain words")->is_certain);
  CHECK(found("\xEF\xBB\xBFwords")->mark_bytes == 3);
  CHECK(found("caf\xC3\xA9")->encoding == TextEncoding::utf8);
  CHECK(found("caf\xC3", false)->encoding == TextEncoding::utf8);  // the file goes on
  CHECK(found("caf\xC3\xA9\xC3")->encoding == TextEncoding::western);
  const auto western = found("caf\xE9 und gr\xFC\xDF");
  CHECK(western->encoding == TextEncoding::western);
  CHECK_FALSE(western->is_certain);
  CHECK(found("\xFF\xFE" + in_utf16("hello", false))->encoding == TextEncoding::utf16_little);
  CHECK(found("\xFE\xFF" + in_utf16("hello", true))->mark_bytes == 2);
  CHECK(found(in_utf16("hello you, it is late", false))->encoding == TextEncoding::utf16_little);
  CHECK(found(in_utf16("hello you, it is late", true))->encoding == TextEncoding::utf16_big);
  CHECK(found("")->encoding == TextEncoding::utf8);
  for (const std::string& other : {std::string("\x89PNG\r\n\x1a\n"), std::string("a\0b", 3), std::string("PK\x03\x04"),
                                   std::string("\0\0\0\x18"
                                               "ftypheic",
                                               12),
                                   std::string("\x7f"
                                               "ELF")})
    CHECK_FALSE(found(other));
}

TEST_CASE("each code page is read as the people read it who wrote in it") {
  CHECK(to_utf8(as_bytes("caf\xE9 \x80"), TextEncoding::western) == "caf\xC3\xA9 \xE2\x82\xAC");
  CHECK(to_utf8(as_bytes("\xB3\xF3\x64\x9F"), TextEncoding::central_european) ==
        "\xC5\x82\xC3\xB3\x64\xC5\xBA");  // łódź
  CHECK(to_utf8(as_bytes("\xEF\xF0\xE8\xE2\xE5\xF2"), TextEncoding::cyrillic) ==
        "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82");  // привет
  CHECK(to_utf8(as_bytes("\xE3"), TextEncoding::greek) == "\xCE\xB3");
  CHECK(to_utf8(as_bytes("\xF0\xFE"), TextEncoding::turkish) == "\xC4\x9F\xC5\x9F");
  CHECK(to_utf8(as_bytes("\xF9\xEC"), TextEncoding::hebrew) == "\xD7\xA9\xD7\x9C");
  CHECK(to_utf8(as_bytes("\xE3\xD1"), TextEncoding::arabic) == "\xD9\x85\xD8\xB1");
  CHECK(to_utf8(as_bytes("\xF0"), TextEncoding::baltic) == "\xC5\xA1");
  for (const TextEncoding encoding : kTextEncodings) {
    std::string every;
    for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
    CHECK(crypto::is_utf8(to_utf8(as_bytes(every), encoding)));
  }
}

TEST_CASE("what is no character is marked, and nothing is left out") {
  CHECK(to_utf8(as_bytes("a\xFF"
                         "b\xC3"),
                TextEncoding::utf8) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
  CHECK(to_utf8(as_bytes(std::string_view("a\0\x3D\xD8", 4)), TextEncoding::utf16_little) == "a\xEF\xBF\xBD");
  CHECK(to_utf8(as_bytes(std::string_view("\x3D\xD8\x00\xDE", 4)), TextEncoding::utf16_little) == "\xF0\x9F\x98\x80");
  CHECK(to_utf8(as_bytes(std::string_view("a\0b", 3)), TextEncoding::utf16_little) == "a\xEF\xBF\xBD");
}

TEST_CASE("a text of many lines is parted at their ends, and one without lines at its blanks") {
  std::string lines, words, letters;
  while (lines.size() < 20'000)
    lines += "[03/05/2025, 22:41] Mark: where are you " + std::to_string(lines.size()) + "\r\n";
  while (words.size() < 20'000) words += "word" + std::to_string(words.size()) + " ";
  while (letters.size() < 20'000) letters += "\xE2\x82\xAC";
  for (const std::string& piece : pieces_of(lines, TextEncoding::utf8)) CHECK((piece.empty() || piece.back() == '\n'));
  for (const std::string& piece : pieces_of(words, TextEncoding::utf8)) CHECK((piece.empty() || piece.back() == ' '));
  for (const std::string& text : {lines, words, letters}) {
    const auto pieces = pieces_of(text, TextEncoding::utf8);
    CHECK(pieces.size() == (text.size() + kTextPieceBytes - 1) / kTextPieceBytes);
    CHECK(joined(pieces) == text);
    for (const std::string& piece : pieces) CHECK(crypto::is_utf8(piece));
  }
  CHECK(pieces_of("", TextEncoding::utf8) == std::vector<std::string>{""});
  CHECK(joined(pieces_of("\xFE\xFF" + in_utf16(lines, true), TextEncoding::utf16_big, 2)) == lines);
}

TEST_CASE("the pieces of any bytes in any encoding make the same text as all of them at once") {
  std::mt19937_64 random(test::seed());
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    const std::size_t size = random() % 16'000;
    const int kind = static_cast<int>(random() % 4);
    while (bytes.size() < size) {
      if (kind == 0) bytes += static_cast<char>(random());
      if (kind == 1) bytes += static_cast<char>(random() % 8 == 0 ? '\n' : 'a' + random() % 26);
      if (kind == 2) bytes += "\xF0\x9F\x98\x80";
      if (kind == 3) bytes += static_cast<char>(random() % 3);
    }
    for (const TextEncoding encoding : kTextEncodings) {
      const auto pieces = pieces_of(bytes, encoding);
      // Bytes that are no text may be parted inside of what would be one unknown character.
      if (kind == 0 || kind == 3) {
        CHECK(crypto::is_utf8(joined(pieces)));
        continue;
      }
      const bool is_pairs = unit_bytes(encoding) == 2;
      if (!is_pairs || kind == 1) CHECK(joined(pieces) == to_utf8(as_bytes(bytes), encoding));
    }
  }
}
