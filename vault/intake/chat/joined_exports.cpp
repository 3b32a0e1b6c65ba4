#include "vault/intake/chat/joined_exports.h"

#include <algorithm>
#include <set>

#include "vault/intake/chat/chat_queue.h"
#include "vault/record/reading_head.h"

namespace daybook::vault {
namespace {

constexpr std::uint64_t kFewestShared = 10;

// The order of dates that the exports agree about. Nothing where they do not.
std::optional<ChatSettings> agreed(const std::vector<std::unique_ptr<ChatParser>>& parsers) {
  ChatSettings agreed = parsers.front()->settings();
  for (const auto& parser : parsers) {
    const ChatSettings& one = parser->settings();
    if (one.order_by == OrderBy::assumed) continue;
    if (agreed.order_by != OrderBy::assumed && agreed.order != one.order) return std::nullopt;
    agreed = one;
  }
  return agreed;
}

struct Span {
  std::int64_t first = 0, last = 0;
  bool has(const MessageTrace& trace) const {
    return trace.is_dated_words && trace.time >= first && trace.time <= last;
  }
};

// The time that the words of the last export and those of the exports before it both cover. Nothing where one of them
// has no words.
std::optional<Span> common_time(const std::vector<MessageTraces>& traces) {
  std::optional<Span> before;
  for (std::size_t i = 0; i + 1 < traces.size(); ++i) {
    if (traces[i].words == 0) continue;
    if (!before) before = {traces[i].earliest, traces[i].latest};
    before->first = std::min(before->first, traces[i].earliest);
    before->last = std::max(before->last, traces[i].latest);
  }
  const MessageTraces& last = traces.back();
  if (!before || last.words == 0) return std::nullopt;
  return Span{std::max(before->first, last.earliest), std::min(before->last, last.latest)};
}

}  // namespace

bool is_one_chat(const Likeness& likeness, bool has_same_title) {
  return likeness.shared_words >= kFewestShared && 2 * likeness.shared_words >= likeness.fewer_words &&
         (likeness.shared_senders > 1 || has_same_title);
}

Result<JoinedExports> JoinedExports::open(const ChatFormat& format, std::vector<ByteSource*> texts,
                                          std::optional<DateOrder> asked) {
  DAYBOOK_ASSERT(!texts.empty() && texts.size() <= kMostSources);
  JoinedExports exports;
  exports.m_texts = std::move(texts);
  for (ByteSource* const text : exports.m_texts) {
    TRY_ASSIGN(auto parser, format.open(*text, asked));
    exports.m_parsers.push_back(std::move(parser));
  }
  const auto settings = agreed(exports.m_parsers);
  if (!settings)
    return Error{ErrorCode::does_not_match, "the exports write their dates in different orders of day and month"};
  exports.m_settings = *settings;
  for (std::size_t i = 0; i < exports.m_texts.size(); ++i) {
    std::unique_ptr<ChatParser>& parser = exports.m_parsers[i];
    const bool follows = parser->settings().order_by == OrderBy::assumed && settings->order_by != OrderBy::assumed;
    if (!follows) continue;
    TRY_ASSIGN(parser, format.open(*exports.m_texts[i], settings->order));
  }
  return exports;
}

Result<void> JoinedExports::compare(const Progress& progress) {
  if (m_parsers.size() == 1) return {};
  std::vector<MessageTraces> traces;
  std::uint64_t left = kMostCompared;
  for (std::size_t i = 0; i < m_parsers.size(); ++i) {
    TRY_ASSIGN(MessageTraces one, traces_of(*m_parsers[i], *m_texts[i], left, progress));
    left -= one.messages.size();
    traces.push_back(std::move(one));
  }
  for (const auto& numbers : numbers_of(traces)) m_likeness.shared = m_order.join(numbers);
  look_at(traces);
  return {};
}

void JoinedExports::look_at(const std::vector<MessageTraces>& traces) {
  const auto common = common_time(traces);
  if (!common) return;
  std::vector<std::size_t> read(traces.size());
  std::set<std::uint32_t> senders;
  std::uint64_t words_before = 0, words_of_last = 0;
  for (const JoinedOrder::Step& step : m_order.steps()) {
    const MessageTrace& trace = traces[step.source].messages[read[step.source]++];
    if (!common->has(trace)) continue;
    const bool is_of_last = step.source + std::size_t{1} == traces.size();
    if (is_of_last)
      ++words_of_last;
    else if (!step.is_same)
      ++words_before;
    if (!is_of_last || !step.is_same) continue;
    ++m_likeness.shared_words;
    senders.insert(trace.sender);
  }
  m_likeness.shared_senders = senders.size();
  m_likeness.fewer_words = std::min(words_before, words_of_last);
}

Result<void> JoinedExports::read(ChatReader& reader) {
  if (m_parsers.size() == 1) return read_all(*m_parsers.front(), reader);
  TRY(reader.begin(m_settings));
  std::deque<ChatQueue> queues;
  for (std::size_t i = 0; i < m_parsers.size(); ++i) queues.emplace_back(*m_parsers[i], i);
  std::uint64_t number = 0;
  for (const JoinedOrder::Step& step : m_order.steps()) {
    ChatQueue& queue = queues[step.source];
    if (step.is_same) {
      TRY(queue.hand_on_as_same(reader, number));
      continue;
    }
    ++number;
    TRY(queue.hand_on(reader));
  }
  for (ChatQueue& queue : queues) TRY(queue.finish(reader));
  return {};
}

}  // namespace daybook::vault
