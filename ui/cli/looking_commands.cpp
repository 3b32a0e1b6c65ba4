#include <fmt/format.h>

#include "crypto/encoding.h"
#include "ui/cli/commands.h"
#include "ui/cli/conversations.h"
#include "ui/cli/terminal.h"
#include "ui/words/foreign_text.h"
#include "vault/intake/chat/check_attachments.h"
#include "vault/intake/chat/check_conversations.h"
#include "vault/intake/known_file.h"
#include "vault/record/copies_made.h"
#include "vault/store/copy_stream.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

Json version_json(const ItemVersion& version) {
  Json json{{"version", version.number},
            {"entry", version.sequence},
            {"size", version.content.facts.size},
            {"type", version.media},
            {"name", version.name},
            {"sha256", crypto::to_hex(version.content.facts.sha256)},
            {"sha512", crypto::to_hex(version.content.facts.sha512)}};
  const bool has_time = version.modified && is_usable_time(*version.modified);
  json["modified"] = has_time ? Json(format_utc(*version.modified)) : Json(nullptr);
  return json;
}

const ItemVersion* find_version(const Item& item, int number) {
  if (number == 0) return &item.newest();
  for (const ItemVersion& version : item.versions) {
    if (version.number == number) return &version;
  }
  return nullptr;
}

void show_lines(const Item& item, const ItemVersion& version, Output& output) {
  output.line(fmt::format("Item {}: {}", item_text(item.number), foreign_line(item.heading())));
  output.line(
      fmt::format("  kind      {}{}", to_text(item.kind), item.about ? ", about " + item_text(*item.about) : ""));
  output.line("  recorded  " + format_utc(item.added_at) + " by this computer's clock");
  if (version.modified)
    output.line("  file says last changed " +
                (is_usable_time(*version.modified) ? format_utc(*version.modified) : "at a time that is not usable"));
  for (const auto& [question, value] : item.current_answers()) {
    std::string joined;
    const bool is_on_messages = question == question::kMessageTags;
    for (const std::string& part : is_on_messages ? tags_in(value) : lines_of(value))
      joined += (joined.empty() ? "" : "; ") + part;
    output.line(fmt::format("  {:9} {}", question, foreign_line(joined)));
  }
  if (item.versions.size() > 1) output.line(fmt::format("  version   {} of {}", version.number, item.versions.size()));
  output.line(fmt::format("  size      {} bytes, {}", version.content.facts.size, version.media));
  output.line("  SHA-256   " + crypto::to_hex(version.content.facts.sha256));
  output.line(fmt::format("  log       entry {}, {} in all", entry_text(version.sequence), item.history.size()));
}

// Says in which copies the item went.
Result<void> show_copies(Record& record, ItemNumber item, Json& object, Output& output) {
  TRY_ASSIGN(const auto copies, copies_with(record, item));
  for (const CopyMade& copy : copies) {
    object["copies"].push_back(copy.bundle);
    output.line(fmt::format("  in copy   {}, {}{}", copy.bundle.substr(0, 8), format_utc(copy.started_at).substr(0, 10),
                            copy.recipient.empty() ? "" : ", for " + foreign_line(copy.recipient)));
  }
  return {};
}

// Why a picture was not drawn, or what is missing of it. Empty where it is whole.
std::string drawn_words(const FileSays& facts) {
  switch (facts.drawn) {
    case Drawn::whole:
      return "";
    case Drawn::in_part:
      return "a part of it is missing or damaged in the file";
    case Drawn::first_of_several:
      return "the first of several in the file";
    case Drawn::not_yet:
      return "took too long to draw; the next look tries again";
    case Drawn::too_many_pixels:
      return "cannot be shown: it has too many pixels";
    case Drawn::no_decoder:
      return "cannot be shown: it is of a kind that is not drawn here";
    case Drawn::damaged:
      break;
  }
  return "cannot be shown: it is damaged";
}

void show_picture_line(const FileSays& facts, Output& output) {
  const std::string size = facts.width > 0 ? fmt::format("{} x {}", facts.width, facts.height) : "";
  const std::string words = drawn_words(facts);
  output.line("  picture   " + size + (size.empty() || words.empty() ? "" : ", ") + words);
}

// Shows what a file says of itself. It is read by programs without keys.
void show_said(Record& record, const ItemVersion& version, Json& object, Output& output) {
  const bool is_picture = shown_as(ItemKind::file, version.media) == ShownAs::picture;
  const auto known = look_at_file(record, FileReaders::beside_this_program(), version);
  if (!known || (*known && !(*known)->facts)) {
    if (is_picture) output.line("  picture   cannot be shown, and says nothing of itself that can be read");
    return;
  }
  if (!*known) return;
  const FileSays& facts = *(*known)->facts;
  // The place is text, because only integers have a canonical form in JSON and a coordinate is none.
  const std::string place =
      facts.place ? fmt::format("{:.6f}, {:.6f}", facts.place->latitude, facts.place->longitude) : "";
  Json& said = object["file_says"] = {{"taken_means", facts.is_of_file ? "file_made" : "taken"},
                                      {"unread_zone", facts.has_unread_zone},
                                      {"holds_place", facts.holds_place}};
  said["width"] = facts.width > 0 ? Json(facts.width) : Json(nullptr);
  said["height"] = facts.height > 0 ? Json(facts.height) : Json(nullptr);
  said["taken"] = facts.taken ? Json(*facts.taken) : Json(nullptr);
  said["place"] = facts.place ? Json(place) : Json(nullptr);
  said["drawn"] = is_picture ? Json(to_text(facts.drawn)) : Json(nullptr);
  if (is_picture) show_picture_line(facts, output);
  if (facts.taken)
    output.line(fmt::format("  file says {} {}{}", facts.is_of_file ? "made" : "taken", *facts.taken,
                            facts.has_unread_zone ? " (its time zone cannot be read)" : ""));
  if (facts.holds_place)
    output.line(facts.place ? "  file says place " + place : "  file holds a place that cannot be read here");
}

// Says which entry of which export a file came out of.
Result<void> show_origin(Record& record, const ItemVersion& version, Json& object, Output& output) {
  if (!version.out_of) return {};
  TRY_ASSIGN(const auto exports, record.items_with(version.out_of->sha256));
  Json& json = object["out_of"] = {{"entry", version.out_of->entry},
                                   {"sha256", crypto::to_hex(version.out_of->sha256)},
                                   {"item", exports.empty() ? Json(nullptr) : Json(item_text(exports.front()))}};
  output.line("  came from the export " +
              (exports.empty() ? "with the SHA-256 " + json["sha256"].get<std::string>() : item_text(exports.front())) +
              ", where it is " + foreign_line(version.out_of->entry));
  return {};
}

}  // namespace

Result<void> save_original(ByteSource& source, const std::string& target) {
  FileSystem& files = operating_system_files();
  TRY_ASSIGN(auto file, files.create(from_utf8(target)));
  ProgressLine progress("Writing");
  const auto written =
      copy_stream(source, *file, [&](std::uint64_t done) { return progress.show(done, source.size()); });
  if (!written) {
    (void)files.remove(from_utf8(target));
    return written;
  }
  return file->sync();
}

Result<void> run_show(const Options& options, Output& output) {
  TRY_ASSIGN(const ItemNumber number, item_number(options.item));
  TRY_ASSIGN(auto record, open_record(options, output));
  TRY_ASSIGN(const Item item, record->item(number));
  if (options.is_attachment) return show_attachment(*record, number, options, output);
  const bool shows_messages = item.kind == ItemKind::conversation && !item.removed && options.to.empty();
  if (shows_messages || !options.messages.empty() || !options.tags.empty()) {
    TRY(show_messages(*record, number, options, output));
    record->viewed(number);
    (void)record->note_views();  // as below
    return {};
  }
  Json object{{"command", "show"},
              {"item", item_text(number)},
              {"kind", to_text(item.kind)},
              {"added", format_utc(item.added_at)},
              {"removed", item.removed},
              {"answers", item.current_answers()},
              {"versions", Json::array()},
              {"history", item.history},
              {"text", nullptr},
              {"file_says", nullptr},
              {"out_of", nullptr},
              {"copies", Json::array()}};
  object["about"] = item.about ? Json(item_text(*item.about)) : Json(nullptr);
  for (const ItemVersion& version : item.versions) object["versions"].push_back(version_json(version));
  if (item.removed) {
    output.object(std::move(object));
    output.line("Item " + item_text(number) + " was removed. Its entries are in the log.");
    return {};
  }
  const ItemVersion* version = find_version(item, options.version);
  if (version == nullptr)
    return Error{ErrorCode::not_found, fmt::format("version {} of item {}", options.version, item_text(number))};
  show_lines(item, *version, output);
  TRY(show_origin(*record, *version, object, output));
  TRY(show_copies(*record, number, object, output));
  TRY_ASSIGN(auto content, record->open_version(*version));
  show_said(*record, *version, object, output);
  if (!options.to.empty()) {
    TRY(save_original(*content, options.to));
    output.line("Written to " + foreign_line(options.to) + ". That file is not encrypted.");
  } else if (item.kind != ItemKind::file) {
    std::string text(static_cast<std::size_t>(content->size()), '\0');
    TRY(content->read_at(0, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
    output.line("\n" + safe_for_terminal(text));
    object["text"] = text;
  }
  output.object(std::move(object));
  record->viewed(number);
  (void)record->note_views();  // an error is dropped: a full disk must not stop anybody from looking
  return {};
}

Result<void> run_log(const Options& options, Output& output) {
  TRY_ASSIGN(auto record, open_record(options, output));
  CustodyLog log = record->log();
  TRY_ASSIGN(const CustodyLog::Head head, log.head());
  std::vector<EntryNumber> sequences;
  if (!options.item.empty()) {
    TRY_ASSIGN(const ItemNumber number, item_number(options.item));
    TRY_ASSIGN(const Item item, record->item(number));
    sequences = item.history;
  }
  output.object({{"command", "log"}, {"size", head.size}, {"checkpoint", head.note}, {"entries", Json::array()}});
  const std::uint64_t count = options.item.empty() ? head.size : sequences.size();
  for (std::uint64_t i = 0; i < count && !was_interrupted(); ++i) {
    const EntryNumber sequence = options.item.empty() ? EntryNumber{i} : sequences[i];
    TRY_ASSIGN(const std::string line, log.entry_line(sequence));
    TRY_ASSIGN(const Entry entry, parse_entry(line));
    if (output.is_json()) output.object()["entries"].push_back(entry.json);
    std::string text = fmt::format("{:>6}  {}  {}", entry_text(sequence), format_utc(entry.utc_seconds), entry.type);
    for (const ItemNumber item : entry.items) text += "  " + item_text(item);
    output.line(text);
  }
  if (!output.is_json()) output.line("\nSigned head:\n" + head.note);
  return {};
}

Result<void> run_check(const Options& options, Output& output) {
  TRY_ASSIGN(auto record, open_record(options, output));
  ProgressLine progress("Checking");
  const Progress told = [&](std::uint64_t done) { return progress.show(done, 0); };
  TRY_ASSIGN(CheckReport report, record->check(told));
  TRY_ASSIGN(const ConversationsChecked conversations, check_conversations(*record, report, told));
  TRY_ASSIGN(const AttachmentsChecked attachments, check_attachments(*record, report, told));
  Json findings = Json::array();
  for (const CheckFinding& finding : report.findings) {
    findings.push_back(
        {{"what", finding.what}, {"item", finding.item ? Json(item_text(*finding.item)) : Json(nullptr)}});
    output.line("Found: " + foreign_line(finding.what) + ".");
  }
  for (const std::string& name : report.unknown_objects)
    output.line("A stored file that this record does not know was left where it is: " + foreign_line(name));
  for (const ItemNumber number : conversations.without_export)
    output.line("The export of conversation " + item_text(number) +
                " was removed, so its messages could not be held against it.");
  for (const ItemNumber number : attachments.without_export)
    output.line("The export that item " + item_text(number) +
                " came from was removed, so it could not be held against it.");
  output.object({{"command", "check"},
                 {"entries", report.entries},
                 {"readings", conversations.readings},
                 {"without_export", item_texts(conversations.without_export)},
                 {"attachments", attachments.attachments},
                 {"attachments_without_export", item_texts(attachments.without_export)},
                 {"items", report.items},
                 {"contents", report.contents},
                 {"bytes", report.bytes},
                 {"findings", findings},
                 {"unknown_objects", report.unknown_objects}});
  output.line(fmt::format("Checked {} log entries, {} items, {} bytes.", report.entries, report.items, report.bytes));
  output.answer_stands();
  if (!report.findings.empty()) return Error{ErrorCode::damaged, std::to_string(report.findings.size()) + " findings"};
  output.line("Everything matches the log.");
  return {};
}

}  // namespace daybook::ui
