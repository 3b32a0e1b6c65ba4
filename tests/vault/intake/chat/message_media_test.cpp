#include "vault/intake/chat/message_media.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/kept_zip.h"
#include "vault/intake/chat/count_attachments.h"
#include "vault/intake/media_facts.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

ArchiveReader archives() { return ArchiveReader(DAYBOOK_ARCHIVE_READER); }

struct Media {
  Media(const std::vector<std::string>& named, std::vector<MadeEntry> files) : Media(zip_of(named, std::move(files))) {}
  explicit Media(const std::string& zip)
      : kept(fixture, zip, archives()),
        media(ConversationMedia::open(kept.access, kept.conversation, archives()).value()) {}

  static std::string zip_of(const std::vector<std::string>& named, std::vector<MadeEntry> files) {
    files.insert(files.begin(), {"_chat.txt", made_chat("Mark", named)});
    return made_zip(files);
  }
  // The attachment that was named as the one of this place.
  MessageAttachment of(std::size_t place) {
    return media.attachment_of(message_of(fixture, kept.conversation, 3 + place));
  }
  Result<std::string> bytes(std::size_t place, std::function<bool()> goes_on = {}) {
    TRY_ASSIGN(const auto file, media.open_attachment(kept.access, of(place), std::move(goes_on)));
    std::string content(static_cast<std::size_t>(file->size()), '\0');
    TRY(file->read_at(0, {reinterpret_cast<std::uint8_t*>(content.data()), content.size()}));
    return content;
  }
  AttachmentCounts counts() { return count_attachments(kept.access, media).value(); }

  RecordFixture fixture;
  KeptZip kept;
  ConversationMedia media;
};

std::string with_mark(const std::string& name) { return "\xe2\x80\x8e" + name; }

}  // namespace

TEST_CASE("the file that a message names is found in the ZIP, and its bytes come back") {
  const std::string sound(700'000, 's');
  Media media({"1.jpg", with_mark("2.opus"), "caf\xc3\xa9.pdf", "gone.jpg"},
              {{"Chat/1.jpg", "a picture", false}, {"2.opus", sound}, {"cafe\xcc\x81.pdf", "a form"}, {"5.mp4", "x"}});
  CHECK(media.of(0).state == AttachmentState::here);
  CHECK(media.of(0).entry->name == "Chat/1.jpg");
  CHECK(media.of(0).entry->size == 9);
  CHECK(media.of(0).kind == MediaKind::picture);
  CHECK(media.bytes(0).value() == "a picture");
  CHECK(media.of(1).kind == MediaKind::sound);
  CHECK(media.bytes(1).value() == sound);
  CHECK(media.bytes(2).value() == "a form");
  CHECK(media.of(3).state == AttachmentState::not_there);
  CHECK_FALSE(media.of(3).entry.has_value());
  CHECK(media.counts() == AttachmentCounts{.named = 4, .not_there = 1, .unnamed = 1});
}

TEST_CASE("the text of a chat is no file that a message names, whatever somebody typed") {
  Media media({"_chat.txt", with_mark("_chat.txt"), "1.jpg"}, {{"1.jpg", "a picture"}});
  CHECK(media.of(0).state == AttachmentState::not_there);
  CHECK(media.of(1).state == AttachmentState::not_there);
  CHECK(media.of(2).state == AttachmentState::here);
}

TEST_CASE("the text of another chat in the same ZIP is no such file either") {
  RecordFixture fixture;
  KeptZip kept(fixture, made_zip({{"_chat.txt", made_chat("Mark", {"other.txt"})}, {"other.txt", made_chat("Gina")}}),
               archives());
  const auto media = ConversationMedia::open(kept.access, kept.conversation, archives()).value();
  CHECK(media.attachment_of(message_of(fixture, kept.conversation, 3)).state == AttachmentState::not_there);
}

TEST_CASE("of a text alone every attachment is missing, and is not looked for") {
  RecordFixture fixture;
  OwnRecord access(fixture.record());
  const auto chat = keep_chat(fixture, made_chat("Mark", {"1.jpg", "2.jpg"}));
  const auto media = ConversationMedia::open(access, chat.conversation, ArchiveReader("no such program")).value();
  CHECK(media.attachment_of(message_of(fixture, chat.conversation, 3)).state == AttachmentState::text_alone);
  CHECK(media.files_of(0) == nullptr);
  CHECK(count_attachments(access, media).value() == AttachmentCounts{.named = 2, .of_text_alone = 2});
}

TEST_CASE("what a ZIP has twice, locked, damaged or outside of its folder is told, and never guessed at") {
  Media media({"twice.jpg", "locked.jpg", "out.jpg", "header.jpg"},
              {{"twice.jpg", "one"},
               {"twice.jpg", "two"},
               {.name = "locked.jpg", .content = "x", .is_encrypted = true},
               {"../out.jpg", "x"},
               {.name = "header.jpg", .content = "x"}});
  CHECK(media.of(0).state == AttachmentState::unclear);
  CHECK_FALSE(media.of(0).entry.has_value());
  CHECK(media.of(1).state == AttachmentState::unreadable);
  CHECK(media.of(1).why == "encrypted inside the ZIP");
  CHECK(media.of(2).state == AttachmentState::unreadable);
  CHECK(media.of(2).why == "name could reach outside of a folder");
  CHECK(media.of(3).state == AttachmentState::here);
  CHECK(media.counts() == AttachmentCounts{.named = 4, .unclear = 1, .unreadable = 2});
}

TEST_CASE("a file of which one of two is damaged is unclear too, not the one that can be read") {
  std::string zip = Media::zip_of({"1.jpg"}, {{"1.jpg", "one", false}, {"1.jpg", "two", false}});
  const std::size_t first = zip.find("1.jpgone");
  REQUIRE(first != std::string::npos);
  zip[first - 22] ^= 8;  // the method in the entry's own header (APPNOTE 4.3.7)
  Media media(zip);
  CHECK(media.of(0).state == AttachmentState::unclear);
}

TEST_CASE("bytes that are not those that the ZIP says are told, and not taken for damage of the record") {
  const std::string content(300'000, 'a');
  Media media({"crc.jpg", "more.jpg", "less.jpg", "packed.jpg", "empty.jpg"},
              {{.name = "crc.jpg", .content = content, .said_crc32 = 7},
               {.name = "more.jpg", .content = content, .said_size = 1000},
               {.name = "less.jpg", .content = content, .said_size = 400'000},
               {.name = "packed.jpg", .content = content, .packed = "\xff\xff"},
               {.name = "empty.jpg", .content = "", .said_crc32 = 7}});
  for (std::size_t place = 0; place < 5; ++place) {
    CHECK(media.of(place).state == AttachmentState::here);
    CHECK(media.bytes(place).error().code == ErrorCode::malformed);
  }
}

TEST_CASE("reading an attachment stops when it is told to") {
  Media media({"1.mp4"}, {{"1.mp4", std::string(5'000'000, 'm')}});
  int asked = 0;
  CHECK(media.bytes(0, [&] { return ++asked < 3; }).error().code == ErrorCode::cancelled);
  CHECK(media.bytes(0)->size() == 5'000'000);
}

TEST_CASE("an export that was removed, and one that is no ZIP any more, are told of by each message") {
  Media media({"1.jpg"}, {{"1.jpg", "x"}});
  const MessageAttachment before = media.of(0);
  REQUIRE(media.fixture.record().remove(media.kept.exported).ok());
  CHECK(media.media.open_attachment(media.kept.access, before).error().code == ErrorCode::not_found);
  const auto anew = ConversationMedia::open(media.kept.access, media.kept.conversation, archives()).value();
  CHECK(anew.attachment_of(message_of(media.fixture, media.kept.conversation, 3)).state == AttachmentState::no_export);
  CHECK(count_attachments(media.kept.access, anew).value() == AttachmentCounts{.named = 1, .without_export = 1});
}

TEST_CASE("a missing program is an error, and nothing that is said of the export") {
  Media media({"1.jpg"}, {{"1.jpg", "x"}});
  CHECK(ConversationMedia::open(media.kept.access, media.kept.conversation, ArchiveReader("no such program"))
            .error()
            .code == ErrorCode::not_found);
  CHECK(ConversationMedia::open(media.kept.access, media.kept.exported, archives()).error().code == ErrorCode::usage);
}

TEST_CASE("files that another chat of the same ZIP names are none that nobody names, and its text is none") {
  RecordFixture fixture;
  const KeptZip kept(fixture,
                     made_zip({{"a/_chat.txt", made_chat("Mark", {"1.jpg"})},
                               {"b/_chat.txt", made_chat("Ana", {"1.jpg", "2.jpg"})},
                               {"a/1.jpg", "x"},
                               {"b/1.jpg", "y"},
                               {"b/2.jpg", "z"},
                               {"b/3.jpg", "w"}}),
                     archives());
  OwnRecord access(fixture.record());
  const auto media = ConversationMedia::open(access, kept.conversation, archives()).value();
  CHECK(media.attachment_of(message_of(fixture, kept.conversation, 3)).entry->name == "a/1.jpg");
  CHECK(count_attachments(access, media).value() == AttachmentCounts{.named = 1, .unnamed = 1});
}

TEST_CASE("messages without their file are found one by one among very many that have theirs") {
  std::vector<std::string> named(700, "there.jpg");
  for (const std::size_t place : {0, 256, 699}) named[place] = "gone.jpg";
  Media media(named, {{"there.jpg", "x"}});
  const auto next = [&](std::uint64_t number) {
    return next_without_file(media.kept.access, media.media, number).value();
  };
  CHECK(media.counts().not_here() == 3);
  CHECK(next(0) == 3);
  CHECK(next(3) == 259);
  CHECK(next(259) == 702);
  CHECK(next(702) == 3);
  CHECK(next(100'000) == 3);
  Media whole({"there.jpg"}, {{"there.jpg", "x"}});
  CHECK(next_without_file(whole.kept.access, whole.media, 1).value() == 0);
}

TEST_CASE("what the telephone left out is counted beside what is named") {
  RecordFixture fixture;
  OwnRecord access(fixture.record());
  const auto chat = keep_chat(fixture,
                              "13/05/2025, 10:00 - S: <Media omitted>\n13/05/2025, 10:01 - Mark: hello\n"
                              "13/05/2025, 10:02 - Mark: IMG-1.jpg (file attached)\n");
  const auto media = ConversationMedia::open(access, chat.conversation, archives()).value();
  CHECK(count_attachments(access, media).value() == AttachmentCounts{.named = 1, .of_text_alone = 1, .left_out = 1});
  CHECK(count_attachments(access, media, [](std::uint64_t) { return false; }).error().code == ErrorCode::cancelled);
}

TEST_CASE("a voice message in an export tells how long it is") {
  const auto file = [](const char* name) { return read_file(test_data() / "media" / name); };
  Media media({"PTT-1.opus", "PTT-2.m4a", "PTT-3.opus"},
              {{"PTT-1.opus", file("tone.opus")}, {"PTT-2.m4a", file("tone.m4a"), false}, {"PTT-3.opus", "no sound"}});
  const auto length = [&](std::size_t place) -> std::optional<std::uint64_t> {
    const auto source = media.media.open_attachment(media.kept.access, media.of(place)).value();
    const auto facts = MediaReader(DAYBOOK_MEDIA_READER).read(*source);
    return facts ? facts->milliseconds : std::nullopt;
  };
  CHECK(length(0) == 2500);
  CHECK(length(1) == 2500);
  CHECK_FALSE(length(2).has_value());
}

TEST_CASE("the exports of real telephones have what their messages name") {
  const auto folder = corpus("whatsapp");
  Media brazil(read_file(folder / "franklinbaldo-egregora/src/egregora/assets/demo_chat.zip"));
  const AttachmentCounts counts = brazil.counts();
  CHECK(counts.named > 0);
  CHECK(counts == AttachmentCounts{.named = counts.named});
}

TEST_CASE("where two exports of a chat have other files under one name, that is told, and each counts as named") {
  RecordFixture fixture;
  const auto zip_with = [](const char* picture) {
    const std::string chat = chat_of(60) + "04/05/2025, 09:00 - Mark: IMG-1.jpg (file attached)\n";
    return made_zip({{"WhatsApp Chat with Mark.txt", chat}, {"IMG-1.jpg", picture}, {"2.jpg", "the same"}});
  };
  const KeptZip first(fixture, zip_with("one picture"), archives());
  KeptZip second(fixture, zip_with("another"), archives());
  REQUIRE(second.conversation == first.conversation);
  const auto media = ConversationMedia::open(second.access, second.conversation, archives()).value();
  REQUIRE(media.conversation().head.sources.size() == 2);
  const MessageAttachment attachment = media.attachment_of(message_of(fixture, second.conversation, 61));
  CHECK(attachment.state == AttachmentState::here);
  CHECK(attachment.source == 0);
  CHECK(attachment.why == "another export of this conversation has another file of this name");
  const AttachmentCounts counts = count_attachments(second.access, media).value();
  CHECK(counts.named == 1);
  CHECK(counts.unnamed == 2);  // the file of both that no message names
}

TEST_CASE("a file of an export that was removed is that of another export of the chat, where this has it too") {
  RecordFixture fixture;
  const auto zip_of = [](int messages) {
    const std::string chat = "03/05/2025, 09:00 - Mark: IMG-1.jpg (file attached)\n" + chat_of(messages);
    return made_zip({{"WhatsApp Chat with Mark.txt", chat}, {"IMG-1.jpg", "a picture"}});
  };
  const KeptZip first(fixture, zip_of(60), archives());
  KeptZip second(fixture, zip_of(70), archives());
  REQUIRE(second.conversation == first.conversation);
  REQUIRE(fixture.record().remove(first.exported).ok());
  const auto media = ConversationMedia::open(second.access, second.conversation, archives()).value();
  const MessageAttachment attachment = media.attachment_of(message_of(fixture, second.conversation, 1));
  CHECK(attachment.state == AttachmentState::here);
  CHECK(attachment.source == 1);
  CHECK(attachment.is_of_other_export);
  CHECK(count_attachments(second.access, media)->not_here() == 0);
}
