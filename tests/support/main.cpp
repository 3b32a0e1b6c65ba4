#include <catch2/catch_session.hpp>
#include <catch2/catch_test_case_info.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>

#include "tests/support/seed.h"

namespace daybook::test {
std::uint64_t seed() {
  static const std::uint64_t value = [] {
    const char* given = std::getenv("DAYBOOK_TEST_SEED");
    const std::uint64_t chosen = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::printf("seed %llu (repeat with DAYBOOK_TEST_SEED)\n", static_cast<unsigned long long>(chosen));
    return chosen;
  }();
  return value;
}

namespace {

// ctest sees that a case was skipped only when all of a source file were. So each skipped case is written, with its
// reason, to the file that DAYBOOK_SKIPPED names, where packaging/test counts. Tests in Python do so in skipped.py.
class SkipWriter : public Catch::EventListenerBase {
 public:
  using EventListenerBase::EventListenerBase;

  void assertionEnded(const Catch::AssertionStats& stats) override {
    if (stats.assertionResult.getResultType() == Catch::ResultWas::ExplicitSkip)
      m_reason = std::string(stats.assertionResult.getMessage());
  }

  void testCaseEnded(const Catch::TestCaseStats& stats) override {
    const char* file = std::getenv("DAYBOOK_SKIPPED");
    if (stats.totals.assertions.skipped == 0 || file == nullptr) return;
    // The line is written at once and at the end of the file, because other programs write there at the same time.
    std::ofstream(file, std::ios::app) << stats.testInfo->name + "\t" + m_reason + "\n";
  }

 private:
  std::string m_reason;
};
CATCH_REGISTER_LISTENER(SkipWriter)

}  // namespace
}  // namespace daybook::test

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
