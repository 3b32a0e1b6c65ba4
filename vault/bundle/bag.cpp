#include "vault/bundle/bag.h"

#include <fmt/format.h>

#include "crypto/encoding.h"
#include "crypto/words.h"
#include "vault/bundle/bag_manifest.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

// Paths in a manifest start inside of the bag.
std::string bag_line(ByteView digest, const std::string& path) { return manifest_line(digest, path.substr(4)); }

ZipPlan plan_original(RecordAccess& access, const CopyVersion& version) {
  const ContentFacts& facts = version.version.content.facts;
  return {version.path, facts.size, facts.crc32, [&access, &version](ByteSink& sink) -> Result<void> {
            TRY_ASSIGN(const auto source, access.ask(
                                              [&](Record& record) { return record.open_version(version.version); }));
            return copy_stream(*source, sink);
          }};
}

}  // namespace

Bag::Bag(Record& record, CopySnapshot snapshot, const ReportRenderer& render)
    : m_snapshot(std::move(snapshot)), m_words(crypto::key_words(record.keys().root.public_key())) {
  add_payload_manifests();
  add_facts(record.keys());
  m_tags[copy_path::kReport] =
      render({m_snapshot, m_words, crypto::to_hex(crypto::Sha256::of(as_bytes(m_tags[copy_path::kManifest256])))});
  sign(record.keys());
}

std::vector<ZipPlan> Bag::plans(RecordAccess& access) const {
  std::vector<ZipPlan> plans;
  for (const auto& [path, text] : m_tags) plans.push_back(plan_text(path, text));
  for (const CopyItem& item : m_snapshot.items) {
    for (const CopyVersion& version : item.versions) plans.push_back(plan_original(access, version));
  }
  plans.push_back(padding_for(plans));
  return plans;
}

const std::string& Bag::tagmanifest() const { return m_tags.at(copy_path::kTagManifest); }

void Bag::add_payload_manifests() {
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

void Bag::add_facts(const RecordKeys& record_keys) {
  const Json keys{{"v", 1},
                  {"root", crypto::to_base64(m_snapshot.root.key.bytes())},
                  {"log", {{"vkey", m_snapshot.vkey}}},
                  {"created", m_snapshot.seal.created},
                  {"earlier", to_json(record_keys.earlier_logs)},
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
void Bag::sign(const RecordKeys& keys) {
  std::string tagmanifest;
  for (const auto& [path, text] : m_tags) tagmanifest += bag_line(crypto::Sha512::of(as_bytes(text)), path);
  m_tags[copy_path::kTagManifest] = tagmanifest;
  m_tags[copy_path::kSignature] =
      crypto::minisign_sign(keys.root, keys.root_id, as_bytes(tagmanifest), m_snapshot.seal.trusted_comment());
}

}  // namespace daybook::vault
