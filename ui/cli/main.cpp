#include "ui/cli/commands.h"

int main(int argc, char** argv) { return daybook::ui::run_program(argc, argv); }
