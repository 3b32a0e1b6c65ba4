#include "vault/sandbox/wanted_bytes.h"

#include <algorithm>

namespace daybook::sandbox {

std::optional<WantedBytes> unpack_wanted(ByteView payload) {
  Unpacker unpacker(payload);
  WantedBytes wanted;
  wanted.file = unpacker.number();
  wanted.offset = unpacker.number();
  wanted.size = static_cast<std::size_t>(unpacker.number(kMostFrameBytes));
  return unpacker.is_done() ? std::optional(wanted) : std::nullopt;
}

Result<void> give_bytes(Talk& talk, const WantedBytes& wanted,
                        const std::function<Result<void>(MutableByteView)>& read) {
  Bytes bytes(wanted.size);
  TRY(read(bytes));
  const auto sent = talk.send(kGivenBytes, bytes);
  std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});  // they may be content of a record
  TRY(sent);
  return talk.flush();
}

Result<void> ask_for_bytes(FrameReader& reader, FrameWriter& writer, std::uint64_t file, std::uint64_t offset,
                           MutableByteView target) {
  while (!target.empty()) {
    const std::size_t size = std::min(target.size(), kMostFrameBytes / 2);
    TRY(writer.send(kNeedBytes, Packer().number(file).number(offset).number(size).bytes()));
    TRY(writer.flush());
    TRY_ASSIGN(const Frame frame, reader.next());
    if (frame.type != kGivenBytes || frame.payload.size() != size) return Error{ErrorCode::input_output, kOtherSide};
    copy_bytes(frame.payload, target.first(size));
    target = target.subspan(size);
    offset += size;
  }
  return {};
}

}  // namespace daybook::sandbox
