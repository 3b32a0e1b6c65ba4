#include "ui/model/uri_list.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::ui;

TEST_CASE("files that were copied are found by their names, whatever is in these") {
  CHECK(files_in("file:///home/a/IMG%200042.jpg\r\n# a remark\r\nfile://localhost/tmp/%C3%A9.txt\n") ==
        std::vector<vault::Path>{"/home/a/IMG 0042.jpg", "/tmp/\xc3\xa9.txt"});
}

TEST_CASE("what is no file of this computer is left out") {
  for (const char* text : {"", "\n\n", "file:", "file://", "file://server/share/x", "ftp://host/x", "file:///a%zz",
                           "file:///a%2", "file:///a%00b", "/home/a"}) {
    INFO(text);
    CHECK(files_in(text).empty());
  }
}
