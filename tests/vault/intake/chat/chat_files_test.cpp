#include "vault/intake/chat/chat_files.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::vault;

namespace {

std::vector<ZipEntry> list(std::initializer_list<const char*> names) {
  std::vector<ZipEntry> files;
  for (const char* name : names) files.emplace_back().name = name;
  return files;
}

}  // namespace

TEST_CASE("a message names the file that lies beside its text, or the only one of that name") {
  const ChatFiles files(list({"a/1.jpg", "b/1.jpg", "b/2.jpg", "3 (1).jpg"}));
  CHECK(files.find("1.jpg", "a/_chat.txt") == 0);
  CHECK(files.find("1.jpg", "b/_chat.txt") == 1);
  CHECK(files.find("2.jpg", "a/_chat.txt") == 2);
  CHECK(files.find("3 (1).jpg", "a/_chat.txt") == 3);
  CHECK_FALSE(files.find("1.jpg", "_chat.txt").has_value());
  CHECK_FALSE(files.find("4.jpg", "a/_chat.txt").has_value());
  CHECK_FALSE(files.find("", "a/_chat.txt").has_value());
}

TEST_CASE("an accent that a Mac has taken apart is the same name") {
  const ChatFiles files(list({"cafe\xcc\x81.jpg"}));
  CHECK(files.find("caf\xc3\xa9.jpg", "_chat.txt") == 0);
  CHECK_FALSE(files.find("cafe.jpg", "_chat.txt").has_value());
}

TEST_CASE("what is missing is counted each time, and what nobody names once, without what a Mac adds") {
  ChatFiles files(list({"1.jpg", "2.jpg", "__MACOSX/._1.jpg", ".DS_Store", "a/._2.jpg"}));
  CHECK(files.unnamed() == 2);
  files.name("1.jpg", "_chat.txt");
  files.name("1.jpg", "_chat.txt");
  files.name("5.jpg", "_chat.txt");
  files.name("5.jpg", "_chat.txt");
  CHECK(files.unnamed() == 1);
  CHECK(files.missing() == 2);
}
