#include <fmt/format.h>

#include "crypto/encoding.h"
#include "crypto/random.h"
#include "vault/backup/backup.h"
#include "vault/backup/backup_text.h"
#include "vault/bundle/bag_manifest.h"
#include "vault/store/copy_stream.h"
#include "vault/store/schema.h"
#include "vault/store/within_folder.h"
#include "vault/store/zip_writer.h"

namespace daybook::vault {
namespace {

class BackupFileWriter {
 public:
  BackupFileWriter(Record& record, const Path& folder, const BackupProgress& progress)
      : m_record(record),
        m_files(record.vault().files()),
        m_folder(folder),
        m_progress(progress),
        m_now(record.clock().now()) {}
  ~BackupFileWriter() {
    if (m_writer && !m_finished) m_writer->abandon();
  }

  Result<BackupMade> write(const PartLimits& parts) {
    TRY_ASSIGN(m_source, files_of_open_record(m_record));
    m_made.strangers = m_source->faults();
    for (const LockedFile& file : m_source->list()) m_total += file.size;
    TRY(plan_files());
    const std::uint64_t size = zip_size(m_plans);
    const std::string name =
        fmt::format("backup-{}-{}.zip", backup_stamp(m_now).substr(0, 8), crypto::to_hex(crypto::random_array<4>()));
    m_writer.emplace(SegmentedWriter::for_carrying(m_files, m_folder / from_utf8(name), size, parts));
    m_done = 0;
    TRY(write_zip(m_plans, *m_writer));
    TRY(m_writer->finish());
    TRY(read_back());
    TRY(m_writer->publish());
    m_finished = true;
    m_made.files = m_writer->paths();
    m_made.bytes = size;
    // A failure here is no error: the backup is there, whether or not the record can say so.
    (void)note_backup(m_record, m_now);
    return std::move(m_made);
  }

 private:
  // Plans the entries of the ZIP. Fingerprints and CRC-32 stand in front of the bytes, so everything is read once
  // before it is written.
  Result<void> plan_files() {
    for (LockedFile file : m_source->list()) {
      auto source = m_source->open(file);
      const auto facts = source ? measure(**source, progress_of(BackupStage::reading)) : source.error();
      if (!facts && facts.error().code == ErrorCode::cancelled) return facts.error();
      if (!facts) {
        m_made.unreadable.push_back(file.path);
        continue;
      }
      m_done += file.size;
      file.sha256 = facts->sha256;
      m_listed.push_back(file);
      m_plans.push_back({file.path, facts->size, facts->crc32, [this, file](ByteSink& sink) -> Result<void> {
                           TRY_ASSIGN(auto bytes, m_source->open(file));
                           TRY(copy_stream(*bytes, sink, progress_of(BackupStage::writing)));
                           m_done += file.size;
                           return {};
                         }});
    }
    m_made.locked_files = m_made.copied = m_listed.size();
    const std::string read_me = backup_read_me(), made = made_text(m_now);
    const std::string list = manifest_line(crypto::Sha256::of(as_bytes(read_me)), backup_path::kReadMe) +
                             manifest_line(crypto::Sha256::of(as_bytes(made)), backup_path::kMade) +
                             manifest_text(m_listed);
    m_plans.insert(m_plans.begin(), {plan_text(backup_path::kReadMe, read_me), plan_text(backup_path::kMade, made),
                                     plan_text(backup_path::kManifest, list)});
    return {};
  }

  Result<void> read_back() {
    TRY_ASSIGN(auto reader, SegmentedReader::open_parts(m_files, m_writer->temporary_paths()));
    reader.drop_cache();
    TRY_ASSIGN(const auto backup, open_backup_file(m_files, m_writer->temporary_paths()));
    m_done = 0;
    TRY_ASSIGN(const BackupReport report, check_backup(*backup, progress_of(BackupStage::reading_back)));
    if (!report.faults.empty() || report.files != m_listed.size())
      return Error{ErrorCode::does_not_match, "what was read back differs from what was written"};
    return {};
  }

  Progress progress_of(BackupStage stage) {
    return [this, stage](std::uint64_t done) { return !m_progress || m_progress(stage, m_done + done, m_total); };
  }

  Record& m_record;
  FileSystem& m_files;
  Path m_folder;
  const BackupProgress& m_progress;
  Instant m_now;
  std::unique_ptr<LockedFiles> m_source;
  std::vector<LockedFile> m_listed;
  std::vector<ZipPlan> m_plans;
  std::optional<SegmentedWriter> m_writer;
  std::uint64_t m_total = 0, m_done = 0;
  BackupMade m_made;
  bool m_finished = false;
};

}  // namespace

Result<BackupMade> make_backup_file(Record& record, const Path& folder, const PartLimits& parts,
                                    const BackupProgress& progress) {
  TRY_ASSIGN(const FileFacts facts, record.vault().files().facts(folder));
  if (!facts.is_folder) return Error{ErrorCode::not_found, to_utf8(folder)};
  TRY(require_outside(folder, record.vault().folder()));
  return BackupFileWriter(record, folder, progress).write(parts);
}

}  // namespace daybook::vault
