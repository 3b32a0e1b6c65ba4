#include "crypto/words.h"
#include "ui/model/app.h"
#include "ui/words/translate.h"
#include "vault/bundle/password_key.h"
#include "vault/store/segmented_file.h"

namespace daybook::ui {
namespace {

/// What somebody who was given a copy brings to look at it, as values that a worker may have.
struct Reading {
  vault::Path copy, key_file;  // her own key file, or none
  crypto::SecretBuffer passphrase;
  std::string words;
};

// Her own key file, which a passphrase may lock; else, with a passphrase, the key beside the copy.
Result<std::vector<crypto::AgeIdentity>> identities_for(vault::FileSystem& files, Reading& reading) {
  if (reading.key_file.empty() && reading.passphrase.empty()) return std::vector<crypto::AgeIdentity>();
  vault::Path path = reading.key_file;
  if (path.empty()) {
    TRY_ASSIGN(path, vault::find_password_key(files, reading.copy));
  }
  TRY_ASSIGN(Bytes bytes, vault::read_whole_file(files, path, vault::kMostPasswordKeyBytes));
  const crypto::SecretBuffer file = crypto::SecretBuffer::copy_of(bytes);
  crypto::wipe(bytes);
  if (!crypto::is_age_file(file.expose())) return crypto::parse_identity_file(file.expose_text());
  if (reading.passphrase.empty()) return Error{ErrorCode::wrong_passphrase, ""};
  return vault::open_password_key(file.expose(), std::move(reading.passphrase));
}

Result<vault::UnpackedCopy> read(const vault::CopyDoor& door, vault::FileSystem& files, Reading& reading,
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

void App::on(const CheckCopy&) { read_copy({}); }

void App::on(const SaveCopyFiles& save) {
  if (!m_state.check.verdict) return;
  read_copy(save.folder / m_state.check.file.stem().stem());
}

void App::on(const ShowHow&) { m_state.check.shows_how = !m_state.check.shows_how; }

void App::on(const ForgetKeyFile&) { m_state.check.key_file.clear(); }

// Anybody's copy, without a record: so it is the long worker's. With a folder its files are saved there too.
void App::read_copy(vault::Path unpack_to) {
  CheckState& check = m_state.check;
  if (check.is_working || check.file.empty()) return;
  check.is_working = true;
  check.error.reset();
  if (unpack_to.empty()) check.verdict.reset();
  check.files.clear();
  check.progress = m_jobs.new_progress();
  m_jobs.ask_long(
      [&files = m_surroundings.vault.files, door = m_surroundings.copies, unpack_to, progress = check.progress,
       reading = Reading{check.file, check.key_file, check.passphrase.copy(), check.words.text()}]() mutable {
        return read(door, files, reading, unpack_to, *progress);
      },
      [this](Result<vault::UnpackedCopy> unpacked) {
        CheckState& now = m_state.check;
        now.is_working = false;
        if (!unpacked) {
          const ErrorCode code = unpacked.error().code;  // what was typed elsewhere leaves a good passphrase good
          if (code == ErrorCode::wrong_passphrase || code == ErrorCode::no_matching_key) now.passphrase.clear();
          now.error = explain_reading(unpacked.error());
          return;
        }
        now.shows_how = false;
        now.is_new = true;
        now.verdict = std::move(unpacked->verdict);
        now.files = unpacked->folder.value_or(vault::Path());
      });
}

}  // namespace daybook::ui
