#pragma once

#include "tests/support/faulty_surroundings.h"
#include "tests/support/window_driver.h"

namespace daybook::test {

/// A window with an open record, on files and a database that can be made to fail.
struct Failing {
  FaultyFiles files;
  FaultyStatements statements;
  WindowDriver window{files, &statements};
  Failing() { window.make_record(); }

  void write(const char* text) {
    window.key(ImGuiMod_Ctrl | ImGuiKey_N);
    window.type(text);
  }
  void unlock() {
    window.type(WindowDriver::kOwnPassphrase);
    window.key(ImGuiKey_Enter);
  }
  void medium_fails(ErrorCode why) {
    files.failure = statements.failure = why;
    files.fail_at = statements.fail_at = 0;
  }
  void medium_is_well() { files.fail_at = statements.fail_at = -1; }
};

}  // namespace daybook::test
