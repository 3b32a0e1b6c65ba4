#include "vault/bundle/check/seal.h"

#include <algorithm>

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

constexpr const char* kPath = "meta/seal.json";

bool is_ascending(const std::vector<std::string>& texts) {
  return std::adjacent_find(texts.begin(), texts.end(), std::greater_equal<>()) == texts.end();
}

std::vector<std::string> texts_of(const Json& array, GrammarNotes& notes) {
  std::vector<std::string> texts;
  for (const Json& member : array) {
    if (member.is_string())
      texts.push_back(member.get<std::string>());
    else
      notes.is_malformed = true;
  }
  notes.is_malformed |= !is_ascending(texts);
  return texts;
}

// Reads the words for parts of a copy that an older checker would pass over. Those that this checker does not know are
// newer.
void read_needs(const Json* needs, GrammarNotes& notes) {
  if (needs == nullptr) return;
  if (!needs->is_array() || needs->empty()) {
    notes.is_malformed = true;
    return;
  }
  for (std::string& word : texts_of(*needs, notes)) {
    const bool is_word =
        !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    notes.is_malformed |= !is_word;
    if (word != kNeedsMessages) notes.note_newer(word);
  }
}

LogHead read_head(MemberReader& reader) { return {reader.count("size", 1), reader.hash("root")}; }

// Whether a log's name is that of the record, or of a branch of it.
bool is_origin_of(const std::string& origin, const std::string& record) {
  const std::string begin = "record-" + record;
  if (!origin.starts_with(begin)) return false;
  const std::string_view rest = std::string_view(origin).substr(begin.size());
  return rest.empty() || (rest[0] == '-' && is_hex(rest.substr(1), 8));
}

}  // namespace

std::optional<SealFacts> parse_seal(const Json& json, GrammarNotes& notes) {
  MemberReader seal(json, notes);
  SealFacts facts;
  if (!seal.version()) return std::nullopt;
  facts.bundle = seal.text("bundle");
  facts.record = seal.hex("record", 16);
  facts.number = static_cast<std::int64_t>(seal.count("seq", 1));
  facts.created = seal.time("created");
  facts.purpose = seal.text("purpose");
  facts.recipients = texts_of(seal.array("recipients"), notes);
  const std::string clock = seal.text("clock");
  read_needs(seal.value_if_there("needs"), notes);

  MemberReader log(seal.object("log"), notes);
  facts.origin = log.text("origin");
  facts.log = read_head(log);
  log.finish();
  if (const Json& previous = *seal.value("previous"); !previous.is_null()) {
    MemberReader head(previous, notes);
    facts.previous = read_head(head);
    head.finish();
  }
  MemberReader tool(seal.object("tool"), notes);
  facts.tool = tool.text("name");
  facts.tool += " " + tool.text("version");
  tool.finish();
  seal.finish();

  notes.is_malformed |= !is_uuid(facts.bundle);
  for (const std::string& recipient : facts.recipients) notes.is_malformed |= !is_hex(recipient, 32);
  if (notes.is_malformed) return std::nullopt;
  if (clock != "self-asserted") notes.note_newer("clock");
  return facts;
}

Result<std::optional<Seal>> Seal::establish(const Listed& listed, const Signed& signed_list, FindingLog& log) {
  TRY_ASSIGN(const auto text, listed.text(kPath, kMostJsonBytes, log));
  if (!text) return std::optional<Seal>();
  bool is_over_limit = false;
  const auto json = parse_bounded(*text, is_over_limit);
  if (is_over_limit) log.add(Finding::over_limit, kPath);
  GrammarNotes notes;
  auto facts = json ? parse_seal(*json, notes) : std::nullopt;
  if (!json || notes.is_malformed) {
    if (!is_over_limit) log.add(Finding::seal_malformed);
    return std::optional<Seal>();
  }
  for (const std::string& what : notes.newer) log.add(Finding::seal_newer, what);
  if (!facts) return std::optional<Seal>();
  const auto comment = parse_trusted_comment(facts->trusted_comment());
  const TrustedComment& signed_comment = signed_list.comment();
  const std::pair<bool, const char*> same[] = {
      {facts->bundle == signed_comment.bundle, "bundle"},
      {static_cast<std::uint64_t>(facts->number) == signed_comment.number, "seq"},
      {facts->log == signed_comment.log, "log"},
      {comment && comment->recipients == signed_comment.recipients, "recipients"},
      {is_origin_of(facts->origin, facts->record), "record"}};
  bool all_same = true;
  for (const auto& [is_same, member] : same) {
    if (!is_same) log.add(Finding::seal_differs, member);
    all_same &= is_same;
  }
  if (!all_same) return std::optional<Seal>();
  log.add(Finding::seal_matches);
  return std::optional(Seal(std::move(*facts)));
}

}  // namespace daybook::vault
