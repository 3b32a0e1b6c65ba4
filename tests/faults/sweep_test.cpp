#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "tests/faults/scenarios.h"
#include "tests/faults/workplace.h"
#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// DAYBOOK_SCENARIO names one of them, to look closer.
std::vector<Scenario> chosen_scenarios() {
  const char* given = std::getenv("DAYBOOK_SCENARIO");
  std::vector<Scenario> chosen = scenarios();
  if (given != nullptr)
    std::erase_if(chosen, [&](const Scenario& scenario) { return std::string_view(scenario.name) != given; });
  return chosen;
}

// The roots that scenarios begin from.
class SweepWorkplace : public MemoryFolder {
 public:
  SweepWorkplace() {
    make_base(path() / "base");
    std::filesystem::create_directories(path() / "empty" / "stick");
  }
  Path begin(const Scenario& scenario) {
    const Path root = path() / "root";
    std::filesystem::remove_all(root);
    std::filesystem::copy(path() / (scenario.needs_record ? "base" : "empty"), root,
                          std::filesystem::copy_options::recursive);
    return root;
  }
  Path state() const { return path() / "state"; }
};

struct Count {
  std::size_t states = 0, survived = 0;
  void add(const std::string& fault) {
    ++states;
    if (fault.empty())
      ++survived;
    else
      FAIL_CHECK(fault);
  }
};

// Runs a scenario once, with what it did written down.
struct Recording {
  Recording(SweepWorkplace& workplace, const Scenario& scenario)
      : root(workplace.begin(scenario)), before(MediumRules{}), recorder(root), stage(root, recorder) {
    before.load(root);
    const RecordingVfs vfs(recorder);
    const auto done = scenario.run(stage);
    if (!done) FAIL(scenario.name << ": " << done.error().detail);
  }
  DiskModel model(const MediumRules& rules, const Path& base) const {
    DiskModel fresh(rules);
    fresh.load(base);
    return fresh;
  }
  Path root;
  DiskModel before;
  Recorder recorder;
  Stage stage;
};

}  // namespace

TEST_CASE("killed before any operation, or with it half done, a record loses nothing that was acknowledged") {
  SweepWorkplace workplace;
  Count count;
  std::size_t operations = 0;
  for (const Scenario& scenario : chosen_scenarios()) {
    const Recording recording(workplace, scenario);
    operations += recording.recorder.operations.size();
    DiskModel model = recording.before;
    for (std::size_t n = 0; n <= recording.recorder.operations.size(); ++n) {
      if (n > 0) model.apply(recording.recorder.operations[n - 1]);
      if (n % stride() != first_place() && n != recording.recorder.operations.size()) continue;
      INFO(scenario.name << ", killed after operation " << n
                         << (n > 0 ? ": " + describe(recording.recorder.operations[n - 1]) : ""));
      model.write_after_kill(workplace.state());
      count.add(judge(recording.stage, scenario, workplace.state(), n, true));
      const bool half = n < recording.recorder.operations.size() &&
                        recording.recorder.operations[n].kind == DiskOperation::Kind::write;
      if (!half) continue;
      DiskOperation torn = recording.recorder.operations[n];
      torn.bytes.resize(torn.bytes.size() / 2);
      DiskModel with_half = model;
      with_half.apply(torn);
      with_half.write_after_kill(workplace.state());
      count.add(judge(recording.stage, scenario, workplace.state(), n, true));
    }
  }
  std::printf("sweep: %zu operations of %zu scenarios; killed in %zu states, %zu survived\n", operations,
              chosen_scenarios().size(), count.states, count.survived);
}

TEST_CASE("when the power fails, with what was not synced lost, torn or out of order, nothing acknowledged is lost") {
  SweepWorkplace workplace;
  std::mt19937_64 random(seed());
  for (const MediumRules& rules : {MediumRules{true, true}, MediumRules{false, false}}) {
    Count count;
    for (const Scenario& scenario : chosen_scenarios()) {
      const Recording recording(workplace, scenario);
      DiskModel model(rules);
      model.load(workplace.begin(scenario));
      for (std::size_t n = 0; n <= recording.recorder.operations.size(); ++n) {
        if (n > 0) model.apply(recording.recorder.operations[n - 1]);
        if (n % stride() != first_place() && n != recording.recorder.operations.size()) continue;
        for (const auto unsynced : {DiskModel::Unsynced::dropped, DiskModel::Unsynced::torn,
                                    DiskModel::Unsynced::random, DiskModel::Unsynced::random}) {
          INFO(scenario.name << ", power failure after operation " << n
                             << (n > 0 ? ": " + describe(recording.recorder.operations[n - 1]) : "") << ", unsynced "
                             << static_cast<int>(unsynced));
          model.write_after_power_failure(workplace.state(), unsynced, random);
          count.add(judge(recording.stage, scenario, workplace.state(), n, rules.atomic_rename));
        }
      }
    }
    std::printf("sweep: power failures%s in %zu states, %zu survived\n",
                rules.atomic_rename ? "" : " on a medium like FAT", count.states, count.survived);
  }
}

TEST_CASE("an operation that fails, alone or with all after it, loses nothing that was acknowledged") {
  SweepWorkplace workplace;
  Count count;
  for (const Scenario& scenario : chosen_scenarios()) {
    for (const ErrorCode failure : {ErrorCode::input_output, ErrorCode::disk_full}) {
      for (const bool and_all_after : {false, true}) {
        for (std::size_t fail_at = first_place();; fail_at += stride()) {
          const Path root = workplace.begin(scenario);
          Recorder recorder(root);
          recorder.fail_at = fail_at;
          recorder.and_all_after = and_all_after;
          recorder.failure = failure;
          Stage stage(root, recorder);
          INFO(scenario.name << ", operation " << fail_at << (and_all_after ? " and all after" : " alone") << " fails, "
                             << (failure == ErrorCode::disk_full ? "disk full" : "I/O error"));
          {
            const RecordingVfs vfs(recorder);
            (void)scenario.run(stage);
          }
          if (recorder.asked <= fail_at) break;
          count.add(judge(stage, scenario, root, recorder.operations.size(), true));
        }
      }
    }
  }
  std::printf("sweep: failing operations in %zu runs, %zu survived\n", count.states, count.survived);
}

// For operations_test.py, which has the kernel count too: what was written down, in a form that it can read.
TEST_CASE("operations as they were written down", "[.count]") {
  SweepWorkplace workplace;
  for (const Scenario& scenario : chosen_scenarios()) {
    const Path ready = workplace.begin(scenario);
    const Path root = ready.parent_path() / "counted";
    std::filesystem::rename(ready, root);
    std::printf("ROOT %s\n", root.c_str());
    std::fflush(stdout);
    Recorder recorder(root);
    Stage stage(root, recorder);
    {
      const RecordingVfs vfs(recorder);
      REQUIRE(scenario.run(stage).ok());
    }
    for (const DiskOperation& operation : recorder.operations) std::printf("DID %s\n", describe(operation).c_str());
    std::printf("END %s\n", scenario.name);
    std::fflush(stdout);
    std::filesystem::rename(root, ready);
  }
}
