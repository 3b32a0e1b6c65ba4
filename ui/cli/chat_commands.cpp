#include <fmt/format.h>

#include <cstdio>

#include "crypto/encoding.h"
#include "ui/cli/commands.h"
#include "vault/intake/chat/reading_lines.h"
#include "vault/intake/chat/whatsapp.h"
#include "vault/store/measurement.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

// Prints a reading line by line, and counts what was not understood.
class PrintedReading final : public ChatReader {
 public:
  explicit PrintedReading(ReadingHead head) : m_head(std::move(head)) {}

  Result<void> begin(const ChatSettings& settings) override {
    m_head.settings = settings;
    m_lines = head_line(m_head) + "\n";
    return {};
  }
  Result<void> message(const ChatMessage& message) override {
    m_is_open |= message.read == TimeRead::ambiguous;
    m_forged += message.looks_forged;
    m_not_understood += message.is_not_understood || message.kind == MessageKind::unknown;
    append_message_line(message, ++m_messages, m_lines);
    return print_some();
  }
  Result<void> range(const ChatRange& range) override {
    if (range.what == RangeKind::not_understood) m_bytes += range.end - range.begin;
    append_range_line(range, m_lines);
    return print_some();
  }

  void finish() {
    print();
    std::fprintf(stderr, "%s\n", fmt::format("Messages: {}.", m_messages).c_str());
    if (m_not_understood > 0)
      std::fprintf(stderr, "%s\n", fmt::format("Not understood: {} of them.", m_not_understood).c_str());
    if (m_bytes > 0) std::fprintf(stderr, "%s\n", fmt::format("In no message: {} bytes.", m_bytes).c_str());
    if (m_forged > 0)
      std::fprintf(stderr, "%s\n", fmt::format("With a line in them that looks like a message: {}.", m_forged).c_str());
    if (m_is_open)
      std::fprintf(stderr, "%s\n",
                   "Day and month could change places, and the export does not say which is which. If you know, say "
                   "--order dmy or --order mdy.");
  }

 private:
  Result<void> print_some() {
    constexpr std::size_t kSome = 1 << 20;
    if (m_lines.size() >= kSome) print();
    return std::ferror(stdout) == 0 ? Result<void>() : Result<void>(Error{ErrorCode::input_output, ""});
  }
  void print() {
    (void)std::fwrite(m_lines.data(), 1, m_lines.size(), stdout);
    m_lines.clear();
  }

  ReadingHead m_head;
  std::string m_lines;
  std::uint64_t m_messages = 0, m_not_understood = 0, m_forged = 0, m_bytes = 0;
  bool m_is_open = false;
};

}  // namespace

// Opens no record and keeps nothing: it shows what the program would see in an export.
Result<void> run_read_chat(const Options& options, Output&) {
  const Path path = from_utf8(options.files.at(0));
  TRY_ASSIGN(const auto file, operating_system_files().open(path));
  TRY_ASSIGN(const ContentFacts facts, measure(*file));
  ReadingHead head;
  head.reader = "whatsapp/1";
  head.size = facts.size;
  head.sha256 = crypto::to_hex(facts.sha256);
  PrintedReading reading(std::move(head));
  TRY(read_whatsapp(*file, parse_date_order(options.date_order), reading));
  reading.finish();
  return {};
}

}  // namespace daybook::ui
