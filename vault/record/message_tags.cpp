#include "vault/record/message_tags.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "crypto/encoding.h"

namespace daybook::vault {
namespace {

constexpr std::uint64_t kMostNumber = INT64_MAX;  // of a message, as everywhere in a reading

auto order_of(const MessageTag& one) { return std::tie(one.on.reading, one.tag, one.on.first); }
bool comes_before(const MessageTag& a, const MessageTag& b) { return order_of(a) < order_of(b); }

bool is_of_same(const MessageTag& a, const MessageTag& b) { return a.on.reading == b.on.reading && a.tag == b.tag; }

// What stands before the next blank, which goes with it. Nothing where there is no blank.
std::optional<std::string_view> take_word(std::string_view& line) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string_view word = line.substr(0, blank);
  line.remove_prefix(blank + 1);
  return word;
}

std::optional<MessageTag> parse_line(std::string_view line) {
  const auto hex = take_word(line), first = take_word(line), last = take_word(line);
  if (!hex || !first || !last || !is_message_tag(line)) return std::nullopt;
  const auto reading = crypto::exactly<16>(crypto::from_hex(*hex));
  const auto from = crypto::from_decimal(*first, kMostNumber), to = crypto::from_decimal(*last, kMostNumber);
  if (!reading || !from || !to || *from < 1 || *to < *from) return std::nullopt;
  return MessageTag{{*reading, *from, *to}, std::string(line)};
}

}  // namespace

bool is_message_tag(std::string_view text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return !text.empty() && text.size() <= kMostTagBytes && crypto::is_utf8(text) &&
         std::none_of(text.begin(), text.end(), is_control);
}

Result<MessageTags> parse_message_tags(std::string_view answer) {
  const auto malformed = [] { return Error{ErrorCode::malformed, "tags on messages"}; };
  MessageTags tags;
  while (!answer.empty()) {
    const std::size_t end = std::min(answer.find('\n'), answer.size());
    auto tag = parse_line(answer.substr(0, end));
    if (!tag || end + 1 == answer.size()) return malformed();  // the last line has no end
    if (!tags.empty()) {
      const MessageTag& before = tags.back();
      const bool could_be_one = is_of_same(before, *tag) && tag->on.first <= before.on.last + 1;
      if (!comes_before(before, *tag) || could_be_one) return malformed();
    }
    tags.push_back(std::move(*tag));
    answer.remove_prefix(std::min(end + 1, answer.size()));
  }
  return tags;
}

std::string to_text(const MessageTags& tags) {
  std::string text;
  for (const auto& [on, tag] : tags) {
    text += (text.empty() ? "" : "\n") + crypto::to_hex(on.reading) + " ";
    text += std::to_string(on.first) + " " + std::to_string(on.last) + " " + tag;
  }
  return text;
}

// A run takes in those with the same tag that it meets or touches.
void add_tag(MessageTags& tags, const MessageTag& given) {
  MessageTag whole = given;
  std::erase_if(tags, [&](const MessageTag& one) {
    if (!is_of_same(one, whole) || one.on.last + 1 < given.on.first || given.on.last + 1 < one.on.first) return false;
    whole.on.first = std::min(whole.on.first, one.on.first);
    whole.on.last = std::max(whole.on.last, one.on.last);
    return true;
  });
  tags.insert(std::upper_bound(tags.begin(), tags.end(), whole, comes_before), std::move(whole));
}

void remove_tag(MessageTags& tags, const MessageTag& taken) {
  MessageTags left;
  for (MessageTag& one : tags) {
    if (!is_of_same(one, taken) || one.on.last < taken.on.first || taken.on.last < one.on.first) {
      left.push_back(std::move(one));
      continue;
    }
    if (one.on.first < taken.on.first) left.push_back({{one.on.reading, one.on.first, taken.on.first - 1}, one.tag});
    if (taken.on.last < one.on.last) left.push_back({{one.on.reading, taken.on.last + 1, one.on.last}, one.tag});
  }
  tags = std::move(left);
}

std::vector<std::string> tags_of(const MessageTags& tags, const ReadingId& reading, std::uint64_t message) {
  std::vector<std::string> found;
  for (const auto& [on, tag] : tags) {
    if (on.reading == reading && on.first <= message && message <= on.last) found.push_back(tag);
  }
  return found;
}

std::vector<std::string> tags_in(std::string_view answer) {
  std::set<std::string> names;
  if (auto tags = parse_message_tags(answer)) {
    for (MessageTag& one : *tags) names.insert(std::move(one.tag));
  }
  return std::vector<std::string>(names.begin(), names.end());
}

}  // namespace daybook::vault
