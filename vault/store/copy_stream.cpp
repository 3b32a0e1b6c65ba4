#include "vault/store/copy_stream.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/secret.h"
#include "vault/store/measurement.h"

namespace daybook::vault {

Result<void> copy_stream(ByteSource& source, ByteSink& sink, const Progress& progress) {
  crypto::ContentBuffer buffer(static_cast<std::size_t>(std::min<std::uint64_t>(kStreamBlockSize, source.size())));
  for (std::uint64_t done = 0; done < source.size();) {
    const MutableByteView block =
        buffer.first(static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), source.size() - done)));
    TRY(source.read_at(done, block));
    TRY(sink.write(block));
    done += block.size();
    if (!goes_on(progress, done)) return Error{ErrorCode::cancelled, ""};
  }
  return {};
}

Result<std::string> read_text(ByteSource& source, std::size_t most_bytes, bool& is_cut) {
  is_cut = source.size() > most_bytes;
  std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), most_bytes)), '\0');
  TRY(source.read_at(0, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
  while (is_cut && !text.empty() && !crypto::is_utf8(text)) text.pop_back();
  return text;
}

}  // namespace daybook::vault
