#include "vault/intake/chat/whatsapp_stamp_reader.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

void check_same(const WhatsappStamp* read, const std::optional<WhatsappStamp>& stamp) {
  REQUIRE((read != nullptr) == stamp.has_value());
  if (!stamp) return;
  CHECK(read->form() == stamp->form());
  CHECK(read->is_of_date(*stamp));
  CHECK(read->half == stamp->half);
  CHECK(read->hour == stamp->hour);
  CHECK(read->minute == stamp->minute);
  CHECK(read->second == stamp->second);
  CHECK(read->at_begin == stamp->at_begin);
  CHECK(read->at_end == stamp->at_end);
  CHECK(read->size == stamp->size);
}

}  // namespace

TEST_CASE("a stamp is read from those before it as the grammar reads it, whatever is changed in it") {
  const std::string_view lines[] = {
      "03/05/2025, 22:58 - S: call me, please, tomorrow",
      "3/5/25, 9:58\u202fPM - S: call me, please, tomorrow",
      "[03/05/2025, 22:58:10] S: call me, please, tomorrow",
      "\u200e[3/5/25, 9:58:10\u202f"
      "AM] S: call me, please, tomorrow",
      "[21:41:35, 3/27/22] S: call me, please, tomorrow",
      "21.41.35, 27.3.22 - S: call me, please, tomorrow",
      "13. 6. 2018. 21:25:15 S: call me, please, tomorrow",
      "2022/3/18 下午3:30 - S: call me, please, tomorrow",
      "[3/18/R4, 14:56:01] S: call me, please, tomorrow",
      "[3/18/2565 BE, 14:56:01] S: call me, please, tomorrow",
      "\u0662\u0667/\u0663/\u0662\u0660\u0662\u0662\u060c \u0669:\u0665\u0663 \u0645 - S: call me, please, tomorrow",
      "3 S: call me, please, tomorrow",
  };
  constexpr std::string_view kSigns = "0123456789/.:-[], R\xe2\x80\x8e";
  std::mt19937_64 random(test::seed());
  WhatsappStampReader reader;
  for (int round = 0; round < 200'000; ++round) {
    if (round % 5000 == 0) reader = {};
    std::string line(lines[random() % std::size(lines)]);
    for (std::uint64_t change = random() % 4; change > 0; --change) {
      const std::size_t at = random() % 26;
      const char sign = kSigns[random() % kSigns.size()];
      switch (random() % 3) {
        case 0:
          line[at] = sign;
          break;
        case 1:
          line.insert(at, 1, sign);
          break;
        default:
          line.erase(at, 1);
      }
    }
    if (random() % 50 == 0) line.resize(random() % line.size());
    INFO(line);
    check_same(reader.read(line), read_whatsapp_stamp(line));
  }
}
