#include "vault/bundle/check/stated_facts.h"

namespace daybook::vault {
namespace {

// Reads each element of an array that may be absent.
template <class ReadElement>
void read_each(MemberReader& reader, const char* name, GrammarNotes& notes, const ReadElement& read_element) {
  if (reader.value_if_there(name) == nullptr) return;
  for (const Json& one : reader.array(name)) {
    MemberReader element(one, notes);
    read_element(element);
    element.finish();
  }
}

void read_left_out(const Json& json, GrammarNotes& notes) {
  MemberReader reader(json, notes);
  (void)reader.count_if_there("items");
  read_each(reader, "notes_beside", notes, [](MemberReader& beside) {
    (void)beside.number("item");
    (void)beside.count("notes", 1);
  });
  read_each(reader, "removed", notes, [](MemberReader& removed) {
    (void)removed.time("time");
    (void)removed.offset("offset");
  });
  reader.finish();
}

}  // namespace

void read_stated_facts(const Json& json, GrammarNotes& notes) {
  MemberReader reader(json, notes);
  (void)reader.text_if_there("prepared_by");
  (void)reader.text_if_there("reference");
  const auto original_kept = reader.text_if_there("original_kept");
  if (original_kept && *original_kept != "yes" && *original_kept != "no") notes.note_newer("original_kept");
  if (const Json* left_out = reader.value_if_there("left_out")) read_left_out(*left_out, notes);
  read_each(reader, "people", notes, [](MemberReader& person) {
    (void)person.text("name");
    (void)person.text_if_there("also");
    (void)person.text_if_there("relation");
  });
  reader.finish();
}

}  // namespace daybook::vault
