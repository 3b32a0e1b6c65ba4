#include "ui/words/foreign_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::ui;

TEST_CASE("a foreign text is one line that shows nothing but itself") {
  const std::pair<std::string, std::string> table[] = {
      {"letter.txt", "letter.txt"},
      {"a\nItem 000099: Matches.", "a[U+000A]Item 000099: Matches."},
      {"a\tb\r", "a[U+0009]b[U+000D]"},
      {"invoice\xe2\x80\xaegpj.exe", "invoice[U+202E]gpj.exe"},
      {"\xe2\x81\xa6x\xe2\x81\xa9", "[U+2066]x[U+2069]"},
      {"a\xe2\x80\x8b\xe2\x80\x8f", "a[U+200B][U+200F]"},
      {"\xe2\x80\xa8\xe2\x80\xa9", "[U+2028][U+2029]"},
      {"\x1b[31mred\xc2\x9b", "[U+001B][31mred[U+009B]"},
      {std::string("nul\0", 4), "nul[U+0000]"},
      {"\xff\xfe", "[byte FF][byte FE]"},
      {"\xed\xa0\x80", "[byte ED][byte A0][byte 80]"},
      {"\xc0\xaf", "[byte C0][byte AF]"},
      {"\xe2\x80", "[byte E2][byte 80]"},
      {"\xf4\x90\x80\x80", "[byte F4][byte 90][byte 80][byte 80]"},
      {"\xf3\xa0\x80\xa1", "[U+E0021]"},
      {"a" + std::string(200, ' ') + "Item 000009: Matches.", "a[200 blanks]Item 000009: Matches."},
      {"\xf0\x9f\xbf\xbe\xe3\x85\xa4", "[U+1FFFE][U+3164]"},
      {"Przepraszam \xd9\x85\xd8\xb9 \xf0\x9f\x97\x9d", "Przepraszam \xd9\x85\xd8\xb9 \xf0\x9f\x97\x9d"},
  };
  for (const auto& [foreign, shown] : table) {
    INFO(shown);
    CHECK(foreign_line(foreign) == shown);
    CHECK(foreign_line(foreign).find('\n') == std::string::npos);
  }
}
