// How many messages of an export of WhatsApp are read in a second, on one core: every field of each, and once more with
// the lines of the reading. bench_chat.py makes the exports with this program and reads them with another one too.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <random>
#include <sstream>
#include <vector>

#include "vault/intake/chat/reading_lines.h"
#include "vault/intake/chat/whatsapp.h"

using namespace daybook;

namespace {

std::string two(unsigned value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

// What stands before a message in 2023 and 2024 in one of two forms: that of Android with 24 hours, and that of an
// iPhone with 12, in which a narrow blank stands before AM.
std::string stamp(bool is_iphone, unsigned minutes, unsigned second) {
  const unsigned days = minutes / 1440, day = days % 28 + 1, month = days / 28 % 12 + 1, year = 2023 + days / 336;
  const unsigned hour = minutes / 60 % 24, minute = minutes % 60;
  if (!is_iphone)
    return two(day) + "/" + two(month) + "/" + std::to_string(year) + ", " + two(hour) + ":" + two(minute) + " - ";
  return "[" + std::to_string(month) + "/" + std::to_string(day) + "/" + two(year % 100) + ", " +
         std::to_string((hour + 11) % 12 + 1) + ":" + two(minute) + ":" + two(second) + "\u202f" +
         (hour < 12 ? "AM] " : "PM] ");
}

// An export with as many messages, most of them of one line, some of several, with an attachment, or of the program.
std::string made_export(bool is_iphone, int messages) {
  constexpr const char* kNames[] = {"Ana", "Mark Jones", "+44 7700 900123", "José"};
  constexpr const char* kWords[] = {"where",  "are",   "you",  "tomorrow", "10:30", "call me", "naïve", "привет",
                                    "please", "again", "note", "😀",        "home",  "12/03",   "and",   "nothing"};
  std::mt19937_64 random(1);
  const std::string mark = is_iphone ? "\u200e" : "", end = is_iphone ? "\r\n" : "\n";
  std::string text;
  unsigned minutes = 0;
  for (int i = 0; i < messages; ++i) {
    minutes += static_cast<unsigned>(random() % 10);
    text += stamp(is_iphone, minutes, static_cast<unsigned>(i % 60)) + kNames[random() % 4] + ": ";
    switch (random() % 50) {
      case 0:
        text += mark + (is_iphone ? "image omitted" : "<Media omitted>");
        break;
      case 1:
        text += mark + (is_iphone ? "<attached: 00000012-PHOTO.jpg>" : "IMG-20230101-WA0001.jpg (file attached)");
        break;
      case 2:
        text += mark + "This message was deleted";
        break;
      default:
        for (std::uint64_t words = random() % 20 + 2; words > 0; --words)
          text += std::string(kWords[random() % 16]) + (random() % 100 == 0 ? "\n" : " ");
    }
    text += end;
  }
  return text;
}

// Looks at each field as somebody does who keeps it.
class Looking final : public vault::ChatReader {
 public:
  explicit Looking(bool with_lines) : m_with_lines(with_lines) {}
  std::uint64_t messages = 0, seen = 0;

  Result<void> begin(const vault::ChatSettings&) override { return {}; }
  Result<void> message(const vault::ChatMessage& message) override {
    ++messages;
    seen += message.from.size() + message.at.size() + message.text.size() + message.file.size() + message.end +
            static_cast<std::uint64_t>(message.kind) +
            (message.time ? static_cast<std::uint64_t>(message.time->seconds) : 0);
    if (!m_with_lines) return {};
    append_message_line(message, messages, m_lines);
    if (m_lines.size() > (1 << 20)) m_lines.clear();
    return {};
  }
  Result<void> range(const vault::ChatRange&) override { return {}; }

 private:
  bool m_with_lines;
  std::string m_lines;
};

int read(const char* file, int rounds) {
  std::ostringstream content;
  content << std::ifstream(file, std::ios::binary).rdbuf();
  const std::string text = content.str();
  MemorySource source(as_bytes(text));
  std::uint64_t messages = 0, seen = 0;
  const auto median = [&](bool with_lines) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
      Looking looking(with_lines);
      const std::clock_t start = std::clock();
      if (!vault::read_whatsapp(source, std::nullopt, looking)) std::abort();
      times.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
      messages = looking.messages;
      seen += looking.seen;
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[static_cast<std::size_t>(rounds / 2)];
  };
  const double fields = median(false), lines = median(true);
  std::printf("{\"messages\":%llu,\"bytes\":%zu,\"read_s\":%f,\"lines_s\":%f,\"seen\":%llu}\n",
              static_cast<unsigned long long>(messages), text.size(), fields, lines,
              static_cast<unsigned long long>(seen));
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 5 && std::strcmp(arguments[1], "make") == 0) {
    std::ofstream(arguments[4], std::ios::binary)
        << made_export(std::strcmp(arguments[2], "iphone") == 0, std::atoi(arguments[3]));
    return 0;
  }
  if (count == 4 && std::strcmp(arguments[1], "read") == 0) return read(arguments[2], std::atoi(arguments[3]));
  std::fprintf(stderr, "usage: bench_chat make android|iphone MESSAGES FILE\n       bench_chat read FILE ROUNDS\n");
  return 2;
}
