#pragma once

#include <functional>

#include "tests/support/record_fixture.h"
#include "tests/support/recording_surroundings.h"

namespace daybook::test {

/// What a keeper does, with everything that the program has acknowledged so far and from which operation on.
class Stage {
 public:
  /// `root` holds "record" and "stick". `recorder` watches it.
  Stage(vault::Path root_folder, Recorder& recorder) : root(std::move(root_folder)), m_recorder(recorder) {}

  vault::Surroundings surroundings() {
    return {m_files, clock, nullptr, RecordingVfs::name(), /*segment_size=*/128 * 1024};
  }
  vault::Path record_path() const { return root / "record"; }
  vault::Path stick() const { return root / "stick"; }
  Result<std::unique_ptr<vault::Record>> open();

  /// From here on this must hold of the record, whatever happens. Returns what is wrong, or nothing.
  using Requirement = std::function<std::string(vault::Record&, const vault::Path& root)>;
  void acknowledge(Requirement requirement);
  /// From now on this may open the record; once acknowledged, it must.
  void try_passphrase(std::string_view passphrase);
  void acknowledge_passphrase();

  struct Acknowledged {
    std::size_t operations;
    Requirement requirement;
  };
  struct PassphraseChange {
    std::string passphrase;
    std::size_t tried;
    std::size_t acknowledged;
  };
  vault::Path root;
  FakeClock clock;
  std::vector<Acknowledged> acknowledged;
  std::vector<PassphraseChange> changes;

 private:
  Recorder& m_recorder;
  RecordingFiles m_files{m_recorder};
};

struct Scenario {
  const char* name;
  Result<void> (*run)(Stage&);
  bool needs_record = true;
};

/// Everything that the program does which changes a medium.
const std::vector<Scenario>& scenarios();

/// A record with some items and a stick, for scenarios to begin from; and beside `root` another continuation of it.
void make_base(const vault::Path& root);

/// Holds a state of the medium against what had been acknowledged after `operations` of them. Empty when all is well.
std::string judge(const Stage& stage, const Scenario& scenario, const vault::Path& root, std::size_t operations,
                  bool keeps_names);

}  // namespace daybook::test
