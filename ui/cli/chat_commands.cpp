#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "ui/cli/commands.h"
#include "ui/words/error_text.h"
#include "ui/words/foreign_text.h"
#include "vault/intake/chat/chat_export.h"
#include "vault/intake/chat/chat_files.h"
#include "vault/intake/chat/formats.h"
#include "vault/intake/chat/reading_lines.h"
#include "vault/record/reading_head.h"
#include "vault/store/measurement.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

// Standard output has the readings alone.
void say(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

// Prints a reading line by line, and counts what was not understood.
class PrintedReading final : public ChatReader {
 public:
  // `files` must outlive the reading, and is told what the messages of the text `entry` name.
  PrintedReading(ReadingHead head, std::string entry, NamedFiles& files)
      : m_head(std::move(head)),
        m_entry(std::move(entry)),
        m_files(files),
        m_missing_before(files.missing()),
        m_unclear_before(files.unclear()) {}

  Result<void> begin(const ChatSettings& settings) override {
    m_head.order = settings.order;
    m_head.order_by = settings.order_by;
    m_lines = head_line(m_head) + "\n";
    return {};
  }
  Result<void> message(const ChatMessage& message) override {
    m_is_open |= message.read == TimeRead::ambiguous;
    m_forged += message.flags.looks_forged;
    m_not_understood += message.flags.is_not_understood || message.kind == MessageKind::unknown;
    if (!message.file.empty()) m_files.name(message.file, m_entry);
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
    say(fmt::format("Messages: {}.", m_messages));
    if (m_not_understood > 0) say(fmt::format("Not understood: {} of them.", m_not_understood));
    if (m_bytes > 0) say(fmt::format("In no message: {} bytes.", m_bytes));
    if (m_forged > 0) say(fmt::format("With a line in them that looks like a message: {}.", m_forged));
    if (m_is_open)
      say("Day and month, or day and year, could change places, and the export does not say which is which. If you "
          "know, say --order dmy, mdy or ymd.");
    const std::uint64_t missing = m_files.missing() - m_missing_before;
    const std::uint64_t unclear = m_files.unclear() - m_unclear_before;
    if (!m_entry.empty() && missing > 0) say(fmt::format("Attachments that are not in the ZIP: {}.", missing));
    if (unclear > 0) say(fmt::format("Attachments of which the ZIP has several of that name: {}.", unclear));
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
  std::string m_entry;
  NamedFiles& m_files;
  std::uint64_t m_missing_before, m_unclear_before;
  std::string m_lines;
  std::uint64_t m_messages = 0, m_not_understood = 0, m_forged = 0, m_bytes = 0;
  bool m_is_open = false;
};

Result<void> print_reading(ChatText& text, const ContentFacts& exported, const Options& options, NamedFiles& files) {
  TRY_ASSIGN(const ChatFormat* const format, chat_format_of(*text.source));
  ReadingHead head;
  head.reader = format->reader;
  head.sources.push_back({std::nullopt, std::nullopt, text.entry, exported.size, exported.sha256});
  PrintedReading reading(std::move(head), text.entry, files);
  TRY_ASSIGN(const auto parser, format->open(*text.source, parse_date_order(options.date_order)));
  TRY(read_all(*parser, reading));
  reading.finish();
  return {};
}

void say_unread(const std::string& name, const Error& why) {
  say(fmt::format("Not read: {}. {}", foreign_line(name), foreign_line(explain(why).what)));
}

void say_rest_of_zip(const ChatExport& chat, const NamedFiles& files) {
  for (const ChatExport::Unread& unread : chat.unread()) say_unread(unread.entry, unread.why);
  const auto locked = std::count_if(chat.files().begin(), chat.files().end(),
                                    [](const ZipEntry& file) { return !file.unreadable.empty(); });
  if (locked > 0) say(fmt::format("Files in the ZIP that are encrypted or packed in an unknown way: {}.", locked));
  for (const ZipFault& fault : chat.faults())
    say(fmt::format("Against the rules for ZIP files: {} ({}).",
                    fault.name.empty() ? "the whole" : foreign_line(fault.name), foreign_line(fault.what)));
  if (chat.fault_count() > chat.faults().size())
    say(fmt::format("And {} more.", chat.fault_count() - chat.faults().size()));
  if (files.unnamed() > 0) say(fmt::format("Files in the ZIP that no message names: {}.", files.unnamed()));
}

Result<void> read_export(const Options& options) {
  const Path path = from_utf8(options.files.at(0));
  TRY_ASSIGN(const auto file, operating_system_files().open(path));
  TRY_ASSIGN(const ContentFacts exported, measure(*file));
  TRY_ASSIGN(ChatExport chat, ChatExport::open(*file, ArchiveReader::beside_this_program()));
  const ChatFiles all(chat.files());
  NamedFiles files(all);
  Result<void> outcome;
  for (std::size_t i = 0; i < chat.text_count(); ++i) {
    if (chat.is_zip()) say(foreign_line(chat.entry_of(i)) + ":");
    auto text = chat.text(i);
    const auto printed = text ? print_reading(*text, exported, options, files) : Result<void>(text.error());
    // One conversation that cannot be read keeps no other back.
    if (!printed) outcome = printed;
    if (!printed && chat.text_count() > 1) say_unread(chat.entry_of(i), printed.error());
  }
  if (chat.is_zip()) say_rest_of_zip(chat, files);
  return outcome;
}

}  // namespace

// Opens no record and keeps nothing: it shows what the program would see in an export.
Result<void> run_read_chat(const Options& options, Output&) {
  const auto read = read_export(options);
  // What is damaged here is a file of hers, and no part of a record.
  if (!read && read.error().code == ErrorCode::damaged) return Error{ErrorCode::malformed, read.error().detail};
  return read;
}

}  // namespace daybook::ui
