#include "vault/intake/chat/chat_files.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace daybook::vault {
namespace {

std::string composed(std::string_view text) {
  utf8proc_uint8_t* made = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &made, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  std::string result =
      size >= 0 ? std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)) : std::string(text);
  std::free(made);
  return result;
}

// The marks for the direction of writing: U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069, and U+061C; and U+FEFF,
// which stands at the beginning of some texts.
std::size_t direction_mark_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(0) == 0xd8 && byte(1) == 0x9c) return 2;
  if (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) return 3;
  if (byte(0) != 0xe2) return 0;
  const unsigned last = byte(2);
  const bool is_mark = byte(1) == 0x80 ? last == 0x8e || last == 0x8f || (last >= 0xaa && last <= 0xae)
                                       : byte(1) == 0x81 && last >= 0xa6 && last <= 0xa9;
  return is_mark ? 3 : 0;
}

// A name as it looks.
std::string plain(std::string_view name) {
  std::string visible;
  while (!name.empty()) {
    const std::size_t mark = direction_mark_size(name);
    if (mark == 0) visible += name.front();
    name.remove_prefix(std::max<std::size_t>(mark, 1));
  }
  return composed(visible);
}

// The folder of a name, with the slash at its end, and what stands behind that.
std::pair<std::string_view, std::string_view> parts_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  return {path.substr(0, begin), path.substr(begin)};
}

bool was_added_by_mac(std::string_view path) {
  const std::string_view name = parts_of(path).second;
  return path.starts_with("__MACOSX/") || name == ".DS_Store" || name.starts_with("._");
}

}  // namespace

ChatFiles::ChatFiles(const std::vector<ZipEntry>& files) {
  for (const ZipEntry& file : files) {
    const bool is_of_mac = was_added_by_mac(file.name);
    if (!is_of_mac) m_by_name.emplace(plain(parts_of(file.name).second), m_files.size());
    m_files.push_back({file.name, is_of_mac});
  }
}

ChatFiles::Found ChatFiles::find(std::string_view name, std::string_view entry) const {
  const auto [first, end] = m_by_name.equal_range(plain(name));
  const std::string folder = composed(parts_of(entry).first), wanted = composed(name);
  Found nearest;
  int least = 0, seen = 0;
  for (auto one = first; one != end; ++one) {
    if (++seen > static_cast<int>(kMostAlike)) return {Match::several, 0};
    const auto [of_file, its_name] = parts_of(m_files[one->second].path);
    const int differences = (composed(of_file) == folder ? 0 : 3) + (its_name == name               ? 0
                                                                     : composed(its_name) == wanted ? 1
                                                                                                    : 2);
    if (nearest.match == Match::none || differences < least) {
      nearest = {Match::one, one->second};
      least = differences;
    } else if (differences == least) {
      nearest = {Match::several, 0};
    }
  }
  return nearest;
}

std::vector<std::size_t> ChatFiles::alike(std::string_view name) const {
  const auto [first, end] = m_by_name.equal_range(plain(name));
  std::vector<std::size_t> places;
  for (auto one = first; one != end && places.size() < kMostAlike; ++one) places.push_back(one->second);
  return places;
}

ChatFiles::Found NamedFiles::name(std::string_view name, std::string_view entry) {
  const ChatFiles::Found found = m_files.find(name, entry);
  switch (found.match) {
    case ChatFiles::Match::none:
      ++m_missing;
      break;
    case ChatFiles::Match::one:
      m_is_named[found.place] = true;
      break;
    case ChatFiles::Match::several:
      ++m_unclear;
      // One of them is meant, so that none of them is one that nobody names.
      if (m_unclear_names.emplace(name).second) {
        for (const std::size_t place : m_files.alike(name)) m_is_named[place] = true;
      }
      break;
  }
  return found;
}

void NamedFiles::set_aside(std::string_view path) {
  for (std::size_t place = 0; place < m_files.size(); ++place) {
    if (m_files.path(place) == path) m_is_named[place] = true;
  }
}

std::uint64_t NamedFiles::unnamed() const {
  std::uint64_t count = 0;
  for (std::size_t place = 0; place < m_files.size(); ++place)
    count += !m_is_named[place] && !m_files.is_of_mac(place) ? 1 : 0;
  return count;
}

}  // namespace daybook::vault
