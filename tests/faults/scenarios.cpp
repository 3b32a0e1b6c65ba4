#include "tests/faults/scenarios.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/support/corpora.h"
#include "tests/support/kept_chat.h"
#include "tests/support/older_record.h"
#include "ui/report/html_report.h"
#include "vault/backup/restore.h"
#include "vault/backup/salvage.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/copy_questions.h"
#include "vault/bundle/seal_copy.h"
#include "vault/bundle/unpack_folder.h"
#include "vault/intake/chat/check_conversations.h"
#include "vault/intake/text_index.h"
#include "vault/record/case_facts.h"
#include "vault/record/copies_made.h"
#include "vault/record/notes_on_messages.h"
#include "vault/record/people.h"
#include "vault/store/schema.h"

namespace daybook::test {

using namespace daybook::vault;

namespace {

constexpr std::string_view kNewPassphrase = "four other random words";
constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

// The base record: words 1, a film 2 (an object), a note 3.
constexpr ItemNumber kWords = 1_item, kFilm = 2_item, kNote = 3_item;
const Bytes& film() {
  static const Bytes bytes = random_bytes(300 * 1024);
  return bytes;
}

// What the other continuation holds besides, and where it and its wreck lie, beside the roots.
const Bytes& song() {
  static const Bytes bytes = random_bytes(280 * 1024);
  return bytes;
}
constexpr const char* kOther = "other";
constexpr const char* kWreck = "wreck";
constexpr std::uint64_t kSegment = 128 * 1024;

std::string has_content(Record& record, ItemNumber number, ByteView expected) {
  const auto item = record.item(number);
  if (!item || item->versions.empty()) return "item " + item_text(number) + " is gone";
  auto source = record.open_version(item->newest());
  if (!source) return "item " + item_text(number) + " cannot be read";
  Bytes bytes((*source)->size());
  if (!(*source)->read_at(0, bytes) || !equal_bytes(bytes, expected))
    return "item " + item_text(number) + " has another content";
  return "";
}

Result<ItemNumber> add_text(Stage& stage, Record& record, ItemKind kind, const std::string& text) {
  Addition addition;
  addition.kind = kind;
  addition.answers = {{"who", "Mark"}};
  TRY_ASSIGN(const AddOutcome outcome, record.add_text(addition, text));
  stage.acknowledge(
      [number = outcome.item, text](Record& after, const Path&) { return has_content(after, number, as_bytes(text)); });
  return outcome.item;
}

Result<void> create(Stage& stage) {
  stage.try_passphrase(kPassphrase);
  TRY(Record::create(stage.surroundings(), stage.record_path(), secret(kPassphrase)));
  stage.acknowledge_passphrase();
  return {};
}

Result<void> add_words(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  TRY(add_text(stage, *record, ItemKind::words, "a threat"));
  TRY(add_text(stage, *record, ItemKind::words, "another threat"));
  return {};
}

Result<void> add_object(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  const Bytes speech = random_bytes(400 * 1024);
  TRY_ASSIGN(auto content, store_bytes(record->vault(), speech));
  Addition addition;
  addition.name = "speech";
  TRY_ASSIGN(const AddOutcome outcome, record->add(addition, std::move(content)));
  stage.acknowledge(
      [number = outcome.item, speech](Record& after, const Path&) { return has_content(after, number, speech); });
  KnownFile known;
  known.facts.emplace();
  known.facts->width = 480;
  known.facts->height = 360;
  known.facts->taken = "2024-06-03T20:15:00";
  known.facts->drawn = Drawn::whole;
  known.small = random_bytes(20'000);
  const ContentRef kept = record->item(outcome.item)->newest().content;
  TRY(record->keep_known_file(kept, known));
  stage.acknowledge([kept, small = known.small](Record& after, const Path&) -> std::string {
    const auto picture = after.known_file(kept);
    return picture && *picture && (*picture)->small == small ? "" : "a small picture is gone";
  });
  // The same again: its new file is dropped.
  TRY_ASSIGN(auto again, store_bytes(record->vault(), speech));
  addition.keep_twice = false;
  TRY(record->add(addition, std::move(again)));
  return {};
}

Result<void> write_notes(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  TRY(record->vault().save_draft(as_bytes("half a")));
  TRY(record->vault().save_draft(as_bytes("half a sentence")));
  stage.acknowledge([](Record& after, const Path&) -> std::string {
    const auto draft = after.vault().load_draft();
    return draft && *draft && (*draft)->expose_text() == "half a sentence" ? "" : "the draft is gone";
  });
  TRY_ASSIGN(const ItemNumber note, add_text(stage, *record, ItemKind::note, "first text"));
  TRY(record->rewrite_note(kNote, "He came back at nine"));
  stage.acknowledge(
      [](Record& after, const Path&) { return has_content(after, kNote, as_bytes("He came back at nine")); });
  TRY(record->answer(note, {{"when", "June"}}));
  stage.acknowledge([note](Record& after, const Path&) -> std::string {
    const auto item = after.item(note);
    return item && item->current_answers().contains("when") ? "" : "an answer is gone";
  });
  record->viewed(note);
  return record->note_views();
}

std::string has_message(Record& record, ItemNumber number, std::uint64_t message, bool has_note) {
  const auto conversation = open_conversation(record, number);
  if (!conversation) return "the conversation is gone";
  const auto read = read_messages(record, *conversation, message, 1);
  const bool is_there = read && read->size() == 1 && read->front().text == "message number " + std::to_string(message);
  if (!is_there) return "message " + std::to_string(message) + " is gone";
  CheckReport report;
  if (!check_conversations(record, report) || !report.findings.empty()) return "the messages are not those of the log";
  const auto notes = notes_on_messages(record, *conversation);
  return !has_note || (notes && notes->placed.size() == 1) ? "" : "the note beside a message is gone";
}

// An export becomes a conversation whose reading is a stored file, is read anew, gets a note, is joined by a later
// export, and goes into the search.
Result<void> keep_a_chat(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  TRY_ASSIGN(const KeptFile kept, keep_bytes(*record, as_bytes(chat_of(2500)), "chat.txt", {}));
  OwnRecord access(*record);
  TRY_ASSIGN(const auto read, read_kept_chat(access, kept.outcome.item, {}));
  const ItemNumber number = read.conversations.front().conversation;
  stage.acknowledge([number](Record& after, const Path&) { return has_message(after, number, 2000, false); });
  TRY(read_kept_chat(access, kept.outcome.item, {DateOrder::month_day_year, ""}));
  TRY_ASSIGN(const Conversation conversation, open_conversation(*record, number));
  TRY(add_note_on(*record, conversation, 118, 119, "I was in the bathroom."));
  stage.acknowledge([number](Record& after, const Path&) { return has_message(after, number, 118, true); });
  TRY_ASSIGN(const KeptFile later, keep_bytes(*record, as_bytes(chat_of(2600)), "later.txt", {}));
  TRY(read_kept_chat(access, later.outcome.item, {}));
  stage.acknowledge([number](Record& after, const Path&) { return has_message(after, number, 2550, true); });
  TRY(index_texts(access));
  return {};
}

std::string has_facts(Record& record, const Facts& expected) {
  const auto versions = fact_versions(record);
  return versions && current_facts(*versions) == expected ? "" : "what was said of the case is gone";
}

std::string has_person(Record& record, PersonNumber person, const Description& expected) {
  const auto versions = person_versions(record);
  if (!versions) return "the people cannot be read";
  const auto people = current_people(*versions);
  const auto found = people.find(person);
  return found != people.end() && found->second == expected ? "" : "a person is gone";
}

Result<void> say_of_case_and_people(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  TRY(say_facts(*record, {{fact::kOfficer, "PC 123"}, {fact::kForce, "Northshire"}}));
  stage.acknowledge([](Record& after, const Path&) -> std::string {
    const auto versions = fact_versions(after);
    return versions && current_facts(*versions)["force"] == "Northshire" ? "" : "what was said of the case is gone";
  });
  TRY(say_facts(*record, {{fact::kOfficer, "DC 77"}}));
  stage.acknowledge([](Record& after, const Path&) {
    return has_facts(after, {{"force", "Northshire"}, {"officer", "DC 77"}});
  });
  TRY_ASSIGN(const PersonNumber alex, describe_person(*record, {"Alex", "", ""}));
  TRY(describe_person(*record, {"Sam", "", "our neighbour"}));
  TRY(describe_person(*record, alex, {"Alexander", "Lex", "my former partner"}));
  stage.acknowledge([alex](Record& after, const Path&) {
    const std::string first = has_person(after, alex, {"Alexander", "Lex", "my former partner"});
    return first.empty() ? has_person(after, later(alex), {"Sam", "", "our neighbour"}) : first;
  });
  return {};
}

// What a program of version 2 kept as settings, and an opening that makes entries of them.
Result<void> take_over(Stage& stage) {
  {
    TRY_ASSIGN(auto record, stage.open());
    Database& database = record->vault().database();
    {
      TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
      TRY(make_older(database, 2));
      TRY(transaction.commit());
    }
    TRY(set_setting(database, "case", R"({"decision":"They stopped it","force":"Northshire"})"));
    stage.acknowledge([](Record& after, const Path&) {
      return has_facts(after, {{"decision_told", "They stopped it"}, {"force", "Northshire"}});
    });
    TRY(set_setting(database, "people", R"([{"also":"Lex","name":"Alex","relation":""}])"));
    stage.acknowledge([](Record& after, const Path&) { return has_person(after, 1_person, {"Alex", "Lex", ""}); });
  }
  TRY_ASSIGN(auto record, stage.open());
  TRY_ASSIGN(const auto versions, fact_versions(*record));
  return versions.size() == 2 ? Result<void>() : Error{ErrorCode::damaged, "not all was taken over"};
}

Result<void> remove_film(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  TRY(record->remove(kFilm));
  stage.acknowledge([](Record& after, const Path&) -> std::string {
    const auto item = after.item(kFilm);
    return item && item->removed ? "" : "what was removed is back";
  });
  return {};
}

// A copy under its own name is whole; once acknowledged it is there. Where names can get lost, the temporary one
// counts.
std::string judge_copy(const Path& file) {
  const auto verdict = check_own_copy(operating_system_files(), {file}, {});
  return verdict && verdict->matches() ? "" : file.filename().string() + " is not whole";
}

Result<void> seal(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  CopyRequest request;
  request.contents.items = {kWords, kFilm};
  for (const auto& beside : copy_questions(*record, request.contents).value().notes)
    request.contents.notes_left_out.insert(beside.note);
  request.folder = stage.stick();
  request.recipient_names = "police";
  TRY_ASSIGN(const SealedCopy copy, seal_copy(*record, record->vault().files(), request, ui::render_html_report));
  stage.acknowledge([name = copy.file().filename()](Record&, const Path& root) {
    Path file = root / "stick" / name;
    if (!std::filesystem::exists(file)) file += kUnfinishedEnding;
    return judge_copy(file);
  });
  // What is noted of it, and that it was given, are kept as everything else is.
  stage.acknowledge([bundle = copy.bundle, receipt = copy.receipt](Record& after, const Path&) -> std::string {
    const auto noted = copy_made(after, bundle);
    return noted && noted->receipt == receipt && noted->recipient == "police" ? "" : "a copy is not in the list";
  });
  TRY(note_given(*record, copy.bundle, Given::yes));
  stage.acknowledge([bundle = copy.bundle](Record& after, const Path&) -> std::string {
    const auto noted = copy_made(after, bundle);
    return noted && noted->given == Given::yes ? "" : "that a copy was given is gone";
  });
  return {};
}

constexpr const char* kOpened = "opened";
const std::map<std::string, std::string> kUnpacked{{"data/000001.txt", "I am sorry"}, {"manifest.txt", "one file"}};

std::string judge_opened(const Path& folder) {
  for (const auto& [path, text] : kUnpacked) {
    if (!std::filesystem::exists(folder / path) || read_file(folder / path) != text) return path + " is not whole";
  }
  return "";
}

Result<void> unpack(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  UnpackFolder folder(record->vault().files(), stage.stick() / kOpened);
  TRY(folder.prepare("", {}));
  for (const auto& [path, text] : kUnpacked) {
    TRY(folder.begin(path));
    TRY(folder.write(as_bytes(text)));
    TRY(folder.end());
  }
  TRY(folder.publish());
  stage.acknowledge([](Record&, const Path& root) -> std::string {
    // A medium that keeps no names may have it under the one that it had before.
    for (const auto& entry : std::filesystem::directory_iterator(root / "stick")) {
      if (entry.path().filename().string().starts_with(kOpened)) return judge_opened(entry.path());
    }
    return "an opened copy is gone";
  });
  return {};
}

Result<void> change_passphrase(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  stage.try_passphrase(kNewPassphrase);
  TRY(record->vault().change_passphrase(secret(kNewPassphrase)));
  stage.acknowledge_passphrase();
  TRY(add_text(stage, *record, ItemKind::words, "afterwards"));
  return {};
}

Result<void> change_keys(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  TRY(record->vault().save_draft(as_bytes("half")));
  stage.try_passphrase(kNewPassphrase);
  TRY(record->replace_keys(secret(kNewPassphrase)));
  stage.acknowledge_passphrase();
  TRY(record->vault().rewrap_objects());
  stage.acknowledge([](Record& after, const Path&) -> std::string {
    const auto draft = after.vault().load_draft();
    return draft && *draft && (*draft)->expose_text() == "half" ? "" : "the draft is gone";
  });
  TRY(add_text(stage, *record, ItemKind::words, "afterwards"));
  return {};
}

std::string judge_backup(const Path& place) {
  const auto backup = find_locked_files(operating_system_files(), place);
  if (!backup) return "no backup in " + place.string();
  const auto report = check_backup(**backup);
  return report && report->faults.empty() ? "" : "a backup is not whole";
}

Result<void> back_up(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  TRY_ASSIGN(const BackupMade made, make_backup_file(*record, stage.stick()));
  stage.acknowledge([name = made.files[0].filename()](Record&, const Path& root) {
    Path file = root / "stick" / name;
    if (!std::filesystem::exists(file)) file += kUnfinishedEnding;
    return judge_backup(file);
  });
  return {};
}

Result<void> update_backup(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  for (int round = 0; round < 3; ++round) {
    stage.clock.advance(60);
    TRY(update_backup_folder(*record, stage.stick() / "safe"));
    if (round == 0) stage.acknowledge([](Record&, const Path& root) { return judge_backup(root / "stick" / "safe"); });
    TRY(add_text(stage, *record, ItemKind::words, "round " + std::to_string(round)));
  }
  return {};
}

Result<void> restore(Stage& stage) {
  const Path place = stage.root / "record";
  TRY_ASSIGN(const auto backup, find_locked_files(operating_system_files(), place));
  TRY(restore_backup(stage.surroundings(), *backup, stage.root / "restored", secret(kPassphrase)));
  const FakeClock& clock = stage.clock;
  stage.acknowledge([&clock](Record&, const Path& root) -> std::string {
    FakeClock now = clock;
    const auto restored = Record::open({operating_system_files(), now}, root / "restored", secret(kPassphrase));
    if (!restored) return "what was restored does not open";
    return has_content(**restored, kFilm, film());
  });
  return {};
}

// What another continuation of the record has, brought over into the record itself.
Result<void> bring_over(Stage& stage) {
  TRY_ASSIGN(const auto other, Record::open({operating_system_files(), stage.clock, nullptr, nullptr, kSegment},
                                            stage.root.parent_path() / kOther, secret(kPassphrase)));
  TRY_ASSIGN(auto record, stage.open());
  TRY_ASSIGN(const MergeReport report, add_missing(*record, *other));
  if (report.items_added != 2) return Error{ErrorCode::damaged, "not all was brought over"};
  stage.acknowledge([](Record& after, const Path&) { return has_content(after, later(kNote, 2), song()); });
  return {};
}

// A record whose database is gone: what is in its files goes into another one.
Result<void> salvage(Stage& stage) {
  TRY_ASSIGN(auto record, stage.open());
  TRY_ASSIGN(const SalvageReport report,
             salvage_record(stage.surroundings(), {stage.root.parent_path() / kWreck, std::nullopt},
                            secret(kPassphrase), stage.root / "scratch", *record));
  if (report.nameless != 2) return Error{ErrorCode::damaged, "not all was brought back"};
  stage.acknowledge([](Record& after, const Path&) {
    const std::string first = has_content(after, later(kNote), song());
    return first.empty() ? first : has_content(after, later(kNote, 2), song());
  });
  return {};
}

}  // namespace

const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> all{{"create", create, false},
                                         {"add words", add_words},
                                         {"add an object in segments", add_object},
                                         {"drafts, notes, answers", write_notes},
                                         {"keep a chat", keep_a_chat},
                                         {"case and people", say_of_case_and_people},
                                         {"old settings taken over", take_over},
                                         {"remove an object", remove_film},
                                         {"export", seal},
                                         {"unpack a copy", unpack},
                                         {"passphrase change", change_passphrase},
                                         {"change of keys", change_keys},
                                         {"backup file", back_up},
                                         {"backup folder", update_backup},
                                         {"restore", restore},
                                         {"adding what is missing", bring_over},
                                         {"salvage", salvage}};
  return all;
}

Result<std::unique_ptr<Record>> Stage::open() {
  return Record::open(surroundings(), record_path(), secret(kPassphrase));
}

void Stage::acknowledge(Requirement requirement) {
  acknowledged.push_back({m_recorder.operations.size(), std::move(requirement)});
}

void Stage::try_passphrase(std::string_view passphrase) {
  changes.push_back({std::string(passphrase), m_recorder.operations.size(), kNever});
}

void Stage::acknowledge_passphrase() { changes.back().acknowledged = m_recorder.operations.size(); }

namespace {

void make_other(const Path& root) {
  const Path other = root.parent_path() / kOther, wreck = root.parent_path() / kWreck;
  std::filesystem::copy(root / "record", other, std::filesystem::copy_options::recursive);
  FakeClock clock;
  auto record =
      Record::open({operating_system_files(), clock, nullptr, nullptr, kSegment}, other, secret(kPassphrase)).value();
  REQUIRE(record->start_branch("restored").ok());
  Addition addition;
  addition.kind = ItemKind::words;
  REQUIRE(record->add_text(addition, "a threat that came later").ok());
  addition.kind = ItemKind::file;
  addition.name = "song";
  REQUIRE(record->add(addition, store_bytes(record->vault(), song()).value()).ok());
  record.reset();
  std::filesystem::copy(other, wreck, std::filesystem::copy_options::recursive);
  std::filesystem::remove(wreck / "records");
}

}  // namespace

void make_base(const Path& root) {
  FakeClock clock;
  std::filesystem::create_directories(root / "stick");
  const Surroundings surroundings{operating_system_files(), clock, nullptr, nullptr, kSegment};
  REQUIRE(Record::create(surroundings, root / "record", secret(kPassphrase)).ok());
  auto record = Record::open(surroundings, root / "record", secret(kPassphrase)).value();
  Addition addition;
  addition.kind = ItemKind::words;
  REQUIRE(record->add_text(addition, "I am sorry")->item == kWords);
  addition.kind = ItemKind::file;
  addition.name = "film";
  REQUIRE(record->add(addition, store_bytes(record->vault(), film()).value())->item == kFilm);
  addition = {};
  addition.kind = ItemKind::note;
  REQUIRE(record->add_text(addition, "He came back")->item == kNote);
  record.reset();
  make_other(root);
}

namespace {

std::string judge_stick(const Path& stick) {
  if (!std::filesystem::exists(stick)) return "";
  if (const Path opened = stick / kOpened; std::filesystem::exists(opened)) {
    if (std::string fault = judge_opened(opened); !fault.empty()) return fault;
  }
  for (const auto& entry : std::filesystem::directory_iterator(stick)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".zip")) continue;
    std::string fault = name.starts_with("copy-") ? judge_copy(entry.path()) : judge_backup(entry.path());
    if (!fault.empty()) return fault;
  }
  return "";
}

}  // namespace

std::string judge(const Stage& stage, const Scenario& scenario, const Path& root, std::size_t operations,
                  bool keeps_names) {
  FakeClock clock = stage.clock;
  std::vector<std::string> allowed;
  if (scenario.needs_record) allowed.emplace_back(kPassphrase);
  for (const Stage::PassphraseChange& change : stage.changes) {
    if (operations >= change.acknowledged)
      allowed = {change.passphrase};
    else if (operations >= change.tried)
      allowed.insert(allowed.begin(), change.passphrase);
  }
  const bool must_be_there =
      scenario.needs_record || (!stage.changes.empty() && operations >= stage.changes[0].acknowledged);
  if (keeps_names)
    if (std::string fault = judge_stick(root / "stick"); !fault.empty()) return fault;

  std::string last = "no passphrase to try";
  for (const std::string& passphrase : allowed) {
    const auto opened = Record::open({operating_system_files(), clock, nullptr, nullptr, kSegment}, root / "record",
                                     secret(passphrase));
    if (!opened) {
      last = "does not open: " + opened.error().detail + " (" + std::to_string(static_cast<int>(opened.error().code)) +
             ")";
      continue;
    }
    Record& record = **opened;
    if (const auto done = record.vault().rewrap_objects(); !done)
      return "a change of keys cannot be finished: " + done.error().detail;
    for (const auto& acknowledged : stage.acknowledged) {
      if (operations < acknowledged.operations) continue;
      if (std::string fault = acknowledged.requirement(record, root); !fault.empty()) return fault;
    }
    const auto report = record.check();
    if (!report) return "cannot be checked: " + report.error().detail;
    if (!report->findings.empty()) return report->findings[0].what;
    if (!report->unknown_objects.empty()) return "a stored file belongs to nothing";
    return "";
  }
  if (!must_be_there && !std::filesystem::exists(root / "record")) return "";
  return last;
}

}  // namespace daybook::test
