#include "vault/intake/media_type.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <cstdlib>

#include "tests/support/corpora.h"
#include "vault/intake/file_ending.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;
using namespace std::string_view_literals;

namespace {

std::string type(std::string_view bytes) { return media_type_of(as_bytes(bytes)); }

std::string type_of_file(const std::filesystem::path& path) {
  return type(std::string_view(read_file(path)).substr(0, kMediaTypeBytes));
}

constexpr const char* kUtf8 = "text/plain; charset=utf-8";

}  // namespace

TEST_CASE("a message that begins like a file of another kind is a text") {
  for (const char* text : {"BMW outside again, he waits there", "I saw a WAVE", "Message AVI sent", "the ftyp box",
                           "ID3 is what he said", "Picture.WEBP", "GIF89a or not", "OggS", "fLaC", "PK was here",
                           "II* and so on", "Rar!", "7z", "%PDF is a file", "RIFF of WAVE files", "FLV", "BM"})
    CHECK(type(text) == kUtf8);
  CHECK(type("%PDF-1.7\n1 0 obj\n") == "application/pdf");
  CHECK(type("{\\rtf1\\ansi hello}") == "application/rtf");
  CHECK(type("\x1b[31mred\x1b[0m from a terminal") == kUtf8);
}

TEST_CASE("what has a short mark alone is not yet a file of that kind") {
  CHECK(type("BM\0\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20\21"sv) == "application/octet-stream");
  CHECK(type("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\1\0\0\0"sv) == "image/bmp");
  CHECK(type("\0\0\0\0\0\0\0\0WAVE"sv) == "application/octet-stream");
  CHECK(type("RIFF\0\0\0\0WAVE"sv) == "audio/wav");
  CHECK(type("\7\7\7\7ftypisom\0\0"sv) == "application/octet-stream");
  CHECK(type("\0\0\0\x18"
             "ftyp3g2a"sv) == "video/3gpp2");
  CHECK(type("\0\0\0\x08"
             "wide\0\0\0\0mdat"sv) == "video/quicktime");
  CHECK(type("ID3\3\0\0\0\0\0\x7f\xff\xfb"sv) == "audio/mpeg");
  CHECK(type("ID3\xff\xff\0\xff\xff\xff\xff\xff"sv) == "application/octet-stream");
  CHECK(type("\xff\xf1\x50\x80\0\x1f"sv) == "audio/aac");
  CHECK(type("\xff\xfb\x90\x64\0"sv) == "audio/mpeg");
  CHECK(type("\xff\xf3\x84\xc4\0"sv) == "audio/mpeg");
  CHECK(type("\xff\xff\xff\xff\0"sv) == "application/octet-stream");
  CHECK(type("\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska"sv) == "video/x-matroska");
  CHECK(type("\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm"sv) == "video/webm");
}

TEST_CASE("texts are told in UTF-16 and in code pages, and bytes without words are none") {
  CHECK(type("\xff\xfeh\0i\0"sv) == "text/plain; charset=utf-16");
  CHECK(type("\xfe\xff\0h\0i"sv) == "text/plain; charset=utf-16");
  CHECK(type("h\0e\0l\0l\0o\0 \0t\0h\0e\0r\0e\0"sv) == "text/plain; charset=utf-16");
  CHECK(type("ich liebe dich, sch\xf6ne Gr\xfc\xdf"
             "e") == "text/plain; charset=unknown-8bit");
  CHECK(type("\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0?") == "text/plain; charset=unknown-8bit");
  CHECK(type("\xab\xf3\x9a\xc1\xe7\x8d\x99\xa0\xfe\x9d\xb1\xd4") == "application/octet-stream");
  CHECK(is_text("text/plain; charset=utf-16"));
  CHECK_FALSE(is_utf8_text("text/plain; charset=utf-16"));
  CHECK(ending_for("text/plain; charset=unknown-8bit") == "txt");
}

TEST_CASE("documents in archives are told apart, and those with programs in them stay archives") {
  const std::string odt = std::string("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\x27\0\0\0\x27\0\0\0\x08\0\0\0", 30) +
                          "mimetypeapplication/vnd.oasis.opendocument.textPK\3\4";
  CHECK(type(odt) == "application/vnd.oasis.opendocument.text");
  CHECK(ending_for(type(odt)) == "odt");
  const std::string docx = std::string("PK\3\4\24\0\6\0\x08\0\0\0", 12) + std::string(18, '\0') +
                           "[Content_Types].xml" + std::string(300, '\1') + "word/document.xml";
  CHECK(ending_for(type(docx)) == "docx");
  CHECK(handed_over_ending(type(docx), "letter.docm") == "zip");
  CHECK(type("PK\3\4\24\0"sv) == "application/zip");
}

TEST_CASE("the files of public reports have the types and the endings that a person expects") {
  const std::pair<const char*, const char*> expected[] = {{"adts.aac", "audio/aac"},
                                                          {"avi.txt", kUtf8},
                                                          {"bm.txt", kUtf8},
                                                          {"brand_avis.avif", "image/avif"},
                                                          {"brand_heim.heic", "image/heic"},
                                                          {"brand_hevc.heic", "image/heic"},
                                                          {"brand_msf1.heic", "image/heif"},
                                                          {"call.3g2", "video/3gpp2"},
                                                          {"calls.csv", kUtf8},
                                                          {"cmyk.jpg", "image/jpeg"},
                                                          {"contact.vcf", kUtf8},
                                                          {"cp1252.txt", "text/plain; charset=unknown-8bit"},
                                                          {"esc.txt", kUtf8},
                                                          {"film.mkv", "video/x-matroska"},
                                                          {"ftyp.txt", kUtf8},
                                                          {"id3.txt", kUtf8},
                                                          {"mail.eml", kUtf8},
                                                          {"mpeg2.mp3", "audio/mpeg"},
                                                          {"old.mov", "video/quicktime"},
                                                          {"old_letter.doc", "application/x-ole-storage"},
                                                          {"phone.m4a", "video/mp4"},
                                                          {"utf16.txt", "text/plain; charset=utf-16"},
                                                          {"wave.txt", kUtf8},
                                                          {"webp.txt", kUtf8}};
  const std::filesystem::path folder = corpus("faults");
  for (const auto& [name, media] : expected) {
    INFO(name);
    CHECK(type_of_file(folder / name) == media);
  }
  for (const char* name : {"letter.docx", "letter.odt", "list.xlsx", "old_letter.doc", "mail.eml", "calls.csv",
                           "contact.vcf", "film.mkv", "phone.m4a", "call.3g2", "old.mov"}) {
    INFO(name);
    CHECK("." + handed_over_ending(type_of_file(folder / name), name) == std::filesystem::path(name).extension());
  }
}

// For a look beside what libmagic says of the same files: tests/vault/intake/media_types_beside.py.
TEST_CASE("types of the files in a folder", "[.][types]") {
  const char* folder = std::getenv("DAYBOOK_FOLDER");
  REQUIRE(folder != nullptr);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) std::printf("%s\t%s\n", type_of_file(entry.path()).c_str(), entry.path().c_str());
  }
}

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
