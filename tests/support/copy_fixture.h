#pragma once

#include <map>

#include "tests/support/record_fixture.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/seal_copy.h"

namespace daybook::test {

/// The files of a copy by their names in the ZIP, without its padding.
std::map<std::string, std::string> unzip(const vault::Path& path);
/// Writes these files, and padding, into a ZIP as a copy has it.
void zip(const std::map<std::string, std::string>& files, const vault::Path& path);

/// A record with an item of each kind, from which copies are made.
class CopyFixture : public RecordFixture {
 public:
  CopyFixture();
  /// Seals the given items, or all when none are given. Fails the test when no copy comes of it.
  vault::SealedCopy seal(std::vector<vault::ItemNumber> items = {}, std::vector<crypto::AgeRecipient> recipients = {},
                         bool with_passphrase = false);
  /// What a copy of these items holds, or of all when none are given, with every note beside them left out that is not
  /// among them, and with the places in pictures accepted.
  vault::SnapshotRequest contents(std::vector<vault::ItemNumber> items = {});
  /// Checks a copy of one file in this process. Fails the test when the check gives no verdict.
  vault::CopyVerdict check(const vault::Path& copy, const vault::CheckOptions& options = {});

  vault::ItemNumber words, note, photo, film;
};

/// Whether the verdict has a line with this finding whose subject holds `subject_part`.
bool has(const vault::CopyVerdict& verdict, vault::Finding finding, const std::string& subject_part = "");

}  // namespace daybook::test
