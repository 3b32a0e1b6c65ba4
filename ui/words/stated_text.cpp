#include "ui/words/stated_text.h"

#include <fmt/format.h>

#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"
#include "vault/log/clock.h"

namespace daybook::ui {

using vault::StatedFacts;

namespace {

// Puts values into a sentence in the language of the window.
template <class... Values>
std::string said(const char* sentence, const Values&... values) {
  return fmt::format(fmt::runtime(tr(sentence)), values...);
}

// The elements of a list in one text, each as `text_of` has it, and how many there are besides.
template <class Element, class TextOf>
std::string joined(const StatedFacts::Several<Element>& several, const TextOf& text_of) {
  std::string text;
  for (const Element& element : several.first) text += (text.empty() ? "" : ", ") + text_of(element);
  if (several.more > 0) text += said(tr_later(", and {} more"), several.more);
  return text;
}

void add_seal(const vault::SealFacts& seal, std::vector<std::string>& lines) {
  if (!seal.purpose.empty()) lines.push_back(said(tr_later("Purpose: {}"), foreign_line(seal.purpose)));
  lines.push_back(said(tr_later("Sealed: {}, by the keeper's own clock"), foreign_line(seal.created)));
  lines.push_back(said(tr_later("Copy number {} of this record ({})"), seal.number, foreign_line(seal.bundle)));
  lines.push_back(said(tr_later("Program: {}"), foreign_line(seal.tool)));
}

std::string items_text(std::uint64_t items) {
  if (items == 0) return tr("No item of the record is left out.");
  if (items == 1) return tr("1 item of the record is not in this copy.");
  return said(tr_later("{} items of the record are not in this copy."), items);
}

std::string notes_text(const StatedFacts::Several<StatedFacts::NotesBeside>& beside) {
  if (beside.count() == 0) return tr("No note beside an item of this copy is left out.");
  return said(tr_later("Notes that are not in this copy: {}."), joined(beside, [](const auto& one) {
                return said(tr_later("{} beside item {}"), one.notes, foreign_line(one.item));
              }));
}

std::string day_of(const StatedFacts::Removed& removed) {
  const auto time = vault::parse_utc(removed.time);
  return time ? day_text(*time, removed.offset) : foreign_line(removed.time);
}

std::string removed_text(const StatedFacts::Several<StatedFacts::Removed>& removed) {
  if (removed.count() == 0) return tr("No item was removed from the record.");
  const std::string days = joined(removed, day_of);
  if (removed.count() == 1) return said(tr_later("1 item was removed from the record, on {}."), days);
  return said(tr_later("{} items were removed from the record, on these days: {}."), removed.count(), days);
}

std::string people_text(const StatedFacts::Several<std::string>& people) {
  const std::string names = joined(people, foreign_line);
  if (people.count() == 1) return said(tr_later("1 person is described: {}."), names);
  return said(tr_later("{} people are described: {}."), people.count(), names);
}

void add_stated(const StatedFacts& stated, std::vector<std::string>& lines) {
  const std::string by = stated.prepared_by.value_or(""), reference = stated.reference.value_or("");
  if (!by.empty()) lines.push_back(said(tr_later("Prepared by: {}"), foreign_line(by)));
  if (!reference.empty()) lines.push_back(said(tr_later("Reference: {}"), foreign_line(reference)));
  if (stated.is_original_kept)
    lines.push_back(*stated.is_original_kept ? tr("The original phone or account is still kept.")
                                             : tr("The original phone or account is no longer kept."));
  if (stated.items_left_out) lines.push_back(items_text(*stated.items_left_out));
  if (stated.notes_left_out) lines.push_back(notes_text(*stated.notes_left_out));
  if (stated.removed) lines.push_back(removed_text(*stated.removed));
  if (stated.people && stated.people->count() > 0) lines.push_back(people_text(*stated.people));
}

}  // namespace

std::vector<std::string> stated_lines(const vault::CopyVerdict& verdict) {
  std::vector<std::string> lines;
  if (verdict.seal) add_seal(*verdict.seal, lines);
  if (verdict.stated) add_stated(*verdict.stated, lines);
  return lines;
}

}  // namespace daybook::ui
