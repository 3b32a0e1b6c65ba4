#include "crypto/encoding.h"
#include "tests/fuzz/target.h"
#include "vault/intake/chat/reading_lines.h"
#include "vault/intake/chat/whatsapp.h"
#include "vault/log/canonical_json.h"

using namespace daybook;

// The text of an export of a chat. Whatever it is, each byte of it belongs to one message or range, in order, and the
// lines of the reading are canonical JSON.
namespace {

class Judge final : public vault::ChatReader {
 public:
  std::uint64_t end = 0;

  Result<void> begin(const vault::ChatSettings&) override { return {}; }
  Result<void> message(const vault::ChatMessage& message) override {
    follow(message.begin, message.end);
    std::string line;
    append_message_line(message, ++m_number, line);
    judge(line);
    return {};
  }
  Result<void> range(const vault::ChatRange& range) override {
    follow(range.begin, range.end);
    std::string line;
    append_range_line(range, line);
    judge(line);
    return {};
  }

 private:
  void follow(std::uint64_t from, std::uint64_t to) {
    DAYBOOK_ASSERT(from == end && to > from);
    end = to;
  }
  static void judge(const std::string& line) {
    DAYBOOK_ASSERT(line.ends_with('\n'));
    DAYBOOK_ASSERT(vault::parse_canonical(std::string_view(line).substr(0, line.size() - 1)).ok());
  }
  std::uint64_t m_number = 0;
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  MemorySource source({data, size});
  for (const auto asked : {std::optional<vault::DateOrder>(), std::optional(vault::DateOrder::month_day_year)}) {
    Judge judge;
    if (vault::read_whatsapp(source, asked, judge)) DAYBOOK_ASSERT(judge.end == size);
  }
  (void)vault::is_whatsapp(as_text({data, size}));
  return 0;
}
