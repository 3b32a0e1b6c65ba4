#include "vault/intake/chat/half_days.h"

#include <array>
#include <cstdint>

namespace daybook::vault {
namespace {

struct Word {
  std::string_view text;
  bool is_after_noon;
};

// A blank stands for any of the blanks that telephones write, or for none. Letters of ASCII are small here and may be
// capitals there. A word that another one begins with comes after it.
constexpr Word kWords[] = {
    {"a. m.", false},
    {"p. m.", true},
    {"am", false},
    {"pm", true},
    {"上午", false},
    {"下午", true},
    {"凌晨", false},
    {"清晨", false},
    {"早上", false},
    {"中午", true},
    {"晚上", true},
    {"傍晚", true},
    {"午前", false},
    {"午後", true},
    {"오전", false},
    {"오후", true},
    {"ص", false},
    {"م", true},
    {"ق.ظ.", false},
    {"ب.ظ.", true},
    {"ق.ظ", false},
    {"ب.ظ", true},
    {"قبل‌ازظهر", false},
    {"بعدازظهر", true},
    {"vorm.", false},
    {"nachm.", true},
    {"π. μ.", false},
    {"μ. μ.", true},
    {"ΠΜ", false},
    {"ΜΜ", true},
    {"πμ", false},
    {"μμ", true},
    {"sa", false},
    {"ch", true},
    {"ptg", true},
    {"pg", false},
    {"öö", false},
    {"ös", true},
    {"ÖÖ", false},
    {"ÖS", true},
    {"de.", false},
    {"du.", true},
    {"пр. об.", false},
    {"сл. об.", true},
    {"дп", false},
    {"пп", true},
    {"ДП", false},
    {"ПП", true},
    {"dop.", false},
    {"odp.", true},
    {"pop.", true},
    {"e paradites", false},
    {"e pasdites", true},
    {"पूर्वाह्न", false},
    {"अपराह्न", true},
    {"পূর্বাহ্ণ", false},
    {"অপরাহ্ণ", true},
    {"ก่อนเที่ยง", false},
    {"หลังเที่ยง", true},
    {"முற்பகல்", false},
    {"பிற்பகல்", true},
    {"in the morning", false},
    {"in the afternoon", true},
    {"in the evening", true},
    {"at night", true},
    {"priešpiet", false},
    {"popiet", true},
    {"fm", false},
    {"em", true},
    {"ip.", true},
    {"ap.", false},
    {"f.h.", false},
    {"e.h.", true},
    {"priekšp.", false},
    {"pēcp.", true},
    {"ಪೂರ್ವಾಹ್ನ", false},
    {"ಅಪರಾಹ್ನ", true},
    {"म.पू.", false},
    {"म.उ.", true},
    {"ਪੂ.ਦੁ.", false},
    {"ਬਾ.ਦੁ.", true},
    {"පෙ.ව.", false},
    {"ප.ව.", true},
    {"ጥዋት", false},
    {"ከሰዓት", true},
    {"pd", false},
    {"md", true},
    {"ព្រឹក", false},
    {"ល្ងាច", true},
    {"ກ່ອນທ່ຽງ", false},
    {"ຫຼັງທ່ຽງ", true},
    {"နံနက်", false},
    {"ညနေ", true},
    {"ү.ө.", false},
    {"ү.х.", true},
    {"قبل دوپہر", false},
    {"بعد دوپہر", true},
    {"לפנה״צ", false},
    {"אחה״צ", true},
    {"לפנה\"צ", false},
    {"אחה\"צ", true},
    {"тң", false},
    {"тк", true},
    {"tk", true},
    {"to", false},
    {"prijepodne", false},
    {"popodne", true},
    {"prije podne", false},
    {"poslije podne", true},
    {"pre podne", false},
    {"po podne", true},
    {"пре подне", false},
    {"по подне", true},
    {"претпл.", false},
    {"попл.", true},
    {"পূর্বাহ্ন", false},
    {"অপরাহ্ন", true},
    {"পূৰ্বাহ্ন", false},
    {"অপৰাহ্ন", true},
    {"asubuhi", false},
    {"mchana", true},
    {"غ.م.", false},
    {"غ.و.", true},
    {"ب.ن", false},
    {"د.ن", true},
    {"vm.", false},
    {"nm.", true},
    {"yb", false},
    {"yh", true},
    {"r.n.", false},
    {"i.n.", true},
    {"gn.", false},
    {"gd.", true},
    {"午夜", false},
};

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// How many bytes of the text are the word, or 0.
std::size_t size_of(std::string_view word, std::string_view text) {
  std::size_t at = 0;
  for (const char c : word) {
    if (c == ' ') {
      at += blank_size(text.substr(at));
    } else {
      if (at >= text.size() || small(text[at]) != c) return 0;
      ++at;
    }
  }
  return at;
}

// The words that begin with each byte, in the order above: nearly every line of a chat is asked for one.
struct WordsByFirst {
  static constexpr std::uint8_t kNone = 0xFF;
  std::array<std::uint8_t, 256> first{};
  std::array<std::uint8_t, std::size(kWords)> next{};

  constexpr WordsByFirst() {
    static_assert(std::size(kWords) < kNone);
    first.fill(kNone);
    for (std::size_t i = std::size(kWords); i-- > 0;) {
      std::uint8_t& head = first[static_cast<unsigned char>(kWords[i].text[0])];
      next[i] = head;
      head = static_cast<std::uint8_t>(i);
    }
  }
};
constexpr WordsByFirst kByFirst;

bool is_letter(std::string_view text) {
  return !text.empty() && ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z'));
}

}  // namespace

std::optional<HalfDay> half_day_at(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::uint8_t i = kByFirst.first[static_cast<unsigned char>(small(text[0]))];
  for (; i != WordsByFirst::kNone; i = kByFirst.next[i]) {
    const Word& word = kWords[i];
    const std::size_t size = size_of(word.text, text);
    if (size > 0 && !is_letter(text.substr(size))) return HalfDay{word.is_after_noon, size};
  }
  return std::nullopt;
}

}  // namespace daybook::vault
