#include <algorithm>
#include <string>
#include <vector>

#include "crypto/big_endian.h"
#include "vault/sandbox/iso_boxes.h"
#include "vault/sandbox/media_reader/media.h"

namespace daybook::sandbox {
namespace {

std::string_view text_of(Input bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

bool has_content(Input bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte != 0; });
}

// A signed number at the front of a text, as ISO 6709 writes one.
struct Signed {
  bool is_negative = false;
  std::string whole, fraction;  // the figures before and behind the point
};

std::optional<Signed> take_signed(std::string_view& text) {
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  Signed number{text[0] == '-', "", ""};
  text.remove_prefix(1);
  const auto take_figures = [&](std::string& figures) {
    for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1)) figures += text[0];
  };
  take_figures(number.whole);
  if (!text.empty() && text[0] == '.') {
    text.remove_prefix(1);
    take_figures(number.fraction);
  }
  constexpr std::size_t kMostFigures = 24;
  if (number.whole.empty() || number.whole.size() + number.fraction.size() > kMostFigures) return std::nullopt;
  return number;
}

// An angle in degrees. Its figures are degrees alone, or with two more each for minutes and seconds, and the fraction
// is one of the last of these (ISO 6709, annex H). Programs leave out zeros before degrees that stand alone.
std::optional<double> angle_of(const Signed& number, std::size_t degree_figures) {
  const std::size_t size = number.whole.size();
  const std::size_t degrees = std::min(size, degree_figures);
  const bool is_known = size <= degree_figures || size == degree_figures + 2 || size == degree_figures + 4;
  if (!is_known) return std::nullopt;
  double angle = std::stod(number.whole.substr(0, degrees)), unit = 1;
  for (std::size_t at = degrees; at < size; at += 2) {
    const int part = std::stoi(number.whole.substr(at, 2));
    if (part >= 60) return std::nullopt;
    unit /= 60;
    angle += unit * part;
  }
  if (!number.fraction.empty()) angle += unit * std::stod("0." + number.fraction);
  return number.is_negative ? -angle : angle;
}

// A place as ISO 6709 writes it: +51.5072-000.1276/, with the height or more behind it.
std::optional<SaidPlace> place_in(std::string_view text) {
  const auto latitude = take_signed(text);
  const auto longitude = latitude ? take_signed(text) : std::nullopt;
  if (!longitude) return std::nullopt;
  const bool is_end = text.empty() || std::string_view("+-/C").find(text[0]) != std::string_view::npos || text[0] == 0;
  const auto north = angle_of(*latitude, 2), east = angle_of(*longitude, 3);
  return is_end && north && east ? place_of(*north, *east) : std::nullopt;
}

// Whether a name, whose letters may have any size, is that of a place.
bool names_place(std::string_view name) {
  std::string small(name);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return small.find("location") != std::string::npos;
}

// What the boxes of a film say, in their order.
struct Said {
  Places places;
  SaidByFile time;
};

// What one box of metadata says: names of keys, and items that have the number of a key or a type of their own
// (QuickTime File Format, Metadata). In ISO media the content begins with four bytes of version and flags, in QuickTime
// it does not.
class Metadata {
 public:
  Metadata(Input meta, Said& said) : m_said(said) {
    read_keys(first_box(meta, "keys").value_or(Input()));
    Input items = first_box(meta, "ilst").value_or(Input());
    while (const auto item = take_box(items)) read_item(*item);
  }

 private:
  void read_keys(Input keys) {
    constexpr std::size_t kMostKeys = 1'000'000;
    if (keys.size() < 8) return;
    for (keys = keys.subspan(8); m_keys.size() < kMostKeys;) {
      const auto key = take_box(keys);  // a size, a space of names, and the name: laid out as a box
      if (!key) return;
      m_keys.push_back(text_of(key->content));
    }
    m_said.places.hold();  // of what has a number beyond these keys nobody knows the name
  }

  // The name of an item. One without a number may have a name of its own beside its value.
  std::string_view name_of(const Box& item) const {
    const auto type = big_endian({reinterpret_cast<const std::uint8_t*>(item.type.data()), 4}, 0, 4);
    if (type >= 1 && type <= m_keys.size()) return m_keys[type - 1];
    return item.type == "----" ? text_of(first_box(item.content, "name").value_or(Input())) : item.type;
  }

  void read_item(const Box& item) {
    const std::string_view name = name_of(item);
    Input boxes = item.content;
    while (const auto data = take_box(boxes)) {
      const Input value = data->content.subspan(std::min<std::size_t>(data->content.size(), 8));  // type and language
      if (data->type != "data" || !has_content(value)) continue;
      if (name == "com.apple.quicktime.creationdate" && m_said.time.taken.empty())
        read_time(text_of(value), "-T", "", m_said.time);
      // Beside the coordinates there may be the name of the place, which gives it away as well.
      if (name == "com.apple.quicktime.location.ISO6709" || name == "\xa9xyz")
        m_said.places.hold(place_in(text_of(value)));
      else if (names_place(name))
        m_said.places.hold();
    }
  }

  Said& m_said;
  std::vector<std::string_view> m_keys;
};

// The place as 3GPP writes it (3GPP TS 26.244, 8.13): behind version, flags, language and a name that ends with a zero,
// the role, and longitude and latitude as numbers of which the lower half is a fraction.
std::optional<SaidPlace> place_in_loci(Input loci) {
  if (loci.size() < 6) return std::nullopt;
  std::string_view text = text_of(loci.subspan(6));
  const bool is_wide = text.starts_with("\xfe\xff") || text.starts_with("\xff\xfe");
  std::size_t end = is_wide ? 0 : text.find('\0');
  if (is_wide)
    while (end + 1 < text.size() && (text[end] != 0 || text[end + 1] != 0)) end += 2;
  if (end >= text.size()) return std::nullopt;
  const Input rest = loci.subspan(std::min(loci.size(), 6 + end + (is_wide ? 2 : 1)));
  if (rest.size() < 9) return std::nullopt;
  const auto degrees = [&](std::size_t at) {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(big_endian(rest, at, 4))) / 65536.0;
  };
  return place_of(degrees(5), degrees(1));
}

bool is_among(std::string_view type, std::initializer_list<const char*> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

// The film and its parts, and what stands beside them, are boxes of boxes. A place may stand in any of them.
class Boxes {
 public:
  Boxes(Input film, Said& said) : m_said(said), m_open{film} {}

  void read() {
    while (!m_open.empty()) {
      if (m_open.size() > 1) drop_end(m_open.back());
      const auto box = take_box(m_open.back());
      if (!box)
        m_open.pop_back();
      else
        read_box(*box);
    }
  }

 private:
  // Goes down into the boxes of a box before it goes on beside it. Of boxes that lie too deep nobody knows.
  void go_down(Input boxes) {
    constexpr std::size_t kMostOpen = 1'000'000;
    if (m_open.size() > 1 && m_open.back().empty()) m_open.pop_back();
    if (m_open.size() < kMostOpen)
      m_open.push_back(boxes);
    else
      m_said.places.hold();
  }

  // Behind the boxes of user data QuickTime has four bytes of zeros, and programs put further boxes behind those. They
  // are no box that goes on up to the end of the file, which only a box of one of these types can be here.
  static void drop_end(Input& boxes) {
    while (boxes.size() >= 4 && big_endian(boxes, 0, 4) == 0 &&
           !(boxes.size() >= 8 && is_known(text_of(boxes.subspan(4, 4)))))
      boxes = boxes.subspan(4);
  }

  static bool is_known(std::string_view type) {
    return is_among(type, {"\xa9xyz", "loci", "meta", "mdat", "mvhd"}) || has_boxes(type);
  }

  static bool has_boxes(std::string_view type) {
    return is_among(type, {"moov", "trak", "mdia", "minf", "udta", "moof", "traf", "mvex"});
  }

  void read_box(const Box& box) {
    const Input text = box.content.subspan(std::min<std::size_t>(box.content.size(), 4));  // behind size and language
    if (box.type == "\xa9xyz" && has_content(text)) m_said.places.hold(place_in(text_of(text)));
    if (box.type == "loci" && has_content(box.content)) m_said.places.hold(place_in_loci(box.content));
    if (has_boxes(box.type)) go_down(box.content);
    if (box.type != "meta") return;
    const bool has_version = box.content.size() >= 12 &&
                             (big_endian(box.content, 0, 4) == 0 || text_of(box.content.subspan(8, 4)) == "hdlr");
    const Input inner = box.content.subspan(has_version ? 4 : 0);
    Metadata(inner, m_said);
    go_down(inner);
  }

  Said& m_said;
  std::vector<Input> m_open;  // what is left of the boxes that are gone through, the innermost last
};

// When the film was made, in seconds since 1904 UTC (ISO/IEC 14496-12, 8.2.2). Zero is what programs write that do not
// know it, and before 1970 there was nothing that could have written one.
std::string time_in(Input header) {
  if (header.empty() || header[0] > 1) return "";
  const std::size_t size = header[0] == 1 ? 8 : 4;
  if (header.size() < 4 + size) return "";
  const std::uint64_t seconds = big_endian(header, 4, size);
  constexpr std::uint64_t kMost = std::uint64_t{1} << 40;
  return seconds > kMost ? "" : time_of_seconds(static_cast<std::int64_t>(seconds) - kFrom1904To1970);
}

}  // namespace

SaidByFile said_by_iso_media(Input input) {
  Said said;
  Boxes(input, said).read();
  SaidByFile all = said.time;
  said.places.tell(all);
  // What a telephone wrote when it filmed comes before the header, which any program that made the file anew has set.
  if (!all.taken.empty()) return all;
  const Input movie = first_box(input, "moov").value_or(Input());
  all.taken = time_in(first_box(movie, "mvhd").value_or(Input()));
  all.is_of_file = !all.taken.empty();
  all.has_unread_zone = false;
  return all;
}

}  // namespace daybook::sandbox
