#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vault/sandbox/frames.h"

namespace daybook::sandbox {

/// A place on the earth, in 1/10,000,000 degrees, north and east positive.
struct SaidPlace {
  std::int32_t latitude, longitude;
};

/// What a picture, film or sound says of when and where it was made. Nobody confirms it. The processes without keys
/// read it, and this program takes it from them.
struct SaidByFile {
  std::string taken;               // "2024-06-03T20:15:00", with "+02:00" behind it where that is said; empty: not said
  bool is_of_file = false;         // `taken` is when the file was made: a picture may have been taken before
  bool has_unread_zone = false;    // something stands where the zone belongs, and it cannot be understood
  bool holds_place = false;        // a place stands in the file, in whatever spelling
  std::optional<SaidPlace> place;  // where that could be understood
};

/// The seconds from the beginning of 1904, from which films count (ISO/IEC 14496-12, 8.2.2), to that of 1970.
constexpr std::int64_t kFrom1904To1970 = 2'082'844'800;

/// The zone that a text tells, as +hh:mm, -hh:mm, +hhmm, +hh or Z, up to fourteen hours.
struct SaidZone {
  enum class State { not_there, understood, not_understood } state = State::not_there;
  std::string text;  // "+02:00", where it is understood
};
/// Blanks, zeros and colons alone are a field that nobody filled in, and no zone.
SaidZone read_zone(std::string_view text);

/// Reads a time of the calendar in a text such as "2024:06:03 20:15:00", with whatever follows as its zone, and
/// `zone`, the text of a field of its own, empty where there is none. `separators` are the sign within the day and the
/// one behind it: ": " in EXIF (EXIF 2.32, 4.6.5), "-T" in films. A fraction of a second is left out. `taken` stays
/// empty where the text is no time of the years 1 to 9999, and where something else stands behind it: with "PM" there,
/// the time is another one.
void read_time(std::string_view text, std::string_view separators, std::string_view zone, SaidByFile& said);
/// The time of so many seconds since 1970 UTC as SaidByFile has it, or an empty text before 1970 and after 9999.
std::string time_of_seconds(std::int64_t seconds);
/// A place in degrees. Nothing for one that is not on the earth, and for zero degrees of both, which telephones write
/// that do not know where they are.
std::optional<SaidPlace> place_of(double latitude, double longitude);

/// The places that a file tells in all its spellings.
class Places {
 public:
  /// A place stands there, understood or not. One that is said of some part of the file alone is held and not told.
  void hold(std::optional<SaidPlace> place = std::nullopt, bool is_of_whole = true);
  /// Whether there is one, and the first that was understood. Of places that differ none is told, because nobody can
  /// tell which is right.
  void tell(SaidByFile& said) const;

 private:
  std::optional<SaidPlace> m_first, m_first_of_whole;
  bool m_is_held = false, m_differ = false;
};

/// Appends what a file says to the members of a frame.
void pack(Packer& members, const SaidByFile& said);
/// Takes it from a frame. The file may have taken over the process that sent it, so what has not the form of a time or
/// lies not on the earth is left out.
SaidByFile unpack_said(Unpacker& members);
/// The bytes of what pack() appends, at most.
constexpr std::size_t kMostSaidBytes = 64;

}  // namespace daybook::sandbox
