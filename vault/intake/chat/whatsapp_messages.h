#pragma once

#include "vault/intake/chat/whatsapp_export.h"

namespace daybook::vault {

/// Tells messages and ranges apart, line after line, and hands them on.
class WhatsappMessages {
 public:
  /// All three must outlive this object. `lines` are those that line() gets: what a message says is not copied, but
  /// kept there until the message ends.
  WhatsappMessages(const WhatsappExport& all, ChatLines& lines, ChatReader& reader)
      : m_all(all), m_time_runs(all.time_runs), m_lines(lines), m_reader(reader) {}

  /// The next line. Errors are those of the reader.
  Result<void> line(const ChatLine& line, const WhatsappHeaders::Header& header);
  /// Ends what is open, where the export ends.
  Result<void> finish(std::uint64_t size);

 private:
  bool is_pasted(const WhatsappHeaders::Header& header, std::string_view sender) const;
  void begin(const ChatLine& line, const WhatsappHeaders::Header& header, const SenderAndBody& parts);
  void add(const ChatLine& line);
  Result<void> cut_off(const ChatLine& line);
  Result<void> close_too_long(std::uint64_t at);
  Result<void> end(std::uint64_t at);
  Result<void> add_range(const ChatLine& line);
  Result<void> end_range();

  const WhatsappExport& m_all;
  WhatsappTimeRuns m_time_runs;
  ChatLines& m_lines;
  ChatReader& m_reader;
  bool m_is_open = false;  // a message has begun
  ChatMessage m_message;
  struct Part {
    std::uint64_t begin = 0, end = 0;  // in the export
  };
  Part m_at, m_from;
  Part m_body;                    // without the end of its last line
  std::uint64_t m_body_size = 0;  // with it
  ChatRange m_range;
  std::int64_t m_last = 0;
  bool m_has_last = false;
};

}  // namespace daybook::vault
