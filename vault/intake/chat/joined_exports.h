#pragma once

#include "vault/intake/chat/formats.h"
#include "vault/intake/chat/joined_order.h"
#include "vault/intake/chat/message_traces.h"

namespace daybook::vault {

/// How much the last of several exports has in common with those before it. Only words that somebody wrote are counted,
/// with a time that can be used.
struct Likeness {
  std::uint64_t shared = 0;          // messages of any kind that stand in both, in the same order
  std::uint64_t shared_words = 0;    // those of them that are words
  std::uint64_t fewer_words = 0;     // words of the time that both cover, of those that have fewer there
  std::uint64_t shared_senders = 0;  // who wrote the shared words
};
/// Whether exports that are so alike are of one chat beyond doubt. Ten messages of words at least are shared, and at
/// least half of what either has of the time that both cover; from two people, or else with the same title.
///
/// So the notice that begins every chat is not enough, which is no words of anybody; nor is a greeting that was sent to
/// many people in one minute, which stands in the chat with each, beside much else; nor is an announcement to several
/// people of whom nobody answered, which has one sender. Pictures are not counted, because an export without media
/// says of them other words than one with media.
bool is_one_chat(const Likeness& likeness, bool has_same_title);

/// Several exports of one chat that are read into one reading.
class JoinedExports {
 public:
  /// Opens the texts of exports, in the order in which they were joined. All are read with one order of dates: `asked`,
  /// or what the exports say. `does_not_match` where they do not agree about that. One that does not say follows the
  /// others. Else the errors of the format. The texts must outlive the result.
  static Result<JoinedExports> open(const ChatFormat& format, std::vector<ByteSource*> texts,
                                    std::optional<DateOrder> asked);

  /// Holds the messages against each other. Before read(), where there is more than one export. `too_large` over
  /// kMostCompared messages, `cancelled` when `progress` says so; else the errors of the exports.
  Result<void> compare(const Progress& progress);
  /// How all of them are read.
  const ChatSettings& settings() const { return m_settings; }
  /// What the last export has in common with those before it.
  const Likeness& likeness() const { return m_likeness; }
  /// Hands on all messages and ranges, each with the number of its source. Errors are those of the exports and of
  /// `reader`.
  Result<void> read(ChatReader& reader);

 private:
  JoinedExports() = default;
  void look_at(const std::vector<MessageTraces>& traces);

  std::vector<ByteSource*> m_texts;
  std::vector<std::unique_ptr<ChatParser>> m_parsers;
  ChatSettings m_settings;
  JoinedOrder m_order;
  Likeness m_likeness;
};

}  // namespace daybook::vault
