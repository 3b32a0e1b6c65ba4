#include "vault/intake/media_type.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::vault;

TEST_CASE(
    "a file is handed over under the ending of its name where such files have this content, and never as a program") {
  const char* text = "text/plain; charset=utf-8";
  CHECK(handed_over_ending(text, "mail.EML") == "eml");
  CHECK(handed_over_ending(text, "list.csv") == "csv");
  CHECK(handed_over_ending("application/zip", "letter.docx") == "docx");
  CHECK(handed_over_ending("application/x-ole-storage", "message.msg") == "msg");
  CHECK(handed_over_ending("video/mp4", "voice.m4a") == "m4a");
  CHECK(handed_over_ending("image/jpeg", "photo.jpeg") == "jpg");
  // The name does not fit the content, or somebody's computer would run it.
  CHECK(handed_over_ending("image/jpeg", "photo.docx") == "jpg");
  CHECK(handed_over_ending("application/octet-stream", "mail.eml") == "bin");
  for (const char* name :
       {"run.bat", "run.cmd", "page.html", "page.svg", "x.js", "x.vbs", "x.ps1", "x.url", "x.hta", "x.xml"})
    CHECK(handed_over_ending(text, name) == "txt");
  for (const char* name : {"x.docm", "x.jar", "x.apk", "x.exe"})
    CHECK(handed_over_ending("application/zip", name) == "zip");
  CHECK(handed_over_ending(text, "") == "txt");
  CHECK(handed_over_ending(text, "eml") == "txt");
  CHECK(handed_over_ending(text, ".eml") == "eml");
}
