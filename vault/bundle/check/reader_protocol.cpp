#include "vault/bundle/check/reader_protocol.h"

#include <algorithm>

#include "vault/log/clock.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostText = 64 * 1024;
constexpr std::size_t kMostRecipients = 10'000;
constexpr int kDayOfMinutes = 24 * 60;

void pack(const LogHead& head, sandbox::Packer& packer) { packer.number(head.size).text(as_text(head.root)); }

LogHead unpack_head(sandbox::Unpacker& unpacker, bool& is_good) {
  LogHead head;
  head.size = unpacker.number();
  const std::string root = unpacker.text(head.root.size());
  is_good = is_good && root.size() == head.root.size();
  if (root.size() == head.root.size()) copy_bytes(as_bytes(root), head.root);
  return head;
}

void pack(const SealFacts& seal, sandbox::Packer& packer) {
  packer.text(seal.bundle).text(seal.record).number(static_cast<std::uint64_t>(seal.number)).text(seal.created);
  packer.text(std::string_view(seal.purpose).substr(0, kMostText))
      .text(std::string_view(seal.origin).substr(0, kMostText))
      .text(std::string_view(seal.tool).substr(0, kMostText))
      .number(seal.recipients.size());
  pack(seal.log, packer);
  packer.number(seal.previous ? 1 : 0);
  if (seal.previous) pack(*seal.previous, packer);
}

SealFacts unpack_seal(sandbox::Unpacker& unpacker, bool& is_good) {
  SealFacts seal;
  seal.bundle = unpacker.text(kMostText);
  seal.record = unpacker.text(kMostText);
  seal.number = static_cast<std::int64_t>(unpacker.number(kLargestInteger));
  seal.created = unpacker.text(kMostText);
  seal.purpose = unpacker.text(kMostText);
  seal.origin = unpacker.text(kMostText);
  seal.tool = unpacker.text(kMostText);
  // Only the number of recipients comes across, and not their hashes: a person is shown nothing else.
  seal.recipients.resize(static_cast<std::size_t>(unpacker.number(kMostRecipients)));
  seal.log = unpack_head(unpacker, is_good);
  if (unpacker.number(1) == 1) seal.previous = unpack_head(unpacker, is_good);
  return seal;
}

void pack(const std::optional<std::string>& text, sandbox::Packer& packer) {
  packer.number(text ? 1 : 0);
  if (text) packer.text(*text);
}

std::optional<std::string> unpack_text_if_there(sandbox::Unpacker& unpacker) {
  return unpacker.number(1) == 1 ? std::optional(unpacker.text(StatedFacts::kMostTextBytes)) : std::nullopt;
}

template <class Element, class PackElement>
void pack(const std::optional<StatedFacts::Several<Element>>& several, sandbox::Packer& packer,
          const PackElement& pack_element) {
  packer.number(several ? 1 : 0);
  if (!several) return;
  packer.number(several->first.size()).number(several->more);
  for (const Element& element : several->first) pack_element(element);
}

template <class Element, class UnpackElement>
std::optional<StatedFacts::Several<Element>> unpack_several(sandbox::Unpacker& unpacker, bool& is_good,
                                                            const UnpackElement& unpack_element) {
  if (unpacker.number(1) == 0) return std::nullopt;
  StatedFacts::Several<Element> several;
  const std::uint64_t size = unpacker.number(StatedFacts::kMostListed);
  several.more = unpacker.number(kLargestInteger);
  is_good = is_good && (several.more == 0 || size == StatedFacts::kMostListed);
  for (std::uint64_t i = 0; i < size; ++i) several.first.push_back(unpack_element());
  return several;
}

void pack(const StatedFacts& stated, sandbox::Packer& packer) {
  pack(stated.prepared_by, packer);
  pack(stated.reference, packer);
  packer.number(stated.is_original_kept ? 1 + (*stated.is_original_kept ? 1 : 0) : 0);
  packer.number(stated.items_left_out ? 1 : 0).number(stated.items_left_out.value_or(0));
  pack(stated.notes_left_out, packer,
       [&](const StatedFacts::NotesBeside& beside) { packer.text(beside.item).number(beside.notes); });
  pack(stated.removed, packer, [&](const StatedFacts::Removed& removed) {
    packer.text(removed.time).number(static_cast<std::uint64_t>(removed.offset + kDayOfMinutes));
  });
  pack(stated.people, packer, [&](const std::string& name) { packer.text(name); });
}

StatedFacts unpack_stated(sandbox::Unpacker& unpacker, bool& is_good) {
  StatedFacts stated;
  stated.prepared_by = unpack_text_if_there(unpacker);
  stated.reference = unpack_text_if_there(unpacker);
  if (const std::uint64_t kept = unpacker.number(2); kept > 0) stated.is_original_kept = kept == 2;
  const bool has_items = unpacker.number(1) == 1;
  const std::uint64_t items = unpacker.number(kLargestInteger);
  if (has_items) stated.items_left_out = items;
  stated.notes_left_out = unpack_several<StatedFacts::NotesBeside>(unpacker, is_good, [&] {
    StatedFacts::NotesBeside beside{unpacker.text(kMostText), unpacker.number(kLargestInteger)};
    is_good = is_good && is_item_number(beside.item);
    return beside;
  });
  stated.removed = unpack_several<StatedFacts::Removed>(unpacker, is_good, [&] {
    StatedFacts::Removed removed{unpacker.text(kMostText), 0};
    removed.offset = static_cast<int>(unpacker.number(2 * kDayOfMinutes)) - kDayOfMinutes;
    is_good = is_good && parse_utc(removed.time).has_value();
    return removed;
  });
  stated.people =
      unpack_several<std::string>(unpacker, is_good, [&] { return unpacker.text(StatedFacts::kMostNameBytes); });
  return stated;
}

}  // namespace

void pack(const CheckRequest& request, sandbox::Packer& packer) {
  packer.number(request.is_folder).number(request.lock.is_locked);
  packer.text(request.lock.file_key ? as_text(request.lock.file_key->expose()) : "");
  packer.text(request.lock.recipient.value_or(""));
  packer.text(request.brings.confirmed_root ? as_text(request.brings.confirmed_root->bytes()) : "");
  packer.text(request.brings.confirmed_words.value_or(""));
}

std::optional<CheckRequest> unpack_request(ByteView payload) {
  sandbox::Unpacker unpacker(payload);
  CheckRequest request;
  request.is_folder = unpacker.number(1) == 1;
  request.lock.is_locked = unpacker.number(1) == 1;
  const std::string key = unpacker.text(16), recipient = unpacker.text(kMostText);
  if (key.size() == 16) request.lock.file_key.emplace(crypto::AgeFileKey::copy_of(as_bytes(key)));
  if (!recipient.empty()) request.lock.recipient = recipient;
  const std::string root = unpacker.text(32), words = unpacker.text(kMostText);
  if (!root.empty()) {
    const auto key_read = crypto::PublicKey::parse(as_bytes(root));
    if (!key_read) return std::nullopt;
    request.brings.confirmed_root = *key_read;
  }
  if (!words.empty()) request.brings.confirmed_words = words;
  const bool is_good = unpacker.is_done() && request.lock.is_locked == request.lock.file_key.has_value();
  return is_good ? std::optional(std::move(request)) : std::nullopt;
}

void pack(const BagFolder::File& file, sandbox::Packer& packer) {
  packer.text(file.name).number(file.size).number(file.is_odd);
}

std::optional<BagFolder::File> unpack_folder_file(ByteView payload) {
  sandbox::Unpacker unpacker(payload);
  BagFolder::File file;
  file.name = unpacker.text(kMostText);
  file.size = unpacker.number();
  file.is_odd = unpacker.number(1) == 1;
  return unpacker.is_done() ? std::optional(std::move(file)) : std::nullopt;
}

void pack(const ItemVerdict& item, sandbox::Packer& packer) {
  packer.text(item.item).text(item.path).text(std::string_view(item.name).substr(0, kMostText));
  packer.number(static_cast<std::uint64_t>(item.finding)).number(item.entry ? leaf_index(*item.entry) + 1 : 0);
}

std::optional<ItemVerdict> unpack_item(ByteView payload) {
  sandbox::Unpacker unpacker(payload);
  ItemVerdict item;
  item.item = unpacker.text(kMostText);
  item.path = unpacker.text(kMostText);
  item.name = unpacker.text(kMostText);
  item.finding = static_cast<Finding>(unpacker.number(kFindings - 1));
  if (const std::uint64_t entry = unpacker.number(); entry > 0) item.entry = EntryNumber{entry - 1};
  const bool is_good = unpacker.is_done() && is_item_number(item.item) && kind_of_path(item.path) == PathKind::payload;
  return is_good ? std::optional(std::move(item)) : std::nullopt;
}

void pack(const VerdictLine& line, sandbox::Packer& packer) {
  packer.number(static_cast<std::uint64_t>(line.step)).number(static_cast<std::uint64_t>(line.finding));
  packer.text(line.subject).number(line.more);
}

std::optional<VerdictLine> unpack_line(ByteView payload) {
  sandbox::Unpacker unpacker(payload);
  VerdictLine line{};
  line.step = static_cast<CheckStep>(unpacker.number(static_cast<std::uint64_t>(CheckStep::time)));
  line.finding = static_cast<Finding>(unpacker.number(kFindings - 1));
  line.subject = unpacker.text(kMostText);
  line.more = unpacker.number();
  const bool is_good = unpacker.is_done() && static_cast<int>(line.step) >= static_cast<int>(CheckStep::lock);
  return is_good ? std::optional(std::move(line)) : std::nullopt;
}

void pack(const CopyVerdict& verdict, sandbox::Packer& packer) {
  packer.number(static_cast<std::uint64_t>(verdict.answer)).number(static_cast<std::uint64_t>(verdict.connection));
  packer.text(verdict.key_words).text(verdict.root_key).text(verdict.receipt).number(verdict.seal ? 1 : 0);
  if (verdict.seal) pack(*verdict.seal, packer);
  packer.number(verdict.stated ? 1 : 0);
  if (verdict.stated) pack(*verdict.stated, packer);
}

bool unpack_verdict(ByteView payload, CopyVerdict& verdict) {
  sandbox::Unpacker unpacker(payload);
  verdict.answer = static_cast<Answer>(unpacker.number(static_cast<std::uint64_t>(Answer::newer)));
  verdict.connection =
      static_cast<Connection>(unpacker.number(static_cast<std::uint64_t>(Connection::two_continuations)));
  verdict.key_words = unpacker.text(kMostText);
  verdict.root_key = unpacker.text(kMostText);
  verdict.receipt = unpacker.text(kMostText);
  bool is_good = true;
  if (unpacker.number(1) == 1) verdict.seal = unpack_seal(unpacker, is_good);
  if (unpacker.number(1) == 1) verdict.stated = unpack_stated(unpacker, is_good);
  return is_good && unpacker.is_done();
}

bool bears_out(const CopyVerdict& verdict) {
  Effect effect = Effect::none;
  for (const VerdictLine& line : verdict.lines) effect = std::max(effect, effect_of(line.finding));
  const bool is_stopped = effect == Effect::could_not_be_checked;
  // What the list states of the copy is only told where the list holds, and then there are items.
  if (verdict.stated && verdict.items.empty()) return false;
  bool all_match = !verdict.items.empty();
  for (const ItemVerdict& item : verdict.items) {
    effect = std::max(effect, effect_of(item.finding));
    all_match &= item.finding == Finding::item_matches;
  }
  const bool is_whole = all_match && verdict.has(Finding::signature_matches) && verdict.has(Finding::seal_matches) &&
                        verdict.has(Finding::head_matches) && verdict.has(Finding::items_match);
  switch (verdict.answer) {
    case Answer::matches:
      return effect == Effect::none && is_whole;
    case Answer::added:
      return effect == Effect::added && is_whole;
    case Answer::newer:
      return effect == Effect::newer;
    case Answer::does_not_match:
      return effect == Effect::does_not_match;
    case Answer::could_not_be_checked:
      return is_stopped;
  }
  return false;
}

}  // namespace daybook::vault
