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

// The folder of a name, with the slash at its end, and what stands behind that.
std::pair<std::string_view, std::string_view> parts_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  return {path.substr(0, begin), path.substr(begin)};
}

bool is_of_mac(std::string_view path) {
  const std::string_view name = parts_of(path).second;
  return path.starts_with("__MACOSX/") || name == ".DS_Store" || name.starts_with("._");
}

}  // namespace

ChatFiles::ChatFiles(const std::vector<ZipEntry>& files) {
  for (const ZipEntry& file : files) {
    const std::size_t place = m_files.size();
    m_files.push_back({false, is_of_mac(file.name)});
    std::string path = composed(file.name);
    m_by_name.emplace(parts_of(path).second, place);
    m_by_path.emplace(std::move(path), place);
  }
}

std::optional<std::size_t> ChatFiles::find(std::string_view name, std::string_view entry) const {
  const std::string wanted = composed(name);
  const auto beside = m_by_path.find(composed(parts_of(entry).first) + wanted);
  if (beside != m_by_path.end()) return beside->second;
  const auto [first, end] = m_by_name.equal_range(wanted);
  return first != end && std::next(first) == end ? std::optional(first->second) : std::nullopt;
}

void ChatFiles::name(std::string_view name, std::string_view entry) {
  if (const auto place = find(name, entry))
    m_files[*place].is_named = true;
  else
    ++m_missing;
}

std::uint64_t ChatFiles::unnamed() const {
  return static_cast<std::uint64_t>(std::count_if(m_files.begin(), m_files.end(),
                                                  [](const File& file) { return !file.is_named && !file.is_of_mac; }));
}

}  // namespace daybook::vault
