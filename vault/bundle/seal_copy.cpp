#include "vault/bundle/seal_copy.h"

#include <fmt/format.h>

#include "crypto/age.h"
#include "crypto/encoding.h"
#include "crypto/words.h"
#include "vault/bundle/background_sink.h"
#include "vault/bundle/bag_manifest.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/password_key.h"
#include "vault/bundle/zip_writer.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

constexpr std::uint64_t kMostAgeHeader = 64 * 1024;

// Paths in a manifest start inside of the bag.
std::string bag_line(ByteView digest, const std::string& path) { return manifest_line(digest, path.substr(4)); }

// Tag files by path, and the payload by reference.
class Bag {
 public:
  Bag(Record& record, const CopySnapshot& snapshot, const ReportRenderer& render)
      : m_record(record), m_snapshot(snapshot) {
    m_words = crypto::key_words(m_record.keys().root.public_key());
    add_payload_manifests();
    add_facts();
    m_tags[copy_path::kReport] =
        render({m_snapshot, m_words, crypto::to_hex(crypto::Sha256::of(as_bytes(m_tags[copy_path::kManifest256])))});
    sign();
  }

  std::vector<ZipPlan> plans() const {
    std::vector<ZipPlan> plans;
    for (const auto& [path, text] : m_tags) plans.push_back(plan_text(path, text));
    for (const CopyItem& item : m_snapshot.items) {
      for (const CopyVersion& version : item.versions) plans.push_back(plan_original(version));
    }
    plans.push_back(padding_for(plans));
    return plans;
  }
  const std::string& tagmanifest() const { return m_tags.at(copy_path::kTagManifest); }
  const std::string& words() const { return m_words; }

 private:
  void add_payload_manifests() {
    std::uint64_t octets = 0, count = 0;
    std::string &sha256 = m_tags[copy_path::kManifest256], &sha512 = m_tags[copy_path::kManifest512];
    for (const CopyItem& item : m_snapshot.items) {
      for (const CopyVersion& version : item.versions) {
        const ContentFacts& facts = version.version.content.facts;
        sha256 += bag_line(facts.sha256, version.path);
        sha512 += bag_line(facts.sha512, version.path);
        octets += facts.size;
        ++count;
      }
    }
    m_tags[copy_path::kBagit] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    m_tags[copy_path::kBagInfo] =
        fmt::format("Bagging-Date: {}\nExternal-Identifier: urn:uuid:{}\nPayload-Oxum: {}.{}\n",
                    m_snapshot.seal.created.substr(0, 10), m_snapshot.seal.bundle, octets, count);
  }

  void add_facts() {
    const Json keys{{"v", 1},
                    {"root", crypto::to_base64(m_snapshot.root.key.bytes())},
                    {"log", {{"vkey", m_snapshot.vkey}}},
                    {"created", m_snapshot.seal.created},
                    {"earlier", to_json(m_record.keys().earlier_logs)},
                    {"revoked", Json::array()}};
    m_tags[copy_path::kRootKey] = m_snapshot.root.to_file();
    m_tags[copy_path::kKeys] = to_canonical(keys);
    m_tags[copy_path::kSeal] = m_snapshot.seal.to_json();
    m_tags[copy_path::kItems] = items_json(m_snapshot);
    m_tags[copy_path::kCheckpoint] = m_snapshot.checkpoint;
    m_tags[copy_path::kVkey] = m_snapshot.vkey + "\n";
    for (const auto& [path, text] : m_snapshot.log_files) m_tags[path] = text;
  }

  // minisign -> tagmanifest -> every tag file -> manifest -> every original: one signature over everything.
  void sign() {
    std::string tagmanifest;
    for (const auto& [path, text] : m_tags) tagmanifest += bag_line(crypto::Sha512::of(as_bytes(text)), path);
    m_tags[copy_path::kTagManifest] = tagmanifest;
    m_tags[copy_path::kSignature] = crypto::minisign_sign(m_record.keys().root, m_record.keys().root_id,
                                                          as_bytes(tagmanifest), m_snapshot.seal.trusted_comment());
  }

  ZipPlan plan_original(const CopyVersion& version) const {
    const ContentFacts& facts = version.version.content.facts;
    return {version.path, facts.size, facts.crc32, [this, &version](ByteSink& sink) -> Result<void> {
              TRY_ASSIGN(auto source, m_record.open_version(version.version));
              return copy_stream(*source, sink);
            }};
  }

  Record& m_record;
  const CopySnapshot& m_snapshot;
  std::string m_words;
  std::map<std::string, std::string> m_tags;
};

// Counts for the progress and stops when told to.
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
  CopyWriter(Record& record, FileSystem& files, const CopyRequest& request, const SealProgress& progress)
      : m_record(record), m_files(files), m_request(request), m_progress(progress), m_recipients(request.recipients) {
    if (request.with_passphrase) {
      m_one_time = crypto::AgeIdentity::generate();
      m_recipients.push_back(m_one_time->recipient());
    }
  }

  bool is_locked() const { return !m_recipients.empty(); }

  Result<SealedCopy> write(const ExportTicket& ticket, const ReportRenderer& render) {
    TRY_ASSIGN(const CopySnapshot snapshot, take_snapshot(m_record, m_request.contents, ticket, m_recipients));
    const Bag bag(m_record, snapshot, render);
    const std::string name = copy_stem(ticket.bundle);
    SealedCopy copy;
    copy.bundle = ticket.bundle;
    copy.key_words = bag.words();
    copy.receipt = receipt_fingerprint(as_bytes(bag.tagmanifest()));
    copy.items = snapshot.items.size();
    copy.log = snapshot.seal.log;
    TRY(write_container(bag.plans(), m_request.folder / (name + (is_locked() ? ".age" : ".zip"))));
    TRY(read_back(copy));
    TRY(write_companions(copy));
    TRY(m_writer->publish());
    copy.parts = m_writer->paths();
    copy.files.insert(copy.files.end(), copy.parts.begin(), copy.parts.end());
    TRY(m_record.finish_export(ticket, crypto::Sha512::of(as_bytes(bag.tagmanifest())), m_request.contents.items));
    m_finished = true;
    return copy;
  }

  ~CopyWriter() {
    if (m_finished) return;
    if (m_writer) m_writer->abandon();
    for (const Path& path : m_made) (void)m_files.remove(path);
  }

 private:
  Result<void> write_container(const std::vector<ZipPlan>& plans, const Path& path) {
    const std::uint64_t total = zip_size(plans);
    // What age adds is the header and 16 bytes for each 64 KiB.
    m_writer.emplace(SegmentedWriter::for_carrying(m_files, path, crypto::sealed_stream_size(total) + kMostAgeHeader,
                                                   m_request.parts));
    if (is_locked()) {
      TRY_ASSIGN(auto age, crypto::AgeWriter::for_recipients(*m_writer, m_recipients));
      m_file_key.emplace(age.file_key().duplicate());
      BackgroundSink background(age);  // decrypting the record on one core, encrypting and writing on the other
      ProgressSink counted(background, m_progress, total);
      TRY(write_zip(plans, counted));
      TRY(background.finish());
      TRY(age.finish());
    } else {
      BackgroundSink background(*m_writer);
      ProgressSink counted(background, m_progress, total);
      TRY(write_zip(plans, counted));
      TRY(background.finish());
    }
    return m_writer->finish();
  }

  // Past the page cache, with the checker that a recipient uses: what the medium gives back is what was meant.
  Result<void> read_back(SealedCopy& copy) {
    CheckOptions options;
    if (m_file_key) options.keys.file_key.emplace(m_file_key->duplicate());
    options.confirmed_root = m_record.keys().root.public_key();
    options.drop_cache = true;
    options.progress = [&](std::uint64_t done, std::uint64_t total) {
      return !m_progress || m_progress(SealStage::reading_back, done, total);
    };
    TRY_ASSIGN(const CopyVerdict verdict, check_copy(m_files, m_writer->temporary_paths(), options));
    if (!verdict.is_intact())
      return Error{ErrorCode::copy_not_intact, "what was read back differs from what was written"};
    for (const Path& part : m_writer->temporary_paths()) {
      TRY_ASSIGN(const FileFacts facts, m_files.facts(part));
      copy.size += facts.size;
    }
    return {};
  }

  Result<void> write_companion(SealedCopy& copy, const char* name, ByteView bytes, bool may_be_there) {
    const Path path = m_request.folder / name;
    if (may_be_there && m_files.exists(path)) {
      const auto there = read_whole_file(m_files, path, 1 << 20);
      if (there && equal_bytes(*there, bytes)) {
        copy.files.push_back(path);
        return {};
      }
    }
    if (m_files.exists(path)) return Error{ErrorCode::already_exists, name};
    m_made.push_back(path);
    TRY(write_file_atomically(m_files, path, bytes));
    copy.files.push_back(path);
    return {};
  }

  Result<void> write_companions(SealedCopy& copy) {
    TRY(write_companion(copy, "HOW-TO-CHECK.txt", as_bytes(how_to_check()), /*may_be_there=*/true));
    if (!m_one_time) return {};
    copy.passphrase = crypto::generate_passphrase();
    crypto::SecretBuffer line = m_one_time->to_secret_text();
    line.append(as_bytes("\n"));
    MemorySink sealed;
    TRY_ASSIGN(auto age, crypto::AgeWriter::for_passphrase(sealed, copy.passphrase->expose()));
    TRY(age.write(line.expose()));
    TRY(age.finish());
    return write_companion(copy, kPasswordKeyName, sealed.bytes, /*may_be_there=*/false);
  }

  Record& m_record;
  FileSystem& m_files;
  const CopyRequest& m_request;
  const SealProgress& m_progress;
  std::vector<crypto::AgeRecipient> m_recipients;
  std::optional<crypto::AgeIdentity> m_one_time;
  std::optional<crypto::AgeFileKey> m_file_key;
  std::optional<SegmentedWriter> m_writer;
  std::vector<Path> m_made;
  bool m_finished = false;
};

}  // namespace

Result<SealedCopy> seal_copy(Record& record, FileSystem& files, const CopyRequest& request,
                             const ReportRenderer& render, const SealProgress& progress) {
  if (request.contents.items.empty()) return Error{ErrorCode::usage, "no item is chosen"};
  for (const ItemNumber number : request.contents.items) {
    TRY_ASSIGN(const Item item, record.item(number));
    if (item.removed) return Error{ErrorCode::not_found, "item " + item_text(number) + " was removed"};
  }
  TRY_ASSIGN(const FileFacts folder, files.facts(request.folder));
  if (!folder.is_folder) return Error{ErrorCode::not_found, to_utf8(request.folder)};
  // Asked before the long work, not after it.
  if (request.with_passphrase && files.exists(request.folder / kPasswordKeyName)) {
    return Error{ErrorCode::already_exists, kPasswordKeyName};
  }
  CopyWriter writer(record, files, request, progress);
  Json description{
      {"purpose", request.contents.purpose}, {"to", request.recipient_names}, {"locked", writer.is_locked()}};
  TRY_ASSIGN(const ExportTicket ticket, record.begin_export(to_utf8(request.folder), description));
  auto copy = writer.write(ticket, render);
  if (!copy) (void)record.abandon_export(ticket.bundle);  // if this fails too, the next opening does it
  return copy;
}

}  // namespace daybook::vault
