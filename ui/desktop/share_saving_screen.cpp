#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/digest_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Lock = ShareForm::Lock;

constexpr Look kQuiet{Size::small, Weight::regular, Tone::secondary};

void draw_lock(ShareForm& form, Ui& ui) {
  const Lock lock = lock_of(form);
  ui.text(tr("How is it locked?"), {Size::body, Weight::medium});
  ui.text(tr("Every copy is sealed: any change can be told. Locked means that nobody can read it without a passphrase "
             "or a key."),
          kQuiet, 60);
  for (const auto& [kind, name] : {std::pair(Lock::passphrase, tr("A new passphrase for them")),
                                   std::pair(Lock::key, tr("Their key")), std::pair(Lock::none, tr("Not locked"))}) {
    if (kind != Lock::passphrase) ui.beside(name);
    if (ui.choice(name, lock == kind)) form.lock = kind;
  }
  if (lock == Lock::key) ui.field(tr("Their key. It begins with age1."), form.key, 36);
  if (lock == Lock::none)
    ui.text(
        tr("Anyone who has this copy can open it. An upload portal needs that. Afterwards remove the copy from where "
           "you saved it."));
  if (lock == Lock::passphrase)
    ui.text(
        tr("It is shown while the copy is saved, and not again. Tell it by phone or face to face. Do not put it on the "
           "stick."));
}

// What is plugged in is offered here, so that nobody has to look for a stick among folders.
void draw_place(const ShareState& share, Frame& frame) {
  Ui& ui = frame.ui;
  if (share.folder.empty())
    ui.text(tr("Where does it go? No place is chosen yet."), {Size::body, Weight::medium});
  else
    ui.text(fmt::format(fmt::runtime(tr("It goes to {}")), isolated(foreign_line(vault::to_utf8(share.folder)))),
            {Size::body, Weight::medium});
  if (share.media.empty()) ui.text(tr("A stick that you plug in now is named here."), kQuiet);
  for (const vault::Path& medium : share.media) {
    const std::string name = isolated(foreign_line(vault::to_utf8(medium.filename())));
    const std::string words = fmt::format(fmt::runtime(tr("To {}, which is plugged in")), name);
    if (ui.choice((words + "##" + vault::to_utf8(medium)).c_str(), share.folder == medium))
      frame.actions.push_back(ChoosePlace{BrowseFor::share_target, medium});
  }
  if (ui.button(tr("Choose the place"), ButtonKind::normal, Icon::file))
    frame.actions.push_back(Browse{BrowseFor::share_target, share.folder});
}

// What is to be done next with the place where the copy lies, in that place's own words.
void draw_where_it_lies(const ShareState& share, const ShareForm& form, Ui& ui) {
  if (share.is_on_medium)
    return ui.text(tr("Take the stick out safely. The copy is not on this computer."), {Size::body, Weight::medium});
  const std::string name = vault::to_utf8(share.folder.filename());
  ui.text(fmt::format(fmt::runtime(tr("It lies in the folder {}. Give it to them from there.")),
                      isolated(foreign_line(name.empty() ? vault::to_utf8(share.folder) : name))),
          {Size::body, Weight::medium});
  ui.text(lock_of(form) != Lock::none ? tr("Others who use that folder can see that it is there.")
                                      : tr("Others who use that folder can read it: it is not locked."));
}

}  // namespace

// Nothing can be changed while the copy is saved: what is said of it afterwards must be what it is.
void draw_share_saving(const ShareState& share, ShareForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(tr("Lock it and save it"));
  const char* lock = lock_of(form) == Lock::none ? tr("Sealed, not locked.") : tr("Sealed and locked.");
  ui.text(share.chosen.size() == 1 ? fmt::format(fmt::runtime(tr("1 item. {}")), lock)
                                   : fmt::format(fmt::runtime(tr("{} items. {}")), share.chosen.size(), lock));
  draw_share_left_out(share, form, ui);
  if (frame.has_come) frame.actions.push_back(LookForMedia{});
  if (share.is_working) return;
  ui.gap(0.3f);
  draw_lock(form, ui);
  ui.gap(0.3f);
  draw_place(share, frame);
}

void draw_share_saved(const ShareState& share, const ShareForm& form, Ui& ui) {
  if (!share.waiting.empty()) {
    ui.heading(tr("This is the copy from before"));
    ui.text(tr("Nothing that you chose now is in it. Finish this one first. What you chose comes next."),
            {Size::body, Weight::medium});
  } else {
    ui.heading(tr("Saved"));
  }
  ui.text(share.items == 1
              ? std::string(tr("We read it back: its item matches."))
              : fmt::format(fmt::runtime(tr("We read it back: {} of {} items match.")), share.items, share.items),
          {Size::body, Weight::medium, Tone::good});
  draw_shared_parts(share, ui);
  ui.text(share.file, kQuiet, 60);
  draw_where_it_lies(share, form, ui);
  ui.gap(0.3f);
  if (share.passphrase) {
    ui.text(tr("The passphrase of this copy, shown this once. Write it down:"), {Size::body, Weight::medium});
    draw_secret_words(ui, *share.passphrase);
  }
  ui.text(tr("Your eight key words. Read them out when somebody asks whose copy it is:"), {Size::body, Weight::medium});
  ui.text(share.key_words, {Size::large});
  ui.text(tr("The number of this copy. It is written without blanks:"), {Size::body, Weight::medium});
  ui.text(in_groups(share.receipt), {Size::large}, 40);
  ui.text(tr("Give them this number by another way than the copy: on paper or by telephone."));
  ui.text(share.passphrase ? tr("A text beside it says how to check. Its name begins with START-HERE. Another file "
                                "ends in -key.age: without it the passphrase opens nothing. Give them all of it.")
                           : tr("A text beside it says how to check. Its name begins with START-HERE."));
  ui.text(share.passphrase ? tr("All but the passphrase stands in Copies, too.")
                           : tr("All of this stands in Copies, too."));
}

}  // namespace daybook::ui
