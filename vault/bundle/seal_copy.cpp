#include "vault/bundle/seal_copy.h"

#include "crypto/age.h"
#include "crypto/words.h"
#include "vault/bundle/background_sink.h"
#include "vault/bundle/bag.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/copy_key.h"
#include "vault/bundle/copy_questions.h"
#include "vault/bundle/how_to_check.h"
#include "vault/bundle/start_here.h"
#include "vault/record/copies_made.h"
#include "vault/store/copy_stream.h"
#include "vault/store/within_folder.h"

namespace daybook::vault {
namespace {

constexpr std::uint64_t kMostAgeHeader = 64 * 1024;

// Passes bytes on, tells `progress` how many there were, and fails with `cancelled` when it says so.
class ProgressSink final : public ByteSink {
 public:
  ProgressSink(ByteSink& sink, const SealProgress& progress, std::uint64_t total)
      : m_sink(sink), m_progress(progress), m_total(total) {}
  Result<void> write(ByteView bytes) override {
    TRY(m_sink.write(bytes));
    m_done += bytes.size();
    if (m_progress && !m_progress(SealStage::writing, m_done, m_total)) return Error{ErrorCode::cancelled, ""};
    return {};
  }

 private:
  ByteSink& m_sink;
  const SealProgress& m_progress;
  std::uint64_t m_total, m_done = 0;
};

class CopyWriter {
 public:
  CopyWriter(RecordAccess& access, FileSystem& files, const CopyRequest& request, const ReportRenderer& render,
             const SealProgress& progress)
      : m_access(access),
        m_files(files),
        m_request(request),
        m_render(render),
        m_progress(progress),
        m_originals(access, request.readers),
        m_recipients(request.recipients) {
    if (request.with_passphrase) {
      m_one_time = crypto::AgeIdentity::generate();
      m_recipients.push_back(m_one_time->recipient());
    }
  }

  bool is_locked() const { return !m_recipients.empty(); }

  Result<SealedCopy> make() {
    TRY(m_access.run([&](Record& record) { return freeze(record); }));
    TRY(ask_for_names());
    TRY(m_bag->make_report(
        [&](std::uint64_t) { return !m_progress || m_progress(SealStage::writing, 0, /*bytes_total=*/0); }));
    TRY(m_access.run([&](Record& record) { return m_bag->sign(record.keys()); }));
    return write();
  }

  // Notes in the log that the copy was not finished. Where that fails too, Record::open() does it the next time.
  void abandon() {
    if (m_ticket) (void)m_access.run([&](Record& record) { return record.abandon_copy(m_ticket->bundle); });
  }

  ~CopyWriter() {
    if (m_finished) return;
    if (m_writer) m_writer->abandon();
    for (const Path& path : m_made) (void)m_files.remove(path);
  }

 private:
  // Refuses what can be refused before the long work. Then the log is frozen, and with it what goes into the copy, in
  // this same visit to the record.
  Result<void> freeze(Record& record) {
    if (!m_request.seen) {
      TRY_ASSIGN(const CopyQuestions open, copy_questions(record, m_request.contents));
      if (!open.is_decided()) return not_decided(open);
    } else {
      TRY_ASSIGN(const CopySnapshot now, preview_snapshot(record, m_request.contents));
      if (SeenPreview(now) != *m_request.seen) return Error{ErrorCode::not_as_seen, ""};
    }
    Json description{
        {"purpose", m_request.contents.purpose}, {"to", m_request.recipient_names}, {"locked", is_locked()}};
    description["items"] = Json::array();  // so that they are known of a copy that is never finished, too
    for (const ItemNumber item : m_request.contents.items) description["items"].push_back(item_text(item));
    if (!m_request.contents.parts.empty()) description["parts"] = parts_json(m_request.contents.parts);
    TRY_ASSIGN(m_ticket, record.begin_copy(to_utf8(m_request.folder), description));
    TRY_ASSIGN(CopySnapshot snapshot, take_snapshot(record, m_request.contents, *m_ticket, m_recipients));
    m_texts = {{"START-HERE", start_here(file_name(), {!m_request.recipients.empty(), m_request.with_passphrase})},
               {"HOW-TO-CHECK", how_to_check()}};
    m_bag.emplace(record.keys(), std::move(snapshot), BagReport(m_render, m_originals), m_texts.front().text);
    m_root.emplace(record.keys().root.public_key());
    return {};
  }

  Result<SealedCopy> write() {
    SealedCopy copy;
    copy.bundle = m_ticket->bundle;
    copy.key_words = m_bag->words();
    copy.receipt = receipt_of_fingerprints(crypto::Sha256::of(as_bytes(m_bag->fingerprints())));
    copy.items = m_bag->snapshot().items.size();
    copy.log = m_bag->snapshot().seal.log;
    TRY(write_container(m_bag->plans(m_access), m_request.folder / from_utf8(file_name())));
    TRY(read_back(copy));
    TRY(write_companions(copy));
    TRY(m_writer->publish());
    copy.parts = m_writer->paths();
    copy.files.insert(copy.files.end(), copy.parts.begin(), copy.parts.end());
    TRY(m_access.run([&](Record& record) { return record.finish_copy(*m_ticket, what_is_noted_of(copy)); }));
    m_finished = true;
    return copy;
  }

  FinishedCopy what_is_noted_of(const SealedCopy& copy) const {
    FinishedCopy finished{
        crypto::Sha512::of(as_bytes(m_bag->tagmanifest())), m_request.contents.items, {}, copy.receipt, copy.key_words};
    for (const Path& part : copy.parts) finished.files.push_back(to_utf8(part.filename()));
    return finished;
  }

  Result<void> write_container(const std::vector<ZipPlan>& plans, const Path& path) {
    const std::uint64_t total = zip_size(plans);
    // age adds a header, a nonce of 16 bytes, and a tag of 16 bytes to each chunk of 64 KiB (C2SP age, "Payload").
    m_writer.emplace(SegmentedWriter::for_carrying(m_files, path, crypto::encrypted_stream_size(total) + kMostAgeHeader,
                                                   m_request.parts));
    if (is_locked()) {
      TRY_ASSIGN(auto age, crypto::AgeWriter::for_recipients(*m_writer, m_recipients));
      m_file_key.emplace(age.file_key().duplicate());
      BackgroundSink background(age);  // decrypting the record on one core, encrypting and writing on the other
      ProgressSink counted(background, m_progress, total);
      TRY(m_bag->write(plans, counted));
      TRY(background.finish());
      TRY(age.finish());
    } else {
      BackgroundSink background(*m_writer);
      ProgressSink counted(background, m_progress, total);
      TRY(m_bag->write(plans, counted));
      TRY(background.finish());
    }
    return m_writer->finish();
  }

  // Checks what the medium gives back, with the checker that a recipient uses. The system's cache is passed over: it
  // would give back good bytes where a bad stick has lost them.
  Result<void> read_back(SealedCopy& copy) {
    CheckOptions options;
    if (m_file_key) options.keys.file_key.emplace(m_file_key->duplicate());
    options.brings.confirmed_root = m_root;
    options.drop_cache = true;
    options.progress = [&](std::uint64_t done, std::uint64_t total) {
      return !m_progress || m_progress(SealStage::reading_back, done, total);
    };
    TRY_ASSIGN(const CopyVerdict verdict, check_own_copy(m_files, m_writer->temporary_paths(), options));
    if (verdict.answer != Answer::matches)
      return Error{ErrorCode::copy_not_intact, "what was read back differs from what was written"};
    for (const Path& part : m_writer->temporary_paths()) {
      TRY_ASSIGN(const FileFacts facts, m_files.facts(part));
      copy.size += facts.size;
    }
    return {};
  }

  std::string file_name() const { return copy_stem(m_ticket->bundle) + (is_locked() ? ".age" : ".zip"); }
  Path copy_key_path() const { return m_request.folder / from_utf8(copy_key_name(copy_stem(m_ticket->bundle))); }

  // Whether nothing has this name. Where the file system cannot tell, that is an error and not a free name: no file
  // that is there may be written over.
  Result<bool> is_free(const Path& path) {
    const auto facts = m_files.facts(path);
    if (!facts && facts.error().code != ErrorCode::not_found) return facts.error();
    return !facts;
  }

  struct Place {
    Path path;
    bool is_there;  // a file with the same text lies there already
  };

  // A text for people that lies beside the copy.
  struct Text {
    std::string name;  // without its ending
    std::string text;
  };

  // Where a text goes. That of another copy or of another release may lie there. Then this one gets a name after the
  // copy.
  Result<Place> place_of(const Text& one) {
    const std::string digits = copy_stem(m_ticket->bundle).substr(std::string_view("copy").size());
    const std::string own_name = one.name + digits + ".txt";
    for (const std::string& name : {one.name + ".txt", own_name}) {
      const Path path = m_request.folder / from_utf8(name);
      TRY_ASSIGN(const bool free, is_free(path));
      if (free) return Place{path, false};
      const auto there = read_whole_file(m_files, path, 1 << 20);
      if (there && equal_bytes(*there, as_bytes(one.text))) return Place{path, true};
    }
    return Error{ErrorCode::already_exists, own_name};
  }

  // Fails where a name is taken, before the long work and not after it.
  Result<void> ask_for_names() {
    for (const Text& one : m_texts) TRY(place_of(one));
    if (!m_one_time) return {};
    TRY_ASSIGN(const bool free, is_free(copy_key_path()));
    if (!free) return Error{ErrorCode::already_exists, to_utf8(copy_key_path().filename())};
    return {};
  }

  Result<void> write_companion(SealedCopy& copy, const Path& path, ByteView bytes) {
    TRY_ASSIGN(const bool free, is_free(path));
    if (!free) return Error{ErrorCode::already_exists, to_utf8(path.filename())};
    m_made.push_back(path);
    TRY(write_file_atomically(m_files, path, bytes));
    copy.files.push_back(path);
    return {};
  }

  Result<void> write_text(SealedCopy& copy, const Text& one) {
    TRY_ASSIGN(const Place place, place_of(one));
    if (!place.is_there) return write_companion(copy, place.path, as_bytes(one.text));
    copy.files.push_back(place.path);
    return {};
  }

  Result<void> write_companions(SealedCopy& copy) {
    for (const Text& one : m_texts) TRY(write_text(copy, one));
    if (!m_one_time) return {};
    copy.passphrase = m_request.passphrase ? crypto::SecretBuffer::copy_of(m_request.passphrase->expose())
                                           : crypto::generate_passphrase();
    crypto::SecretBuffer line = m_one_time->to_secret_text();
    line.append(as_bytes("\n"));
    MemorySink sealed;
    TRY_ASSIGN(auto age, crypto::AgeWriter::for_passphrase(sealed, copy.passphrase->expose()));
    TRY(age.write(line.expose()));
    TRY(age.finish());
    return write_companion(copy, copy_key_path(), sealed.bytes);
  }

  RecordAccess& m_access;
  FileSystem& m_files;
  const CopyRequest& m_request;
  const ReportRenderer& m_render;
  const SealProgress& m_progress;
  RecordOriginals m_originals;
  std::vector<crypto::AgeRecipient> m_recipients;
  std::optional<crypto::AgeIdentity> m_one_time;
  std::optional<crypto::AgeFileKey> m_file_key;
  std::optional<CopyTicket> m_ticket;
  std::vector<Text> m_texts;
  std::optional<Bag> m_bag;
  std::optional<crypto::PublicKey> m_root;
  std::optional<SegmentedWriter> m_writer;
  std::vector<Path> m_made;
  bool m_finished = false;
};

}  // namespace

Result<SealedCopy> seal_copy(RecordAccess& access, FileSystem& files, const CopyRequest& request,
                             const ReportRenderer& render, const SealProgress& progress) {
  if (request.contents.items.empty()) return Error{ErrorCode::usage, "no item is chosen"};
  TRY_ASSIGN(const FileFacts folder, files.facts(request.folder));
  if (!folder.is_folder) return Error{ErrorCode::not_found, to_utf8(request.folder)};
  TRY(access.run([&](Record& record) { return require_outside(request.folder, record.vault().folder()); }));
  CopyWriter writer(access, files, request, render, progress);
  Result<SealedCopy> copy = writer.make();
  if (!copy) writer.abandon();
  return copy;
}

Result<SealedCopy> seal_copy(Record& record, FileSystem& files, const CopyRequest& request,
                             const ReportRenderer& render, const SealProgress& progress) {
  OwnRecord access(record);
  return seal_copy(access, files, request, render, progress);
}

}  // namespace daybook::vault
