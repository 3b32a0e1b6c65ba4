#include <cstdio>
#include <string>
#include <string_view>

#include "ui/desktop/shell.h"
#include "vault/store/process.h"

// The window. Its only option is its own, for the way back from a lock.
int main(int argc, char** argv) {
  daybook::vault::protect_process();
  if (argc == 1) return daybook::ui::run_window("");
  if (argc == 3 && std::string_view(argv[1]) == "--locked") return daybook::ui::run_window(argv[2]);
  std::fprintf(stderr, "Start it without options. What can be done from the terminal, daybook-cli does.\n");
  return 2;
}
