#include "ui/report/checking_pages.h"

#include <fmt/format.h>

#include "crypto/encoding.h"
#include "ui/report/described_item.h"
#include "ui/report/report_words.h"

namespace daybook::ui {

using namespace daybook::vault;

ReportPage contents_page() {
  Facts facts;
  for (const auto& [path, meaning] :
       {std::pair("data/", say::kFolderData), std::pair("report/", say::kFolderReport),
        std::pair("meta/", say::kFolderMeta), std::pair("log/", say::kFolderLog), std::pair("keys/", say::kFolderKeys),
        std::pair("*.txt", say::kFilesOfLists), std::pair("PADDING.bin", say::kFilePadding)})
    facts.add(path, ReportLine{ours(meaning)});
  ReportPage page;
  page.blocks = {heading(say::kWhatLiesWhere), facts.take()};
  return page;
}

ReportPage fingerprint_page(const ReportFacts& report) {
  const CopySnapshot& snapshot = report.snapshot;
  const bool is_preview = snapshot.is_preview();
  Facts facts;
  facts.add(say::kCopy, {is_preview ? ours(say::kOnlyWhenSaved) : code(snapshot.seal.bundle)});
  facts.add(say::kLog, is_preview ? ReportLine{ours(say::kOnlyWhenSaved)}
                                  : ReportLine{ours(fmt::format(say::kEntries, snapshot.seal.log.size) + say::kRoot),
                                               fingerprint(crypto::to_hex(snapshot.seal.log.root))});
  facts.add(say::kKeyWords, {ours(report.key_words)});
  facts.add(say::kFullKey, {code(snapshot.root.to_base64_line())});
  ReportBlock table = block(ReportBlock::Kind::table);
  table.rows.push_back({{ours(say::kItem)}, {ours(std::string(say::kFile) + ", " + say::kDigest)}});
  for (const CopyItem& copy : snapshot.items) {
    for (const CopyVersion& version : copy.versions)
      table.rows.push_back(
          {{ours(item_text(copy.item.number))},
           {code(in_bag(version)), ours(" "), fingerprint(crypto::to_hex(version.version.content.facts.sha256))}});
    if (copy.part)
      table.rows.push_back({{ours(item_text(copy.item.number))},
                            {code(copy.part->bytes_path.substr(4)), ours(" "),
                             fingerprint(crypto::to_hex(copy.part->bytes.sha256))}});
  }
  ReportPage page;
  page.blocks = {heading(say::kFingerprints), paragraph({ours(say::kListOfFiles)}), facts.take(), std::move(table)};
  return page;
}

ReportPage checking_page(const CopySnapshot& snapshot) {
  ReportPage page;
  page.blocks = {heading(say::kHowToCheck),
                 paragraph({ours(say::kStepOne)}),
                 paragraph({ours(say::kOnWindows)}),
                 commands("certutil -hashfile bag\\fingerprints-sha256.txt SHA256"),
                 paragraph({ours(say::kOnLinux)}),
                 commands("sha256sum bag/fingerprints-sha256.txt"),
                 paragraph({ours(say::kStepTwo)}),
                 paragraph({ours(say::kOnWindows)}),
                 commands("certutil -hashfile bag\\report\\report.html SHA256"),
                 paragraph({ours(say::kAnyOtherFile)}),
                 commands("(cd bag && sha256sum -c fingerprints-sha256.txt)"),
                 paragraph({ours(say::kWhatStepsShow)}),
                 paragraph({ours(say::kSignatureStep)}),
                 commands("minisign -V -H -P " + snapshot.root.to_base64_line() + " -m bag/tagmanifest-sha512.txt\n" +
                          "(cd bag && sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt)"),
                 paragraph({ours(say::kSayMore)})};
  return page;
}

}  // namespace daybook::ui
