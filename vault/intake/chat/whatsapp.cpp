#include "vault/intake/chat/whatsapp.h"

#include <algorithm>

#include "vault/intake/chat/whatsapp_messages.h"

namespace daybook::vault {

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

Result<void> read_whatsapp(ByteSource& source, std::optional<DateOrder> asked, ChatReader& reader) {
  WhatsappExport all;
  ChatLines lines(source);
  TRY(learn_whatsapp(lines, asked, all));
  TRY(reader.begin(all.settings));
  WhatsappHeaders headers(all);
  lines.restart();
  WhatsappMessages messages(all, lines, reader);
  for (ChatLine line; lines.next(line);) TRY(messages.line(line, headers.next(line)));
  TRY(lines.error());
  return messages.finish(source.size());
}

}  // namespace daybook::vault
