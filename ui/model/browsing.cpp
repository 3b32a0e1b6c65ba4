#include "ui/model/browsing.h"

#include <algorithm>

#include "ui/model/places.h"
#include "vault/intake/file.h"

namespace daybook::ui {
namespace {

constexpr double kSecondsBetweenLooks = 2;

constexpr std::size_t kMostEntries = 5000;

struct Listing {
  std::vector<BrowseState::Entry> entries;
  std::vector<vault::Path> places;
  bool is_unpacked_copy = false;
};

Result<Listing> list_folder(vault::FileSystem& files, const vault::Path& folder) {
  Listing listing;
  listing.places = places(files);
  TRY_ASSIGN(const auto names, files.list(folder));
  for (const vault::Path& name : names) {
    if (is_hidden(folder / name) || listing.entries.size() == kMostEntries) continue;
    const auto facts = files.facts(folder / name);
    if (!facts || (!facts->is_folder && !facts->is_regular)) continue;
    listing.is_unpacked_copy |= name == (facts->is_folder ? "bag" : "bagit.txt");
    listing.entries.push_back({folder / name, vault::shown_name(name).text, facts->is_folder, facts->size});
  }
  std::stable_sort(listing.entries.begin(), listing.entries.end(),
                   [](const auto& a, const auto& b) { return a.is_folder > b.is_folder; });
  return listing;
}

}  // namespace

bool BrowseState::wants_folder() const {
  switch (purpose) {
    case For::save_out:
    case For::share_target:
    case For::backup_target:
    case For::copy_files:
      return true;
    case For::adding:
    case For::copy_to_check:
    case For::key_file:
    case For::backup_to_read:
      return false;
  }
  return false;
}

bool BrowseState::takes_folder() const {
  return wants_folder() || purpose == For::backup_to_read || (purpose == For::copy_to_check && is_unpacked_copy);
}

void BrowsingArea::on(const Browse& browse) {
  m_state.purpose = browse.purpose;
  m_session.screens().go(Screen::browse);
  // What is saved out is in clear, and must not land beside a sealed copy because that was saved there before.
  const bool begins_anew = browse.purpose == BrowseState::For::save_out;
  const vault::Path start = browse.start.empty() && !begins_anew ? m_state.folder : browse.start;
  list(start.empty() ? first_place() : start);
}

void BrowsingArea::list(const vault::Path& folder) {
  m_state.is_loading = true;
  m_session.jobs().ask_aside(
      [&files = m_session.surroundings().vault.files, folder] { return list_folder(files, folder); },
      [this, folder](Result<Listing> listing) {
        m_state.is_loading = false;
        if (!listing) return m_session.screens().show(listing.error());
        m_state.folder = folder;
        m_state.entries = std::move(listing->entries);
        m_state.places = std::move(listing->places);
        m_state.is_unpacked_copy = listing->is_unpacked_copy;
        ++m_state.listing;
      });
}

void BrowsingArea::on(const ChooseFile& chosen) {
  if (m_state.wants_folder()) return;
  m_session.screens().go_back();
  m_session.events().tell(PlaceChosen{m_state.purpose, chosen.file, /*is_folder=*/false});
}

void BrowsingArea::on(const ChooseFolder&) {
  if (!m_state.takes_folder()) return;
  m_session.screens().go_back();
  m_session.events().tell(PlaceChosen{m_state.purpose, m_state.folder, /*is_folder=*/true});
}

void BrowsingArea::on(const ChoosePlace& chosen) {
  m_session.events().tell(PlaceChosen{chosen.purpose, chosen.folder, /*is_folder=*/true});
}

void BrowsingArea::watch_media(bool are_named) {
  if (are_named && m_session.seconds() - m_looked_at >= kSecondsBetweenLooks) look_for_media();
}

std::optional<double> BrowsingArea::next_look(bool are_named) {
  return are_named ? std::optional(kSecondsBetweenLooks) : std::nullopt;
}

void BrowsingArea::look_for_media() {
  m_looked_at = m_session.seconds();
  m_session.jobs().ask_aside(
      [look = m_session.surroundings().media_plugged_in]() -> Result<std::vector<vault::Path>> { return look(); },
      [this](Result<std::vector<vault::Path>> found) {
        if (found) m_session.events().tell(MediaFound{std::move(*found)});
      });
}

}  // namespace daybook::ui
