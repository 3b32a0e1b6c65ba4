#include <algorithm>
#include <cstdlib>

#include "ui/model/jobs.h"
#include "vault/intake/file.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostEntries = 5000;

bool is_hidden(const vault::Path& name) { return name.native().starts_with('.'); }

// Home, and what is plugged in.
std::vector<vault::Path> places(vault::FileSystem& files) {
  std::vector<vault::Path> found;
  const char* home = std::getenv("HOME");
  if (home != nullptr) found.emplace_back(home);
  std::vector<vault::Path> above{"/media", "/mnt"};
  for (const char* base : {"/media", "/run/media"}) {
    if (const char* user = std::getenv("USER")) above.push_back(vault::Path(base) / user);
  }
  for (const vault::Path& folder : above) {
    const auto names = files.list(folder);
    for (const vault::Path& name : names ? *names : std::vector<vault::Path>()) {
      const vault::Path place = folder / name;
      const auto facts = files.facts(place);
      if (facts && facts->is_folder && std::find(above.begin(), above.end(), place) == above.end())
        found.push_back(place);
    }
  }
  return found;
}

}  // namespace

void App::on(const Browse& browse) {
  m_state.browse.purpose = browse.purpose;
  go(Screen::browse);
  vault::Path start = m_state.browse.folder;
  if (browse.purpose == BrowseState::For::share_target && !m_state.share.folder.empty()) start = m_state.share.folder;
  if (start.empty()) {
    const char* home = std::getenv("HOME");
    start = home != nullptr ? home : "/";
  }
  on(BrowseTo{start});
}

void App::on(const BrowseTo& to) {
  m_state.browse.is_loading = true;
  struct Listing {
    std::vector<BrowseState::Entry> entries;
    std::vector<vault::Path> places;
  };
  ask_aside<Listing>(
      [&files = m_surroundings.vault.files, folder = to.folder]() -> Result<Listing> {
        Listing listing;
        listing.places = places(files);
        TRY_ASSIGN(const auto names, files.list(folder));
        for (const vault::Path& name : names) {
          if (is_hidden(name) || listing.entries.size() == kMostEntries) continue;
          const auto facts = files.facts(folder / name);
          if (!facts || (!facts->is_folder && !facts->is_regular)) continue;
          listing.entries.push_back({folder / name, vault::shown_name(name).text, facts->is_folder, facts->size});
        }
        std::stable_sort(listing.entries.begin(), listing.entries.end(),
                         [](const auto& a, const auto& b) { return a.is_folder > b.is_folder; });
        return listing;
      },
      [this, folder = to.folder](Result<Listing> listing) {
        BrowseState& browse = m_state.browse;
        browse.is_loading = false;
        if (!listing) return show(listing.error());
        browse.folder = folder;
        browse.entries = std::move(listing->entries);
        browse.places = std::move(listing->places);
        ++browse.revision;
      });
}

void App::on(const ChooseFile& chosen) {
  if (m_state.browse.wants_folder()) return;
  on(GoBack{});
  if (m_state.browse.purpose == BrowseState::For::backup_to_read) {
    m_state.safety.place = chosen.file;
    return;
  }
  if (m_state.browse.purpose == BrowseState::For::adding) {
    on(ImportFiles{{chosen.file}});
    return;
  }
  CheckState& check = m_state.check;
  if (m_state.browse.purpose == BrowseState::For::key_file)
    check.key_file = chosen.file;
  else
    check = CheckState();  // what was brought for another copy says nothing of this one
  if (m_state.browse.purpose == BrowseState::For::copy_to_check) check.file = chosen.file;
  check.verdict.reset();
  check.error.reset();
}

void App::on(const ChooseFolder&) {
  if (!m_state.browse.takes_folder()) return;
  if (m_state.browse.purpose == BrowseState::For::share_target) m_state.share.folder = m_state.browse.folder;
  if (m_state.browse.purpose == BrowseState::For::backup_target ||
      m_state.browse.purpose == BrowseState::For::backup_to_read)
    m_state.safety.place = m_state.browse.folder;
  const vault::Path folder = m_state.browse.folder;
  on(GoBack{});
  if (m_state.browse.purpose == BrowseState::For::copy_files) on(SaveCopyFiles{folder});
}

}  // namespace daybook::ui
