#include "vault/bundle/check/added_beside.h"

#include <algorithm>
#include <string>

#include "vault/bundle/check/copy_paths.h"
#include "vault/store/zip_writer.h"

namespace daybook::vault {
namespace {

std::string path_in_bag(std::string_view place) { return std::string(place.substr(place.starts_with("bag/") ? 4 : 0)); }

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
}

std::vector<FileIndex> AddedBeside::look() const {
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
    m_log.add(is_named_like_litter(name) ? Finding::file_added_by_system : Finding::file_added, std::string(name));
  }
  return unreliable;
}

// The lists may name two files that some program unpacks to one place. Then neither of the two can be relied on.
void AddedBeside::look_at_sealed(FileIndex file, std::vector<FileIndex>& unreliable) const {
  const std::string_view name = m_container.name(file);
  for (const std::string& place : places_of(name)) {
    const auto other = place == name ? std::nullopt : m_container.find(place);
    if (!other || !m_is_sealed[*other]) continue;
    m_log.add(Finding::entry_doubled, path_in_bag(name));
    unreliable.insert(unreliable.end(), {file, *other});
  }
}

bool AddedBeside::takes_place_of_sealed(FileIndex file, std::vector<FileIndex>& unreliable) const {
  bool has_taken = false;
  for (const std::string_view name : {m_container.name(file), m_container.other_name(file)}) {
    if (name.empty()) continue;
    for (const std::string& place : places_of(name)) has_taken |= takes(place, is_name_of_folder(name), unreliable);
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
    unreliable.insert(unreliable.end(), below.begin(), below.end());
  }
  for (std::size_t end = place.size(); end != std::string_view::npos && end > 0; end = place.rfind('/', end - 1)) {
    const std::string_view sealed = place.substr(0, end);
    if (!is_sealed_place(sealed)) continue;
    m_log.add(Finding::entry_doubled, path_in_bag(sealed));
    if (const auto file = m_container.find(sealed)) unreliable.push_back(*file);
    has_taken = true;
  }
  return has_taken;
}

bool AddedBeside::is_sealed_place(std::string_view place) const {
  if (const auto file = m_container.find(place)) return m_is_sealed[*file];
  if (!place.starts_with("bag/")) return false;
  return m_tags.missing().contains(place.substr(4)) || m_payload.missing().contains(place.substr(4));
}

std::vector<FileIndex> AddedBeside::sealed_below(std::string_view folder) const {
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
  return m_container.outer_folder().starts_with(name) || !sealed_below(name).empty();
}

}  // namespace daybook::vault
