#include <fmt/format.h>

#include "crypto/encoding.h"
#include "ui/cli/commands.h"
#include "ui/cli/conversations.h"
#include "ui/cli/terminal.h"
#include "ui/words/conversation_text.h"
#include "ui/words/foreign_text.h"
#include "vault/intake/text_index.h"
#include "vault/record/draft.h"
#include "vault/record/search_index.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find('\n'));
  if (line.size() > 60) {
    line.resize(60);
    while (!line.empty() && !crypto::is_utf8(line)) line.pop_back();
    line += "...";
  }
  return foreign_line(line);
}

std::string what_it_is(const ListedItem& item) {
  switch (item.kind) {
    case ItemKind::words:
    case ItemKind::note:
      return first_line(item.beginning);
    case ItemKind::file:
      return fmt::format("{} ({} bytes)", foreign_line(item.name), item.size);
    case ItemKind::conversation:
      break;
  }
  return fmt::format("{} ({})", foreign_line(item.name), message_count_text(item.messages));
}

std::string list_line(const ListedItem& item) {
  std::string line = fmt::format("{}  {}  {:5}  ", item_text(item.number), format_utc(item.added_at).substr(0, 10),
                                 to_text(item.kind));
  line += what_it_is(item);
  if (item.about) line += "  about " + item_text(*item.about);
  if (item.versions > 1) line += fmt::format("  version {}", item.versions);
  if (!item.when.empty()) line += "  when: " + first_line(item.when);
  for (const std::string& tag : item.tags) line += "  [" + foreign_line(tag) + "]";
  return line;
}

Json list_json(const ListedItem& item) {
  Json json{{"item", item_text(item.number)},
            {"kind", to_text(item.kind)},
            {"added", format_utc(item.added_at)},
            {"versions", item.versions},
            {"size", item.size},
            {"type", item.media},
            {"name", item.name},
            {"beginning", item.beginning},
            {"when", item.when},
            {"tags", item.tags},
            {"messages", item.messages}};
  json["about"] = item.about ? Json(item_text(*item.about)) : Json(nullptr);
  return json;
}

// The newest items of all that happened on these days.
Result<std::vector<ListedItem>> items_of_days(Record& record, const ListQuery& query) {
  TRY_ASSIGN(const auto keys, record.keys(query));
  std::vector<ItemNumber> numbers;
  for (const ItemKey& key : keys) {
    if (numbers.size() < query.limit && (!query.before || key.number < *query.before)) numbers.push_back(key.number);
  }
  return record.rows(numbers);
}

// The item before which a page ends. A day is no such item, and is not taken for one.
Result<std::optional<ItemNumber>> page_end(const std::string& text) {
  if (text.empty()) return std::optional<ItemNumber>();
  const auto number = parse_item(text);
  if (!number) return Error{ErrorCode::usage, "--before takes the number of an item, and --when a day: " + text};
  return std::optional(*number);
}

const char* nothing_found(const Options& options) {
  const bool is_narrowed =
      !options.query.empty() || !options.when.empty() || !options.kind.empty() || !options.tags.empty();
  if (is_narrowed) return "Nothing was found.";
  return options.before.empty() ? "Nothing is kept here yet." : "Nothing is kept before that item.";
}

// Long texts that an earlier command was stopped at are put into the search index now, before it is asked. Says how
// many are not searched all the same.
Result<std::size_t> complete_search_index(Record& record) {
  if (!record.vault().is_read_only()) {
    OwnRecord access(record);
    ProgressLine progress("Reading texts");
    const auto indexed = index_texts(access, [&](std::uint64_t done) { return progress.show(done, 0); });
    if (!indexed && indexed.error().code == ErrorCode::cancelled) return indexed.error();
  }
  return count_waiting_texts(record);
}

Result<void> list_items(const Options& options, Output& output, const char* command) {
  ListQuery query{options.query, parse_item_kind(options.kind), options.tags, std::nullopt, options.limit};
  TRY_ASSIGN(query.before, page_end(options.before));
  if (!options.when.empty()) {
    TRY_ASSIGN(query.days, days_to_find(options.when, output));
  }
  TRY_ASSIGN(auto record, open_record(options, output));
  if (query.before) TRY(record->item(*query.before));  // a year that was meant as a day is no item
  std::size_t not_searched = 0;
  if (!query.words.empty()) {
    TRY_ASSIGN(not_searched, complete_search_index(*record));
  }
  TRY_ASSIGN(const auto items, query.days ? items_of_days(*record, query) : record->list(query));
  output.object({{"command", command}, {"items", Json::array()}, {"draft", false}, {"not_searched", not_searched}});
  for (const ListedItem& item : items) {
    output.object()["items"].push_back(list_json(item));
    output.line(list_line(item));
    if (item.kind == ItemKind::conversation && !query.words.empty())
      TRY(print_hits(*record, item.number, query, output));
  }
  if (items.empty()) output.line(nothing_found(options));
  if (not_searched > 0)
    output.line(fmt::format("Not searched: {} long text{} that could not be put into the search index.", not_searched,
                            not_searched == 1 ? "" : "s"));
  if (items.size() == options.limit) output.line("More: --before " + item_text(items.back().number));
  const auto kept = record->vault().load_draft();
  const std::size_t drafts = kept && *kept ? parse_unsaved((*kept)->expose_text()).drafts.size() : 0;
  output.object()["draft"] = drafts > 0;
  if (drafts == 1)
    output.line(
        "One text that was not saved is kept: run note with --from-draft to save it, as what it was to become.");
  if (drafts > 1)
    output.line(
        fmt::format("{} texts that were not saved are kept: run note with --from-draft to save the oldest.", drafts));
  return {};
}

}  // namespace

Result<void> run_list(const Options& options, Output& output) {
  return options.lists_people ? list_people(options, output) : list_items(options, output, "list");
}
Result<void> run_search(const Options& options, Output& output) { return list_items(options, output, "search"); }

}  // namespace daybook::ui
