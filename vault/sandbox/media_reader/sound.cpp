#include <taglib/flacfile.h>
#include <taglib/mpegfile.h>
#include <taglib/mpegheader.h>
#include <taglib/oggflacfile.h>
#include <taglib/opusfile.h>
#include <taglib/speexfile.h>
#include <taglib/tbytevectorstream.h>
#include <taglib/vorbisfile.h>
#include <taglib/wavfile.h>
#include <taglib/xingheader.h>

#include <cmath>
#include <cstring>
#include <string_view>

#include "vault/sandbox/media_reader/media.h"

namespace daybook::sandbox {
namespace {

bool begins(Input input, std::size_t at, std::string_view what) {
  return input.size() >= at + what.size() && std::memcmp(input.data() + at, what.data(), what.size()) == 0;
}

std::optional<std::uint64_t> length_of(const TagLib::AudioProperties* properties) {
  if (properties == nullptr || properties->lengthInMilliseconds() <= 0) return std::nullopt;
  return static_cast<std::uint64_t>(properties->lengthInMilliseconds());
}

// Whether the frames may end here: at the end of the file, or at one of the tags that have their place behind them.
bool is_end(TagLib::File& file, long at) {
  constexpr unsigned kFrameHeader = 4;
  file.seek(at);
  const TagLib::ByteVector bytes = file.readBlock(11);
  return bytes.size() < kFrameHeader || bytes.startsWith("TAG") || bytes.startsWith("APETAGEX") ||
         bytes.startsWith("LYRICSBEGIN");
}

// The header of a frame that only describes the others, and has no sound.
bool is_description(TagLib::File& file, long at, int size) {
  file.seek(at);
  return TagLib::MPEG::XingHeader(file.readBlock(static_cast<unsigned long>(size))).isValid();
}

// Counts the frames, each of which says for itself how long it is. The library would multiply the size of the file with
// the bit rate of its first frame where no header tells it better, which is wrong for every other bit rate.
std::optional<std::uint64_t> length_of_mp3(TagLib::IOStream& stream) {
  TagLib::MPEG::File file(&stream, TagLib::ID3v2::FrameFactory::instance(), false);
  long at = file.isValid() ? file.firstFrameOffset() : -1;
  if (at < 0) return std::nullopt;
  double seconds = 0;
  for (bool is_first = true;; is_first = false) {
    const TagLib::MPEG::Header frame(&file, at, false);
    if (!frame.isValid() || frame.frameLength() <= 0 || frame.sampleRate() <= 0) {
      if (!is_end(file, at)) return std::nullopt;
      break;
    }
    if (frame.frameLength() > file.length() - at) break;  // cut off
    if (!is_first || !is_description(file, at, frame.frameLength()))
      seconds += static_cast<double>(frame.samplesPerFrame()) / frame.sampleRate();
    at += frame.frameLength();
  }
  if (seconds <= 0) return std::nullopt;
  return static_cast<std::uint64_t>(std::lround(seconds * 1000));
}

}  // namespace

std::optional<std::uint64_t> length_of_sound(Input input) {
  TagLib::ByteVectorStream stream(
      TagLib::ByteVector(reinterpret_cast<const char*>(input.data()), static_cast<unsigned>(input.size())));
  if (begins(input, 0, "OggS")) {
    // The first packet of the first page, which has one segment, tells the codec.
    if (begins(input, 28, "OpusHead")) return length_of(TagLib::Ogg::Opus::File(&stream).audioProperties());
    if (begins(input, 28, "\x01vorbis")) return length_of(TagLib::Ogg::Vorbis::File(&stream).audioProperties());
    if (begins(input, 28, "Speex   ")) return length_of(TagLib::Ogg::Speex::File(&stream).audioProperties());
    if (begins(input, 28, "\177FLAC")) return length_of(TagLib::Ogg::FLAC::File(&stream).audioProperties());
    return std::nullopt;
  }
  if (begins(input, 0, "fLaC"))
    return length_of(TagLib::FLAC::File(&stream, TagLib::ID3v2::FrameFactory::instance()).audioProperties());
  if (begins(input, 0, "RIFF") && begins(input, 8, "WAVE")) {
    const TagLib::RIFF::WAV::File file(&stream);
    // Without the number of samples the library divides by a bit rate that is only an average.
    const bool is_counted = file.audioProperties() != nullptr && file.audioProperties()->sampleFrames() > 0;
    return is_counted ? length_of(file.audioProperties()) : std::nullopt;
  }
  if (begins(input, 0, "ID3") || (input.size() > 1 && input[0] == 0xff && input[1] >= 0xe0))
    return length_of_mp3(stream);
  return std::nullopt;
}

}  // namespace daybook::sandbox
