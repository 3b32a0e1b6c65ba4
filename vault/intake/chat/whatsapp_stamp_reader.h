#pragma once

#include <string>
#include <vector>

#include "vault/intake/chat/whatsapp_stamp.h"

namespace daybook::vault {

/// Reads the stamps of one export line by line, each as read_whatsapp_stamp() does. From line to line nothing but the
/// figures changes in most of them, and so a line is held against those that were read before: a hundred thousand lines
/// are not taken apart by the whole grammar.
class WhatsappStampReader {
 public:
  /// The stamp at the beginning of a line, or null. It is good until the next call.
  const WhatsappStamp* read(std::string_view line);
  /// The form of the stamp that was read last.
  std::uint32_t form() const { return m_form; }

 private:
  /// A stamp whose figures may be others.
  struct Pattern {
    static constexpr std::size_t kMostNumbers = 6;  // of the date three, and hour, minute, second
    struct Number {
      std::uint8_t place = 0;             // of the date 0 to 2, hour 3, minute 4, second 5
      std::uint8_t fewest = 1, most = 2;  // figures: one or two, two, or three or four
      std::uint32_t text_before = 0;      // bytes, which stand in every such stamp
    };
    std::array<Number, kMostNumbers> numbers{};
    std::size_t count = 0;    // of the numbers
    std::string text;         // all that is no figure, one after the other
    std::size_t longest = 0;  // bytes; shorter lines are left to the grammar, so that no end is looked for here
    std::size_t behind = 0;   // bytes behind the date and the time
    WhatsappStamp stamp;      // the last one that was like this
    std::uint32_t form = 0;   // of it
    // Messages that follow each other are mostly of one day: what stood before the last hour, where that is the date,
    // and how much of `text` that takes. Empty where the time comes first.
    std::string date;
    std::size_t text_of_date = 0;

    bool read(std::string_view line);
  };
  const WhatsappStamp* read_otherwise(std::string_view line);
  static std::optional<Pattern> pattern_of(const WhatsappStamp& stamp, std::string_view line);

  std::vector<Pattern> m_patterns;
  std::size_t m_last = 0;  // the one that was found last
  WhatsappStamp m_other;   // a stamp that has no pattern
  std::uint32_t m_form = 0;
};

}  // namespace daybook::vault
