#pragma once

#include <map>

#include "tests/support/record_fixture.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/seal_copy.h"

namespace daybook::test {

/// The files of a copy by their names in the ZIP, and back.
std::map<std::string, std::string> unzip(const vault::Path& path);
void zip(const std::map<std::string, std::string>& files, const vault::Path& path);

/// A record with some items, from which copies are made.
class CopyFixture : public RecordFixture {
 public:
  CopyFixture();
  /// Seals the given items, or all, and requires that it works.
  vault::SealedCopy seal(std::vector<vault::ItemNumber> items = {}, std::vector<crypto::AgeRecipient> recipients = {},
                         bool with_passphrase = false);
  vault::CopyVerdict check(const vault::Path& copy, const vault::CheckOptions& options = {});

  vault::ItemNumber words, note, photo, film;
};

bool has(const vault::CopyVerdict& verdict, vault::Finding finding, const std::string& subject_part = "");

}  // namespace daybook::test
