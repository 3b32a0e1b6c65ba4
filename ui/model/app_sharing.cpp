#include <fmt/format.h>

#include "crypto/words.h"
#include "ui/model/jobs.h"
#include "ui/model/translate.h"
#include "ui/report/html_report.h"
#include "vault/bundle/password_key.h"
#include "vault/bundle/seal_copy.h"

namespace daybook::ui {
namespace {

std::string who_text(ShareState::For who) {
  switch (who) {
    case ShareState::For::police:
      return "police";
    case ShareState::For::advocate:
      return "advocate";
    case ShareState::For::solicitor:
      return "solicitor";
    case ShareState::For::me:
      return "me";
  }
  return "";
}

using Pages = std::vector<ReportPage>;

Result<Pages> pages_of(vault::Record& record, const vault::SnapshotRequest& contents) {
  TRY_ASSIGN(const vault::CopySnapshot snapshot, vault::preview_snapshot(record, contents));
  return report_pages({snapshot, crypto::key_words(record.keys().root.public_key()), ""});
}

vault::SnapshotRequest contents_of(const ShareState& share) {
  vault::SnapshotRequest contents;
  contents.items.assign(share.chosen.begin(), share.chosen.end());
  contents.purpose = share.purpose.text();
  return contents;
}

// Why nothing can be locked for what is in the field. A secret key does not stay there, where others can read it.
std::optional<ErrorText> fault_of_key(TextInput& key) {
  const auto recipient = crypto::AgeRecipient::parse(key.text());
  if (recipient) return std::nullopt;
  if (recipient.error().detail != crypto::kSecretKeyGiven)
    return ErrorText{tr("That is not a key."), "", tr("Their key begins with age1. Ask them to send it again.")};
  key.clear();
  return ErrorText{tr("This is a secret key."), tr("It was taken out of the field and was not used."),
                   tr("Give the line that begins with age1.")};
}

}  // namespace

void App::on(const BeginSharing& begin) {
  if (!m_state.is_open) return;
  // A copy that was finished while she was elsewhere is shown first: its passphrase stands there, this once.
  if (begin.item && m_state.share.step != ShareState::Step::done) m_state.share.chosen.insert(*begin.item);
  m_state.banner.reset();
  go(Screen::share);
}

void App::on(const ToggleShared& toggled) {
  auto& chosen = m_state.share.chosen;
  if (chosen.erase(toggled.item) == 0) chosen.insert(toggled.item);
}

void App::on(const NextShareStep&) {
  using Step = ShareState::Step;
  ShareState& share = m_state.share;
  if (share.is_working) return;
  share.error.reset();
  switch (share.step) {
    case Step::who:
      // A portal cannot open what is locked; a stick can be lost.
      share.lock = share.by_upload ? ShareState::Lock::none : ShareState::Lock::passphrase;
      share.step = Step::items;
      break;
    case Step::items:
      if (share.chosen.empty()) {
        share.error = ErrorText{tr("Nothing is chosen yet."), "", tr("Choose at least one item.")};
        break;
      }
      share.step = Step::preview;
      load_preview();
      break;
    case Step::preview:
      if (!share.is_loading) share.step = Step::lock;
      break;
    case Step::lock:
      if (share.lock == ShareState::Lock::key) share.error = fault_of_key(share.key);
      if (share.error) break;
      share.step = Step::place;
      break;
    case Step::place:
      if (share.folder.empty()) {
        share.error = ErrorText{tr("No place is chosen yet."), "", tr("Choose a folder or a stick.")};
        break;
      }
      seal();
      break;
    case Step::done:
      m_state.share = ShareState();
      on(Go{Screen::timeline});
      break;
  }
}

void App::on(const PreviousShareStep&) {
  using Step = ShareState::Step;
  ShareState& share = m_state.share;
  if (share.is_working) return;
  share.error.reset();
  if (share.step == Step::who || share.step == Step::done)
    on(Go{Screen::timeline});
  else
    share.step = static_cast<Step>(static_cast<int>(share.step) - 1);
}

// The report that a copy of now would hold, by the same hand that writes it.
void App::load_preview() {
  ShareState& share = m_state.share;
  share.is_loading = true;
  share.preview.clear();
  ++m_state.preview_revision;
  ask_long<std::shared_ptr<Pages>>(
      [contents = contents_of(share), pictures = m_surroundings.pictures,
       access = std::make_shared<Visits>(m_short, m_record)]() -> Result<std::shared_ptr<Pages>> {
        vault::look_at_pictures(*access, pictures, contents.items);
        TRY_ASSIGN(Pages pages, access->ask<Pages>([&](Record& record) { return pages_of(record, contents); }));
        return std::make_shared<Pages>(std::move(pages));
      },
      [this](Result<std::shared_ptr<Pages>> pages) {
        ShareState& now = m_state.share;
        now.is_loading = false;
        if (pages) {
          now.preview = std::move(**pages);
          ++m_state.preview_revision;
          return;
        }
        // Continuing would save what nobody has seen.
        now.error = explain(pages.error());
        now.step = ShareState::Step::items;
      });
}

void App::on(const StopSharing&) {
  if (m_state.share.is_stopped) m_state.share.is_stopped->store(true);
}

// On the long worker, which comes to the record between what is short: a message that is pasted meanwhile is saved at
// once.
void App::seal() {
  ShareState& share = m_state.share;
  vault::CopyRequest request;
  request.contents = contents_of(share);
  request.recipient_names = who_text(share.who);
  request.folder = share.folder;
  request.with_passphrase = share.lock == ShareState::Lock::passphrase;
  // Shown from the beginning: she may not be there when it is finished. Another try has the same one.
  if (!request.with_passphrase) share.passphrase.reset();
  if (request.with_passphrase && !share.passphrase) share.passphrase.emplace(crypto::generate_passphrase());
  if (share.passphrase)
    request.passphrase =
        std::make_shared<const crypto::SecretBuffer>(crypto::SecretBuffer::copy_of(share.passphrase->expose()));
  if (share.lock == ShareState::Lock::key)
    request.recipients.push_back(crypto::AgeRecipient::parse(share.key.text()).value());
  share.is_working = true;
  share.percent = std::make_shared<std::atomic<int>>(0);
  share.is_stopped = std::make_shared<std::atomic<bool>>(false);
  struct Outcome {
    std::optional<vault::SealedCopy> copy;
    Pages changed;  // instead: what it would say by now
  };
  using Shared = std::shared_ptr<Outcome>;
  ask_long<Shared>(
      [request, percent = share.percent, is_stopped = share.is_stopped, seen = share.preview,
       access = std::make_shared<Visits>(m_short, m_record), &files = m_surroundings.vault.files,
       wake = m_surroundings.wake]() -> Result<Shared> {
        auto outcome = std::make_shared<Outcome>();
        // She may have answered or rewritten something meanwhile: what goes out is what she has seen, or nothing.
        TRY_ASSIGN(Pages now, access->ask<Pages>([&](Record& record) { return pages_of(record, request.contents); }));
        if (now != seen) {
          outcome->changed = std::move(now);
          return outcome;
        }
        const auto progress = [&](vault::SealStage stage, std::uint64_t done, std::uint64_t total) {
          const int reached = vault::percent_of(done, total) / 2 + (stage == vault::SealStage::reading_back ? 50 : 0);
          if (percent->exchange(reached) != reached) wake();
          return !is_stopped->load();
        };
        TRY_ASSIGN(outcome->copy, vault::seal_copy(*access, files, request, render_html_report, progress));
        return outcome;
      },
      [this](Result<Shared> outcome) {
        m_state.share.is_working = false;
        if (!outcome)
          m_state.share.error = explain(outcome.error());
        else if ((*outcome)->copy)
          sealed(std::move(*(*outcome)->copy));
        else
          show_changed(std::move((*outcome)->changed));
        if (m_state.screen == Screen::share) return;
        say(m_state.share.error ? m_state.share.error->what : tr("The copy is saved."), tr("Open Share to see more."));
        m_state.banner->is_fault = m_state.share.error.has_value();
      });
}

void App::sealed(vault::SealedCopy copy) {
  ShareState& share = m_state.share;
  share.file = vault::to_utf8(copy.file());
  share.receipt = copy.receipt;
  share.key_words = copy.key_words;
  share.items = copy.items;
  share.step = ShareState::Step::done;
}

void App::show_changed(std::vector<ReportPage> pages) {
  ShareState& share = m_state.share;
  share.preview = std::move(pages);
  ++m_state.preview_revision;
  share.step = ShareState::Step::preview;
  share.error = ErrorText{tr("Something in it has changed since you looked."), tr("No copy was made."),
                          tr("Look at it once more.")};
}

}  // namespace daybook::ui
