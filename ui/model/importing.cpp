#include "ui/model/importing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "ui/model/interrupted.h"
#include "ui/model/kept_banner.h"
#include "ui/words/error_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

std::string name_of(const vault::Path& file) { return vault::shown_name(file.filename()).text; }

// Names that stand in a sentence: the first few, and how many more there are.
std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(kMost, names.size()); ++i) text += (i > 0 ? "; " : "") + names[i];
  if (names.size() > kMost) text += fmt::format(fmt::runtime(tr("; and {} more")), names.size() - kMost);
  return text;
}

// What a file costs, in bytes: an empty one costs something too.
double work_of(const Import& import) {
  constexpr double kOfEachFile = 1 << 18;
  return static_cast<double>(import.bytes) + kOfEachFile;
}

}  // namespace

std::map<std::string, std::string> ImportingArea::unsaved() const {
  if (m_state.imports.empty()) return {};
  std::vector<vault::Path> files;
  for (const Import& import : m_state.imports) files.push_back(import.file);
  return {{interrupted::kFiles, to_field(files)}};
}

void ImportingArea::on(const PlaceChosen& chosen) {
  if (chosen.purpose == BrowseFor::adding) begin({chosen.path});
}

void ImportingArea::begin(const std::vector<vault::Path>& files) {
  if (!m_session.state().is_open || files.empty()) return;
  const bool is_idle = m_state.imports.empty();
  if (is_idle) {
    m_state = ImportState();
    m_stamps.clear();
    m_begun_at = m_session.seconds();
  }
  for (const vault::Path& file : files)
    m_state.imports.push_back({name_of(file), file, m_session.jobs().new_progress()});
  m_state.all += files.size();
  look_at_sizes();
  if (is_idle) add_next();
}

// How much is left is counted in bytes, because one film takes longer than a hundred pictures. A disk may be slow to
// tell, so a worker asks it.
void ImportingArea::look_at_sizes() {
  m_state.knows_sizes = false;
  if (m_state.all == 1) return;
  std::vector<vault::Path> files;
  for (const Import& import : m_state.imports) files.push_back(import.file);
  m_session.jobs().ask_aside(
      [&disk = m_session.surroundings().vault.files, files] {
        std::map<vault::Path, std::uint64_t> sizes;
        for (const vault::Path& file : files)
          if (const auto facts = disk.facts(file)) sizes[file] = facts->size;
        return sizes;
      },
      [this](const std::map<vault::Path, std::uint64_t>& sizes) {
        m_state.knows_sizes = true;
        for (Import& import : m_state.imports) {
          if (const auto found = sizes.find(import.file); found != sizes.end()) import.bytes = found->second;
          m_state.knows_sizes &= sizes.contains(import.file);
        }
      });
}

void ImportingArea::add_next() {
  if (m_state.imports.empty()) return finish();
  const Import import = m_state.imports.front();
  m_session.jobs().ask_long(
      [&disk = m_session.surroundings().vault.files, file = import.file, progress = import.progress,
       answers = m_who_is_present()](vault::RecordAccess& access) {
        const auto facts = disk.facts(file);
        return vault::keep_file(access, disk, file, answers, /*keep_twice=*/false,
                                JobProgress::of(progress, facts ? facts->size : 0));
      },
      [this, import](Result<vault::KeptFile> kept) {
        for (const Import& one : m_state.imports)
          if (one.progress == import.progress) m_state.work_done += work_of(one);
        std::erase_if(m_state.imports, [&](const Import& one) { return one.progress == import.progress; });
        m_state.seconds = m_session.seconds() - m_begun_at;
        imported(import, kept);
        add_next();
      });
}

void ImportingArea::imported(const Import& import, const Result<vault::KeptFile>& kept) {
  const bool is_alone = m_state.all == 1;
  if (is_alone) tell_about_one(kept, import.name);
  if (!kept) {
    std::string what = explain(kept.error()).what;
    if (what.ends_with('.')) what.pop_back();  // several stand in one sentence
    if (kept.error().code != ErrorCode::cancelled) m_state.failed.push_back(import.name + ": " + what);
    return;
  }
  if (!kept->outcome.added) {
    ++m_state.known;
    return;
  }
  if (kept->changed_while_read)
    ++m_state.changed;
  else
    m_state.kept.push_back(import.file);
  m_stamps[import.file] = kept->stamp;
  m_session.events().tell(ItemKept{kept->outcome.item, std::nullopt, false});
}

void ImportingArea::tell_about_one(const Result<vault::KeptFile>& kept, const std::string& name) {
  if (!kept) return m_session.screens().show(kept.error());
  if (!kept->outcome.added)
    return m_session.screens().say(
        fmt::format(fmt::runtime(tr("You already saved this file, as item {}.")), vault::item_text(kept->outcome.item)),
        tr("Nothing was added."));
  if (kept->changed_while_read) {
    m_session.note_saving();
    return m_session.screens().say_fault(tr("The file changed while it was being read. What is kept may be cut short."),
                                         tr("Add it again when it is finished. Both are kept."));
  }
  Banner banner = kept_banner(m_session);
  banner.more = fmt::format(fmt::runtime(tr("{} is kept byte for byte. The file itself is where it was.")), name);
  banner.offer = Banner::Offer::delete_files;
  m_session.screens().say(std::move(banner));
}

void ImportingArea::finish() {
  if (m_state.all > 1) tell_about_all();
}

// One message for all files that were added together, with every fault in it.
void ImportingArea::tell_about_all() {
  const std::size_t saved = m_state.kept.size() + m_state.changed;
  Banner banner{fmt::format(fmt::runtime(tr("{} of {} files are saved and sealed.")), saved, m_state.all)};
  const auto add = [&](const std::string& sentence) { banner.more += (banner.more.empty() ? "" : " ") + sentence; };
  if (m_state.is_stopped) add(tr("You stopped the rest."));
  if (m_state.known > 0) add(fmt::format(fmt::runtime(tr("Saved before: {}.")), m_state.known));
  if (m_state.changed > 0)
    add(fmt::format(fmt::runtime(tr("Changed while they were read: {}. Add those again when they are finished.")),
                    m_state.changed));
  if (!m_state.failed.empty()) add(fmt::format(fmt::runtime(tr("Not saved: {}.")), listed(m_state.failed)));
  banner.is_fault = !m_state.failed.empty() || m_state.changed > 0;
  banner.stays = true;  // which files were not saved stands nowhere else
  if (!m_state.kept.empty()) {
    add(tr("The files themselves are where they were."));
    banner.offer = Banner::Offer::delete_files;
  }
  if (saved > 0) m_session.note_saving();
  m_session.screens().say(std::move(banner));
}

void ImportingArea::stop() {
  if (m_state.imports.empty()) return;
  m_state.is_stopped = true;
  m_state.imports.front().progress->stop();
  m_state.imports.resize(1);  // the others have not begun
}

void ImportingArea::on(const AskToDelete& ask) {
  m_state.asks_to_delete = ask.asks ? m_state.kept : std::vector<vault::Path>();
}

namespace {

struct NotDeleted {
  std::vector<vault::Path> changed;  // since they were saved: what came in between is nowhere else
  std::vector<vault::Path> left;     // for another reason
};

// Deletes files that are as they were when they had been read. Whether they are really gone is looked up afterwards,
// because another program may hold them.
NotDeleted delete_unchanged(vault::FileSystem& files, const std::map<vault::Path, vault::FileStamp>& wanted) {
  NotDeleted rest;
  for (const auto& [file, stamp] : wanted) {
    {
      const auto opened = files.open(file);
      const auto now = opened ? (*opened)->stamp() : opened.error();
      if (now && *now != stamp) {
        rest.changed.push_back(file);
        continue;
      }
    }
    (void)files.remove(file);
    if (files.facts_unfollowed(file)) rest.left.push_back(file);
  }
  return rest;
}

std::string places_of(const std::vector<vault::Path>& files) {
  std::vector<std::string> names;
  for (const vault::Path& file : files) names.push_back(vault::to_utf8(file));
  return listed(names);
}

}  // namespace

// Only when the keeper has seen their names and said so.
void ImportingArea::on(const DeleteImported&) {
  const std::vector<vault::Path> asked = std::exchange(m_state.asks_to_delete, {});
  if (asked.empty()) return;
  m_state.kept.clear();
  std::map<vault::Path, vault::FileStamp> wanted;
  for (const vault::Path& file : asked) wanted[file] = m_stamps[file];
  m_session.jobs().ask_aside(
      [&files = m_session.surroundings().vault.files, wanted] { return delete_unchanged(files, wanted); },
      [this, asked](const NotDeleted& rest) { tell_about_deleted(asked, rest.changed, rest.left); });
}

void ImportingArea::tell_about_deleted(const std::vector<vault::Path>& asked, const std::vector<vault::Path>& changed,
                                       const std::vector<vault::Path>& left) {
  if (changed.empty() && left.empty())
    return m_session.screens().say(
        asked.size() == 1
            ? fmt::format(fmt::runtime(tr("{} was deleted. What was saved of it here stays.")), name_of(asked[0]))
            : fmt::format(fmt::runtime(tr("{} files were deleted. What was saved of them here stays.")), asked.size()),
        tr("Deleting leaves traces that experts may find."));
  if (!changed.empty())
    return m_session.screens().say_fault(
        tr("What was changed since it was saved is still there, so that nothing is lost. Save it again first."),
        fmt::format(fmt::runtime(tr("Not deleted: {}")), places_of(changed)));
  m_session.screens().say_fault(left.size() == 1 ? tr("It is still there. Another program may be using it.")
                                                 : tr("Some are still there. Another program may be using them."),
                                fmt::format(fmt::runtime(tr("You can delete it yourself: {}")), places_of(left)));
}

std::pair<std::string, std::string> progress_text(const ImportState& importing) {
  const Import& now = importing.imports.front();
  const int percent = now.progress->percent();
  if (importing.all == 1)
    return {fmt::format(fmt::runtime(tr("Saving {}")), now.name),
            fmt::format(fmt::runtime(tr("{} percent. You can go on meanwhile.")), percent)};
  const std::size_t done = importing.all - importing.imports.size();
  std::string second = now.name + fmt::format(fmt::runtime(tr(", {} percent.")), percent);
  if (done >= 3 && importing.knows_sizes && importing.work_done > 0) {
    double work = 0;
    for (const Import& one : importing.imports) work += work_of(one);
    const double left = importing.seconds / importing.work_done * work;
    const int minutes = static_cast<int>(std::ceil(left / 60));
    second += " ";
    second += minutes <= 1 ? std::string(tr("Less than a minute left."))
                           : fmt::format(fmt::runtime(tr("About {} minutes left.")), minutes);
  }
  return {fmt::format(fmt::runtime(tr("Saving file {} of {}")), done + 1, importing.all), second};
}

}  // namespace daybook::ui
