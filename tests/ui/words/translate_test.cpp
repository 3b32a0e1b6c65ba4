#include "ui/words/translate.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

using daybook::ui::load_catalogue;
using daybook::ui::tr;

namespace {

using Sentences = std::vector<std::pair<std::string, std::string>>;

// A catalogue in GNU gettext's binary format: header, two tables of (length, offset), the texts.
std::string catalogue(const Sentences& sentences) {
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
  for (const std::size_t value : {std::size_t{0x950412de}, std::size_t{0}, sentences.size(), std::size_t{28}, 28 + table,
                                  std::size_t{0}, std::size_t{0}})
    put(header, value);
  return header + originals + translations + texts;
}

struct EnglishAgain {
  ~EnglishAgain() { (void)load_catalogue(catalogue({})); }
};

}  // namespace

TEST_CASE("a catalogue translates what it has, and a damaged one changes nothing") {
  const EnglishAgain at_the_end;
  const std::string bytes = catalogue({{"", "Language: pl"}, {"Hide now", "Ukryj teraz"}});
  CHECK(std::string(tr("Hide now")) == "Hide now");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (load_catalogue(std::string_view(bytes).substr(0, size)).ok()) FAIL("a part of " << size << " bytes was taken");
  }
  CHECK(std::string(tr("Hide now")) == "Hide now");
  CHECK(load_catalogue(bytes).value() == 0);
  CHECK(std::string(tr("Hide now")) == "Ukryj teraz");
  CHECK(std::string(tr("Settings")) == "Settings");
  CHECK(load_catalogue(catalogue({})).value() == 0);
  CHECK(std::string(tr("Hide now")) == "Hide now");
}

TEST_CASE("a translation whose places for values are not those of the original is left out, and English stands in") {
  const EnglishAgain at_the_end;
  const Sentences wrong{{"a {} minutes", "minut"},      {"b {} minutes", "{} minut {}"}, {"c {} minutes", "{1} minut"},
                        {"d {} minutes", "{minut}"},    {"e {} minutes", "{ minut"},     {"f {} minutes", "{} minut}"},
                        {"g {} of {}", "{} {1}"},       {"h {} of {}", "{1} {2}"},       {"i nothing", "{}"},
                        {"j {} minutes", "{:>99999999} minut"}, {"k {} of {}", "{0}"}};
  const Sentences right{{"l {} of {}", "{1} z {0}"}, {"m {} of {}", "{} z {}"}, {"n {} minutes", "{0} i {0}"},
                        {"o nothing", "nic"},        {"p {}", "{{{}}}"}};
  Sentences all = wrong;
  all.insert(all.end(), right.begin(), right.end());
  CHECK(load_catalogue(catalogue(all)).value() == wrong.size());
  for (const auto& [original, translation] : wrong) {
    INFO(translation);
    CHECK(tr(original.c_str()) == original);
  }
  for (const auto& [original, translation] : right) {
    INFO(translation);
    CHECK(tr(original.c_str()) == translation);
  }
}
