#include <algorithm>

#include "crypto/age_keys.h"
#include "ui/cli/arguments_file.h"
#include "ui/cli/command_line.h"
#include "ui/cli/terminal.h"
#include "ui/words/error_text.h"
#include "ui/words/foreign_text.h"
#include "vault/store/process.h"

namespace daybook::ui {
namespace {

int report(const Error& error, Output& output) {
  const ErrorText text = explain(error);
  const int code = exit_code(error.code);
  if (output.is_json()) {
    Json object{{"error",
                 {{"code", code_name(error.code)},
                  {"exit", code},
                  {"what", foreign_line(text.what)},  // may hold the name of a file, which need not be UTF-8 as JSON is
                  {"safe", text.safe},
                  {"next", text.next}}}};
    // Items that were saved before the error are told in its object, because they stay saved.
    if (output.object().is_object() && output.object().contains("items") && !output.object()["items"].empty())
      object["error"]["saved"] = output.object()["items"];
    output.object(std::move(object));
    output.finish();
    return code;
  }
  std::fprintf(stderr, "%s\n", foreign_line(text.what).c_str());
  if (!text.safe.empty()) std::fprintf(stderr, "%s\n", text.safe.c_str());
  if (!text.next.empty()) std::fprintf(stderr, "%s\n", text.next.c_str());
  return code;
}

}  // namespace

int run_program(int argc, char** argv) {
  vault::protect_process();
  watch_for_interrupt();
  const auto arguments = with_arguments_of_files(argc, argv);
  if (!arguments) {
    Output output(std::find(argv, argv + argc, std::string_view("--json")) != argv + argc);
    return report(arguments.error(), output);
  }
  std::vector<const char*> pointers;
  for (const std::string& argument : *arguments) pointers.push_back(argument.c_str());
  const CommandLineOutcome outcome = parse_command_line(static_cast<int>(pointers.size()), pointers.data());
  if (!outcome.command) {
    std::fputs(outcome.answer.c_str(), stdout);
    // The complaint repeats words that were not understood, and a secret key may be one of them.
    std::fputs(safe_for_terminal(crypto::without_secret_key(outcome.complaint)).c_str(), stderr);
    return outcome.exit;
  }
  const Options& options = outcome.command->options;
  Output output(options.json);
  const auto result = outcome.command->run(options, output);
  if (!result && !output.does_answer_stand()) return report(result.error(), output);
  if (result) output.done();
  output.finish();
  if (!result && output.is_json()) return exit_code(result.error().code);
  if (!result) return report(result.error(), output);
  return output.has_arrived() ? output.exit() : exit_code(ErrorCode::input_output);
}

}  // namespace daybook::ui
