#include "ui/cli/commands.h"
#include "ui/cli/terminal.h"
#include "ui/words/strength_text.h"
#include "ui/words/verdict_text.h"

namespace daybook::ui {

void Output::line(const std::string& text) {
  if (!m_json) std::printf("%s\n", text.c_str());
}

void Output::done() {
  for (const std::string& text : m_once_done) line(text);
  m_once_done.clear();
}

void Output::finish() {
  if (m_json && !m_object.is_null()) std::printf("%s\n", vault::to_canonical(m_object).c_str());
}

bool Output::has_arrived() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return true;
  std::fprintf(stderr, "What was to be shown could not be written to where it goes.\n");
  if (!m_else.empty()) std::fprintf(stderr, "%s\n", m_else.c_str());
  return false;
}

vault::Surroundings real_surroundings() { return {vault::operating_system_files(), vault::system_clock()}; }

vault::Path without_slash(const std::string& text) {
  const vault::Path path = vault::from_utf8(text).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

Json item_texts(const std::vector<vault::ItemNumber>& items) {
  Json texts = Json::array();
  for (const vault::ItemNumber item : items) texts.push_back(vault::item_text(item));
  return texts;
}

vault::Path record_path(const Options& options) { return without_slash(options.record); }

Result<crypto::SecretBuffer> get_secret(const SecretSource& source, const std::string& prompt) {
  if (source.descriptor >= 0) return read_secret_from_descriptor(source.descriptor);
  if (!source.file.empty()) return read_secret_from_file(source.file);
  return ask_secretly(prompt);
}

Result<crypto::SecretBuffer> get_new_secret(const SecretSource& source, const std::string& prompt) {
  TRY_ASSIGN(auto secret, get_secret(source, prompt));
  if (source.descriptor >= 0 || !source.file.empty()) return secret;
  TRY_ASSIGN(const auto again, ask_secretly("The same again: "));
  if (!crypto::equal_in_constant_time(secret.expose(), again.expose()))
    return Error{ErrorCode::usage, "the two passphrases differ"};
  const vault::StrengthEstimate estimate = vault::estimate_strength(secret.expose());
  if (estimate.strength != vault::PassphraseStrength::strong)
    std::fprintf(stderr, "%s. %s\n", name_of(estimate.strength), sentence(estimate.weakness));
  return secret;
}

Result<std::unique_ptr<vault::Record>> open_record(const Options& options, Output& output) {
  const vault::Path path = record_path(options);
  // A record that is not there is told before the passphrase is asked for.
  if (!vault::operating_system_files().exists(path)) return Error{ErrorCode::not_found, options.record};
  TRY_ASSIGN(const auto passphrase, get_secret(options.passphrase, "Passphrase: "));
  TRY_ASSIGN(auto record, vault::Record::open(real_surroundings(), path, passphrase));
  for (const vault::OpenNotice notice : record->vault().notices()) {
    if (!output.is_json()) std::fprintf(stderr, "%s\n", sentence(notice).c_str());
  }
  // An error is dropped: with both keys at hand everything can be read, and the next opening goes on with the change.
  if (record->vault().has_previous_keys() && !record->vault().is_read_only()) (void)finish_key_change(*record);
  return record;
}

Result<vault::Rewrapped> finish_key_change(vault::Record& record) {
  ProgressLine progress("Locking stored files with the new keys");
  return record.vault().rewrap_objects([&](std::uint64_t done) { return progress.show(done, 0); });
}

Result<vault::ItemNumber> item_number(const std::string& text) {
  const auto number = vault::parse_item(text);
  if (!number) return Error{ErrorCode::usage, "not an item number: " + text};
  return *number;
}

}  // namespace daybook::ui
