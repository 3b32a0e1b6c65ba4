#include "vault/bundle/check/grammar.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "vault/bundle/check/copy_paths.h"
#include "vault/bundle/check/item_cutter.h"
#include "vault/bundle/check/signed.h"

using namespace daybook;
using namespace daybook::vault;

TEST_CASE("paths are told apart by their spelling") {
  const std::pair<const char*, PathKind> table[] = {
      {"data/000001.jpg", PathKind::payload},
      {"data/000001-v12.txt", PathKind::payload},
      {"data/000001-v0.txt", PathKind::unknown},
      {"data/000001-v01.txt", PathKind::unknown},
      {"data/00001.jpg", PathKind::unknown},
      {"data/000001", PathKind::unknown},
      {"data/000001.JPG", PathKind::unknown},
      {"data/000001.abcdefghijklmnopq", PathKind::unknown},
      {"data/../x.txt", PathKind::unsafe},
      {"log/entries/000000.json", PathKind::log},
      {"log/entries/1234567.json", PathKind::log},
      {"log/entries/0234567.json", PathKind::unknown},
      {"log/proofs/000001.tlog-proof", PathKind::log},
      {"log/consistency/64", PathKind::connection},
      {"log/consistency/064", PathKind::unknown},
      {"log/consistency/0", PathKind::unknown},
      {"report/report.html", PathKind::report},
      {"report/report.pdf", PathKind::report},
      {"report/pictures/000012.jpg", PathKind::report},
      {"report/a/b/000012.jpg", PathKind::unknown},
      {"report/page.pdf.exe", PathKind::unknown},
      {"report/page.exe", PathKind::unknown},
      {"report/Page.html", PathKind::unknown},
      {"report/page.html/x.html", PathKind::unknown},
      {"report/page", PathKind::unknown},
      {"reports/page.html", PathKind::unknown},
      {"report/con.html", PathKind::unsafe},
      {"report/aux/page.html", PathKind::unsafe},
      {"report/../page.html", PathKind::unsafe},
      {"report//page.html", PathKind::unsafe},
      {"report/.html", PathKind::unsafe},
      {"meta/seal.json", PathKind::fixed},
      {"manifest-sha256.txt", PathKind::list},
      {"tagmanifest-sha512.txt", PathKind::seal},
      {"meta/new.json", PathKind::unknown},
      {"con", PathKind::unsafe},
      {"a/Lpt1.txt", PathKind::unsafe},
      {".hidden", PathKind::unsafe},
      {"a/b.", PathKind::unsafe},
      {"/etc/passwd", PathKind::unsafe},
      {"a\\b", PathKind::unsafe},
      {"a//b", PathKind::unsafe},
      {"C:x", PathKind::unsafe},
      {"", PathKind::unsafe},
  };
  for (const auto& [path, kind] : table) {
    INFO(path);
    CHECK(kind_of_path(path) == kind);
  }
}

TEST_CASE("names that some program unpacks to one place are one place") {
  const auto has_place = [](std::string_view name, const std::string& place) {
    const auto places = places_of(name);
    return std::find(places.begin(), places.end(), place) != places.end();
  };
  const std::string place = "bag/data/000001.txt";
  for (const char* name :
       {"bag/data/000001.txt", "bag\\data\\000001.txt", "BAG/Data/000001.TXT", "./bag//data/000001.txt",
        "/bag/data/000001.txt", "bag/x/../data/000001.txt", "bag/data/../000001.txt", "C:bag/data/000001.txt",
        "bag/data/000001.txt.", "bag/data /000001.txt ", "bag/data/000001.txt::$DATA", "bag/data/000001.txt;1",
        "bag/data/0000\x01" "01.txt", "bag/da\xe2\x80\x8bta/000001.txt", "bag/data/\xef\xbc\x90" "00001.txt",
        "../bag/data/000001.txt", "bag/data/000001.txt;", "bag/data/000001.t\xff" "xt", "bag/da\xc3\xa9ta/000001.txt\x98"}) {
    INFO(name);
    CHECK(has_place(name, place));
  }
  CHECK(has_place(std::string_view("bag/data/000001.txt\0.exe", 24), place));
  CHECK_FALSE(has_place("bag/data/000002.txt", place));
  // A name of marks that have to be sorted costs no time.
  std::string marks = "a";
  for (int i = 0; i < 20'000; ++i) marks += i % 2 == 0 ? "\xcc\x81" : "\xcc\xa7";
  CHECK(places_of(marks) == std::vector{marks, std::string("a")});
}

TEST_CASE("a line with too many values or too deep is not built") {
  bool is_over_limit = false;
  std::string wide = "[0";
  for (int i = 0; i < 200'000; ++i) wide += ",0";
  CHECK_FALSE(parse_bounded(wide + "]", is_over_limit));
  CHECK(is_over_limit);
  CHECK(parse_bounded(std::string(16, '[') + std::string(16, ']'), is_over_limit));
  CHECK_FALSE(parse_bounded(std::string(17, '[') + std::string(17, ']'), is_over_limit));
  CHECK_FALSE(is_over_limit);
  CHECK(parse_bounded("\",[{\"", is_over_limit));  // brackets inside of a text are text
  for (const char* not_canonical : {"{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "[1, 2]", "1.5", "\"\\u0041\"", "-0", ""}) {
    INFO(not_canonical);
    CHECK_FALSE(parse_bounded(not_canonical, is_over_limit));
  }
}

TEST_CASE("a list is cut into its items wherever it is fed from, and every byte of it is looked at") {
  const std::string list = R"({"items":[{"a":"],}\"[{"},[1,[2]],"x"],"v":1})";
  for (std::size_t step = 1; step < list.size(); ++step) {
    std::vector<std::string> items;
    ItemCutter cutter([&](std::string_view item, bool) {
      items.emplace_back(item);
      return true;
    });
    for (std::size_t at = 0; at < list.size(); at += step) REQUIRE(cutter.feed(list.substr(at, step)));
    CHECK(items == std::vector<std::string>{R"({"a":"],}\"[{"})", "[1,[2]]", "\"x\""});
    CHECK(cutter.rest() == R"({"items":[],"v":1})");
  }
  const std::pair<const char*, int> odd[] = {{R"({"items":[],"v":1})", 0},    {R"({"items":[,],"v":1})", 2},
                                             {R"({"items":[1,],"v":1})", 2},  {R"({"a":{"items":[1]}})", 0},
                                             {R"({"a":["items":[1]]})", 0},   {R"({"items":[1}})", 1},
                                             {R"({"items":[1],"items":[2]})", 1}};
  for (const auto& [text, count] : odd) {
    INFO(text);
    int items = 0;
    ItemCutter cutter([&](std::string_view, bool) { return ++items > 0; });
    (void)cutter.feed(text);
    CHECK(items == count);
  }
}

TEST_CASE("a trusted comment has six fields in one order and nothing else") {
  const std::string root(64, 'a'), good = "seal:v1\tbundle:0a1b2c3d-0000-4000-8000-00000000000f\tseq:1\tlog:64\troot:" +
                                          root + "\trcpt:none";
  CHECK(parse_trusted_comment(good).has_value());
  for (const std::string& bad : {good + "\t", good + "\tmore:1", " " + good, good.substr(0, good.size() - 10),
                                 "seal:v1\tseq:1\tbundle:x\tlog:64\troot:" + root + "\trcpt:none", std::string()}) {
    INFO(bad);
    CHECK_FALSE(parse_trusted_comment(bad));
  }
}
