#include <cstdio>
#include <string_view>

#include "ui/shell/main_window.h"
#include "vault/store/process.h"

// The program with the window. A person gives no argument. `-` comes from begin_anew() and says that there is a
// handover.
int main(int argc, char** argv) {
  daybook::vault::protect_process();
  if (argc == 1) return daybook::ui::run_window({});
  if (argc == 2 && std::string_view(argv[1]) == "-")
    return daybook::ui::run_window(daybook::ui::take_handover().value_or(daybook::ui::Handover{}));
  std::fprintf(stderr, "Start it without options. What can be done from the terminal, daybook-cli does.\n");
  return 2;
}
