#include "vault/bundle/check/added_beside.h"

#include <algorithm>
#include <string>

#include "vault/bundle/check/copy_paths.h"
#include "vault/bundle/check/file_reading.h"
#include "vault/store/zip_writer.h"

namespace daybook::vault {
namespace {

std::string path_in_bag(std::string_view place) { return std::string(place.substr(place.starts_with("bag/") ? 4 : 0)); }

bool has_capital(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_place_of_start_here(std::string_view place) {
  constexpr std::string_view kPlace = "start-here.txt";
  return place == kPlace || (place.starts_with(kPlace) && place[kPlace.size()] == '/');
}

bool has_path_below(const std::set<std::string, std::less<>>& paths, std::string_view folder) {
  const auto at = paths.lower_bound(folder);
  return at != paths.end() && at->starts_with(folder);
}

}  // namespace

AddedBeside::AddedBeside(const Container& container, const BagList<64>& tags, const BagList<64>& payload,
                         const std::vector<bool>& is_sealed, FindingLog& log)
    : m_container(container), m_tags(tags), m_payload(payload), m_is_sealed(is_sealed), m_log(log) {
  for (FileIndex file = 0; file < container.count(); ++file) {
    if (is_sealed[file]) m_sealed_names.emplace_back(container.name(file), file);
  }
  std::sort(m_sealed_names.begin(), m_sealed_names.end());
  for (const auto& [name, file] : m_sealed_names) add_by_place(name, file);
  for (const auto* missing : {&tags.missing(), &payload.missing()}) {
    for (const std::string& path : *missing) add_by_place("bag/" + path, std::nullopt);
  }
}

void AddedBeside::add_by_place(std::string_view name, std::optional<FileIndex> file) {
  if (has_capital(name)) m_by_place.emplace(places_of(name).front(), SealedFile{path_in_bag(name), file});
}

std::vector<FileIndex> AddedBeside::look() {
  std::vector<FileIndex> unreliable;
  for (FileIndex file = 0; file < m_container.count(); ++file) {
    const std::string_view name = m_container.name(file);
    if (m_is_sealed[file]) {
      look_at_sealed(file, unreliable);
      continue;
    }
    if (name == kPaddingName && m_container.find(kPaddingName) == file) continue;
    if (is_above_sealed(file) || is_listed_unsafe(name)) continue;
    if (takes_place_of_sealed(file, unreliable)) continue;
    if (m_container.find(kStartHere) == file)
      m_start_here = file;
    else
      tell_added(file);
  }
  return unreliable;
}

// Of several entries of one name one is told.
void AddedBeside::tell_added(FileIndex file) {
  const std::string_view name = m_container.name(file);
  if (m_container.is_doubled(file) && !m_told.insert(name).second) return;
  m_log.add(is_named_like_litter(name) ? Finding::file_added_by_system : Finding::file_added, std::string(name));
}

Result<void> AddedBeside::look_at_start_here(const std::vector<bool>& is_unchanged) {
  if (!m_start_here) return {};
  TRY_ASSIGN(const bool is_part, is_start_here_once_more(*m_start_here, is_unchanged));
  if (!is_part) tell_added(*m_start_here);
  return {};
}

// It is unpacked only where its size is that of the signed one, so that nobody can have more unpacked than was sealed.
Result<bool> AddedBeside::is_start_here_once_more(FileIndex file, const std::vector<bool>& is_unchanged) const {
  const auto signed_one = m_container.find("bag/" + std::string(kStartHere));
  const auto* digest = signed_one ? m_tags.find(*signed_one) : nullptr;
  if (digest == nullptr || !is_unchanged[*signed_one] || !m_is_start_here_alone) return false;
  if (m_container.is_odd(file) || m_container.size(file) != m_container.size(*signed_one)) return false;
  TRY_ASSIGN(const FileReading reading, read_file_of(m_container, file));
  return reading.is_whole && !reading.has_bytes_left && reading.facts.sha512 == *digest;
}

// The lists may name two files that some program unpacks to one place. Then neither of the two can be relied on.
void AddedBeside::look_at_sealed(FileIndex file, std::vector<FileIndex>& unreliable) const {
  if (m_by_place.empty()) return;  // then the place of every sealed file is spelled as its name
  for (const SealedFile& other : sealed_at(places_of(m_container.name(file)).front())) {
    if (other.index == file) continue;
    m_log.add(Finding::entry_doubled, other.path);
    if (other.index) unreliable.push_back(*other.index);
  }
}

bool AddedBeside::takes_place_of_sealed(FileIndex file, std::vector<FileIndex>& unreliable) {
  bool has_taken = false;
  const bool is_start_here = m_container.find(kStartHere) == file;
  for (const std::string_view name : {m_container.name(file), m_container.other_name(file)}) {
    if (name.empty()) continue;
    for (const std::string& place : places_of(name)) {
      has_taken |= takes(place, is_name_of_folder(name), unreliable);
      if (!is_start_here && is_place_of_start_here(place)) m_is_start_here_alone = false;
    }
  }
  return has_taken;
}

// An entry takes the place of a sealed file that has the same place, that lies in a folder where the entry is a file,
// or that is a file where the entry needs a folder: on a disk only one of the two can be there.
bool AddedBeside::takes(std::string_view place, bool is_folder, std::vector<FileIndex>& unreliable) const {
  bool has_taken = false;
  if (!is_folder && !place.empty()) {
    const std::string folder = std::string(place) + "/";
    const auto below = sealed_below(folder);
    has_taken = !below.empty() || is_missing_below(folder);
    if (has_taken) m_log.add(Finding::entry_doubled, path_in_bag(place));
    for (const SealedFile& one : below) {
      if (one.index) unreliable.push_back(*one.index);
    }
  }
  for (std::size_t end = place.size(); end != std::string_view::npos && end > 0; end = place.rfind('/', end - 1)) {
    for (const SealedFile& one : sealed_at(place.substr(0, end))) {
      m_log.add(Finding::entry_doubled, one.path);
      if (one.index) unreliable.push_back(*one.index);
      has_taken = true;
    }
  }
  return has_taken;
}

std::vector<AddedBeside::SealedFile> AddedBeside::sealed_at(std::string_view place) const {
  std::vector<SealedFile> found;
  const auto file = m_container.find(place);
  const bool is_missing = !file && place.starts_with("bag/") &&
                          (m_tags.missing().contains(place.substr(4)) || m_payload.missing().contains(place.substr(4)));
  if (is_missing || (file && m_is_sealed[*file])) found.push_back({path_in_bag(place), file});
  const auto [begin, end] = m_by_place.equal_range(place);
  for (auto at = begin; at != end; ++at) found.push_back(at->second);
  return found;
}

std::vector<AddedBeside::SealedFile> AddedBeside::sealed_below(std::string_view folder) const {
  std::vector<SealedFile> files;
  for (const FileIndex file : sealed_named_below(folder)) files.push_back({path_in_bag(m_container.name(file)), file});
  for (auto at = m_by_place.lower_bound(folder); at != m_by_place.end() && at->first.starts_with(folder); ++at)
    files.push_back(at->second);
  return files;
}

std::vector<FileIndex> AddedBeside::sealed_named_below(std::string_view folder) const {
  std::vector<FileIndex> files;
  auto at = std::lower_bound(m_sealed_names.begin(), m_sealed_names.end(), SealedName{folder, 0});
  for (; at != m_sealed_names.end() && at->first.starts_with(folder); ++at) files.push_back(at->second);
  return files;
}

bool AddedBeside::is_missing_below(std::string_view folder) const {
  if (!folder.starts_with("bag/")) return false;
  return has_path_below(m_tags.missing(), folder.substr(4)) || has_path_below(m_payload.missing(), folder.substr(4));
}

// An unsafe path that a list names is told as `path_unsafe`, and not as a file that was added.
bool AddedBeside::is_listed_unsafe(std::string_view name) const {
  if (!name.starts_with("bag/")) return false;
  name.remove_prefix(4);
  return m_tags.unsafe().contains(name) || m_payload.unsafe().contains(name);
}

// A folder above a sealed file comes from packing and was not added, as long as it has no bytes of its own.
bool AddedBeside::is_above_sealed(FileIndex file) const {
  const std::string_view name = m_container.name(file);
  if (!name.ends_with('/') || m_container.has_bytes(file) || m_container.is_odd(file)) return false;
  return m_container.outer_folder().starts_with(name) || !sealed_named_below(name).empty();
}

}  // namespace daybook::vault
