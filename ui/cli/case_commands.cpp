#include <fmt/format.h>

#include "ui/cli/commands.h"
#include "ui/model/questions.h"
#include "ui/words/foreign_text.h"
#include "vault/record/case_facts.h"
#include "vault/record/people.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

// When a version was said, by this computer's clock. Nothing for a version from before facts had entries in the log.
Result<std::optional<std::string>> time_said(Record& record, const FactVersion& said) {
  if (said.is_taken_over || !said.sequence) return std::optional<std::string>();
  TRY_ASSIGN(const std::string line, record.log().entry_line(*said.sequence));
  TRY_ASSIGN(const Entry entry, parse_entry(line));
  return std::optional(format_utc(entry.utc_seconds));
}

Json fact_json(const FactVersion& said, const std::optional<std::string>& time) {
  Json json{{"fact", said.fact}, {"value", said.value}, {"version", said.version}, {"taken_over", said.is_taken_over}};
  json["entry"] = said.sequence ? Json(*said.sequence) : Json(nullptr);
  json["said"] = time ? Json(*time) : Json(nullptr);
  return json;
}

std::string fact_line(const FactVersion& said, const std::optional<std::string>& time) {
  const std::string value = said.value.empty() ? "(taken back)" : foreign_line(said.value);
  return fmt::format("{:15} {}  ({})", said.fact, value, time ? time->substr(0, 10) : "typed earlier, day unknown");
}

// The newest version of each fact of the case, in the order of all_facts(), without facts that were taken back.
std::vector<FactVersion> standing(const std::vector<FactVersion>& versions) {
  std::vector<FactVersion> newest;
  for (const char* name : all_facts()) {
    std::optional<FactVersion> last;
    for (const FactVersion& said : versions) {
      if (said.of == kFirstCase && said.fact == name) last = said;
    }
    if (last && !last->value.empty()) newest.push_back(*last);
  }
  return newest;
}

Result<void> show_facts(Record& record, const std::string& only, Output& output) {
  TRY_ASSIGN(auto versions, fact_versions(record));
  if (only.empty())
    versions = standing(versions);
  else
    std::erase_if(versions, [&](const FactVersion& said) { return said.of != kFirstCase || said.fact != only; });
  output.object({{"command", "case"}, {"case", kFirstCase}, {"facts", Json::array()}});
  for (const FactVersion& said : versions) {
    TRY_ASSIGN(const auto time, time_said(record, said));
    output.object()["facts"].push_back(fact_json(said, time));
    output.line(fact_line(said, time));
  }
  if (versions.empty()) output.line("Nothing is said here yet.");
  return {};
}

std::string person_line(const ListedPerson& person) {
  std::string line = foreign_line(person.said.name);
  if (person.number) line += "  person " + person_text(*person.number);
  if (!person.said.also.empty()) line += "  also: " + foreign_line(person.said.also);
  if (!person.said.relation.empty()) line += "  (" + foreign_line(person.said.relation) + ")";
  return line + fmt::format("  in {} items", person.items);
}

Json description_json(const Description& said) {
  return {{"name", said.name}, {"also", said.also}, {"relation", said.relation}};
}

}  // namespace

Result<void> run_case(const Options& options, Output& output) {
  if (!options.fact.empty() && !is_fact(options.fact)) return Error{ErrorCode::usage, "unknown fact: " + options.fact};
  std::string value = options.value.value_or("");
  if (is_past_time(options.fact)) {
    TRY_ASSIGN(value, words_with_day(value, output));
  }
  TRY_ASSIGN(auto record, open_record(options, output));
  if (options.value) {
    TRY(say_facts(*record, {{options.fact, value}}));
    output.line("Saved.");
  }
  return show_facts(*record, options.fact, output);
}

Result<void> list_people(const Options& options, Output& output) {
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY_ASSIGN(const auto people, everybody(*record));
  output.object({{"command", "list"}, {"people", Json::array()}});
  for (const ListedPerson& person : people) {
    if (!person.number && is_nobody(person.said.name)) continue;
    Json json = description_json(person.said);
    json["person"] = person.number ? Json(*person.number) : Json(nullptr);
    json["items"] = person.items;
    output.object()["people"].push_back(std::move(json));
    output.line(person_line(person));
  }
  if (output.object()["people"].empty()) output.line("Nobody is named yet.");
  return {};
}

// A name that has no description gets one. Of somebody who is described, only what the command line gives is changed.
Result<void> run_person(const Options& options, Output& output) {
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY_ASSIGN(const auto versions, person_versions(*record));
  std::optional<PersonNumber> number;
  Description said{options.person, "", ""};
  for (const auto& [known, description] : current_people(versions)) {
    if (description.name != options.person) continue;
    number = known;
    said = description;
  }
  const Description before = number ? said : Description();
  if (options.new_name)
    said = options.new_name->empty() ? Description() : Description{*options.new_name, said.also, said.relation};
  if (options.also) said.also = *options.also;
  if (options.relation) said.relation = *options.relation;
  if (!number) {
    TRY_ASSIGN(number, describe_person(*record, said));
  } else if (said != before) {
    TRY(describe_person(*record, *number, said));
  }
  output.object(description_json(said));
  output.object()["command"] = "person";
  output.object()["person"] = *number;
  output.line(said.name.empty() ? fmt::format("Person {} is taken back. The history keeps it.", person_text(*number))
                                : fmt::format("Saved as person {}.", person_text(*number)));
  return {};
}

}  // namespace daybook::ui
