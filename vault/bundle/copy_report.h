#pragma once

#include <set>

#include "vault/bundle/snapshot.h"
#include "vault/intake/media_facts.h"

namespace daybook::vault {

// The report of a copy is what a person reads of it. Its pages are made in ui/report. This header has what they are
// made from, and where they go.

/// What the report is made from. The snapshot is frozen, so the record may change while the pages are made.
struct ReportFacts {
  const CopySnapshot& snapshot;
  std::string key_words;  // the eight words of the key that signs the copy
};

/// The originals of a report, one at a time: together they may be larger than the memory. Every call may take seconds,
/// and must give the same answer each time while one report is made, because the renderer runs twice. `not_found` when
/// the item was removed meanwhile.
class ReportOriginals {
 public:
  virtual ~ReportOriginals() = default;
  struct Text {
    std::string text;
    bool is_cut = false;
    bool is_guessed = false;  // its letters are those of Western Europe, as far as can be told
  };
  /// The beginning of a text, of at most `most` bytes, cut between characters.
  virtual Result<Text> text(const CopyVersion& version, std::size_t most) = 0;
  /// A picture as browsers show it (vault/intake/small_picture.h), at most 1,600 pixels a side. Empty when it cannot be
  /// shown.
  virtual Result<Bytes> picture(const CopyVersion& version) = 0;
  /// The messages of a conversation that are in the copy, in order, each with its bytes in the export.
  virtual Result<void> messages(const CopyItem& conversation, const UseMessage& use) = 0;
  /// What a file that is no picture says of its length; nothing where it says nothing that can be read.
  virtual Result<MediaFacts> media(const CopyVersion& version) = 0;
};

/// Where a renderer writes its files, one after the other. The files lie below `report/` in the bag.
class ReportSink {
 public:
  virtual ~ReportSink() = default;

  /// Calls `write` with the sink for the bytes of one file; all of them must be written when it returns. `name` stands
  /// below `report/` and follows vault/bundle/format.md: `report.html`, `pictures/000012.jpg`. `usage` for any other
  /// name, because it goes to other people's computers, and for a file within another one. `already_exists` for a name
  /// that is taken. After one error every further call returns it, so that no report goes out without a file that its
  /// renderer failed to write.
  Result<void> file(const std::string& name, const std::function<Result<void>(ByteSink&)>& write);
  /// The first error of any call of file().
  Result<void> outcome() const;

 protected:
  /// Writes one file; `path` is its name in the container, `bag/report/report.html`.
  virtual Result<void> take(const std::string& path, const std::function<Result<void>(ByteSink&)>& write) = 0;

 private:
  Result<void> judge(const std::string& name);
  std::set<std::string> m_names;
  std::optional<Error> m_failure;
  bool m_is_writing = false;
};

/// Makes the report of a copy. A renderer is called twice for each copy, and must write the same bytes both times:
/// bag_report.h has the reason.
using ReportRenderer =
    std::function<Result<void>(const ReportFacts& facts, ReportOriginals& originals, ReportSink& sink)>;

}  // namespace daybook::vault
