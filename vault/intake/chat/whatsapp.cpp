#include "vault/intake/chat/whatsapp.h"

#include <algorithm>

#include "vault/intake/chat/whatsapp_messages.h"

namespace daybook::vault {
namespace {

class WhatsappParser final : public ChatParser {
 public:
  explicit WhatsappParser(ByteSource& source) : m_size(source.size()), m_lines(source) {}

  Result<void> learn(std::optional<DateOrder> asked) { return learn_whatsapp(m_lines, asked, m_all); }

  const ChatSettings& settings() const override { return m_all.settings; }
  void start(ChatReader& reader) override {
    m_lines.restart();
    m_headers.emplace(m_all);
    m_messages.emplace(m_all, m_lines, reader);
  }
  Result<bool> go_on() override {
    ChatLine line;
    if (m_lines.next(line)) {
      TRY(m_messages->line(line, m_headers->next(line)));
      return true;
    }
    TRY(m_lines.error());
    TRY(m_messages->finish(m_size));
    return false;
  }

 private:
  std::uint64_t m_size;
  ChatLines m_lines;
  WhatsappExport m_all;
  std::optional<WhatsappHeaders> m_headers;
  std::optional<WhatsappMessages> m_messages;
};

}  // namespace

bool is_whatsapp(std::string_view beginning) {
  std::size_t stamps = 0;
  while (!beginning.empty() && stamps < 2) {
    const std::size_t end = std::min(beginning.find('\n'), beginning.size());
    const auto stamp = read_whatsapp_stamp(beginning.substr(0, end));
    stamps += stamp && stamp->close != WhatsappStamp::Close::blank ? 1 : 0;
    beginning.remove_prefix(std::min(end + 1, beginning.size()));
  }
  return stamps == 2;
}

Result<std::unique_ptr<ChatParser>> open_whatsapp(ByteSource& source, std::optional<DateOrder> asked) {
  auto parser = std::make_unique<WhatsappParser>(source);
  TRY(parser->learn(asked));
  return std::unique_ptr<ChatParser>(std::move(parser));
}

Result<void> read_whatsapp(ByteSource& source, std::optional<DateOrder> asked, ChatReader& reader) {
  TRY_ASSIGN(const auto parser, open_whatsapp(source, asked));
  return read_all(*parser, reader);
}

}  // namespace daybook::vault
