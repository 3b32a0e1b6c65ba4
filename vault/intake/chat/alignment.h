#pragma once

#include <cstdint>
#include <vector>

namespace daybook::vault {

/// A message that stands in two exports, by its place in each.
struct SamePlaces {
  std::uint32_t first = 0, second = 0;

  bool operator==(const SamePlaces&) const = default;
};

/// Which messages two exports share in the same order. Messages are told apart by number: equal numbers for equal
/// bytes, counted from 0 without great gaps. The answer ascends in both places, and depends on nothing else than the
/// two lists. n log n in time and 32 bytes a message in memory, whatever stands there.
///
/// Anchors are the messages that stand once in each, and of those the longest run that is in order (as Cohen's patience
/// diff has it, 2010). What stands more than once is taken between two anchors: from the beginning on and from the end
/// on as long as both agree, and then the k-th of one as the k-th of the other, where that is in order.
std::vector<SamePlaces> align(const std::vector<std::uint32_t>& first, const std::vector<std::uint32_t>& second);

}  // namespace daybook::vault
