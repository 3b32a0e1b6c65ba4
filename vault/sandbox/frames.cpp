#include "vault/sandbox/frames.h"

#include <algorithm>

namespace daybook::sandbox {
namespace {

constexpr std::size_t kHeaderSize = 5;
constexpr std::size_t kEnoughToSend = 32 * 1024;

// The compiler may drop an ordinary write to memory that nobody reads again. The programs without keys, which are built
// of this too, do without libsodium.
void overwrite(Bytes& bytes) {
  volatile std::uint8_t* at = bytes.data();
  for (std::size_t i = 0; i < bytes.size(); ++i) at[i] = 0;
}

}  // namespace

Packer& Packer::number(std::uint64_t value) {
  std::array<std::uint8_t, 8> field;
  store_little_endian<8>(field, value);
  make_room(field.size());
  append(m_bytes, field);
  return *this;
}

Packer& Packer::text(std::string_view value) {
  number(value.size());
  make_room(value.size());
  append(m_bytes, as_bytes(value));
  return *this;
}

void Packer::wipe() {
  overwrite(m_bytes);
  m_bytes.clear();
}

// A vector that grows by itself would leave what it held, which may be a key, in freed memory.
void Packer::make_room(std::size_t size) {
  if (m_bytes.capacity() - m_bytes.size() >= size) return;
  Bytes larger;
  larger.reserve(std::max(2 * m_bytes.capacity(), m_bytes.size() + size));
  append(larger, m_bytes);
  overwrite(m_bytes);
  m_bytes = std::move(larger);
}

ByteView Unpacker::take(std::size_t size) {
  m_is_good = m_is_good && size <= m_bytes.size();
  if (!m_is_good) return {};
  const ByteView taken = m_bytes.first(size);
  m_bytes = m_bytes.subspan(size);
  return taken;
}

std::uint64_t Unpacker::number(std::uint64_t most) {
  const ByteView field = take(8);
  const std::uint64_t value = field.empty() ? 0 : load_little_endian<8>(field);
  if (value <= most) return value;
  m_is_good = false;
  return 0;
}

std::string Unpacker::text(std::size_t most) {
  const std::uint64_t size = number(most);
  return std::string(as_text(take(static_cast<std::size_t>(size))));
}

ByteView Unpacker::rest() { return take(m_bytes.size()); }

FrameWriter::FrameWriter(PipeEnd& pipe, PipeEnd::GoesOn goes_on) : m_pipe(pipe), m_goes_on(std::move(goes_on)) {
  m_waiting.reserve(2 * kEnoughToSend + kHeaderSize);
}

Result<void> FrameWriter::send(std::uint8_t type, ByteView payload) {
  DAYBOOK_ASSERT(payload.size() <= kMostFrameBytes);
  std::array<std::uint8_t, kHeaderSize> header{type};
  store_little_endian<4>(MutableByteView(header).subspan(1), payload.size());
  append(m_waiting, header);
  if (payload.size() < kEnoughToSend) {
    append(m_waiting, payload);
    return m_waiting.size() < kEnoughToSend ? Result<void>() : flush();
  }
  TRY(flush());
  return m_pipe.write(payload, m_goes_on);
}

Result<void> FrameWriter::flush() {
  const auto written = m_pipe.write(m_waiting, m_goes_on);
  overwrite(m_waiting);  // one of the frames may have held a key
  m_waiting.clear();
  return written;
}

Result<void> FrameReader::fill(MutableByteView target, const GoesOn& goes_on) {
  while (!target.empty()) {
    const std::size_t ready = std::min(target.size(), m_end - m_begin);
    copy_bytes(ByteView(m_buffer).subspan(m_begin, ready), target.first(ready));
    m_begin += ready;
    target = target.subspan(ready);
    if (target.empty()) break;
    while (goes_on && !m_pipe.wait(PipeEnd::kPatience)) {
      if (!goes_on()) return Error{ErrorCode::cancelled, ""};
    }
    const bool is_large = target.size() >= m_buffer.size();
    TRY_ASSIGN(const std::size_t count, m_pipe.read(is_large ? target : MutableByteView(m_buffer)));
    if (count == 0) return Error{ErrorCode::input_output, kOtherSide};
    if (is_large)
      target = target.subspan(count);
    else
      m_begin = 0, m_end = count;
  }
  return {};
}

Result<Frame> FrameReader::next(const GoesOn& goes_on) {
  std::array<std::uint8_t, kHeaderSize> header;
  TRY(fill(header, goes_on));
  const std::uint64_t size = load_little_endian<4>(ByteView(header).subspan(1));
  if (size > kMostFrameBytes) return Error{ErrorCode::input_output, kOtherSide};
  m_payload.resize(static_cast<std::size_t>(size));
  TRY(fill(m_payload, goes_on));
  return Frame{header[0], m_payload};
}

}  // namespace daybook::sandbox
