#include "crypto/encoding.h"
#include "crypto/recovery_code.h"
#include "vault/store/passphrase.h"
#include "vault/store/schema.h"
#include "vault/store/vault.h"
#include "vault/store/vault_files.h"

#include <algorithm>
#include <map>

namespace daybook::vault {
namespace {

// The secrets that a typed text could mean, most likely first. A text with the form and the checksum of a recovery code
// is hardly a passphrase, but it may be one.
Result<std::vector<crypto::SecretBuffer>> readings(const TypedSecret& typed) {
  std::vector<crypto::SecretBuffer> result;
  if (crypto::looks_like_recovery_code(typed.expose_text())) {
    if (auto code = crypto::normalize_recovery_code(typed.expose_text())) result.push_back(std::move(*code));
  }
  TRY_ASSIGN(auto passphrase, normalize_passphrase(typed.expose()));
  result.push_back(std::move(passphrase));
  return result;
}

Result<Header::Opened> try_secrets(ByteView file, const std::vector<crypto::SecretBuffer>& secrets) {
  Error error{ErrorCode::wrong_passphrase, ""};
  for (const auto& secret : secrets) {
    auto opened = Header::open(file, secret.expose());
    if (opened) return opened;
    error = opened.error();
    if (error.code != ErrorCode::wrong_passphrase) break;
  }
  return error;
}

Result<Bytes> read_header(FileSystem& files, const Path& path) {
  TRY_ASSIGN(Bytes bytes, read_whole_file(files, path, kHeaderSize));
  if (bytes.size() != kHeaderSize) return Error{ErrorCode::damaged, to_utf8(path.filename())};
  return bytes;
}

bool is_newer(const Header& one, const Header& other) {
  if (one.generation() != other.generation()) return one.generation() > other.generation();
  return one.noted_head().size > other.noted_head().size;
}

}  // namespace

Result<Header::Opened> Vault::open_header(ByteView file, const TypedSecret& typed) {
  TRY_ASSIGN(const auto secrets, readings(typed));
  return try_secrets(file, secrets);
}

Result<void> Vault::write_headers(FileSystem& files, const Path& folder, ByteView bytes) {
  TRY(write_file_atomically(files, folder / vault_files::kHeader, bytes));
  return write_file_atomically(files, folder / vault_files::kHeaderCopy, bytes);
}

// The names under which a crash may have left headers beside the two files proper.
std::vector<Path> Vault::rests_of_headers(FileSystem& files, const Path& folder) {
  std::vector<Path> rests;
  for (const char* name : {vault_files::kHeader, vault_files::kHeaderCopy}) {
    for (const Path& unfinished : unfinished_names(folder / name))
      if (files.exists(unfinished)) rests.push_back(unfinished);
  }
  return rests;
}

Result<Vault::FoundHeader> Vault::find_header(FileSystem& files, const Path& folder, const TypedSecret& typed,
                                              const std::vector<Path>& rests) {
  TRY_ASSIGN(const auto secrets, readings(typed));
  std::vector<Path> places{folder / vault_files::kHeader, folder / vault_files::kHeaderCopy};
  places.insert(places.end(), rests.begin(), rests.end());
  FoundHeader found;
  Error error{ErrorCode::damaged, "both key files"};
  // `tried` has each header once, since each try costs a password hash. `in_place` has those under the two names
  // proper.
  std::vector<Bytes> tried, in_place;
  std::map<Bytes, std::uint64_t> generations;  // of the headers that opened
  for (const Path& place : places) {
    auto bytes = read_header(files, place);
    // A header that cannot be read at the moment is not said to be damaged: the next try may read it.
    const bool is_withheld =
        !bytes && (bytes.error().code == ErrorCode::permission || bytes.error().code == ErrorCode::input_output);
    if (is_withheld && tried.empty()) error = bytes.error();
    if (!bytes) continue;
    if (place == places[0] || place == places[1]) in_place.push_back(*bytes);
    if (std::find(tried.begin(), tried.end(), *bytes) != tried.end()) continue;
    tried.push_back(*bytes);
    auto opened = try_secrets(*bytes, secrets);
    if (!opened) {
      if (tried.size() == 1 || error.code == ErrorCode::damaged) error = opened.error();
      continue;
    }
    generations[*bytes] = opened->header.generation();
    if (found.opened && !is_newer(opened->header, found.opened->header)) continue;
    found.opened = std::move(*opened);
  }
  if (!found.opened) return error;
  // A crash while the head of the log is noted leaves two headers that differ in nothing else. Both are good.
  const auto is_present = [&](const Bytes& bytes) {
    const auto generation = generations.find(bytes);
    return generation != generations.end() && generation->second == found.opened->header.generation();
  };
  found.is_everywhere = in_place.size() == 2 && std::all_of(in_place.begin(), in_place.end(), is_present);
  return found;
}

// A rest may be the only header that opens, as long as both files proper do not hold it. An error is passed over: the
// next opening tries again.
void Vault::remove_rests(const std::vector<Path>& rests) {
  if (m_read_only || !m_has_whole_headers) return;
  for (const Path& rest : rests) (void)m_files->remove(rest);
}

// An older header has the passphrase of its time, which was changed since, perhaps because somebody knew it. The sheet
// is enough to go on with: the headers are written anew, and the old passphrase opens nothing any more.
Result<void> Vault::replace_older_header(std::uint64_t known) {
  const bool may_go_on = m_opened_with == SlotKind::recovery && !m_read_only;
  if (!may_go_on) return Error{ErrorCode::older_header, ""};
  Header next = m_header;
  if (const auto slot = next.find_slot(SlotKind::passphrase)) next.clear_slot(*slot);
  next.set_generation(known);
  TRY(write_headers(*m_files, m_folder, next.serialize(m_vault_key)));
  m_header = std::move(next);
  m_notices.push_back(OpenNotice::older_header_replaced);
  return {};
}

// The generation of the header is also in the database, so that an old header, with an old passphrase, is noticed when
// somebody puts it back.
Result<void> Vault::settle_generation() {
  TRY_ASSIGN(const auto recorded, get_setting(*m_database, "header generation"));
  TRY_ASSIGN(const auto pending, get_setting(*m_database, "header generation pending"));
  const auto known = crypto::from_decimal(recorded.value_or(""), ~std::uint64_t{0});
  if (!known) return Error{ErrorCode::damaged, "records: header generation"};
  if (m_header.generation() < *known) return replace_older_header(*known);
  if (m_header.generation() == *known || m_read_only) return {};
  if (pending == std::to_string(m_header.generation())) {
    TRY_ASSIGN(Transaction transaction, Transaction::begin(*m_database));
    TRY(set_setting(*m_database, "header generation", *pending));
    TRY(remove_setting(*m_database, "header generation pending"));
    TRY(transaction.commit());
    m_notices.push_back(OpenNotice::passphrase_change_completed);
  } else {
    m_notices.push_back(OpenNotice::records_older_than_key);
  }
  return {};
}

// Writes the header that opened the record to both files. An error is passed over, because a full disk must never keep a person
// out of a record.
bool Vault::repair_headers() {
  if (m_read_only) return false;
  m_notices.push_back(OpenNotice::header_copy_repaired);
  return write_headers(*m_files, m_folder, m_header.serialize(m_vault_key)).ok();
}

Result<void> Vault::note_head(const NotedHead& head) {
  if (m_read_only) return Error{ErrorCode::read_only, ""};
  if (head == m_header.noted_head()) return {};
  Header next = m_header;
  next.set_noted_head(head);
  TRY(write_headers(*m_files, m_folder, next.serialize(m_vault_key)));
  m_header = std::move(next);
  return {};
}

}  // namespace daybook::vault
