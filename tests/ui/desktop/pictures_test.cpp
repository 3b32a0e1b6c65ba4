// The screens as they look, light, dark and at 200 %, held against the pictures in tests/data/pictures. After a change
// that is wanted: tests/ui/keep_pictures, and look at what changed. DAYBOOK_ALL_PICTURES=folder writes every screen.
#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "crypto/encoding.h"
#include "crypto/hash.h"
#include "tests/support/corpora.h"
#include "tests/support/made_zip.h"
#include "tests/support/painter.h"
#include "tests/support/picture_file.h"
#include "tests/support/window_driver.h"
#include "ui/text/fonts.h"
#include "ui/words/translate.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// Another version of a library may place a stroke a little differently; a screen that changed changes far more.
constexpr int kSameChannel = 40;
constexpr double kMostDifferent = 0.0003;  // a word is more

double share_that_differs(const Painter::Image& a, const Painter::Image& b) {
  if (a.width != b.width || a.height != b.height) return 1;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
    bool is_same = true;
    for (std::size_t c = 0; c < 3; ++c) is_same &= std::abs(a.rgba[i + c] - b.rgba[i + c]) <= kSameChannel;
    different += is_same ? 0 : 1;
  }
  return static_cast<double>(different) / (static_cast<double>(a.rgba.size()) / 4);
}

// Inter-Regular.otf of Debian 12. That of Debian 13 is later and a little wider: lines break elsewhere, and nothing can
// be compared. Who takes the pictures anew with another version changes this too.
constexpr std::string_view kFace = "a7e791e8f5a0fb02b65663f7fca73e1d1ca9543f772ad480cbd76f4e3fe3f8cc";

bool has_the_face_of_the_pictures() {
  static const std::string file = read_file(Fonts::load().value()->path(0));
  return crypto::to_hex(crypto::Sha256::of(as_bytes(file))) == kFace;
}

struct Studio {
  Painter painter;
  WindowDriver window{{1366, 768}, &painter};

  void take(const std::string& screen) {
    const std::tuple<const char*, Theme, int> looks[] = {
        {"light", Theme::light, 100}, {"dark", Theme::dark, 100}, {"large", Theme::light, 200}};
    for (const auto& [look, theme, percent] : looks) {
      window.state_for_tests().preferences.theme = theme;
      window.state_for_tests().settings.text_percent = percent;
      window.settle();
      compare(screen + "_" + look + ".webp");
    }
    window.state_for_tests().preferences.theme = Theme::light;
    window.state_for_tests().settings.text_percent = 100;
    window.settle();
  }

  /// Of screens that are like another: only to be looked at.
  void show(const std::string& screen) {
    if (std::getenv("DAYBOOK_ALL_PICTURES") != nullptr) take(screen);
  }

  void compare(const std::string& name) {
    const Painter::Image now = painter.paint(window.drawn());
    if (const char* folder = std::getenv("DAYBOOK_ALL_PICTURES")) return write_picture(vault::Path(folder) / name, now);
#if IMGUI_VERSION_NUM < 19200
    SKIP("the pictures were taken with Dear ImGui 1.92; older ones scroll a pixel further");
#endif
    if (!has_the_face_of_the_pictures()) SKIP("the pictures were taken with the Inter of Debian 12; here is another");
    const auto before = read_picture(test_data() / "pictures" / name);
    const double differs = before ? share_that_differs(*before, now) : 1;
    if (const char* folder = std::getenv("DAYBOOK_KEEP_PICTURES")) {
      if (differs > kMostDifferent) write_picture(vault::Path(folder) / name, now);
      return;
    }
    INFO(name << ": " << differs * 100 << " % of the pixels differ; what it looks like now lies in "
              << DAYBOOK_SEEN_PICTURES);
    if (differs > kMostDifferent) write_picture(vault::Path(DAYBOOK_SEEN_PICTURES) / name, now);
    CHECK(differs <= kMostDifferent);
  }

  // Answers when an item was.
  void say_when(vault::ItemNumber item, std::string_view words) {
    window.router().apply(OpenItem{item});
    window.settle();
    window.router().apply(AskQuestion{2});
    window.settle();
    window.type(words);
    window.key(ImGuiKey_Enter);
  }

  void paste(const char* text) {
    window.clipboard = text;
    window.key(ImGuiMod_Ctrl | ImGuiKey_V);
    window.key(ImGuiKey_Enter);
    window.clock.advance(7'000);
  }
};

// A photograph of nothing: a light over a dark shore.
void write_landscape(const vault::Path& path) {
  Painter::Image image{640, 400, {}};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const int light = std::max(0, 200 - std::abs(x - 420) / 3 - y / 2);
      const bool is_shore = y > 270 + (x % 97) / 8;
      for (const int channel :
           {is_shore ? 40 : 90 + light / 2, is_shore ? 52 : 110 + light / 3, is_shore ? 60 : 150, 255})
        image.rgba.push_back(static_cast<std::uint8_t>(channel));
    }
  }
  write_picture(path, image);
}

void write_chat(const vault::Path& path) {
  std::ofstream file(path, std::ios::binary);
  for (int line = 0; line < 400; ++line)
    file << "[03/05/2025, 22:" << 10 + line % 50 << ":07] "
         << (line % 3 == 0   ? "Mark: where are you"
             : line % 3 == 1 ? "S: sorry. home soon. love you"
                             : "Mark: call me")
         << "\r\n";
}

// A copy that was begun and not finished, one with all that is noted of copies, and one of before that was noted.
std::vector<vault::CopyMade> copies_to_show(std::int64_t now) {
  using State = vault::CopyMade::State;
  std::vector<vault::CopyMade> copies(3);
  copies[0].state = State::unfinished;
  copies[1].state = copies[2].state = State::finished;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    copies[i].bundle = std::string(8, "3c1"[i]) + "-0000";
    copies[i].started_at = now - 86400 * static_cast<std::int64_t>(i);
    copies[i].recipient = i == 2 ? "Northshire police" : "advocate";
    copies[i].folder = "/media/KINGSTON";
  }
  copies[0].items = copies[1].items = std::vector{1_item, 4_item, 5_item};
  copies[1].purpose = "for the meeting on Monday";
  copies[1].is_locked = true;
  copies[1].files = {"copy-cccccccc.age"};
  copies[1].receipt = "9f2c71aa04bed31044719d3eaa0251c9b7d2f6580c1e93a47bd05f2168ce94a3";
  copies[1].key_words = "copper window eleven goat river apple seven north";
  copies[1].given = vault::Given::yes;
  copies[1].given_noted_at = now - 80000;
  return copies;
}

}  // namespace

// One line in each of the languages that people here need most, and in some more: the same sentence, "I am keeping
// this".
constexpr const char* kLanguages =
    "English: I am keeping this.\n"
    "Polski: Zachowuj\xc4\x99 to. \xc5\xbb\xc3\xb3\xc5\x82\xc4\x87.\n"
    "Rom\xc3\xa2n\xc4\x83: P\xc4\x83strez asta. \xc8\x98i \xc8\x9bine.\n"
    "\xd8\xa7\xd8\xb1\xd8\xaf\xd9\x88: \xd9\x85\xdb\x8c\xda\xba \xdb\x8c\xdb\x81 "
    "\xd9\x85\xd8\xad\xd9\x81\xd9\x88\xd8\xb8 \xda\xa9\xd8\xb1 \xd8\xb1\xdb\x81\xdb\x8c "
    "\xdb\x81\xd9\x88\xda\xba\xdb\x94\n"
    "\xe0\xa8\xaa\xe0\xa9\xb0\xe0\xa8\x9c\xe0\xa8\xbe\xe0\xa8\xac\xe0\xa9\x80: \xe0\xa8\xae\xe0\xa9\x88\xe0\xa8\x82 "
    "\xe0\xa8\x87\xe0\xa8\xb8\xe0\xa8\xa8\xe0\xa9\x82\xe0\xa9\xb0 \xe0\xa8\xb0\xe0\xa9\xb1\xe0\xa8\x96 "
    "\xe0\xa8\xb0\xe0\xa8\xb9\xe0\xa9\x80 \xe0\xa8\xb9\xe0\xa8\xbe\xe0\xa8\x82\xe0\xa5\xa4\n"
    "\xe0\xa6\xac\xe0\xa6\xbe\xe0\xa6\x82\xe0\xa6\xb2\xe0\xa6\xbe: \xe0\xa6\x86\xe0\xa6\xae\xe0\xa6\xbf "
    "\xe0\xa6\x8f\xe0\xa6\x9f\xe0\xa6\xbf \xe0\xa6\xb0\xe0\xa6\xbe\xe0\xa6\x96\xe0\xa6\x9b\xe0\xa6\xbf\xe0\xa5\xa4\n"
    "\xd8\xa7\xd9\x84\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a\xd8\xa9: \xd8\xa3\xd9\x86\xd8\xa7 "
    "\xd8\xa3\xd8\xad\xd8\xaa\xd9\x81\xd8\xb8 \xd8\xa8\xd9\x87\xd8\xb0\xd8\xa7 (2025).\n"
    "Portugu\xc3\xaas: Estou a guardar isto.\n"
    "Espa\xc3\xb1ol: Estoy guardando esto.\n"
    "\xe0\xaa\x97\xe0\xab\x81\xe0\xaa\x9c\xe0\xaa\xb0\xe0\xaa\xbe\xe0\xaa\xa4\xe0\xab\x80: "
    "\xe0\xaa\xb9\xe0\xab\x81\xe0\xaa\x82 \xe0\xaa\x86 "
    "\xe0\xaa\xb8\xe0\xaa\xbe\xe0\xaa\x9a\xe0\xaa\xb5\xe0\xab\x81\xe0\xaa\x82 \xe0\xaa\x9b\xe0\xab\x81\xe0\xaa\x82.\n"
    "Soomaali: Waan haynayaa tan.\n"
    "\xd9\x81\xd8\xa7\xd8\xb1\xd8\xb3\xdb\x8c: \xd8\xa7\xdb\x8c\xd9\x86 \xd8\xb1\xd8\xa7 \xd9\x86\xda\xaf\xd9\x87 "
    "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xaf\xd8\xa7\xd8\xb1\xd9\x85.\n"
    "Cymraeg: Rwy'n cadw hwn. D\xc5\xb5r a th\xc5\xb7.\n"
    "\xd7\xa2\xd7\x91\xd7\xa8\xd7\x99\xd7\xaa: \xd7\x90\xd7\xa0\xd7\x99 \xd7\xa9\xd7\x95\xd7\x9e\xd7\xa8\xd7\xaa "
    "\xd7\x90\xd7\xaa \xd7\x96\xd7\x94.\n"
    "\xe4\xb8\xad\xe6\x96\x87: \xe6\x88\x91\xe6\x8a\x8a\xe5\xae\x83\xe7\x95\x99\xe7\x9d\x80\xe3\x80\x82  "
    "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e: "
    "\xe5\x8f\x96\xe3\x81\xa3\xe3\x81\xa6\xe3\x81\x8a\xe3\x81\x8d\xe3\x81\xbe\xe3\x81\x99\xe3\x80\x82  "
    "\xed\x95\x9c\xea\xb5\xad\xec\x96\xb4: \xec\x9d\xb4\xea\xb2\x83\xec\x9d\x84 "
    "\xeb\xb3\xb4\xea\xb4\x80\xed\x95\xa9\xeb\x8b\x88\xeb\x8b\xa4.\n"
    "\xe0\xb9\x84\xe0\xb8\x97\xe0\xb8\xa2: "
    "\xe0\xb8\x89\xe0\xb8\xb1\xe0\xb8\x99\xe0\xb9\x80\xe0\xb8\x81\xe0\xb9\x87\xe0\xb8\x9a\xe0\xb8\xaa\xe0\xb8\xb4\xe0"
    "\xb9\x88\xe0\xb8\x87\xe0\xb8\x99\xe0\xb8\xb5\xe0\xb9\x89\xe0\xb9\x84\xe0\xb8\xa7\xe0\xb9\x89  \xf0\x9f\x98\xa2 "
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7\xe2\x80\x8d\xf0\x9f\x91\xa6 \xf0\x9f\x87\xb5\xf0\x9f\x87\xb0 "
    "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd\n";

TEST_CASE("first run and the way in look as they were last looked at") {
  Studio studio;
  WindowDriver& window = studio.window;
  window.settle();
  studio.take("language");
  window.enter_until(FirstRunState::Step::leaving);
  studio.show("leaving");
  window.enter_until(FirstRunState::Step::passphrase);
  window.forms().first_run.next.chosen.set(secret("copper window eleven goat river"));
  studio.show("passphrase");
  window.enter_until(FirstRunState::Step::sheet);
  window.state_for_tests().first_run.sheet.emplace(secret("BXKQ-7M2D-PLRT-9WHC-3VNE-AJ64-KD2P"));
  studio.take("sheet");
  window.restart(false);
  window.type("not this one");
  window.key(ImGuiKey_Enter);
  studio.take("unlock");
}

// What differs from record to record, the same in every picture.
void settle_keys(AppState& state) {
  for (ReportPage& page : state.share.preview) {
    for (ReportBlock& block : page.blocks) {
      for (ReportFact& fact : block.facts) {
        if (fact.label == "Key words") fact.lines.front().front().text = "copper window eleven goat river apple seven";
        if (fact.label == "Full key") fact.lines.front().front().text = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1C";
      }
      if (block.kind == ReportBlock::Kind::commands) block.text = "sha512sum -c manifest-sha512.txt";
    }
  }
  ++state.share.preview_number;
}

TEST_CASE("the screens of an open record look as they were last looked at") {
  Studio studio;
  WindowDriver& window = studio.window;
  window.make_record();
  studio.show("empty");
  studio.paste("i never meant to hurt you \xf0\x9f\x98\xa2 please call me back, i can explain everything");
  studio.paste(
      "\xd8\xa3\xd9\x8a\xd9\x86 \xd8\xa3\xd9\x86\xd8\xaa\xd8\x9f \xd8\xa7\xd8\xaa\xd8\xb5\xd9\x84\xd9\x8a "
      "\xd8\xa8\xd9\x8a");
  window.clock.advance(80'000);
  studio.paste(kLanguages);
  write_landscape(window.folder / "IMG_0042.webp");
  // What the file says of itself stands in the pictures too.
  std::filesystem::last_write_time(window.folder / "IMG_0042.webp",
                                   std::chrono::file_clock::from_sys(std::chrono::sys_seconds(
                                       std::chrono::seconds(window.clock.instant.utc_seconds - 90'000))));
  window.drop({window.folder / "IMG_0042.webp"});
  const vault::ItemNumber photograph = window.state().timeline.keys.front().number;
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.click("Write a note beside it");
  window.type("I was in the bathroom. I wrote back so that he would stop calling.");
  studio.take("note");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  window.router().apply(AskQuestion{2});
  window.settle();
  window.type("early May 2025");
  studio.take("question");
  window.key(ImGuiKey_Enter);
  window.router().apply(AskQuestion{1});
  window.settle();
  window.click("In your own words");
  window.type("Mark");
  window.key(ImGuiKey_Enter);
  window.router().apply(AskQuestion{std::nullopt});
  window.router().apply(ToggleTag{"phone"});
  window.settle();
  studio.take("item");
  window.router().apply(OpenItem{3_item});
  window.settle();
  studio.take("languages");
  window.router().apply(OpenItem{4_item});
  window.settle();
  window.click("Show the picture");
  studio.take("picture");
  window.router().apply(Go{Screen::timeline});
  window.settle();
  studio.take("timeline");
  window.click("More filters");
  window.click("Mark");
  window.click("the day it happened");
  studio.take("filters");
  window.click("Show everything");
  window.click("More filters");
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("lov you");
  studio.show("search");
  window.forms().timeline.search.clear();
  write_landscape(window.folder / "screen.webp");
  window.picture = std::make_shared<const Bytes>(
      vault::read_whole_file(vault::operating_system_files(), window.folder / "screen.webp", 1 << 20).value());
  window.router().apply(Go{Screen::help});
  window.settle();
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.click("Show the picture");
  studio.show("paste_picture");
  window.click("Do not save");
  window.router().apply(LookAtPicture{photograph, {}});
  window.settle();
  studio.take("looked_at");
  window.type("+++");
  studio.show("looked_at_larger");
  window.router().apply(FilterBy{});
  write_chat(window.folder / "_chat.txt");
  window.handed_out.push_back(window.folder / "_chat.txt");
  window.drop({window.folder / "_chat.txt"});
  const vault::ItemNumber chat = window.state().timeline.keys.front().number;
  window.router().apply(OpenItem{chat});
  window.settle();
  studio.show("file_text");
  window.click("Read all of it");
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("home soon");
  window.key(ImGuiKey_Enter);
  studio.take("read");
  // The rest of the pictures are of a record without it.
  window.router().apply(OpenItem{chat});
  window.settle();
  window.router().apply(RemoveItem{});
  window.settle();
  window.router().apply(CloseBanner{});

  window.router().apply(Go{Screen::people});
  window.settle();
  studio.take("people");
  window.click("Mark");
  studio.show("person");
  window.router().apply(Go{Screen::case_details});
  window.settle();
  window.type("42/98765/25");
  studio.show("case");
  window.router().apply(Go{Screen::helper});
  window.settle();
  studio.show("helper");

  window.router().apply(BeginSharing{1_item});
  window.settle();
  studio.show("share_who");
  window.click("Continue");
  studio.show("share_items");
  window.state_for_tests().share.chosen.insert(4_item);
  window.click("Continue");
  studio.take("share_questions");
  window.click("Include note 000005");
  window.click("Do not say whether there is more");
  studio.show("share_questions_decided");
  window.click("Continue");
  settle_keys(window.state_for_tests());
  studio.take("share_preview");
  window.click("Show the pictures");
  window.tab_to("The copy");
  for (const char* part : {"share_preview_words", "share_preview_index", "share_preview_items"}) {
    for (int i = 0; i < 12; ++i) window.key(ImGuiKey_DownArrow);
    studio.show(part);
  }
  window.key(ImGuiKey_End);
  studio.show("share_preview_end");
  window.click("Continue");
  window.state_for_tests().share.media = {"/media/sam/KINGSTON"};
  window.state_for_tests().share.folder = "/media/sam/KINGSTON";
  studio.show("share_save");
  ShareState& share = window.state_for_tests().share;
  share.step = ShareState::Step::done;
  share.items = 3;
  share.folder = "/media/KINGSTON";
  share.is_on_medium = true;
  share.file = "/media/KINGSTON/copy-1f00aa2b.zip.age";
  share.receipt = "9f2c71aa04bed31044719d3eaa0251c9b7d2f6580c1e93a47bd05f2168ce94a3";
  share.key_words = "copper window eleven goat river apple seven north";
  share.passphrase.emplace(secret("morning carpet silver ladder ocean paper"));
  studio.take("share_done");
  window.state_for_tests().share = ShareState();
  window.router().apply(ShowCopies{});
  window.settle();
  CopiesState& copies = window.state_for_tests().copies;
  copies.copies = copies_to_show(window.clock.instant.utc_seconds);
  studio.show("copies");
  copies.chosen = copies.copies[1].bundle;
  studio.take("copy");
  window.state_for_tests().share.is_working = window.state_for_tests().finishes_first = true;
  window.state_for_tests().share.progress = std::make_shared<JobProgress>([] {});
  window.state().share.progress->reach(43, 100);
  studio.show("closed");
  window.state_for_tests().share = ShareState();
  window.state_for_tests().finishes_first = false;

  window.router().apply(Go{Screen::settings});
  window.settle();
  studio.take("settings");
  window.router().apply(BeginSafety{SafetyState::Task::none});
  window.settle();
  studio.take("keep_safe");
  window.router().apply(BeginSafety{SafetyState::Task::new_keys});
  window.settle();
  studio.show("new_keys");
  window.router().apply(Go{Screen::help});
  window.settle();
  studio.show("help");
}

TEST_CASE("the screens of a conversation look as they were last looked at") {
  Studio studio;
  WindowDriver& window = studio.window;
  window.make_record();
  write_landscape(window.folder / "IMG_0042.webp");
  window.drop({window.folder / "IMG_0042.webp"});
  studio.say_when(1_item, "3 May 2025");
  studio.paste("He is outside. Are you all right?");
  studio.say_when(2_item, "3 May 2025, about eleven");
  const vault::Path chat = window.folder / "WhatsApp Chat with Alex.txt";
  std::filesystem::copy_file(test_data() / "../../packaging/sample/WhatsApp Chat with Alex.txt", chat);
  window.handed_out.push_back(chat);
  window.drop({chat});
  studio.show("chat_offered");
  window.click("Keep it as a conversation");
  window.settle();
  studio.show("conversation_new");
  window.click("\u2068Sam\u2069");
  window.forms().conversation.date.set("3 May 2025");
  window.router().apply(JumpToDate{});
  window.settle();
  const std::uint64_t reply = window.state().conversation.caret + 11;
  window.router().apply(BeginAdding{Begun::Kind::note, 4_item,
                                    vault::MessagesNoted{window.state().conversation.conversation->id, reply, reply}});
  window.settle();
  window.type("I was in the bathroom. I wrote this so that the calls would stop.");
  studio.show("conversation_note");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  window.settle();
  window.router().apply(OpenConversation{4_item, "", 5_item});
  for (int i = 0; i < 6; ++i) window.frame();
  window.settle();
  studio.take("conversation");
  window.tab_to("Messages");
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  window.type("s");
  studio.take("conversation_share");
  window.key(ImGuiKey_Enter);
  window.click("Continue");
  window.click("Continue");
  studio.show("conversation_questions");
  window.click("Include note 000005");
  window.click("Do not say whether there is more");
  window.click("Continue");
  studio.show("conversation_preview");
}

TEST_CASE("the pictures and sounds of a conversation look as they were last looked at") {
  Studio studio;
  WindowDriver& window = studio.window;
  window.make_record();
  write_landscape(window.folder / "IMG-20250503-WA0001.webp");
  const std::string landscape = read_file(window.folder / "IMG-20250503-WA0001.webp");
  const vault::Path chat = window.folder / "WhatsApp Chat with Alex.zip";
  write_file(chat, made_zip({{"WhatsApp Chat with Alex.txt",
                              "03/05/2025, 22:41 - Alex: where are you\n"
                              "03/05/2025, 22:43 - Alex: IMG-20250503-WA0001.webp (file attached)\n"
                              "03/05/2025, 22:58 - Sam: sorry. home soon. love you\n"
                              "03/05/2025, 23:02 - Alex: PTT-20250503-WA0002.opus (file attached)\n"
                              "03/05/2025, 23:05 - Sam: IMG-20250503-WA0003.jpg (file attached)\n"
                              "03/05/2025, 23:40 - Alex: IMG-20250503-WA0004.webp (file attached)\n"
                              "13/05/2025, 08:00 - Alex: good morning\n"},
                             {"IMG-20250503-WA0001.webp", landscape},
                             {"IMG-20250503-WA0004.webp", landscape},
                             {"PTT-20250503-WA0002.opus", read_file(test_data() / "media/tone.opus")}}));
  window.handed_out.push_back(chat);
  window.drop({chat});
  window.click("Keep it as a conversation");
  window.settle();
  window.click("\u2068Sam\u2069");
  for (int i = 0; i < 6; ++i) window.frame();
  window.settle();
  window.router().apply(UncoverAttachment{2});
  for (int i = 0; i < 6; ++i) window.frame();
  window.settle();
  studio.take("conversation_files");
  window.router().apply(ChooseMessages{2, 2});
  window.frame();
  window.tab_to("Messages");
  window.type("f");
  window.settle();
  studio.show("conversation_file");
}

TEST_CASE("what a later export lacks looks as it was last looked at") {
  Studio studio;
  WindowDriver& window = studio.window;
  window.make_record();
  const std::vector<std::string> said{
      "where are you",   "answer me",         "are you with him", "sorry. home soon", "I know where your mother lives",
      "please stop",     "you made me do it", "good morning",     "did you sleep",    "I am sorry for that",
      "we need to talk", "not now",           "when then",        "on Saturday",      "I will be there at",
      "all right"};
  const auto keep = [&](const char* folder, const std::set<std::size_t>& gone, std::size_t deleted) {
    std::string text;
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (gone.contains(i)) continue;
      const std::string words = i == deleted ? "This message was deleted" : said[i];
      text += fmt::format("{:02}/05/2025, 22:{:02} - {}: {}\n", i < 7 ? 13 : 19, 10 + i, i % 2 == 0 ? "Alex" : "Sam",
                          words);
    }
    std::filesystem::create_directory(window.folder / folder);
    const vault::Path chat = window.folder / folder / "WhatsApp Chat with Alex.txt";
    write_file(chat, text);
    window.handed_out.push_back(chat);
    window.drop({chat});
    window.click("Keep it as a conversation");
    window.settle();
  };
  keep("first", {}, said.size());
  window.click("\u2068Sam\u2069");
  keep("later", {4}, 6);
  window.click("More");
  window.click("not in a later export: 1");
  for (int i = 0; i < 6; ++i) window.frame();
  window.settle();
  studio.take("conversation_exports");
}
