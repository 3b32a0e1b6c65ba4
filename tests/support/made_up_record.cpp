#include "tests/support/made_up_record.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "ui/report/html_report.h"
#include "vault/bundle/copy_questions.h"
#include "vault/intake/known_file.h"
#include "vault/intake/media_type.h"
#include "vault/record/helper.h"
#include "vault/record/people.h"

namespace daybook::test {

using namespace daybook::vault;

namespace {

constexpr std::string_view kChat =
    "03/05/2026, 22:41 - D: where are you\n"
    "03/05/2026, 22:58 - Me: sorry. home soon. love you\n"
    "03/05/2026, 23:10 - D: you said that an hour ago\n";
constexpr std::string_view kMail =
    "From: d@example.org\nTo: me@example.org\nSubject: please\nDate: Mon, 16 Jun 2026 08:12:00 +0100\n\nI did not "
    "mean what I said on Friday.\n";

}  // namespace

MadeUpRecord::MadeUpRecord() {
  first_half();
  second_half();
}

// Puts the clock forward to a time of the calendar.
void MadeUpRecord::at(const char* utc, int offset_minutes) {
  clock.advance(*parse_utc(utc) - clock.instant.utc_seconds);
  clock.instant.offset_minutes = offset_minutes;
}

ItemNumber MadeUpRecord::keep(const char* name, std::string_view bytes, Answers answers, const char* created) {
  Addition addition;
  addition.name = name;
  addition.media = media_type_of(as_bytes(bytes.substr(0, kMediaTypeBytes)));
  addition.answers = std::move(answers);
  addition.modified = clock.instant.utc_seconds - 3600;
  addition.created = created != nullptr ? parse_utc(created) : addition.modified;
  auto content = store_bytes(record().vault(), as_bytes(bytes));
  REQUIRE(content.ok());
  return record().add(addition, std::move(*content)).value().item;
}

void MadeUpRecord::first_half() {
  at("2025-12-04T20:14:07Z", 0);
  (void)add_words("I am sorry for what I did on Tuesday. It will not happen again.",  // 1
                  {{"who", "D"}, {"when", "3 December 2025"}, {"how", "Pasted"}, {"exhibit", "SMJ/1"}});
  at("2025-12-06T07:30:00Z", 0);
  (void)keep("IMG_2041.jpg", read_file(test_data() / "made-up" / "photo.jpg"), {{"title", "the door"}});  // 2
  (void)add_words("If you tell anybody you will be sorry.", {{"who", "D"}, {"how", "Typed out"}});        // 3
  (void)add_words("Where are you. Answer me.", {{"who", "D"}, {"when", "5 December 2025"}});              // 4
  at("2025-12-24T22:05:00Z", 0);
  (void)add_note("He was at the door again. I did not open.");                                  // 5
  (void)keep("Screenshot_20251224.png", read_file(test_data() / "made-up" / "screenshot.png"),  // 6
             {{"who", "D"}, {"when", "the night before Christmas"}});
  (void)add_words(
      "\xd9\x85\xdb\x8c\xda\xba \xd9\x85\xd8\xb9\xd8\xa7\xd9\x81\xdb\x8c \xda\x86\xd8\xa7\xdb\x81\xd8\xaa\xd8\xa7 "
      "\xdb\x81\xd9\x88\xda\xba",
      {{"who", "D"}, {"language", "Urdu"}});                                                                     // 7
  (void)keep("landlord.txt", "To whom it may concern.\nThe lock of flat 4 was changed on 27 December 2025.\n");  // 8
  (void)add_words(
      "Przepraszam, nie dzwo\xc5\x84 do mnie wi\xc4\x99"
      "cej.",
      {{"language", "Polish"}});  // 9
  at("2026-01-02T08:20:00Z", 0);
  const ItemNumber diary = add_note("On New Year's Eve he took my keys. I slept at my sister's.");  // 10
  at("2026-05-14T18:40:00Z", 60);
  const ItemNumber answered = add_words("you know i never meant it", {{"who", "D"}, {"when", "early May 2026"}});  // 11
  (void)keep("PTT-20260514.opus", read_file(test_data() / "media" / "tone.opus"), {{"who", "D"}});                 // 12
  const ItemNumber reply =
      add_words("sorry. home soon. love you", {{"who", "I did"}, {"when", "3 May 2026"}, {"exhibit", "SMJ/4"}});  // 13
  at("2026-06-03T19:02:00Z", 60);
  (void)add_note("I was in the bathroom with the door locked. I wrote this so that he would stop calling.",
                 reply);  // 14
  at("2026-08-02T10:00:00Z", 60);
  REQUIRE(record()
              .rewrite_note(diary,
                            "On New Year's Eve he took my keys and my phone. I slept at my sister's, and "
                            "he came there too.")
              .ok());
  REQUIRE(record().answer(answered, {{"when", "about 12 May 2026"}}).ok());
}

void MadeUpRecord::second_half() {
  at("2026-09-01T12:00:00Z", 60);
  (void)keep("WhatsApp Chat with D.txt", kChat, {{"who", "D"}}, "2027-01-30T10:00:00Z");         // 15
  (void)add_words("i can see that you are online", {{"who", "D"}, {"when", "30 August 2026"}});  // 16
  (void)add_words("call me or i come over", {{"who", "D"}, {"when", "31 August 2026"}});         // 17
  clock.instant.utc_seconds -= 871'320;                                         // set back, while the computer went on
  (void)add_words("i am outside", {{"who", "D"}, {"people", "D\nmy mother"}});  // 18
  const ItemNumber gone = add_note("a note that will be removed");              // 19
  (void)keep("mail.eml", kMail, {{"who", "D"}, {"when", "16 June 2026"}});      // 20
  at("2026-10-10T09:00:00Z", 60);
  (void)keep("IMG_2077.jpg", read_file(test_data() / "made-up" / "photo.jpg") + "x", {{"title", "my arm"}});  // 21
  (void)add_note("This is what he wrote on Christmas Eve, on my phone.", ItemNumber{6});                      // 22
  (void)keep("letter of 9 October.pdf", read_file(test_data() / "media" / "compressed.pdf"));                 // 23
  at("2026-11-20T15:30:00Z", 0);
  Answers helped = helper_answers("Kestrel Marsh", "IDVA", true);
  helped["who"] = "D";
  (void)add_words("tell them it was a mistake", helped);  // 24
  Answers helped_before{{"typed", "typed by Kestrel Marsh, IDVA, with the record keeper present"}};
  (void)add_words("and say that you fell", helped_before);                              // 25
  (void)add_words("it is all arranged", {{"who", "E"}, {"when", "18 November 2026"}});  // 26
  REQUIRE(record().remove(gone).ok());
  REQUIRE(describe_person(record(), {"D", "Davy, 07700 900123", "my partner until 2026"}).ok());
  at("2027-01-12T11:00:00Z", 0);
  OwnRecord access(record());
  look_at_files(access, {PictureReader(DAYBOOK_PICTURE_READER), MediaReader(DAYBOOK_MEDIA_READER)},
                record().all_items().value());
}

SnapshotRequest MadeUpRecord::for_police() {
  SnapshotRequest request;
  for (const ItemNumber item : record().all_items().value()) {
    const bool is_home =
        item == ItemNumber{19} || item == ItemNumber{9} || item == ItemNumber{23} || item == ItemNumber{26};
    if (!is_home) request.items.push_back(item);
  }
  request.purpose = "Statement of 15 January 2027";
  request.prepared_by = "S.M.J.";
  request.reference = "06CC/1234/26";
  request.original_kept = true;
  for (const ItemNumber item : copy_questions(record(), request).value().places) request.places_accepted.insert(item);
  return request;
}

SnapshotRequest MadeUpRecord::for_advocate() {
  SnapshotRequest request = for_police();
  request.items = record().all_items().value();
  std::erase(request.items, ItemNumber{19});
  std::erase(request.items, ItemNumber{22});  // her note beside item 6 stays home
  request.notes_left_out = {ItemNumber{22}};
  request.purpose = "For my advocate";
  request.states_left_out = true;
  request.with_descriptions = true;
  return request;
}

SealedCopy MadeUpRecord::seal(const SnapshotRequest& contents, const std::string& folder_name,
                              std::vector<crypto::AgeRecipient> recipients) {
  CopyRequest request;
  request.contents = contents;
  request.recipients = std::move(recipients);
  request.readers = {PictureReader(DAYBOOK_PICTURE_READER), MediaReader(DAYBOOK_MEDIA_READER)};
  request.folder = folder / folder_name;
  std::filesystem::create_directories(request.folder);
  auto copy = seal_copy(record(), operating_system_files(), request, ui::render_html_report);
  if (!copy) FAIL("cannot seal: " << copy.error().detail);
  return std::move(*copy);
}

}  // namespace daybook::test
