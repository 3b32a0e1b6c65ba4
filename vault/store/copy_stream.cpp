#include "vault/store/copy_stream.h"

#include <algorithm>

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

}  // namespace daybook::vault
