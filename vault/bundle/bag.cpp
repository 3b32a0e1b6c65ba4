#include "vault/bundle/bag.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/encoding.h"
#include "crypto/words.h"
#include "vault/bundle/bag_manifest.h"
#include "vault/bundle/check/copy_paths.h"
#include "vault/bundle/items_json.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

// A line of a manifest. Paths in a manifest are relative to the bag (RFC 8493, section 2.1.3): `bag/` is cut off.
std::string bag_line(ByteView digest, const std::string& path) { return manifest_line(digest, path.substr(4)); }

// Every file below data/, with what was measured of it.
std::vector<std::pair<std::string, const ContentFacts*>> payload_of(const CopySnapshot& snapshot) {
  std::vector<std::pair<std::string, const ContentFacts*>> files;
  for (const CopyItem& item : snapshot.items) {
    for (const CopyVersion& version : item.versions) files.emplace_back(version.path, &version.version.content.facts);
    if (item.part) files.emplace_back(item.part->bytes_path, &item.part->bytes);
  }
  return files;
}

ZipPlan plan_original(RecordAccess& access, const CopyVersion& version) {
  const ContentFacts& facts = version.version.content.facts;
  return {version.path, facts.size, facts.crc32, [&access, &version](ByteSink& sink) -> Result<void> {
            TRY_ASSIGN(const auto source,
                       access.ask([&](Record& record) { return record.open_version(version.version); }));
            return copy_stream(*source, sink);
          }};
}

// Writes the lines of the messages that a part shows, or their bytes. Each file goes through the reading again, because
// neither is held in memory.
ZipPlan plan_part(RecordAccess& access, const CopyPart& part, const std::string& path, const ContentFacts& facts,
                  bool is_of_lines) {
  return {path, facts.size, facts.crc32, [&access, &part, is_of_lines](ByteSink& sink) -> Result<void> {
            TRY_ASSIGN(const auto opened,
                       access.ask([&](Record& record) { return open_reading(record, part.reading); }));
            return write_part(*opened.reading, opened.sources.all(), part.runs, is_of_lines ? &sink : nullptr,
                              is_of_lines ? nullptr : &sink);
          }};
}

}  // namespace

Bag::Bag(const RecordKeys& keys, CopySnapshot snapshot, BagReport report, std::string start_here)
    : m_snapshot(std::move(snapshot)), m_words(crypto::key_words(keys.root.public_key())), m_report(std::move(report)) {
  m_tags[copy_path::kStartHere] = std::move(start_here);
  add_payload_manifests();
  add_facts(keys);
}

ReportFacts Bag::report_facts() const { return {m_snapshot, m_words}; }

Result<void> Bag::make_report(const Progress& progress) { return m_report.measure(report_facts(), progress); }

std::vector<ZipPlan> Bag::plans(RecordAccess& access) const {
  std::vector<ZipPlan> plans{plan_text(kStartHere, m_tags.at(copy_path::kStartHere))};
  const auto after_report = m_tags.lower_bound(copy_path::kReportFolder);
  for (auto tag = m_tags.begin(); tag != after_report; ++tag) plans.push_back(plan_text(tag->first, tag->second));
  for (const auto& file : m_report.files()) plans.push_back({file.path, file.facts.size, file.facts.crc32, nullptr});
  for (auto tag = after_report; tag != m_tags.end(); ++tag) plans.push_back(plan_text(tag->first, tag->second));
  for (const CopyItem& item : m_snapshot.items) {
    if (item.part) {
      plans.push_back(plan_part(access, *item.part, item.newest().path, item.newest().version.content.facts, true));
      plans.push_back(plan_part(access, *item.part, item.part->bytes_path, item.part->bytes, false));
      continue;
    }
    for (const CopyVersion& version : item.versions) plans.push_back(plan_original(access, version));
  }
  plans.push_back(padding_for(plans));
  return plans;
}

Result<void> Bag::write(const std::vector<ZipPlan>& plans, ByteSink& sink) const {
  ZipWriter zip(sink);
  const auto is_of_report = [](const ZipPlan& plan) { return plan.name.starts_with(copy_path::kReportFolder); };
  const auto report = std::find_if(plans.begin(), plans.end(), is_of_report);
  for (auto plan = plans.begin(); plan != report; ++plan) TRY(zip.add(*plan));
  TRY(m_report.write(report_facts(), zip));
  for (auto plan = std::find_if_not(report, plans.end(), is_of_report); plan != plans.end(); ++plan)
    TRY(zip.add(*plan));
  return zip.finish();
}

const std::string& Bag::tagmanifest() const { return m_tags.at(copy_path::kTagManifest); }
const std::string& Bag::fingerprints() const { return m_tags.at(copy_path::kFingerprints); }

void Bag::add_payload_manifests() {
  std::uint64_t octets = 0, count = 0;
  std::string &sha256 = m_tags[copy_path::kManifest256], &sha512 = m_tags[copy_path::kManifest512];
  for (const auto& [path, facts] : payload_of(m_snapshot)) {
    sha256 += bag_line(facts->sha256, path);
    sha512 += bag_line(facts->sha512, path);
    octets += facts->size;
    ++count;
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

// One algorithm for a reader who has nothing but certutil or sha256sum: SHA-256 of every file but the lists of BagIt.
// What is made after this list, the tag list and its signature, cannot stand in it.
void Bag::add_fingerprints() {
  std::map<std::string, std::string> lines;
  for (const auto& [path, text] : m_tags) lines[path] = bag_line(crypto::Sha256::of(as_bytes(text)), path);
  lines.erase(copy_path::kManifest256);
  lines.erase(copy_path::kManifest512);
  for (const auto& file : m_report.files()) lines[file.path] = bag_line(file.facts.sha256, file.path);
  for (const auto& [path, facts] : payload_of(m_snapshot)) lines[path] = bag_line(facts->sha256, path);
  std::string& list = m_tags[copy_path::kFingerprints];
  for (const auto& [path, line] : lines) list += line;
}

// One signature covers everything: minisign signs the tag manifest, which has the digests of all tag files. Two of them
// are the payload manifests, which have the digests of all originals.
Result<void> Bag::sign(const RecordKeys& keys) {
  if (keys.root.public_key() != m_snapshot.root.key) return Error{ErrorCode::not_as_seen, "the keys"};
  add_fingerprints();
  std::map<std::string, std::string> lines;
  for (const auto& [path, text] : m_tags) lines[path] = bag_line(crypto::Sha512::of(as_bytes(text)), path);
  for (const auto& file : m_report.files()) lines[file.path] = bag_line(file.facts.sha512, file.path);
  std::string tagmanifest;
  for (const auto& [path, line] : lines) tagmanifest += line;
  m_tags[copy_path::kTagManifest] = tagmanifest;
  m_tags[copy_path::kSignature] =
      crypto::minisign_sign(keys.root, keys.root_id, as_bytes(tagmanifest), m_snapshot.seal.trusted_comment());
  return {};
}

}  // namespace daybook::vault
