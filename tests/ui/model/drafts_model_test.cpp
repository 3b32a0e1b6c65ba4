// Any order of pasting, writing, opening, saving, dropping and hiding, held against a plain model of what waits. Each
// text is there once and says by itself what it is, so that one that is lost, doubled, moved or attributed to somebody
// else is found. DAYBOOK_DRAFT_SEQUENCES sets how many sequences are run.
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <map>
#include <random>

#include "tests/support/router_driver.h"
#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

constexpr int kActs = 200, kSequences = 12, kSequencesOfOneRecord = 40;

// What a text is, and whose words it holds.
struct Kept {
  bool is_words = false, is_typed = false;
  std::optional<vault::ItemNumber> about, rewrites;
  auto operator<=>(const Kept&) const = default;
};

using Texts = std::multimap<std::string, Kept>;

struct Saved {
  Kept what;
  std::string text;
  vault::ItemNumber item;
};

class Sequence {
 public:
  Sequence(RouterDriver& window, std::mt19937_64& random) : m_window(window), m_random(random) {}

  void run() {
    for (int i = 0; i < kActs; ++i) {
      act();
      REQUIRE(waiting() == m_waiting);
    }
    check_saved();
    // The next sequence begins with nothing that waits.
    while (!not_saved(state().add, m_window.forms().add).empty()) {
      m_window.act(OpenBegun{not_saved(state().add, m_window.forms().add).front().what.number});
      m_window.act(DropAdded{});
    }
    hide();
    REQUIRE(waiting().empty());
  }

 private:
  const AppState& state() { return m_window.state(); }
  std::size_t any(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }
  bool is_on_page() { return state().screen == Screen::add && state().add.number != 0; }
  std::string new_text(const char* of) { return std::string(of) + " " + std::to_string(++m_texts); }
  std::optional<vault::ItemNumber> some_item() {
    if (m_saved.empty() || any(3) == 0) return std::nullopt;
    return m_saved[any(m_saved.size())].item;
  }

  // What waits, as the window would seal it.
  Texts waiting() {
    Texts texts;
    for (const auto& one : not_saved(state().add, m_window.forms().add)) {
      const Begun& what = one.what;
      const bool is_words = what.kind == Begun::Kind::words;
      texts.emplace(one.begins, Kept{is_words, is_words && !what.was_pasted, what.about, what.rewrites});
    }
    return texts;
  }
  static void take_out(Texts& texts, const std::string& text) {
    const auto found = texts.find(text);
    REQUIRE(found != texts.end());
    texts.erase(found);
  }

  void act() {
    switch (any(14)) {
      case 0:
      case 1:
        return paste();
      case 2:
        return begin({any(3) == 0 ? Begun::Kind::words : Begun::Kind::note, std::nullopt});
      case 3:
        return begin({Begun::Kind::note, some_item()});
      case 4:
        return change_note();
      case 5:
      case 6:
        return type();
      case 7:
        return open_waiting();
      case 8:
        return save();
      case 9:
        return drop();
      case 10:
        return take_back();
      case 11:
        if (const auto item = some_item()) m_window.act(OpenItem{*item});
        return;
      case 12:
        if (any(8) == 0) return hide();
        return m_window.act(Go{any(2) == 0 ? Screen::timeline : Screen::people});
      case 13:
        return any(2) == 0 ? say_typed() : m_window.act(GoBack{});
    }
  }

  void paste() {
    const std::string text = new_text("his words");
    m_window.act(PasteWords{text});
    CHECK(state().screen == Screen::add);
    CHECK(m_window.forms().add.text.text() == text);
    if (any(4) == 0) m_window.act(PasteWords{text});  // the key was pressed twice
    m_waiting.emplace(text, Kept{true, false, std::nullopt, std::nullopt});
  }
  // What stands on the page then is what was asked for, and nothing that waits for another place.
  void begin(const BeginAdding& what) {
    m_window.act(what);
    CHECK(state().screen == Screen::add);
    CHECK(state().add.kind == what.kind);
    CHECK(state().add.about == what.about);
    CHECK_FALSE(state().add.rewrites);
    CHECK_FALSE(state().add.was_pasted);
  }
  // Begins to change a note that was saved, or goes on with the change that waits.
  void change_note() {
    std::vector<Saved*> notes;
    for (Saved& one : m_saved) {
      if (!one.what.is_words) notes.push_back(&one);
    }
    if (notes.empty()) return;
    const Saved& note = *notes[any(notes.size())];
    m_window.act(RewriteNote{note.item, note.text});
    CHECK(state().add.rewrites == note.item);
  }
  // Adds words at the end of what stands on the page. Only what is hers to write can be changed.
  void type() {
    if (!is_on_page() || (state().add.kind == Begun::Kind::words && state().add.was_pasted)) return;
    TextInput& text = m_window.forms().add.text;
    const Begun& what = state().add;
    const bool is_words = what.kind == Begun::Kind::words;
    if (!is_empty(what, text)) take_out(m_waiting, text.text());
    text.move_to(text.text().size(), false);
    text.insert(text.empty() ? new_text("hers") : new_text(" more"));
    m_waiting.emplace(text.text(), Kept{is_words, is_words, what.about, what.rewrites});
  }
  void open_waiting() {
    const auto all = not_saved(state().add, m_window.forms().add);
    if (!all.empty()) m_window.act(OpenBegun{all[any(all.size())].what.number});
  }
  void save() {
    const bool can = is_on_page() && !is_empty(state().add, m_window.forms().add.text);
    const std::string text = m_window.forms().add.text.text();
    const auto found = can ? m_waiting.find(text) : m_waiting.end();
    const std::size_t before = state().timeline.keys.size();
    m_window.act(SaveAdded{any(3) == 0 ? SaveAdded::Then::note : SaveAdded::Then::nothing});
    if (!can) {
      CHECK(state().timeline.keys.size() == before);
      return;
    }
    REQUIRE(found != m_waiting.end());
    const Kept what = found->second;
    m_waiting.erase(found);
    if (!what.rewrites) {
      REQUIRE(state().timeline.keys.size() == before + 1);
      return m_saved.push_back({what, text, state().timeline.keys.front().number});
    }
    for (Saved& one : m_saved) {
      if (one.item == *what.rewrites) one.text = text;
    }
  }
  void drop() {
    if (!is_on_page()) return;
    const std::string text = m_window.forms().add.text.text();
    if (!is_empty(state().add, m_window.forms().add.text)) {
      const auto found = m_waiting.find(text);
      REQUIRE(found != m_waiting.end());
      m_dropped.emplace_back(*found);
      m_waiting.erase(found);
    }
    m_window.act(DropAdded{});
  }
  void take_back() {
    m_window.act(TakeBackDropped{});
    if (m_dropped.empty()) return;
    m_waiting.insert(m_dropped.back());
    m_dropped.pop_back();
  }
  void say_typed() {
    if (!is_on_page() || state().add.kind != Begun::Kind::words) return;
    const auto found = m_waiting.find(m_window.forms().add.text.text());
    if (found != m_waiting.end()) found->second.is_typed = true;
    m_window.act(TypedMyself{});
  }
  // What is dropped is gone then, and nothing else.
  void hide() {
    m_window.restart();
    m_window.unlock();
    REQUIRE(state().is_open);
    m_dropped.clear();
  }

  void check_saved() {
    for (const Saved& one : m_saved) {
      m_window.act(OpenItem{one.item});
      REQUIRE(state().item.item);
      INFO(one.text);
      CHECK(state().item.text == one.text);
      CHECK((state().item.item->kind == vault::ItemKind::words) == one.what.is_words);
      CHECK(state().item.item->about == one.what.about);
      const auto answers = state().item.item->current_answers();
      CHECK(answers.contains("how") == one.what.is_typed);
    }
  }

  RouterDriver& m_window;
  std::mt19937_64& m_random;
  Texts m_waiting;
  std::vector<std::pair<std::string, Kept>> m_dropped;
  std::vector<Saved> m_saved;
  static inline int m_texts = 0;
};

}  // namespace

TEST_CASE("no order of acts loses, doubles or moves words that are not saved, or makes them somebody else's") {
  const char* wanted = std::getenv("DAYBOOK_DRAFT_SEQUENCES");
  const int sequences = wanted != nullptr ? std::atoi(wanted) : kSequences;
  std::mt19937_64 random(seed());
  std::optional<RouterDriver> window;
  for (int i = 0; i < sequences; ++i) {
    if (i % kSequencesOfOneRecord == 0) {
      window.emplace();
      window->make_record();
    }
    INFO("sequence " << i);
    Sequence(*window, random).run();
  }
}
