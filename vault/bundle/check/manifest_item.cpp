#include "vault/bundle/check/manifest_item.h"

#include <algorithm>
#include <set>

#include "crypto/encoding.h"
#include "vault/bundle/check/copy_paths.h"
#include "vault/log/clock.h"

namespace daybook::vault {
namespace {

bool is_local_time(const std::string& text) {
  return text.size() == std::string_view("2025-05-03T22:58").size() && parse_utc(text + ":00Z").has_value();
}

// Reads where a note stands: beside messages of a conversation, or in a stretch of time.
std::string read_place(const Json& on, GrammarNotes& notes) {
  MemberReader reader(on, notes);
  Json known;
  if (on.is_object() && on.contains("id")) {
    known["id"] = reader.hex("id", 16);
    if (const auto conversation = reader.number_if_there("conversation")) known["conversation"] = *conversation;
    const std::uint64_t from = reader.count("from", 1);
    known["from"] = from;
    known["to"] = reader.count("to", from);
  } else {
    for (const char* name : {"from", "to"}) {
      const std::string time = reader.text(name);
      if (!is_local_time(time)) reader.malformed();
      known[name] = time;
    }
  }
  reader.finish();
  return to_canonical(known);
}

// Reads which entry of the export of a chat a file came out of.
std::string read_out_of(const Json& json, GrammarNotes& notes) {
  MemberReader reader(json, notes);
  const std::string entry = reader.text("entry"), sha256 = reader.hex("sha256", 32);
  if (entry.empty()) reader.malformed();
  reader.finish();
  return to_canonical(Json{{"entry", entry}, {"sha256", sha256}});
}

// Reads the members of a version that stand both in the list and in the opening.
void read_facts(MemberReader& reader, ManifestItem::Version& version, GrammarNotes& notes) {
  version.number = reader.count("version", 1);
  version.name = reader.text("name");
  version.type = reader.text("type");
  version.size = reader.count("size");
  version.sha256 = reader.hex("sha256", 32);
  version.sha512 = reader.hex("sha512", 64);
  version.modified = reader.time_if_there("modified");
  version.created = reader.time_if_there("created");
  version.name_bytes = reader.text_if_there("name_bytes");
  if (version.name_bytes && !crypto::from_base64(*version.name_bytes)) reader.malformed();
  if (const Json* on = reader.value_if_there("on")) version.on = read_place(*on, notes);
  if (const Json* out_of = reader.value_if_there("out_of")) version.out_of = read_out_of(*out_of, notes);
}

ManifestItem::Recorded read_recorded(const Json& json, GrammarNotes& notes) {
  MemberReader reader(json, notes);
  ManifestItem::Recorded recorded{reader.time("time"), reader.offset("offset")};
  reader.finish();
  return recorded;
}

ManifestItem::Version read_version(const Json& json, GrammarNotes& notes) {
  ManifestItem::Version version;
  MemberReader reader(json, notes);
  read_facts(reader, version, notes);
  version.path = reader.text("path");
  if (kind_of_path(version.path) != PathKind::payload) reader.malformed();
  version.entry = EntryNumber{reader.count("entry")};
  version.recorded = read_recorded(reader.object("recorded"), notes);
  reader.finish();
  return version;
}

ManifestItem::Answer read_answer(MemberReader& reader) {
  ManifestItem::Answer answer;
  answer.question = reader.text("question");
  answer.text = reader.text("answer");
  answer.version = reader.count("version", 1);
  if (!is_word(answer.question)) reader.malformed();
  return answer;
}

void read_answers(const Json& array, ManifestItem& item, GrammarNotes& notes) {
  std::set<std::pair<std::string, std::uint64_t>> seen;
  for (const Json& one : array) {
    MemberReader reader(one, notes);
    ManifestItem::Answer answer = read_answer(reader);
    answer.entry = EntryNumber{reader.count("entry")};
    reader.finish();
    notes.is_malformed |= !seen.emplace(answer.question, answer.version).second;
    item.answers.push_back(std::move(answer));
  }
}

void read_times(const Json& json, ManifestItem& item, GrammarNotes& notes) {
  MemberReader times(json, notes);
  item.keeper = times.text_or_null("keeper");
  item.recorded = read_recorded(times.object("recorded"), notes);
  item.claims_more |= !times.array("attested").empty();
  MemberReader says(times.object("says"), notes);
  (void)says.time_if_there("file_modified");
  (void)says.time_if_there("file_created");
  (void)says.text_if_there("taken");
  says.finish();
  times.finish();
}

void read_picture(const Json* picture, GrammarNotes& notes) {
  if (picture == nullptr || picture->is_null()) return;
  MemberReader reader(*picture, notes);
  (void)reader.count("width", 1);
  (void)reader.count("height", 1);
  (void)reader.flag("place_in_file");
  reader.finish();
}

}  // namespace

std::vector<EntryNumber> read_entry_numbers(const Json& array, GrammarNotes& notes) {
  std::vector<EntryNumber> numbers;
  for (const Json& one : array) {
    const bool is_count = one.is_number_integer() && one.get<std::int64_t>() >= 0;
    if (!is_count || (!numbers.empty() && one.get<EntryNumber>() <= numbers.back())) {
      notes.is_malformed = true;
      return {};
    }
    numbers.push_back(one.get<EntryNumber>());
  }
  return numbers;
}

bool is_known_kind(std::string_view kind) {
  return kind == "words" || kind == "note" || kind == "file" || kind == "conversation";
}

std::optional<std::string> ManifestItem::newest_answer(std::string_view question) const {
  const Answer* newest = nullptr;
  for (const Answer& answer : answers) {
    if (answer.question == question && (newest == nullptr || answer.version > newest->version)) newest = &answer;
  }
  if (newest == nullptr || newest->text.empty()) return std::nullopt;
  return newest->text;
}

namespace {

ManifestItem::PartFile read_part_file(const Json& json, const std::string& number, const char* ending,
                                      GrammarNotes& notes) {
  MemberReader reader(json, notes);
  ManifestItem::PartFile file{reader.text("path"), reader.hex("sha256", 32), reader.hex("sha512", 64),
                              reader.count("size")};
  if (file.path != "data/" + number + "-part." + ending) reader.malformed();
  reader.finish();
  return file;
}

ManifestItem::Part read_part(const Json& json, const std::string& number, GrammarNotes& notes) {
  ManifestItem::Part part;
  MemberReader reader(json, notes);
  part.entry = EntryNumber{reader.count("entry")};
  part.name = reader.text("name");
  part.lines = read_part_file(reader.object("lines"), number, "jsonl", notes);
  part.bytes = read_part_file(reader.object("bytes"), number, "bin", notes);
  part.recorded = read_recorded(reader.object("recorded"), notes);
  part.shown = reader.count("shown", 1);
  part.count = reader.count("count", 1);
  reader.finish();
  return part;
}

}  // namespace

std::optional<ManifestItem> parse_manifest_item(const Json& json) {
  GrammarNotes notes;
  ManifestItem item;
  MemberReader reader(json, notes);
  item.number = reader.number("item");
  item.kind = reader.text("kind");
  if (!is_known_kind(item.kind)) notes.note_newer("kind");
  item.about = reader.number_or_null("about");
  item.exhibit = reader.text_or_null("exhibit");
  item.claims_more = !reader.value("derived_from")->is_null();
  item.claims_more |= !reader.value("covered")->is_null();
  read_picture(reader.value_if_there("picture"), notes);
  read_answers(reader.array("answers"), item, notes);
  read_times(reader.object("times"), item, notes);
  item.history = read_entry_numbers(reader.array("history"), notes);
  (void)reader.count_if_there("answers_left_out", 1);
  for (const Json& version : reader.array("versions")) {
    item.versions.push_back(read_version(version, notes));
    const auto& all = item.versions;
    if (all.size() > 1 && all.back().number <= all[all.size() - 2].number) notes.is_malformed = true;
    if (notes.is_malformed) return std::nullopt;
  }
  if (const Json* part = reader.value_if_there("part")) item.part = read_part(*part, item.number, notes);
  if (item.versions.empty() != item.part.has_value() || (item.part && item.kind != "conversation")) reader.malformed();
  (void)reader.count("versions_kept", std::max<std::size_t>(1, item.versions.size()));
  reader.finish();
  if (!notes.is_good()) return std::nullopt;
  item.is_newer = !notes.newer.empty();
  return item;
}

namespace {

// Reads the members that both kinds of openings have. `read_rest` reads the others.
template <class Opening, class ReadRest>
std::optional<Opening> parse_opening(const Json& json, const ReadRest& read_rest) {
  GrammarNotes notes;
  Opening opening;
  MemberReader reader(json, notes);
  if (!reader.version()) {
    opening.is_newer = true;
    return notes.is_good() ? std::optional(opening) : std::nullopt;
  }
  (void)reader.hash("salt");
  opening.item = reader.number("item");
  read_rest(reader, opening, notes);
  reader.finish();
  if (!notes.is_good()) return std::nullopt;
  opening.is_newer = !notes.newer.empty();
  return opening;
}

}  // namespace

std::optional<VersionOpening> parse_version_opening(const Json& json) {
  return parse_opening<VersionOpening>(json, [](MemberReader& reader, VersionOpening& opening, GrammarNotes& notes) {
    opening.kind = reader.text("kind");
    if (!is_known_kind(opening.kind)) notes.note_newer("kind");
    opening.about = reader.number_if_there("about");
    read_facts(reader, opening.version, notes);
  });
}

std::optional<AnswerOpening> parse_answer_opening(const Json& json) {
  return parse_opening<AnswerOpening>(
      json, [](MemberReader& reader, AnswerOpening& opening, GrammarNotes&) { opening.answer = read_answer(reader); });
}

}  // namespace daybook::vault
