#pragma once

#include <set>

#include "vault/bundle/snapshot.h"
#include "vault/intake/picture.h"

namespace daybook::vault {

// The report of a copy: what a person reads. Its pages are made elsewhere; here stands what they are made from, and
// where they go.

/// What the report is made from. It is frozen: the record may go on meanwhile.
struct ReportFacts {
  const CopySnapshot& snapshot;
  std::string key_words;
  std::string manifest_sha256;  // SHA-256 of manifest-sha256.txt
};

/// The pictures of a report, one at a time: all of them together may be larger than the memory.
class ReportPictures {
 public:
  virtual ~ReportPictures() = default;
  /// The newest version of an item of the snapshot, reduced by picture-reader. Nothing when it is no picture, or none
  /// that can be shown. May take seconds. The same answer each time, as long as one report is made.
  virtual Result<std::optional<ReducedPicture>> of(const CopyItem& item) = 0;
};

/// Where a renderer writes its files, one after the other. They lie below `report/` in the bag.
class ReportSink {
 public:
  virtual ~ReportSink() = default;

  /// `write` gets the place of the bytes, and returns when all of them are there. `name` stands below `report/`, as
  /// format.md has it: `report.html`, `pictures/000012.jpg`. Any other name is `usage`, one that is taken
  /// `already_exists`: a name goes out into other people's computers, and is judged where it is given. What failed once
  /// fails from then on, so that a renderer that goes on regardless makes no report without that file.
  Result<void> file(const std::string& name, const std::function<Result<void>(ByteSink&)>& write);
  /// What failed first.
  Result<void> outcome() const;

 protected:
  /// `path`: in the container, `bag/report/report.html`.
  virtual Result<void> take(const std::string& path, const std::function<Result<void>(ByteSink&)>& write) = 0;

 private:
  Result<void> judge(const std::string& name);
  std::set<std::string> m_names;
  std::optional<Error> m_failure;
  bool m_is_writing = false;
};

/// Makes the report of a copy. It is called twice for each copy, and writes the same bytes both times: see
/// bag_report.h.
using ReportRenderer =
    std::function<Result<void>(const ReportFacts& facts, ReportPictures& pictures, ReportSink& sink)>;

}  // namespace daybook::vault
