#include "vault/intake/chat/chat_export.h"

#include "tests/support/chat_reading.h"
#include "tests/support/corpora.h"
#include "tests/support/made_zip.h"
#include "vault/intake/chat/chat_files.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// An export with the bytes that it lies in.
struct Opened {
  explicit Opened(std::string given)
      : bytes(std::move(given)),
        source(as_bytes(bytes)),
        chat(ChatExport::open(source, ArchiveReader(DAYBOOK_ARCHIVE_READER))) {}
  std::string bytes;
  MemorySource source;
  Result<ChatExport> chat;
};

std::vector<std::string> entries_of(const ChatExport& chat) {
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < chat.text_count(); ++i) entries.push_back(chat.entry_of(i));
  return entries;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the text of a chat is found in a ZIP by what stands in it, in any language and folder") {
  for (const std::string name : {"_chat.txt", "WhatsApp Chat with Mum :).txt", "Conversa do WhatsApp com Ana.TXT",
                                 "WhatsApp Chat - Mark/_chat.txt", "caf\xc3\xa9 ile WhatsApp Sohbeti.txt"}) {
    const std::string text = made_chat("Mark", {"photo.jpg"});
    Opened opened(made_zip({{"list.txt", "milk\nbread\n"},
                            {"photo.jpg", "not a picture", false},
                            {.name = name, .content = text, .has_descriptor = true},
                            {"__MACOSX/._chat.txt", std::string("\0\5\x16\7\0\2", 6)}}));
    REQUIRE(opened.chat.ok());
    CHECK(entries_of(*opened.chat) == Names{name});
    CHECK(opened.chat->unread().empty());
    REQUIRE(opened.chat->files().size() == 3);
    auto found = opened.chat->text(0);
    REQUIRE(found.ok());
    CHECK(found->entry == name);
    CHECK(found->size == text.size());
    CHECK(found->sha256 == crypto::Sha256::of(as_bytes(text)));
    ChatReading reading;
    REQUIRE(read_whatsapp(*found->source, std::nullopt, reading).ok());
    CHECK(reading.is_gapless);
    CHECK(reading.end == text.size());
    REQUIRE(reading.messages.size() == 3);
    CHECK(reading.messages[1].words == "leave me\nalone");
    CHECK(reading.messages[2].attachment == "photo.jpg");
    Bytes picture(13);
    REQUIRE(opened.chat->files()[1].name == "photo.jpg");
    REQUIRE(opened.chat->open_file(1)->read_at(0, picture).ok());
    CHECK(as_text(picture) == "not a picture");
  }
}

TEST_CASE("a long text reads in a ZIP as it does alone") {
  std::string text;
  for (int i = 0; i < 100'000; ++i)
    text +=
        "[13/01/2024, 10:00:0" + std::to_string(i % 10) + "] Mark: where are you, the " + std::to_string(i) + ".\r\n";
  for (const bool is_deflated : {true, false}) {
    Opened opened(made_zip({{"_chat.txt", text, is_deflated}}));
    auto found = opened.chat->text(0);
    ChatReading in_zip;
    REQUIRE(read_whatsapp(*found->source, std::nullopt, in_zip).ok());
    CHECK(in_zip.end == text.size());
    CHECK(in_zip.messages.size() == 100'000);
    CHECK(in_zip.messages.back().words == read_chat(text).messages.back().words);
  }
}

TEST_CASE("the text alone is an export too, with or without a mark at its beginning") {
  for (const std::string before : {"", "\xef\xbb\xbf"}) {
    const std::string text = before + made_chat("Mark");
    Opened alone(text), zipped(made_zip({{"_chat.txt", text}}));
    REQUIRE((alone.chat.ok() && zipped.chat.ok()));
    CHECK_FALSE(alone.chat->is_zip());
    CHECK(zipped.chat->is_zip());
    CHECK(entries_of(*alone.chat) == Names{""});
    CHECK(alone.chat->files().empty());
    for (Opened* opened : {&alone, &zipped}) {
      auto found = opened->chat->text(0);
      REQUIRE(found.ok());
      CHECK(found->sha256 == crypto::Sha256::of(as_bytes(text)));
      ChatReading reading;
      REQUIRE(read_whatsapp(*found->source, std::nullopt, reading).ok());
      CHECK(reading.messages.size() == 2);
      CHECK(reading.end == text.size());
    }
  }
}

TEST_CASE("several chats in one ZIP are all found, and what beside them cannot be read is named") {
  const std::string chat = made_chat("Mark");
  Opened opened(made_zip({{"a/_chat.txt", chat},
                          {"b/_chat.txt", made_chat("Ana")},
                          {.name = "cut.txt", .content = chat, .packed = "\xff\xff"},
                          {.name = "locked.txt", .content = chat, .is_encrypted = true},
                          {"../out.txt", chat}}));
  REQUIRE(opened.chat.ok());
  CHECK(entries_of(*opened.chat) == Names{"a/_chat.txt", "b/_chat.txt"});
  REQUIRE(opened.chat->unread().size() == 2);
  CHECK(opened.chat->unread()[0].entry == "cut.txt");
  CHECK(opened.chat->unread()[0].why.code == ErrorCode::damaged);
  CHECK(opened.chat->unread()[1].entry == "locked.txt");
  CHECK(opened.chat->unread()[1].why.code == ErrorCode::unsupported);
  CHECK(opened.chat->files().size() == 2);
  REQUIRE(opened.chat->faults().size() == 1);
  CHECK(opened.chat->faults()[0].name == "../out.txt");
}

TEST_CASE("of two chats of one name in a ZIP neither is read, because a reading could not say which is meant") {
  const std::string mark = made_chat("Mark"), ana = made_chat("Ana");
  Opened opened(made_zip({{"_chat.txt", mark},
                          {"a/_chat.txt", mark},
                          {"a/_chat.txt", ana},
                          {"a/_CHAT.txt", ana},
                          {"list.txt", "milk"},
                          {"list.txt", "bread"},
                          {"half.txt", mark},
                          {"half.txt", "milk"}}));
  REQUIRE(opened.chat.ok());
  CHECK(entries_of(*opened.chat) == Names{"_chat.txt", "a/_CHAT.txt"});
  REQUIRE(opened.chat->unread().size() == 2);
  for (const ChatExport::Unread& unread : opened.chat->unread()) {
    CHECK(unread.why.code == ErrorCode::malformed);
    CHECK(unread.why.detail == "two texts of one name are in the ZIP; unpack it and add the files");
  }
  CHECK(opened.chat->unread()[0].entry == "a/_chat.txt");
  CHECK(opened.chat->unread()[1].entry == "half.txt");
  CHECK(opened.chat->files().size() == 6);
}

TEST_CASE("a ZIP without a chat is refused, and where a chat could be in it the reason is said") {
  const std::string chat = made_chat("Mark");
  const auto fails = [](std::string zip) { return Opened(std::move(zip)).chat.error(); };
  CHECK(fails(made_zip({{"list.txt", "milk"}, {"chat.json", chat}})).detail == "no chat in the ZIP");
  CHECK(fails(made_zip({})).detail == "no chat in the ZIP");
  CHECK(fails(made_zip({{.name = "_chat.txt", .content = chat, .is_encrypted = true}})).detail ==
        "_chat.txt: encrypted inside the ZIP");
  CHECK(fails(made_zip({{.name = "_chat.txt", .content = chat, .packed = "\xff"}})).code == ErrorCode::damaged);
  CHECK(fails(made_zip({{"_chat.txt", chat}}).substr(0, 100)).code == ErrorCode::malformed);
  CHECK(fails(made_zip({{"_chat.txt", chat}, {"_chat.txt", chat}})).detail ==
        "two texts of one name are in the ZIP; unpack it and add the files");
  CHECK(fails(made_zip({{"../_chat.txt", chat}})).detail == "../_chat.txt: name could reach outside of a folder");
  std::vector<MadeEntry> texts;
  for (int i = 0; i < 1001; ++i) texts.push_back({std::to_string(i) + ".txt", "", false});
  CHECK(fails(made_zip(texts)).code == ErrorCode::too_large);
}

TEST_CASE("a chat that is damaged behind its beginning fails before any of it is read as a conversation") {
  std::string text;
  while (text.size() < 1'000'000) text += made_chat(std::to_string(text.size()));
  for (const bool is_deflated : {true, false}) {
    Opened opened(made_zip({{.name = "_chat.txt", .content = text, .is_deflated = is_deflated, .said_crc32 = 7}}));
    REQUIRE(opened.chat.ok());
    CHECK(opened.chat->text(0).error().code == ErrorCode::damaged);
  }
}

TEST_CASE("a text that would unpack to more than is read is refused in words, and one that lies about it ends early") {
  const std::string beginning = made_chat("Mark"), bomb = deflated(beginning + std::string(400'000'000, 'a'));
  CHECK(bomb.size() < 1'000'000);
  const Error too_large =
      Opened(made_zip({{.name = "_chat.txt", .said_size = std::uint64_t{3} << 30, .packed = bomb}})).chat.error();
  CHECK(too_large.code == ErrorCode::too_large);
  CHECK(too_large.detail == "_chat.txt: a text over 2 GiB");
  Opened lying(made_zip({{.name = "_chat.txt", .said_size = 1'000'000, .packed = bomb}}));
  REQUIRE(lying.chat.ok());
  CHECK(lying.chat->text(0).error().code == ErrorCode::damaged);
}

TEST_CASE("a chat in UTF-16 is not taken for another text, because the bytes of a reading would not be its own") {
  std::string wide = "\xff\xfe";
  for (const char c : std::string("[13/01/2024, 10:00:00] A: b\n[13/01/2024, 10:01:00] A: c\n")) wide += {c, '\0'};
  for (const std::string& given : {wide, made_zip({{"_chat.txt", wide}})}) {
    const Opened opened(given);
    REQUIRE_FALSE(opened.chat.ok());
    CHECK(opened.chat.error().code == ErrorCode::unsupported);
    CHECK(opened.chat.error().detail == "the text of the chat is in UTF-16, and only UTF-8 is read");
  }
}

TEST_CASE("with a byte changed anywhere a ZIP is refused, or reads as it did") {
  const std::string text = made_chat("Mark", {"1.jpg"});
  const std::string zip = made_zip({{.name = "_chat.txt", .content = text, .has_descriptor = true}, {"1.jpg", "x"}});
  std::size_t refused = 0;
  for (std::size_t at = 0; at < zip.size(); ++at) {
    std::string changed = zip;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    Opened opened(changed);
    const auto found = opened.chat ? opened.chat->text(0) : Result<ChatText>(opened.chat.error());
    refused += !found;
    INFO(at);
    if (found && opened.chat->is_zip()) CHECK(found->sha256 == crypto::Sha256::of(as_bytes(text)));
  }
  CHECK(refused > zip.size() / 2);
}

TEST_CASE("many texts that cannot be read do not each cost the time of a process that says nothing") {
  const std::string chat = made_chat("Mark");
  std::vector<MadeEntry> entries(10, {.name = "", .content = chat, .packed = "\xff\xff"});
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].name = std::to_string(i) + ".txt";
  entries.push_back({"_chat.txt", chat});
  Opened ten(made_zip(entries));
  REQUIRE(ten.chat.ok());
  CHECK(ten.chat->unread().size() == 10);
  entries.push_back({.name = "10.txt", .content = chat, .packed = "\xff\xff"});
  CHECK(Opened(made_zip(entries)).chat.error().code == ErrorCode::damaged);
}

TEST_CASE("ZIP files that telephones and a Mac made are read") {
  const auto folder = corpus("whatsapp");
  Opened brazil(read_file(folder / "franklinbaldo-egregora/src/egregora/assets/demo_chat.zip"));
  REQUIRE(brazil.chat.ok());
  CHECK(entries_of(*brazil.chat) == Names{"Conversa do WhatsApp com Teste.txt"});
  auto text = brazil.chat->text(0);
  REQUIRE(text.ok());
  ChatReading reading;
  REQUIRE(read_whatsapp(*text->source, std::nullopt, reading).ok());
  const ChatFiles all(brazil.chat->files());
  NamedFiles files(all);
  for (const auto& message : reading.messages) {
    if (!message.attachment.empty()) files.name(message.attachment, text->entry);
  }
  CHECK(files.missing() == 0);
  CHECK(files.unnamed() == 0);
  Opened mac(read_file(folder / "sodascience-port/data_extractor/tests/data/whatsapp_chat.zip"));
  REQUIRE(mac.chat.ok());
  CHECK(entries_of(*mac.chat) == Names{"_chat.txt"});
  const ChatFiles of_mac(mac.chat->files());
  CHECK(NamedFiles(of_mac).unnamed() == 0);
}
