#pragma once

#include <string>
#include <utility>
#include <vector>

namespace daybook::test {

/// English sentences with their translations. The translation of the empty sentence is the header.
using Sentences = std::vector<std::pair<std::string, std::string>>;

/// A catalogue of these sentences in GNU gettext's binary format (.mo).
inline std::string catalogue_file(const Sentences& sentences) {
  std::string header, originals, translations, texts;
  const auto put = [](std::string& target, std::size_t value) {
    for (int i = 0; i < 4; ++i) target += static_cast<char>(value >> (8 * i));
  };
  const std::size_t table = 8 * sentences.size(), begin = 28 + 2 * table;
  const auto add = [&](std::string& rows, const std::string& text) {
    put(rows, text.size());
    put(rows, begin + texts.size());
    texts += text + '\0';
  };
  for (const auto& [original, translation] : sentences) {
    add(originals, original);
    add(translations, translation);
  }
  for (const std::size_t value : {std::size_t{0x950412de}, std::size_t{0}, sentences.size(), std::size_t{28},
                                  28 + table, std::size_t{0}, std::size_t{0}})
    put(header, value);
  return header + originals + translations + texts;
}

}  // namespace daybook::test
