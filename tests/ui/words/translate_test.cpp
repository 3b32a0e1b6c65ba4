#include "ui/words/translate.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/catalogue_file.h"

using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct EnglishAgain {
  ~EnglishAgain() { speak(nullptr); }
};

// Speaks the language of these bytes, and tells how many sentences were left out.
std::size_t speak_from(const std::string& bytes) {
  const auto catalogue = Catalogue::parse(bytes).value();
  speak(catalogue);
  return catalogue->left_out();
}

}  // namespace

TEST_CASE("a catalogue translates what it has, and a damaged one changes nothing") {
  const EnglishAgain at_the_end;
  const std::string bytes = catalogue_file({{"", "Language: pl"}, {"Hide now", "Ukryj teraz"}});
  CHECK(std::string(tr("Hide now")) == "Hide now");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (Catalogue::parse(bytes.substr(0, size)).ok()) FAIL("a part of " << size << " bytes was taken");
  }
  CHECK(std::string(tr("Hide now")) == "Hide now");
  CHECK(speak_from(bytes) == 0);
  CHECK(std::string(tr("Hide now")) == "Ukryj teraz");
  CHECK(std::string(tr("Settings")) == "Settings");
  CHECK(speak_from(catalogue_file({})) == 0);
  CHECK(std::string(tr("Hide now")) == "Hide now");
}

TEST_CASE("a translation whose places for values are not those of the original is left out, and English stands in") {
  const EnglishAgain at_the_end;
  const Sentences wrong{{"a {} minutes", "minut"},     {"b {} minutes", "{} minut {}"},
                        {"c {} minutes", "{1} minut"}, {"d {} minutes", "{minut}"},
                        {"e {} minutes", "{ minut"},   {"f {} minutes", "{} minut}"},
                        {"g {} of {}", "{} {1}"},      {"h {} of {}", "{1} {2}"},
                        {"i nothing", "{}"},           {"j {} minutes", "{:>99999999} minut"},
                        {"k {} of {}", "{0}"}};
  const Sentences right{{"l {} of {}", "{1} z {0}"},
                        {"m {} of {}", "{} z {}"},
                        {"n {} minutes", "{0} i {0}"},
                        {"o nothing", "nic"},
                        {"p {}", "{{{}}}"}};
  Sentences all = wrong;
  all.insert(all.end(), right.begin(), right.end());
  CHECK(speak_from(catalogue_file(all)) == wrong.size());
  for (const auto& [original, translation] : wrong) {
    INFO(translation);
    CHECK(tr(original.c_str()) == original);
  }
  for (const auto& [original, translation] : right) {
    INFO(translation);
    CHECK(tr(original.c_str()) == translation);
  }
}
