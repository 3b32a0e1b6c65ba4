#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daybook::vault {

/// What follows a stamp, taken apart at the colon behind the sender.
struct SenderAndBody {
  std::string_view sender;  // empty: the program speaks, and names nobody
  std::string_view body;
};

/// Who writes in an export. A name may hold a colon itself, and a line that somebody pasted looks like the message of a
/// stranger: only all of the export tells. A first reading shows every line to count(), and later ones use what it
/// learnt. Its memory is bounded, whatever an export holds: names that come after the 65,536th are not learnt.
class WhatsappSenders {
 public:
  WhatsappSenders() = default;
  WhatsappSenders(WhatsappSenders&&) = default;  // moved and not copied: it points into itself
  WhatsappSenders& operator=(WhatsappSenders&&) = default;

  /// Learns from what follows a stamp. `seconds` is its time in the order of the export. Returns the sender as the
  /// first colon parts him, or nothing where nobody is named.
  std::string_view count(std::string_view rest, std::int64_t seconds);
  /// Ends the first reading.
  void settle();

  /// Takes apart what follows a stamp.
  SenderAndBody split(std::string_view rest) const;
  /// Whether somebody writes in the chat, and not only where the time goes back: messages that are pasted from
  /// elsewhere are older than what stands before and behind them.
  bool is_known(std::string_view sender) const;
  /// How far the time has to go back, in seconds, for a message to count as pasted. Messages that were sent without a
  /// network come late by themselves.
  static constexpr std::int64_t kBack = 3600;

 private:
  struct Counts {
    std::uint32_t lines = 0;
    bool is_known = false;
  };
  // A sender whose name is taken for one wherever a line begins with it.
  struct Recent {
    char first = '\0';
    std::string beginning;     // of the line: the name and the colon with its blank
    Counts* counts = nullptr;  // in m_names
  };
  const Recent* recent(std::string_view rest) const;
  std::size_t first_sender(std::string_view rest) const;
  Counts* counts_of(std::string_view name);

  std::unordered_map<std::size_t, Counts> m_names;  // by the hash of the name
  bool m_has_longer = false;                        // a name with a colon in it was there more than once
  std::array<Recent, 8> m_recent;                   // few write much
  std::size_t m_oldest = 0;                         // of these
  std::int64_t m_last = 0;                          // the time before it went back
  bool m_has_last = false;
  std::size_t m_lines_back = 0;           // since then
  std::vector<std::size_t> m_since_back;  // who wrote them
};

}  // namespace daybook::vault
