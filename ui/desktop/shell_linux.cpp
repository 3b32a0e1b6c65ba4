#include <unistd.h>

#include "ui/desktop/shell.h"

namespace daybook::ui {

void end_process() { ::_exit(0); }

void begin_anew(const std::string& locked_because) {
  std::string program = "/proc/self/exe", name = "notes", option = "--locked", text = locked_because;
  char* arguments[] = {name.data(), option.data(), text.data(), nullptr};
  ::execv(program.c_str(), arguments);
  ::_exit(1);  // locked all the same
}

}  // namespace daybook::ui
