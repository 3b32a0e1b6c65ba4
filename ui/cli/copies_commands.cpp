#include <fmt/format.h>

#include "ui/cli/commands.h"
#include "ui/words/conversation_text.h"
#include "ui/words/foreign_text.h"
#include "vault/record/copies_made.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

constexpr const char* kNotNoted = "not noted then";

const char* word_of(CopyMade::State state) {
  switch (state) {
    case CopyMade::State::being_made:
      return "being_made";
    case CopyMade::State::finished:
      return "finished";
    case CopyMade::State::unfinished:
      return "unfinished";
  }
  return "";
}

std::string sentence_of(const CopyMade& copy) {
  switch (copy.state) {
    case CopyMade::State::being_made:
      return "is being made";
    case CopyMade::State::finished:
      return !copy.is_locked ? "finished" : *copy.is_locked ? "finished, locked" : "finished, sealed but not locked";
    case CopyMade::State::unfinished:
      return "was begun and not finished";
  }
  return "";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json copy_json(const CopyMade& copy) {
  return {{"bundle", copy.bundle},
          {"number", copy.number},
          {"begun", format_utc(copy.started_at)},
          {"state", word_of(copy.state)},
          {"for", copy.recipient},
          {"purpose", copy.purpose},
          {"locked", copy.is_locked ? Json(*copy.is_locked) : Json(nullptr)},
          {"folder", copy.folder},
          {"files", copy.files},
          {"items", copy.items ? item_texts(*copy.items) : Json(nullptr)},
          {"items_in_copy", item_texts(copy.items_in_copy)},
          {"parts", parts_json(copy.parts)},
          {"receipt", text_or_null(copy.receipt)},
          {"key_words", text_or_null(copy.key_words)},
          {"given", to_text(copy.given)},
          {"given_noted", copy.given_noted_at > 0 ? Json(format_utc(copy.given_noted_at)) : Json(nullptr)}};
}

std::string place_of(const CopyMade& copy) {
  std::string names;
  for (const std::string& name : copy.files) names += (names.empty() ? "" : ", ") + foreign_line(name);
  return (names.empty() ? kNotNoted : names) + (copy.folder.empty() ? "" : " in " + foreign_line(copy.folder));
}

std::string given_text(const CopyMade& copy) {
  const char* said = copy.given == Given::yes ? "yes" : copy.given == Given::no ? "no" : "nothing is said of it";
  return said + (copy.given_noted_at > 0 ? ", noted " + format_utc(copy.given_noted_at) : std::string());
}

void print_copy(const CopyMade& copy, Output& output) {
  const auto row = [&](const char* name, const std::string& value) {
    output.line(fmt::format("  {:9} {}", name, value));
  };
  output.line(
      fmt::format("Copy {}, begun {} by this computer's clock", copy.bundle.substr(0, 8), format_utc(copy.started_at)));
  row("state", sentence_of(copy));
  row("for", copy.recipient.empty() ? "not said" : foreign_line(copy.recipient));
  if (!copy.purpose.empty()) row("purpose", foreign_line(copy.purpose));
  row("items", copy.items ? fmt::format("{}: {}", copy.items->size(), item_list_text(*copy.items)) : kNotNoted);
  if (!copy.items_in_copy.empty() && copy.items_in_copy != copy.items)
    row("in it", item_list_text(copy.items_in_copy) + ", as the copy numbers them");
  for (const auto& [conversation, runs] : copy.parts)
    row("messages",
        fmt::format("of conversation {}: {}, as they were numbered then", item_text(conversation), numbers_text(runs)));
  if (copy.state == CopyMade::State::unfinished) {
    row("meant for", copy.folder.empty() ? kNotNoted : foreign_line(copy.folder));
    return;
  }
  if (copy.state == CopyMade::State::being_made) return;
  row("saved as", place_of(copy));
  row("receipt", copy.receipt.empty() ? kNotNoted : copy.receipt);
  row("key words", copy.key_words.empty() ? kNotNoted : copy.key_words);
  row("given", given_text(copy));
}

}  // namespace

Result<void> run_copies(const Options& options, Output& output) {
  if (options.given && options.copy.empty())
    return Error{ErrorCode::usage, "say which copy was given, or not: copies RECORD COPY --given yes"};
  TRY_ASSIGN(auto record, open_record(options, output));
  std::vector<CopyMade> copies;
  if (options.copy.empty()) {
    TRY_ASSIGN(copies, copies_made(*record));
  } else {
    TRY_ASSIGN(const CopyMade named, copy_made(*record, options.copy));
    if (options.given) TRY(note_given(*record, named.bundle, parse_given(*options.given).value_or(Given::not_said)));
    TRY_ASSIGN(CopyMade copy, copy_made(*record, named.bundle));
    copies.push_back(std::move(copy));
  }
  output.object({{"command", "copies"}, {"copies", Json::array()}});
  for (const CopyMade& copy : copies) {
    output.object()["copies"].push_back(copy_json(copy));
    print_copy(copy, output);
  }
  if (copies.empty()) output.line("No copy was made from this record.");
  return {};
}

}  // namespace daybook::ui
