#pragma once

#include "vault/bundle/check/verdict.h"
#include "vault/store/vault.h"

namespace daybook::ui {

// What is said of a copy: first the answer, then whose seal it is or the one thing to do. Who reads no more than these two
// knows. All foreign text in them has gone through foreign_line().

/// The first sentence: one of the five answers, and what follows from it at once.
std::string answer_sentence(const vault::CopyVerdict& verdict);
/// The second: whose seal it is, where it matches; else what to do.
std::string next_sentence(const vault::CopyVerdict& verdict);
/// Whether it continues a log that the reader holds; empty where none was given.
std::string connection_sentence(const vault::CopyVerdict& verdict);
/// What no check of this kind shows.
std::string limits_sentence();
/// What the keeper's program states and nobody can check, a line each: purpose, day, number, program.
std::vector<std::string> stated_lines(const vault::CopyVerdict& verdict);

std::string sentence(vault::OpenNotice notice);

}  // namespace daybook::ui
