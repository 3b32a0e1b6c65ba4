#pragma once

#include "vault/bundle/check/verdict.h"

namespace daybook::ui {

/// What the keeper's program states of a copy and nobody can check, a line each: purpose, day, number, program; and, as
/// far as the copy says it, who prepared it, what is left out of it and who is described. All foreign text in these
/// lines has gone through foreign_line().
std::vector<std::string> stated_lines(const vault::CopyVerdict& verdict);

}  // namespace daybook::ui
