#include "ui/model/interrupted.h"

#include <fmt/format.h>

#include "ui/words/translate.h"
#include "vault/bundle/unfinished_copies.h"
#include "vault/log/canonical_json.h"

namespace daybook::ui {

struct InterruptedArea::Found {
  std::vector<vault::Path> files;
  bool picture = false;
  std::vector<vault::RemovedRest> copies;
  std::optional<vault::Path> saving_out;  // what was being saved out
  bool saving_out_is_gone = true;
  std::optional<std::string> backup;  // the folder to which one was being written

  bool is_nothing() const { return files.empty() && !picture && copies.empty() && !saving_out && !backup; }
};

std::string to_field(const std::vector<vault::Path>& paths) {
  vault::Json all = vault::Json::array();
  for (const vault::Path& path : paths) all.push_back(vault::to_utf8(path));
  return all.dump(-1, ' ', false, vault::Json::error_handler_t::replace);
}

std::vector<vault::Path> paths_of_field(const std::string& field) {
  std::vector<vault::Path> paths;
  const vault::Json all = vault::Json::parse(field, nullptr, /*allow_exceptions=*/false);
  if (!all.is_array()) return paths;
  for (const vault::Json& one : all) {
    if (one.is_string()) paths.push_back(vault::from_utf8(one.get<std::string>()));
  }
  return paths;
}

std::map<std::string, std::string> InterruptedArea::unsaved() const {
  if (m_state.files.empty()) return {};
  return {{interrupted::kFilesBefore, to_field(m_state.files)}};
}

// Copies are looked for at every opening, whatever was noted: a power failure leaves no time for a note, and an
// unlocked copy lies there for everybody.
void InterruptedArea::on(const RecordOpened& opened) {
  Found found;
  const auto field = [&](const char* name) -> const std::string* {
    const auto at = opened.unsaved.fields.find(name);
    return at == opened.unsaved.fields.end() ? nullptr : &at->second;
  };
  for (const char* name : {interrupted::kFilesBefore, interrupted::kFiles}) {
    const std::vector<vault::Path> files = paths_of_field(field(name) == nullptr ? "" : *field(name));
    found.files.insert(found.files.end(), files.begin(), files.end());
  }
  found.picture = field(interrupted::kPicture) != nullptr;
  if (const std::string* path = field(interrupted::kSavingOut)) found.saving_out = vault::from_utf8(*path);
  if (const std::string* folder = field(interrupted::kBackup)) found.backup = *folder;
  m_state.files = found.files;
  if (m_session.state().is_read_only) return;
  m_session.jobs().ask_long(
      [found = std::move(found), &files = m_session.surroundings().vault.files](vault::RecordAccess& access) mutable {
        if (auto copies = vault::remove_unfinished_copies(access, files)) found.copies = std::move(*copies);
        if (found.saving_out) {
          (void)files.remove(*found.saving_out);
          found.saving_out_is_gone = !files.facts_unfollowed(*found.saving_out).ok();
        }
        return std::move(found);
      },
      [this](const Found& looked_at) {
        if (!looked_at.is_nothing()) tell(looked_at);
      });
}

void InterruptedArea::tell(const Found& found) {
  std::string more;
  const auto add = [&more](const std::string& sentence) { more += (more.empty() ? "" : " ") + sentence; };
  bool is_all_gone = true;
  if (found.files.size() == 1)
    add(fmt::format(fmt::runtime(tr("The saving of {} was broken off.")),
                    vault::to_utf8(found.files.front().filename())));
  else if (!found.files.empty())
    add(fmt::format(fmt::runtime(tr("The saving of {} files was broken off, with {} the first.")), found.files.size(),
                    vault::to_utf8(found.files.front().filename())));
  if (found.picture) add(tr("A pasted picture was not saved. Copy it once more."));
  for (const vault::RemovedRest& rest : found.copies) {
    is_all_gone &= rest.is_gone;
    if (rest.is_gone) add(tr("A copy was not finished, and nothing of it is left there. Make it again with Share."));
    if (!rest.is_gone)
      add(fmt::format(fmt::runtime(tr("A copy was not finished. Delete what is left of it in {}.")), rest.copy.folder));
  }
  if (found.saving_out && found.saving_out_is_gone)
    add(tr("An item was not saved out, and nothing of it is left there."));
  if (!found.saving_out_is_gone) {
    is_all_gone = false;
    add(fmt::format(fmt::runtime(tr("An item was not saved out. Delete what is left of it: {}")),
                    vault::to_utf8(*found.saving_out)));
  }
  if (found.backup)
    add(fmt::format(fmt::runtime(tr("A backup to {} was not finished. What is left there is locked.")), *found.backup));
  Banner banner{tr("Something was broken off when this was closed."), more, !is_all_gone};
  if (!found.files.empty()) banner.offer = Banner::Offer::save_files;
  m_session.screens().say(std::move(banner));
}

void InterruptedArea::on(const SaveInterrupted&) {
  const std::vector<vault::Path> files = std::exchange(m_state.files, {});
  m_session.events().tell(FilesBrought{files});
}

}  // namespace daybook::ui
