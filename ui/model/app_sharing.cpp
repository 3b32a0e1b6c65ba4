#include <fmt/format.h>

#include "crypto/words.h"
#include "ui/model/app.h"
#include "ui/report/html_report.h"
#include "ui/report/report_preview.h"
#include "ui/words/translate.h"
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
  m_jobs.ask_long(
      [contents = contents_of(share), pictures = m_surroundings.pictures](vault::RecordAccess& access) {
        vault::look_at_pictures(access, pictures, contents.items);
        return preview_report(access, contents);
      },
      [this](Result<ReportPreview> preview) {
        ShareState& now = m_state.share;
        now.is_loading = false;
        if (preview) {
          now.preview = std::move(preview->pages);
          now.seen = preview->seen;
          ++m_state.preview_revision;
          return;
        }
        // Continuing would save what nobody has seen.
        now.error = explain(preview.error());
        now.step = ShareState::Step::items;
      });
}

void App::on(const StopSharing&) {
  if (m_state.share.progress) m_state.share.progress->stop();
}

// What was asked for, from what she chose and typed.
vault::CopyRequest App::copy_request() {
  ShareState& share = m_state.share;
  vault::CopyRequest request;
  request.contents = contents_of(share);
  request.seen = share.seen;
  request.pictures = m_surroundings.pictures;
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
  return request;
}

// A message that is pasted meanwhile is saved at once: the record is free for most of the time. What goes out is what
// she has seen, or nothing.
void App::seal() {
  ShareState& share = m_state.share;
  const vault::CopyRequest request = copy_request();
  share.is_working = true;
  share.progress = m_jobs.new_progress();
  m_jobs.ask_long(
      [request, progress = share.progress, &files = m_surroundings.vault.files](vault::RecordAccess& access) {
        return vault::seal_copy(access, files, request, render_html_report,
                                [&](vault::SealStage stage, std::uint64_t done, std::uint64_t total) {
                                  const bool is_second = stage == vault::SealStage::reading_back;
                                  return progress->reach(is_second ? total + done : done, 2 * total);
                                });
      },
      [this](Result<vault::SealedCopy> copy) {
        m_state.share.is_working = false;
        if (copy)
          sealed(std::move(*copy));
        else if (copy.error().code == ErrorCode::not_as_seen)
          show_changed();
        else
          m_state.share.error = explain(copy.error());
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

void App::show_changed() {
  ShareState& share = m_state.share;
  share.step = ShareState::Step::preview;
  share.error = explain(Error{ErrorCode::not_as_seen, ""});
  load_preview();
}

}  // namespace daybook::ui
