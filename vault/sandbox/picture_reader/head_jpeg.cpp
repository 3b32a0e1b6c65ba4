#include <algorithm>
#include <utility>

#include "vault/sandbox/picture_reader/head.h"

namespace daybook::sandbox {
namespace {

// Markers of JPEG (ITU-T T.81, B.1.1.3).
constexpr std::uint8_t kTemporary = 0x01, kFirstRestart = 0xd0, kEndOfImage = 0xd9, kScan = 0xda, kApplication1 = 0xe1;

// Whether a marker is that of a frame, which tells the size. Three numbers among those of frames are other things.
bool is_frame(std::uint8_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

// Whether libjpeg decodes such frames to colours: sequential and progressive ones, of one or three components of 8
// bits. Four components are ink for paper, and what colours those make depends on the paper.
bool is_decoded(std::uint8_t marker, std::uint8_t bits, std::uint8_t components) {
  const bool is_known = marker <= 0xc2 || marker == 0xc9 || marker == 0xca;
  return is_known && bits == 8 && (components == 1 || components == 3);
}

void read_frame(std::uint8_t marker, Input frame, Head& head) {
  if (frame.size() < 6) return;
  head.height = static_cast<std::uint32_t>(frame[1] << 8 | frame[2]);
  head.width = static_cast<std::uint32_t>(frame[3] << 8 | frame[4]);
  head.has_decoder = is_decoded(marker, frame[0], frame[5]);
}

// The segments of EXIF that follow each other. A segment has 64 KiB at most, and programs let what is longer go on in
// the next one. So each is a block for itself, and all of them together are one too.
class ExifRun {
 public:
  explicit ExifRun(Head& head) : m_head(head) {}
  void add(Input segment) {
    if (m_count == 0) m_begin = m_head.exif.size();
    add_exif(segment, m_head);
    if (m_count++ == 0) m_first = segment.subspan(6);
    if (m_count == 2) append(m_first);
    if (m_count > 1) append(segment.subspan(6));
  }
  void end() {
    const std::size_t blocks = m_head.exif.size();
    if (m_count > 1) add_exif(std::move(m_together), m_head);
    // What is whole comes before its pieces, in which a text may be cut off.
    if (m_head.exif.size() > blocks)
      std::rotate(m_head.exif.begin() + static_cast<std::ptrdiff_t>(m_begin), m_head.exif.end() - 1, m_head.exif.end());
    m_together.clear();
    m_count = 0;
  }

 private:
  void append(Input piece) {
    const std::size_t size = std::min(piece.size(), m_left);
    m_head.has_unread_exif |= size < piece.size();
    m_together.insert(m_together.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(size));
    m_left -= size;
  }
  Head& m_head;
  Input m_first;
  std::vector<std::uint8_t> m_together;
  std::size_t m_count = 0, m_begin = 0, m_left = kMostUnpacked;
};

}  // namespace

// Goes from segment to segment up to the pixels. An empty segment of EXIF may stand before the one that says something.
Head read_jpeg_head(Input input) {
  Head head;
  head.has_decoder = true;
  ExifRun run(head);
  for (std::size_t at = 2; at + 4 <= input.size();) {
    const std::uint8_t marker = input[at + 1];
    if (input[at] != 0xff || marker == 0xff || marker == 0) {
      ++at;
      continue;
    }
    if (marker == kEndOfImage || marker == kScan) break;
    if (marker == kTemporary || (marker >= kFirstRestart && marker < kEndOfImage)) {
      at += 2;
      continue;
    }
    const std::size_t size = static_cast<std::size_t>(input[at + 2] << 8 | input[at + 3]);
    if (size < 2) break;
    const Input segment = input.subspan(at + 4, std::min(size - 2, input.size() - at - 4));
    if (is_frame(marker)) read_frame(marker, segment, head);
    if (marker == kApplication1 && has_exif_prefix(segment))
      run.add(segment);
    else
      run.end();
    at += 2 + size;
  }
  run.end();
  return head;
}

}  // namespace daybook::sandbox
