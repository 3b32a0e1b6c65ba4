#include "vault/intake/chat/half_days.h"

#include <utf8proc.h>

#include <array>

namespace daybook::vault {
namespace {

using Half = HalfDay::Half;

struct Word {
  std::string_view text;
  Half half;
  std::uint8_t language;
};

// A blank stands for any of the blanks that telephones write, or for none. A word that another one begins with comes
// after it.
constexpr Word kWords[] = {
    {"a. m.", Half::before, 0},
    {"p. m.", Half::after, 0},
    {"g. m.", Half::after, 0},
    {"am", Half::before, 1},
    {"pm", Half::after, 1},
    {"in the morning", Half::before, 2},
    {"in the afternoon", Half::after, 2},
    {"in the evening", Half::after, 2},
    {"at night", Half::night, 2},
    {"上午", Half::before, 3},
    {"凌晨", Half::before, 3},
    {"清晨", Half::before, 3},
    {"早上", Half::before, 3},
    {"早晨", Half::before, 3},
    {"午夜", Half::before, 3},
    {"下午", Half::after, 3},
    {"中午", Half::after, 3},
    {"傍晚", Half::after, 3},
    {"晚上", Half::after, 3},
    {"午后", Half::after, 3},
    {"半夜", Half::night, 3},
    {"深夜", Half::night, 3},
    {"夜晚", Half::night, 3},
    {"夜里", Half::night, 3},
    {"晚間", Half::night, 3},
    {"午前", Half::before, 4},
    {"午後", Half::after, 4},
    {"오전", Half::before, 5},
    {"오후", Half::after, 5},
    {"ص", Half::before, 6},
    {"م", Half::after, 6},
    {"قبل‌ازظهر", Half::before, 7},
    {"ق.ظ.", Half::before, 7},
    {"ق.ظ", Half::before, 7},
    {"بعدازظهر", Half::after, 7},
    {"ب.ظ.", Half::after, 7},
    {"ب.ظ", Half::after, 7},
    {"vorm.", Half::before, 8},
    {"nachm.", Half::after, 8},
    {"π. μ.", Half::before, 9},
    {"πμ", Half::before, 9},
    {"μ. μ.", Half::after, 9},
    {"μμ", Half::after, 9},
    {"sáng", Half::before, 10},
    {"sa", Half::before, 10},
    {"chiều", Half::after, 10},
    {"ch", Half::after, 10},
    {"pg", Half::before, 11},
    {"ptg", Half::after, 11},
    {"öö", Half::before, 12},
    {"ös", Half::after, 12},
    {"de.", Half::before, 13},
    {"du.", Half::after, 13},
    {"пр. об.", Half::before, 14},
    {"сл. об.", Half::after, 14},
    {"дп", Half::before, 15},
    {"пп", Half::after, 15},
    {"dop.", Half::before, 16},
    {"odp.", Half::after, 16},
    {"pop.", Half::after, 16},
    {"e paradites", Half::before, 17},
    {"pd", Half::before, 17},
    {"e pasdites", Half::after, 17},
    {"md", Half::after, 17},
    {"पूर्वाह्न", Half::before, 18},
    {"अपराह्न", Half::after, 18},
    {"পূর্বাহ্ণ", Half::before, 19},
    {"পূর্বাহ্ন", Half::before, 19},
    {"অপরাহ্ণ", Half::after, 19},
    {"অপরাহ্ন", Half::after, 19},
    {"পূৰ্বাহ্ন", Half::before, 20},
    {"অপৰাহ্ন", Half::after, 20},
    {"ก่อนเที่ยง", Half::before, 21},
    {"หลังเที่ยง", Half::after, 21},
    {"முற்பகல்", Half::before, 22},
    {"பிற்பகல்", Half::after, 22},
    {"priešpiet", Half::before, 23},
    {"popiet", Half::after, 23},
    {"fm", Half::before, 24},
    {"em", Half::after, 24},
    {"ap.", Half::before, 25},
    {"ip.", Half::after, 25},
    {"f.h.", Half::before, 26},
    {"e.h.", Half::after, 26},
    {"priekšpusdienā", Half::before, 27},
    {"priekšp.", Half::before, 27},
    {"pēcpusdienā", Half::after, 27},
    {"pēcp.", Half::after, 27},
    {"ಪೂರ್ವಾಹ್ನ", Half::before, 28},
    {"ಅಪರಾಹ್ನ", Half::after, 28},
    {"म.पू.", Half::before, 29},
    {"म.उ.", Half::after, 29},
    {"ਪੂ.ਦੁ.", Half::before, 30},
    {"ਬਾ.ਦੁ.", Half::after, 30},
    {"පෙ.ව.", Half::before, 31},
    {"ප.ව.", Half::after, 31},
    {"ጥዋት", Half::before, 32},
    {"ከሰዓት", Half::after, 32},
    {"ព្រឹក", Half::before, 33},
    {"ល្ងាច", Half::after, 33},
    {"ກ່ອນທ່ຽງ", Half::before, 34},
    {"ຫຼັງທ່ຽງ", Half::after, 34},
    {"နံနက်", Half::before, 35},
    {"ညနေ", Half::after, 35},
    {"ү.ө.", Half::before, 36},
    {"ү.х.", Half::after, 36},
    {"قبل دوپہر", Half::before, 37},
    {"بعد دوپہر", Half::after, 37},
    {"לפנה\"צ", Half::before, 38},
    {"לפנה״צ", Half::before, 38},
    {"אחה\"צ", Half::after, 38},
    {"אחה״צ", Half::after, 38},
    {"таңкы", Half::before, 39},
    {"тң", Half::before, 39},
    {"то", Half::before, 39},
    {"түштөн кийинки", Half::after, 39},
    {"тк", Half::after, 39},
    {"to", Half::before, 40},
    {"tk", Half::after, 40},
    {"prije podne", Half::before, 41},
    {"прије подне", Half::before, 41},
    {"prijepodne", Half::before, 41},
    {"pre podne", Half::before, 41},
    {"пре подне", Half::before, 41},
    {"poslije podne", Half::after, 41},
    {"послије подне", Half::after, 41},
    {"po podne", Half::after, 41},
    {"по подне", Half::after, 41},
    {"popodne", Half::after, 41},
    {"поподне", Half::after, 41},
    {"претпл.", Half::before, 42},
    {"попл.", Half::after, 42},
    {"asubuhi", Half::before, 43},
    {"mchana", Half::after, 43},
    {"غ.م.", Half::before, 44},
    {"غ.و.", Half::after, 44},
    {"ب.ن", Half::before, 45},
    {"د.ن", Half::after, 45},
    {"vm.", Half::before, 46},
    {"nm.", Half::after, 46},
    {"yb", Half::before, 47},
    {"yh", Half::after, 47},
    {"r.n.", Half::before, 48},
    {"i.n.", Half::after, 48},
    {"gn.", Half::before, 49},
    {"gh", Half::before, 49},
    {"gd.", Half::after, 49},
    {"gd", Half::after, 49},
    {"safiya", Half::before, 50},
    {"yamma", Half::after, 50},
    {"n’ụtụtụ", Half::before, 51},
    {"n’abali", Half::after, 51},
    {"isuk", Half::before, 52},
    {"wengi", Half::after, 52},
    {"bn", Half::before, 53},
    {"pn", Half::after, 53},
    {"wd", Half::before, 54},
    {"wb", Half::after, 54},
    {"صبح، منجهند", Half::before, 55},
    {"منجهند، شام", Half::after, 55},
    {"ቅ.ቀ.", Half::before, 56},
    {"ድ.ቀ.", Half::after, 56},
    {"günortadan öň", Half::before, 57},
    {"günortadan soň", Half::after, 57},
    {"چۈشتىن بۇرۇن", Half::before, 58},
    {"چۈشتىن كېيىن", Half::after, 58},
    {"àárọ̀", Half::before, 59},
    {"ọ̀sán", Half::after, 59},
    {"ам", Half::before, 60},
    {"пм", Half::after, 60},
    {"da manhã", Half::before, 61},
    {"da tarde", Half::after, 61},
    {"de la mañana", Half::before, 62},
    {"de la tarde", Half::after, 62},
};

struct Letter {
  std::int32_t point = -1;  // small; below 0: there is none
  std::size_t bytes = 0;
};

Letter letter_at(std::string_view text) {
  utf8proc_int32_t point = -1;
  const auto* const at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto bytes = utf8proc_iterate(at, static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (bytes <= 0) return {};
  return {utf8proc_tolower(point), static_cast<std::size_t>(bytes)};
}

// How many bytes of the text the word takes at its beginning; 0 where it does not stand there.
std::size_t size_of(std::string_view word, std::string_view text) {
  std::size_t at = 0;
  while (!word.empty()) {
    const Letter wanted = letter_at(word);
    word.remove_prefix(wanted.bytes);
    if (wanted.point == ' ') {
      at += blank_size(text.substr(at));
      continue;
    }
    const Letter letter = letter_at(text.substr(at));
    if (letter.point != wanted.point) return 0;
    at += letter.bytes;
  }
  return at;
}

constexpr std::uint8_t first_byte(std::string_view text) { return static_cast<unsigned char>(text[0]); }

// The words that begin with each byte, in the order above: nearly every line of a chat is asked for one.
struct WordsByFirst {
  static constexpr std::uint8_t kNone = 0xFF;
  std::array<std::uint8_t, 256> first{};
  std::array<std::uint8_t, std::size(kWords)> next{};

  constexpr WordsByFirst() {
    static_assert(std::size(kWords) < kNone);
    first.fill(kNone);
    for (std::size_t i = std::size(kWords); i-- > 0;) {
      std::uint8_t& head = first[first_byte(kWords[i].text)];
      next[i] = head;
      head = static_cast<std::uint8_t>(i);
    }
  }
};
constexpr WordsByFirst kByFirst;

// The first byte of a text whose first letter is made small.
std::uint8_t first_small_byte(std::string_view text) {
  const Letter letter = letter_at(text);
  if (letter.point < 0) return first_byte(text);
  utf8proc_uint8_t bytes[4];
  utf8proc_encode_char(letter.point, bytes);
  return bytes[0];
}

}  // namespace

std::size_t letter_size(std::string_view text) {
  std::size_t size = 0;
  for (;;) {
    const Letter letter = letter_at(text.substr(size));
    if (letter.point < 0) return size;
    const auto category = utf8proc_category(letter.point);
    const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    const bool is_sign = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
    if (size > 0 ? !is_sign : !is_letter) return size;
    size += letter.bytes;
  }
}

std::optional<HalfDay> half_day_at(std::string_view text) {
  if (text.empty()) return std::nullopt;
  for (std::uint8_t i = kByFirst.first[first_small_byte(text)]; i != WordsByFirst::kNone; i = kByFirst.next[i]) {
    const Word& word = kWords[i];
    const std::size_t size = size_of(word.text, text);
    if (size > 0 && letter_size(text.substr(size)) == 0) return HalfDay{word.half, word.language, size};
  }
  return std::nullopt;
}

}  // namespace daybook::vault
