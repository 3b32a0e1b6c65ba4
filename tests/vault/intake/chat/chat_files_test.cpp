#include "vault/intake/chat/chat_files.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::vault;

namespace {

std::vector<ZipEntry> list(std::initializer_list<const char*> names) {
  std::vector<ZipEntry> files;
  for (const char* name : names) files.emplace_back().name = name;
  return files;
}

using Match = ChatFiles::Match;
using Found = ChatFiles::Found;

Found one(std::size_t place) { return {Match::one, place}; }
constexpr Found kNone{Match::none, 0}, kSeveral{Match::several, 0};

}  // namespace

TEST_CASE("a message names the file that lies beside its text, or the only one of that name") {
  const ChatFiles files(list({"a/1.jpg", "b/1.jpg", "b/2.jpg", "3 (1).jpg"}));
  CHECK(files.find("1.jpg", "a/_chat.txt") == one(0));
  CHECK(files.find("1.jpg", "b/_chat.txt") == one(1));
  CHECK(files.find("2.jpg", "a/_chat.txt") == one(2));
  CHECK(files.find("3 (1).jpg", "a/_chat.txt") == one(3));
  CHECK(files.find("1.jpg", "_chat.txt") == kSeveral);
  CHECK(files.find("4.jpg", "a/_chat.txt") == kNone);
  CHECK(files.find("", "a/_chat.txt") == kNone);
  CHECK(files.find("a/1.jpg", "_chat.txt") == kNone);
}

TEST_CASE("an accent that a Mac has taken apart is the same name") {
  const ChatFiles files(list({"cafe\xcc\x81.jpg"}));
  CHECK(files.find("caf\xc3\xa9.jpg", "_chat.txt") == one(0));
  CHECK(files.find("cafe.jpg", "_chat.txt") == kNone);
}

TEST_CASE("marks that nobody sees are no other name, on either side, and every other sign is") {
  const ChatFiles files(
      list({"\xe2\x80\x8e"
            "1.jpg",
            "2.jpg", "Re\xe2\x80\x8fsume\xcc\x81.pdf", "4\xe2\x80\x8b.jpg"}));
  CHECK(files.find("1.jpg", "_chat.txt") == one(0));
  CHECK(files.find("\xe2\x80\xaa"
                   "2.jpg\xe2\x80\xac",
                   "_chat.txt") == one(1));
  CHECK(files.find("\xe2\x81\xa8"
                   "2.jpg\xe2\x81\xa9",
                   "_chat.txt") == one(1));
  CHECK(files.find("\xd8\x9c\xef\xbb\xbf"
                   "2.jpg",
                   "_chat.txt") == one(1));
  CHECK(files.find("Resum\xc3\xa9.pdf", "_chat.txt") == one(2));
  CHECK(files.find("4.jpg", "_chat.txt") == kNone);  // a blank of no width is a sign
  CHECK(files.find("2.JPG", "_chat.txt") == kNone);
}

TEST_CASE("the nearest name counts, and between two that are as near nobody decides") {
  const char* marked =
      "\xe2\x80\x8e"
      "1.jpg";
  CHECK(ChatFiles(list({marked, "1.jpg"})).find("1.jpg", "_chat.txt") == one(1));
  CHECK(ChatFiles(list({marked, "1.jpg"})).find(marked, "_chat.txt") == one(0));
  CHECK(ChatFiles(list({marked,
                        "\xe2\x80\x8f"
                        "1.jpg"}))
            .find("1.jpg", "_chat.txt") == kSeveral);
  CHECK(ChatFiles(list({"1.jpg", "1.jpg"})).find("1.jpg", "_chat.txt") == kSeveral);
  CHECK(ChatFiles(list({"a/1.jpg", marked})).find("1.jpg", "_chat.txt") == one(1));
  CHECK(ChatFiles(list({"a/1.jpg", "b/1.jpg", "1.jpg"})).find("1.jpg", "_chat.txt") == one(2));
  CHECK(ChatFiles(list({"a/1.jpg", "b/1.jpg", "1.jpg", "1.jpg"})).find("1.jpg", "_chat.txt") == kSeveral);
}

TEST_CASE("among very many files of one name none is meant") {
  std::vector<ZipEntry> many(ChatFiles::kMostAlike + 1);
  for (std::size_t i = 0; i < many.size(); ++i) many[i].name = std::to_string(i) + "/1.jpg";
  CHECK(ChatFiles(many).find("1.jpg", "7/_chat.txt") == kSeveral);
  many.pop_back();
  CHECK(ChatFiles(many).find("1.jpg", "7/_chat.txt") == one(7));
}

TEST_CASE("what is missing is counted each time, and what nobody names once, without what a Mac adds") {
  const ChatFiles all(list({"1.jpg", "2.jpg", "__MACOSX/._1.jpg", ".DS_Store", "a/._2.jpg", "_chat.txt"}));
  NamedFiles files(all);
  files.set_aside("_chat.txt");
  CHECK(files.unnamed() == 2);
  CHECK(files.name("1.jpg", "_chat.txt") == one(0));
  files.name("1.jpg", "_chat.txt");
  files.name("5.jpg", "_chat.txt");
  CHECK(files.name("5.jpg", "_chat.txt") == kNone);
  CHECK(files.unnamed() == 1);
  CHECK(files.missing() == 2);
  CHECK(files.unclear() == 0);
}

TEST_CASE("files of one name that a message names are counted as unclear, and are none that nobody names") {
  const ChatFiles all(list({"a/1.jpg", "b/1.jpg", "2.jpg"}));
  NamedFiles files(all);
  files.name("1.jpg", "_chat.txt");
  CHECK(files.name("1.jpg", "_chat.txt") == kSeveral);
  CHECK(files.unclear() == 2);
  CHECK(files.missing() == 0);
  CHECK(files.unnamed() == 1);
}
