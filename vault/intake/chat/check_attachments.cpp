#include "vault/intake/chat/check_attachments.h"

#include <algorithm>

#include "vault/record/kept_attachments.h"

namespace daybook::vault {
namespace {

class Check {
 public:
  Check(Record& record, CheckReport& report, const Progress& progress, const ArchiveReader& archives)
      : m_record(record), m_report(report), m_progress(progress), m_archives(archives) {}

  Result<void> attachment(const Item& item) {
    const ItemVersion& version = item.newest();
    TRY(open_export(version.out_of->sha256));
    if (m_export == nullptr) {
      if (!m_is_damaged) m_checked.without_export.push_back(item.number);
      return {};
    }
    const auto is_entry = [&](const ZipEntry& entry) { return entry.name == version.out_of->entry; };
    const auto first = std::find_if(m_entries.begin(), m_entries.end(), is_entry);
    if (first == m_entries.end() || std::any_of(std::next(first), m_entries.end(), is_entry)) {
      found(item, "came out of an entry that its export does not have, or has twice");
      return {};
    }
    const auto entry = m_archives.open(*m_export, *first);
    const auto facts = measure(*entry, [&](std::uint64_t done) { return goes_on(m_progress, m_done + done); });
    if (!facts && !is_of_entry(facts.error().code)) return facts.error();
    if (!facts) {
      found(item, "cannot be compared with the entry that it came out of");
      return {};
    }
    if (facts->sha256 != version.content.facts.sha256) {
      found(item, "does not have the bytes of the entry that it came out of");
      return {};
    }
    m_done += facts->size;
    ++m_checked.attachments;
    return {};
  }

  AttachmentsChecked checked() { return std::move(m_checked); }

 private:
  static bool is_of_entry(ErrorCode code) {
    return code == ErrorCode::damaged || code == ErrorCode::malformed || code == ErrorCode::unsupported ||
           code == ErrorCode::too_large;
  }

  // The list of the export that was asked for last is held: those of one export mostly come in a row.
  Result<void> open_export(const crypto::Sha256Digest& sha256) {
    if (m_sha256 == sha256) return {};
    m_sha256 = sha256;
    m_export = nullptr;
    m_entries.clear();
    TRY_ASSIGN(const auto content, find_content(m_record.vault(), sha256));
    m_is_damaged = content.has_value();
    if (!content) return {};
    auto source = open_content(m_record.vault(), *content);
    if (!source && source.error().code == ErrorCode::damaged) return {};  // Record::check() has told of it
    if (!source) return source.error();
    auto list = m_archives.list(**source);
    if (!list && !is_of_entry(list.error().code)) return list.error();
    m_is_damaged = !list.ok();  // it is whole when a file comes out of it, so Record::check() has told of it
    if (!list) return {};
    m_entries = std::move(list->entries);
    m_export = std::move(*source);
    return {};
  }

  void found(const Item& item, const char* what) {
    m_report.findings.push_back({"item " + item_text(item.number) + " " + what, item.number});
  }

  Record& m_record;
  CheckReport& m_report;
  const Progress& m_progress;
  const ArchiveReader& m_archives;
  std::optional<crypto::Sha256Digest> m_sha256;  // of the export that is open, or was not found
  std::unique_ptr<ByteSource> m_export;
  std::vector<ZipEntry> m_entries;
  bool m_is_damaged = false;  // the export is there, and cannot be opened or listed
  AttachmentsChecked m_checked;
  std::uint64_t m_done = 0;
};

}  // namespace

Result<AttachmentsChecked> check_attachments(Record& record, CheckReport& report, const Progress& progress,
                                             const ArchiveReader& archives) {
  Check check(record, report, progress, archives);
  TRY_ASSIGN(const auto items, items_out_of_exports(record));
  for (const ItemNumber number : items) {
    TRY_ASSIGN(const Item item, record.item(number));
    TRY(check.attachment(item));
  }
  return check.checked();
}

}  // namespace daybook::vault
