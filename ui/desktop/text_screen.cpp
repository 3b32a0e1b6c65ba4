#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"
#include "vault/record/search_query.h"

namespace daybook::ui {
namespace {

constexpr float kWidest = 46;  // ems

const char* name_of(vault::TextEncoding encoding) {
  switch (encoding) {
    case vault::TextEncoding::utf8:
      return tr("all languages (UTF-8)");
    case vault::TextEncoding::utf16_little:
      return tr("all languages (UTF-16)");
    case vault::TextEncoding::utf16_big:
      return tr("all languages (UTF-16, other order)");
    case vault::TextEncoding::western:
      return tr("Western Europe (1252)");
    case vault::TextEncoding::central_european:
      return tr("Central Europe (1250)");
    case vault::TextEncoding::cyrillic:
      return tr("Cyrillic (1251)");
    case vault::TextEncoding::greek:
      return tr("Greek (1253)");
    case vault::TextEncoding::turkish:
      return tr("Turkish (1254)");
    case vault::TextEncoding::hebrew:
      return tr("Hebrew (1255)");
    case vault::TextEncoding::arabic:
      return tr("Arabic, Urdu, Persian (1256)");
    case vault::TextEncoding::baltic:
      return tr("Baltic (1257)");
  }
  return "";
}

// Draws the encodings to choose from, where the text is a file.
void draw_encodings(const TextViewState& text, TextViewForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (!text.encoding.is_certain)
    ui.text(fmt::format(fmt::runtime(tr("The file does not say in which letters it is written. It is shown as {}.")),
                        name_of(text.encoding.encoding)),
            {Size::small});
  if (!form.shows_encodings) return;
  bool is_first = true;
  for (const vault::TextEncoding one : vault::kTextEncodings) {
    if (!is_first) ui.beside(name_of(one));
    is_first = false;
    if (ui.chip(name_of(one), text.encoding.encoding == one)) frame.actions.push_back(ReadAs{one});
  }
}

// Where the next search begins: behind what was found, or at what is seen first.
PlaceInPieces place_to_search_from(const TextViewState& text, const TextViewForm& form, const Views::Reading& view,
                                   bool forwards) {
  if (!text.found || text.sought != form.find.text())
    return {view.seen.empty() ? 0 : view.seen.begin()->first, forwards ? 0 : ~std::uint32_t{0}};
  return {text.found->piece, forwards ? text.found->place.end : text.found->place.begin};
}

void draw_find(const TextViewState& text, TextViewForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const auto find = [&](bool forwards) {
    frame.actions.push_back(FindInText{forwards, place_to_search_from(text, form, frame.views.reading, forwards)});
  };
  if (!form.find.empty()) {
    ui.beside(tr("Next"));
    if (ui.button(tr("Next"))) find(true);
    ui.beside(tr("Previous"));
    if (ui.button(tr("Previous"))) find(false);
  }
  const float room = ui.at_right(9, 16);
  if (ui.field(tr("Find in this text"), form.find, room > 0 ? room : 16, room > 0 ? tr("Find in this text") : "",
               /*shows_name=*/room == 0, "Ctrl+F"))
    find(true);
}

// What the list was searched for is looked for in the text that was found by it.
void go_on_with_search(const TextViewState& text, TextViewForm& form, Frame& frame) {
  const std::string words(vault::up_to_second_term(frame.state.timeline.found.words));
  if (words.empty()) return;
  if (frame.has_come && form.find.empty()) form.find.set(words);
  if (text.is_there && !text.seeking && text.sought.empty() && form.find.text() == words)
    frame.actions.push_back(FindInText{/*forwards=*/true, {}});
}

void draw_outcome(const TextViewState& text, const TextViewForm& form, Ui& ui, Actions& actions) {
  if (text.seeking) {
    ui.text(fmt::format(fmt::runtime(tr("Looking: {} percent")), text.seeking->percent()), {Size::small});
    ui.beside(tr("Stop"));
    if (ui.button(tr("Stop"), ButtonKind::quiet)) actions.push_back(StopFinding{});
  } else if (text.sought != form.find.text()) {
    return;  // what was found was found for other words
  } else if (text.found_nothing) {
    ui.text(tr("These words are not in this text."), {Size::small, Weight::medium});
  } else if (text.found && text.found->is_around_an_end) {
    ui.text(tr("The search went on at the other end of the text."), {Size::small});
  }
}

}  // namespace

float em_of_row(const Ui& ui) {
  const ImVec2 room = ImGui::GetIO().DisplaySize;
  constexpr float kMostOfHeight = 0.1f, kRowEms = 2.45f, kLeastEms = 32;
  return std::floor(std::min({ui.em(), room.y * kMostOfHeight / kRowEms, room.x / kLeastEms}));
}

void draw_text_view(const TextViewState& text, TextViewForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (text.copied) {
    ui.copy(*text.copied, text.shown == vault::ShownAs::note);
    frame.actions.push_back(TextCopied{});
  }
  {
    const Canvas::InSize in_size(ui, em_of_row(ui));
    if (ui.button(tr("Back"), ButtonKind::quiet, Icon::back)) frame.actions.push_back(GoBack{});
    if (text.is_there) {
      if (text.shown == vault::ShownAs::file) {
        ui.beside(tr("Other letters"));
        if (ui.button(tr("Other letters"), ButtonKind::quiet)) form.shows_encodings = !form.shows_encodings;
      }
      draw_find(text, form, frame);
      ui.line(fmt::format("{} {}", name_of(text.shown), vault::item_text(text.item)),
              {Size::small, Weight::regular, Tone::secondary});
      draw_outcome(text, form, ui, frame.actions);
      draw_encodings(text, form, frame);
    }
  }
  if (frame.has_come) ui.focus(tr("The text"));
  go_on_with_search(text, form, frame);
  if (text.is_loading) return ui.text(tr("One moment ..."));
  if (!text.is_there) return ui.text(tr("It is kept exactly as it is. It cannot be shown as a text."));
  constexpr float kLeast = 90;  // pixels
  const ImVec2 free = ImGui::GetContentRegionAvail();
  const ImVec2 size(std::min(free.x - ui.em(0.8f), ui.em(kWidest)), std::max(kLeast, free.y - ui.em(0.6f)));
  const Ui::Press press = ui.area(tr("The text"), "document", size);
  draw_text_reader(text, press, frame);
}

}  // namespace daybook::ui
