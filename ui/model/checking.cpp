#include "ui/model/checking.h"

#include "crypto/words.h"
#include "ui/words/translate.h"
#include "vault/bundle/copy_key.h"
#include "vault/store/segmented_file.h"

namespace daybook::ui {
namespace {

// What somebody who was given a copy brings to check it, as values of its own, so that a worker may have them.
struct Reading {
  vault::Path copy, key_file;  // key_file: the reader's own; empty: none
  crypto::SecretBuffer passphrase;
  std::string words;
};

// The keys to try: those in the reader's own key file, which a passphrase may lock. Without such a file a passphrase is
// that of the key beside the copy. Without both there are no keys, which is right for a copy that is not locked.
Result<std::vector<crypto::AgeIdentity>> identities_for(vault::FileSystem& files, Reading& reading) {
  if (reading.key_file.empty() && reading.passphrase.empty()) return std::vector<crypto::AgeIdentity>();
  vault::Path path = reading.key_file;
  if (path.empty()) {
    TRY_ASSIGN(path, vault::find_copy_key(files, reading.copy));
  }
  TRY_ASSIGN(Bytes bytes, vault::read_whole_file(files, path, vault::kMostCopyKeyBytes));
  const crypto::SecretBuffer file = crypto::SecretBuffer::copy_of(bytes);
  crypto::wipe(bytes);
  if (!crypto::is_age_file(file.expose())) return crypto::parse_identity_file(file.expose_text());
  if (reading.passphrase.empty()) return Error{ErrorCode::wrong_passphrase, ""};
  return vault::open_copy_key(file.expose(), std::move(reading.passphrase));
}

Result<vault::UnpackedCopy> read_copy(const vault::CopyDoor& door, vault::FileSystem& files, Reading& reading,
                                      const vault::Path& unpack_to, JobProgress& progress) {
  vault::CheckOptions options;
  if (reading.words.find_first_not_of(" \t\n") != std::string::npos) {
    TRY_ASSIGN(options.brings.confirmed_words, crypto::parse_key_words(reading.words));
  }
  TRY_ASSIGN(options.keys.identities, identities_for(files, reading));
  options.progress = [&progress](std::uint64_t done, std::uint64_t total) { return progress.reach(done, total); };
  const auto parts = vault::find_parts(files, reading.copy);
  if (!unpack_to.empty()) return door.unpack(files, parts, options, unpack_to, /*even_so=*/false);
  TRY_ASSIGN(auto verdict, door.check(files, parts, options));
  return vault::UnpackedCopy{std::move(verdict), std::nullopt, 0};
}

ErrorText explain_reading(const Error& error) {
  if (error.code == ErrorCode::wrong_passphrase || error.code == ErrorCode::no_matching_key)
    return {tr("That did not open it."), tr("The copy was not changed."),
            tr("Ask the sender to read the passphrase out again.")};
  if (error.code == ErrorCode::not_found)
    return {tr("The key that belongs to a passphrase is not beside the copy."), tr("The copy was not changed."),
            tr("Put both files into one folder, or choose your own key file.")};
  return explain(error);
}

}  // namespace

void CheckingArea::clear() {
  m_state = CheckState();
  m_form = CheckForm();
}

void CheckingArea::on(const PlaceChosen& chosen) {
  switch (chosen.purpose) {
    case BrowseFor::copy_to_check:
      return choose(chosen.path, chosen.is_folder);
    case BrowseFor::copy_files:
      if (m_state.verdict) read(chosen.path / m_state.file.stem().stem());
      return;
    case BrowseFor::key_file:
      m_state.key_file = chosen.path;
      m_state.verdict.reset();
      m_state.error.reset();
      return;
    case BrowseFor::save_out:
    case BrowseFor::adding:
    case BrowseFor::share_target:
    case BrowseFor::backup_target:
    case BrowseFor::backup_to_read:
      return;
  }
}

// A passphrase does not stay in its field when the screen is left, unless it is left to choose a key file or a folder.
void CheckingArea::on(const ScreenLeft& left) {
  if (left.left == Screen::check && left.next != Screen::browse) m_form.passphrase.clear();
}

// The passphrase and the words that were brought for another copy are cleared: they have nothing to do with the new
// one.
void CheckingArea::choose(const vault::Path& copy, bool is_folder) {
  clear();
  m_state.file = copy;
  m_state.is_folder = is_folder;
  if (is_folder) return;
  // A stick may be slow to say what lies on it, so a worker looks.
  m_session.jobs().ask_aside(
      [&files = m_session.surroundings().vault.files, copy] { return vault::is_copy_key(files, copy); },
      [this, copy](bool is_key) {
        if (!is_key || m_state.file != copy) return;
        clear();
        m_state.error =
            ErrorText{tr("This is the key that belongs to a copy, not the copy."), tr("Nothing was changed."),
                      tr("Choose the copy itself. It lies beside the key, or came with it.")};
      });
}

// Checks the copy on the long worker. With `unpack_to`, a folder that must not exist, the files of a good copy are
// saved there too.
void CheckingArea::read(vault::Path unpack_to) {
  if (m_state.is_working || m_state.file.empty()) return;
  m_state.is_working = true;
  m_state.error.reset();
  if (unpack_to.empty()) m_state.verdict.reset();
  m_state.files.clear();
  m_state.progress = m_session.jobs().new_progress();
  m_session.jobs().ask_long(
      [&files = m_session.surroundings().vault.files, door = m_session.surroundings().copies, unpack_to,
       progress = m_state.progress,
       reading = Reading{m_state.file, m_state.key_file, m_form.passphrase.copy(), m_form.words.text()}]() mutable {
        return read_copy(door, files, reading, unpack_to, *progress);
      },
      [this](Result<vault::UnpackedCopy> unpacked) {
        m_state.is_working = false;
        if (!unpacked) {
          const ErrorCode code = unpacked.error().code;  // only an error of the lock says that the passphrase is wrong
          if (code == ErrorCode::wrong_passphrase || code == ErrorCode::no_matching_key) m_form.passphrase.clear();
          m_state.error = explain_reading(unpacked.error());
          return;
        }
        m_state.shows_how = false;
        m_state.verdict_number = ++m_verdicts;
        m_state.verdict = std::move(unpacked->verdict);
        m_state.files = unpacked->folder.value_or(vault::Path());
      });
}

}  // namespace daybook::ui
