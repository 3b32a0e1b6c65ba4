#include "vault/record/search_text.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"
#include "vault/record/found_places.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

struct Pair {
  const char *script, *text, *query;
};

// What a reader of the script takes for the same word.
constexpr Pair kSame[] = {
    {"Latin", "Café au lait", "CAFE"},
    {"Latin", "cafe\xCC\x81 au lait", "caf\xC3\xA9"},
    {"Latin, Vietnamese", "Việt Nam", "viet"},
    {"Latin, ligature", "the ﬁrst time", "first"},
    {"Latin, Turkish", "ISPARTA ısrar İZMİR", "izmir"},
    {"Latin, German", "STRASSE", "straße"},
    {"Latin, full width", "ＬＯＮＤＯＮ", "london"},
    {"Latin, strokes", "złóżko Łódź", "lodz"},
    {"Latin, two in one", "Ærø œuvre", "aero"},
    {"Latin, the parts of a name", "VID_android.mp4", "android"},
    {"Greek", "Καλημέρα σας", "καλημερα"},
    {"Greek, final sigma", "ΟΔΟΣ", "οδός"},
    {"Cyrillic", "ещё раз", "еще"},
    {"Cyrillic", "ПРИВЕТ тебе", "привет"},
    {"Armenian", "Բարև ձեզ", "բարեւ"},
    {"Georgian", "ᲒᲐᲛᲐᲠᲯᲝᲑᲐ", "გამარჯობა"},
    {"Hebrew", "שָׁלוֹם לך", "שלום"},
    {"Arabic", "مُحَمَّد كتب", "محمد"},
    {"Arabic, alef", "أين أنت", "اين"},
    {"Arabic, lengthened", "مـــرحبا بك", "مرحبا"},
    {"Arabic figures", "الساعة ١٢٣٤٥", "12345"},
    {"Devanagari", "दिल्ली में", "दिल्ली"},
    {"Devanagari figures", "कमरा १२३४५", "12345"},
    {"Bengali", "ভালো থেকো", "ভাল\xE0\xA7\x87\xE0\xA6\xBE"},
    {"Gurmukhi", "ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ", "ਸ੍ਰੀ"},
    {"Gujarati", "કેમ છો", "કેમ"},
    {"Tamil", "வணக்கம் நண்பரே", "வணக்"},
    {"Telugu", "నమస్కారం అండి", "నమస్కారం"},
    {"Kannada", "ನಮಸ್ಕಾರ ಗೆಳೆಯ", "ನಮಸ್ಕಾರ"},
    {"Malayalam", "നമസ്കാരം സുഖമാണോ", "സുഖമാണോ"},
    {"Sinhala, with a joiner that is not seen", "ශ්\xE2\x80\x8Dරී ලංකා", "ශ්රී"},
    {"Thai", "ฉันกลับบ้านแล้ว", "บ้าน"},
    {"Thai, its last character", "กลับบ้าน", "น"},
    {"Lao", "ສະບາຍດີ", "ດີ"},
    {"Khmer", "ខ្ញុំស្រឡាញ់អ្នក", "អ្នក"},
    {"Burmese", "မင်္ဂလာပါ", "လာပါ"},
    {"Tibetan", "བཀྲ་ཤིས་བདེ་ལེགས", "བདེ་ལེགས"},
    {"Ethiopic", "ሰላም ነው", "ሰላም"},
    {"Hangul", "집에서 나가", "집"},
    {"Hangul, in its letters", "\xE1\x84\x8C\xE1\x85\xB5\xE1\x86\xB8\xE1\x84\x8B\xE1\x85\xA6", "집에"},
    {"Kana", "か\xE3\x82\x99っこう", "がっこう"},
    {"Kana, half width", "ｶﾞｯｺｳ", "ガッコウ"},
    {"Han", "我把它留着。", "留着"},
    {"Han, one character", "我把它留着。", "着"},
    {"Han beside Latin", "我的iPhone丢了", "iphone丢"},
    {"Persian, with a sign that is not seen", "می\xE2\x80\x8Cخواهم", "میخواهم"},
    {"a soft hyphen", "sec\xC2\xADret", "secret"},
    {"a blank of no width",
     "se\xE2\x80\x8B"
     "cret",
     "secret"},
    {"a joiner of words",
     "se\xE2\x81\xA0"
     "cret",
     "secret"},
    {"emoji", "he sent 🔪 to me", "🔪"},
    {"emoji without a blank", "bye👋🏽bye", "👋"},
    {"emoji in their form as pictures", "love ❤\xEF\xB8\x8F you", "❤"},
    {"a key cap", "flat 1\xEF\xB8\x8F\xE2\x83\xA3", "1"},
    {"a sign of money", "he took €500", "€"},
    {"signs of ASCII", "I <3 you + him = trouble", "<3"},
    {"the beginning of a word", "lovely", "lov"},
};

// What differs by what a reader takes for another letter.
constexpr Pair kOther[] = {
    {"Latin", "glove", "love"},
    {"Latin, fewer than three letters", "lovely", "lo"},
    {"Cyrillic", "кот", "кит"},
    {"Hebrew", "שלום", "שלוה"},
    {"Arabic", "علم", "عمل"},
    {"Arabic, hamza on a letter that is no alef", "مسؤول", "مسوول"},
    {"Devanagari", "दिल", "दाल"},
    {"Devanagari", "की", "कि"},
    {"Devanagari, virama", "कमल", "क्मल"},
    {"Bengali", "মা", "মি"},
    {"Gurmukhi", "ਕੀ", "ਕਿ"},
    {"Gujarati", "કી", "કિ"},
    {"Tamil", "கால்", "கல்"},
    {"Telugu", "కాల", "కల"},
    {"Kannada", "ಕಾಲ", "ಕಲ"},
    {"Malayalam", "കാല", "കല"},
    {"Sinhala", "කාල", "කල"},
    {"Thai", "ม้า", "มา"},
    {"Thai", "ดี", "ดิ"},
    {"Lao", "ມີ", "ມິ"},
    {"Khmer", "ការ", "កីរ"},
    {"Burmese", "ကား", "ကီး"},
    {"Tibetan", "བདེ", "བདི"},
    {"Hangul", "한국", "하"},
    {"Kana", "ばか", "はか"},
    {"Kana", "が", "か"},
    {"Han, another order", "我把它留着", "它把"},
    {"Han, over a full stop", "我。把", "我把"},
    {"emoji", "🔪", "🔫"},
};

bool is_found(Record& record, ItemNumber item, const char* query) {
  for (const ItemNumber number : found(record, query)) {
    if (number == item) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("what a reader takes for the same word is found in every script, and marked where it stands") {
  RecordFixture fixture;
  for (const Pair& pair : kSame) {
    INFO(pair.script << ": " << pair.query << " in " << pair.text);
    CHECK(is_found(fixture.record(), fixture.add_words(pair.text), pair.query));
    CHECK_FALSE(find_places(pair.text, pair.query).empty());
  }
}

TEST_CASE("what a reader takes for another word is not found") {
  RecordFixture fixture;
  for (const Pair& pair : kOther) {
    INFO(pair.script << ": " << pair.query << " in " << pair.text);
    CHECK_FALSE(is_found(fixture.record(), fixture.add_words(pair.text), pair.query));
    CHECK(find_places(pair.text, pair.query).empty());
  }
}

TEST_CASE("a word has its letters where they stand in the text, with the marks that are left aside") {
  const std::string text = "A cafe\xCC\x81!";
  const auto words = words_for_search(text);
  REQUIRE(words.size() == 2);
  CHECK(words[1].points == U"cafe");
  CHECK(words[1].begin == 2);
  CHECK(words[1].ends == std::vector<std::uint32_t>{3, 4, 5, 8});
  CHECK(words_for_search("").empty());
  CHECK(words_for_search("... !\n").empty());
  CHECK(words_for_search("\xFF\xFE").empty());
}
