#include "vault/intake/chat/alignment.h"

#include <algorithm>
#include <limits>

namespace daybook::vault {
namespace {

using Messages = std::vector<std::uint32_t>;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// The longest run of pairs that ascend in `second`, of pairs that ascend in `first` (Fredman, On computing the length
// of longest increasing subsequences, 1975).
std::vector<SamePlaces> ascending(const std::vector<SamePlaces>& pairs) {
  std::vector<std::uint32_t> ends;  // by length less one: the pair that ends a run of it with the least `second`
  std::vector<std::uint32_t> before(pairs.size());
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    const auto at =
        std::lower_bound(ends.begin(), ends.end(), pairs[i].second,
                         [&](std::uint32_t end, std::uint32_t wanted) { return pairs[end].second < wanted; });
    before[i] = at == ends.begin() ? kNone : *(at - 1);
    if (at == ends.end())
      ends.push_back(i);
    else
      *at = i;
  }
  std::vector<SamePlaces> run(ends.size());
  std::uint32_t last = ends.empty() ? kNone : ends.back();
  for (auto place = run.rbegin(); place != run.rend(); ++place) {
    *place = pairs[last];
    last = before[last];
  }
  return run;
}

// Messages from a place on, up to another one, in each export.
struct Gap {
  SamePlaces begin, end;
  bool is_open() const { return begin.first < end.first && begin.second < end.second; }
};

class Alignment {
 public:
  Alignment(const Messages& first, const Messages& second) : m_first(first), m_second(second) {}

  std::vector<SamePlaces> found() {
    const Gap all{{0, 0}, {static_cast<std::uint32_t>(m_first.size()), static_cast<std::uint32_t>(m_second.size())}};
    fill(all, anchors(), [&](Gap gap) { fill_gap(gap); });
    return std::move(m_found);
  }

 private:
  // Takes in pairs that lie in a gap, and what `fill_between` finds before, between and behind them.
  template <class FillBetween>
  void fill(const Gap& gap, const std::vector<SamePlaces>& pairs, const FillBetween& fill_between) {
    SamePlaces begin = gap.begin;
    for (const SamePlaces& pair : pairs) {
      fill_between({begin, pair});
      m_found.push_back(pair);
      begin = {pair.first + 1, pair.second + 1};
    }
    fill_between({begin, gap.end});
  }

  std::vector<SamePlaces> anchors() const {
    struct Seen {
      std::uint32_t place = kNone;               // in the second export, where it stands there once
      std::uint8_t in_first = 0, in_second = 0;  // 2: more than once
    };
    std::vector<Seen> seen;
    const auto of = [&](std::uint32_t message) -> Seen& {
      if (message >= seen.size()) seen.resize(std::max<std::size_t>(message + std::size_t{1}, 2 * seen.size()));
      return seen[message];
    };
    for (const std::uint32_t message : m_first) {
      Seen& one = of(message);
      one.in_first = one.in_first == 0 ? 1 : 2;
    }
    for (std::uint32_t i = 0; i < m_second.size(); ++i) {
      Seen& one = of(m_second[i]);
      one.in_second = one.in_second == 0 ? 1 : 2;
      one.place = i;
    }
    std::vector<SamePlaces> once;
    for (std::uint32_t i = 0; i < m_first.size(); ++i) {
      const Seen& one = of(m_first[i]);
      if (one.in_first == 1 && one.in_second == 1) once.push_back({i, one.place});
    }
    return ascending(once);
  }

  void fill_gap(Gap gap) {
    fill_ends(gap, [&](const Gap& middle) {
      fill(middle, same_turns(middle), [&](Gap rest) { fill_ends(rest, [](const Gap&) {}); });
    });
  }

  // Takes in what both have at the beginning and at the end of a gap, and hands on what is left in its middle.
  template <class FillMiddle>
  void fill_ends(Gap gap, const FillMiddle& fill_middle) {
    for (; gap.is_open() && m_first[gap.begin.first] == m_second[gap.begin.second];
         ++gap.begin.first, ++gap.begin.second)
      m_found.push_back(gap.begin);
    SamePlaces behind = gap.end;
    for (; gap.is_open() && m_first[gap.end.first - 1] == m_second[gap.end.second - 1];
         --gap.end.first, --gap.end.second) {
    }
    if (gap.is_open()) fill_middle(gap);
    for (SamePlaces place = gap.end; place.first < behind.first && place.second < behind.second;
         ++place.first, ++place.second)
      m_found.push_back(place);
  }

  // The k-th of those that are alike in one export as the k-th of them in the other, where that is in order.
  std::vector<SamePlaces> same_turns(const Gap& gap) const {
    const auto by_message = [](const Messages& messages, std::uint32_t begin, std::uint32_t end) {
      std::vector<std::uint32_t> places(end - begin);
      for (std::uint32_t i = begin; i < end; ++i) places[i - begin] = i;
      std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(messages[a], a) < std::pair(messages[b], b);
      });
      return places;
    };
    const std::vector<std::uint32_t> first = by_message(m_first, gap.begin.first, gap.end.first),
                                     second = by_message(m_second, gap.begin.second, gap.end.second);
    std::vector<SamePlaces> pairs;
    for (auto a = first.begin(), b = second.begin(); a != first.end() && b != second.end();) {
      const std::uint32_t of_first = m_first[*a], of_second = m_second[*b];
      // Where one has more of them, its further ones are passed over, since the next of the other is a greater number.
      if (of_first == of_second) pairs.push_back({*a, *b});
      if (of_first <= of_second) ++a;
      if (of_second <= of_first) ++b;
    }
    std::sort(pairs.begin(), pairs.end(), [](const SamePlaces& a, const SamePlaces& b) { return a.first < b.first; });
    return ascending(pairs);
  }

  const Messages& m_first;
  const Messages& m_second;
  std::vector<SamePlaces> m_found;
};

}  // namespace

std::vector<SamePlaces> align(const Messages& first, const Messages& second) {
  return Alignment(first, second).found();
}

}  // namespace daybook::vault
