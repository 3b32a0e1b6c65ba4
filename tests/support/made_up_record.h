#pragma once

#include "tests/support/copy_fixture.h"

namespace daybook::test {

/// A made-up record as somebody keeps one over fourteen months: 26 items, one of them removed; an apology as words and
/// on a screen, threats, placating replies, photographs that say where they were taken, sound, a chat, a mail, a
/// letter, diary notes that were changed, notes beside items, two more languages, answers that changed, an advocate who
/// helped, a clock that was set back by ten days. Nobody in it exists.
class MadeUpRecord : public RecordFixture {
 public:
  MadeUpRecord();

  /// What goes to the police: 22 items, each note beside them, the places in pictures, and no word of what is left out.
  vault::SnapshotRequest for_police();
  /// What goes to an advocate: all items but one note beside another, with what is left out stated and people
  /// described.
  vault::SnapshotRequest for_advocate();
  /// Seals a copy into a new folder, with the readers of this build.
  vault::SealedCopy seal(const vault::SnapshotRequest& contents, const std::string& folder_name,
                         std::vector<crypto::AgeRecipient> recipients = {});

 private:
  void at(const char* utc, int offset_minutes);
  vault::ItemNumber keep(const char* name, std::string_view bytes, vault::Answers answers = {},
                         const char* created = nullptr);
  void first_half();
  void second_half();
};

}  // namespace daybook::test
