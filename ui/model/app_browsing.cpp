#include <algorithm>

#include "ui/model/app.h"
#include "ui/model/places.h"
#include "ui/words/translate.h"
#include "vault/bundle/password_key.h"
#include "vault/intake/file.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostEntries = 5000;

}  // namespace

void App::on(const Browse& browse) {
  m_state.browse.purpose = browse.purpose;
  go(Screen::browse);
  vault::Path start = m_state.browse.folder;
  if (browse.purpose == BrowseState::For::share_target && !m_state.share.folder.empty()) start = m_state.share.folder;
  on(BrowseTo{start.empty() ? first_place() : start});
}

void App::on(const BrowseTo& to) {
  m_state.browse.is_loading = true;
  struct Listing {
    std::vector<BrowseState::Entry> entries;
    std::vector<vault::Path> places;
    bool is_unpacked_copy = false;
  };
  m_jobs.ask_aside(
      [&files = m_surroundings.vault.files, folder = to.folder]() -> Result<Listing> {
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
      },
      [this, folder = to.folder](Result<Listing> listing) {
        BrowseState& browse = m_state.browse;
        browse.is_loading = false;
        if (!listing) return show(listing.error());
        browse.folder = folder;
        browse.entries = std::move(listing->entries);
        browse.places = std::move(listing->places);
        browse.is_unpacked_copy = listing->is_unpacked_copy;
        ++browse.revision;
      });
}

// What was brought for another copy says nothing of this one.
void App::choose_copy(const vault::Path& copy, bool is_folder) {
  m_state.check = CheckState();
  m_state.check.file = copy;
  m_state.check.is_folder = is_folder;
  if (is_folder) return;
  // A stick may be slow to say what lies on it: the window does not wait for it.
  m_jobs.ask_aside([&files = m_surroundings.vault.files, copy] { return vault::is_password_key(files, copy); },
                   [this, copy](bool is_key) {
                     if (!is_key || m_state.check.file != copy) return;
                     m_state.check = CheckState();
                     m_state.check.error = ErrorText{
                         tr("This is the key that belongs to a copy, not the copy."), tr("Nothing was changed."),
                         tr("Choose the copy itself. It lies beside the key, or came with it.")};
                   });
}

void App::on(const ChooseFile& chosen) {
  if (m_state.browse.wants_folder()) return;
  on(GoBack{});
  CheckState& check = m_state.check;
  switch (m_state.browse.purpose) {
    case BrowseState::For::adding:
      return on(ImportFiles{{chosen.file}});
    case BrowseState::For::backup_to_read:
      m_state.safety.place = chosen.file;
      return;
    case BrowseState::For::copy_to_check:
      return choose_copy(chosen.file, /*is_folder=*/false);
    case BrowseState::For::key_file:
      check.key_file = chosen.file;
      check.verdict.reset();
      check.error.reset();
      return;
    case BrowseState::For::share_target:
    case BrowseState::For::backup_target:
    case BrowseState::For::copy_files:
      return;  // these are folders
  }
}

void App::on(const ChooseFolder&) {
  if (!m_state.browse.takes_folder()) return;
  const vault::Path folder = m_state.browse.folder;
  on(GoBack{});
  switch (m_state.browse.purpose) {
    case BrowseState::For::share_target:
      m_state.share.folder = folder;
      return;
    case BrowseState::For::backup_target:
    case BrowseState::For::backup_to_read:
      m_state.safety.place = folder;
      return;
    case BrowseState::For::copy_files:
      return on(SaveCopyFiles{folder});
    case BrowseState::For::copy_to_check:
      return choose_copy(folder, /*is_folder=*/true);
    case BrowseState::For::adding:
    case BrowseState::For::key_file:
      return;  // these are files
  }
}

}  // namespace daybook::ui
