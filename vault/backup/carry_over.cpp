#include "vault/backup/carry_over.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostHolesNamed = 100;

}  // namespace

Result<StoredContent> store_source(Vault& vault, ByteSource& source, const Progress& progress) {
  std::uint64_t at = 0;
  return store_content(
      vault,
      [&](MutableByteView target) -> Result<std::size_t> {
        const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(target.size(), source.size() - at));
        TRY(source.read_at(at, target.first(count)));
        at += count;
        return count;
      },
      progress);
}

Addition facts_of(const Item& item, const ItemVersion& version) {
  Addition facts;
  facts.kind = item.kind;
  facts.on = item.on;
  facts.media = version.media;
  facts.name = version.name;
  facts.name_bytes = version.name_bytes;
  facts.modified = version.modified;
  facts.created = version.created;
  facts.out_of = version.out_of;
  return facts;
}

void mark_holes(const DamagedObject& object, Addition& facts, Json& brought) {
  if (object.holes().empty()) return;
  facts.name += " (part)";
  facts.out_of.reset();  // these are no longer the bytes of the entry
  if (brought.is_null()) brought = Json::object();
  brought["holes"] = Json::array();
  for (const auto& hole : object.holes()) {
    if (brought["holes"].size() < kMostHolesNamed) brought["holes"].push_back({hole.offset, hole.size});
  }
}

Result<CarriedItem> read_item(Record& from, const Item& item, Record& into, const Progress& progress) {
  CarriedItem carried;
  carried.kind = item.kind;
  for (const ItemVersion& version : item.versions) {
    Addition facts = facts_of(item, version);
    TRY_ASSIGN(auto source, from.open_version(version));
    TRY_ASSIGN(StoredContent content, store_source(into.vault(), *source, progress));
    if (content.facts().sha256 != version.content.facts.sha256)
      return Error{ErrorCode::damaged, "item " + item_text(item.number)};
    TRY_ASSIGN(const std::string line, from.log().entry_line(version.sequence));
    TRY_ASSIGN(const Entry entry, parse_entry(line));
    facts.messages = messages_of(entry);
    Json brought =
        entry.json.contains("brought") ? entry.json["brought"] : brought_from(from.keys().log.origin, entry, line);
    carried.versions.push_back({std::move(facts), std::move(content), std::move(brought)});
  }
  for (const ItemAnswer& answer : item.answers) carried.answers.emplace_back(answer.question, answer.value);
  return carried;
}

Result<StoredRow> load_content_row(Database& database, std::int64_t id) {
  TRY_ASSIGN(Statement row, database.prepare("SELECT bytes, object FROM contents WHERE id = ?"));
  row.bind(id);
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return Error{ErrorCode::not_found, ""};
  StoredRow stored{crypto::ContentBuffer(row.blob(0).size()), row.text(1)};
  copy_bytes(row.blob(0), stored.bytes.bytes());
  return stored;
}

}  // namespace daybook::vault
