#include <algorithm>
#include <cstdio>

#include "crypto/words.h"
#include "tests/support/corpora.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/folder_on_disk.h"
#include "vault/bundle/copy_key.h"
#include "vault/store/segmented_file.h"

// Reads paths from standard input, one a line, and prints for each what the checker says of the copy there, as one line of
// JSON in the form of tests/data/copies/*/expected.json: for holding thousands of copies against another checker. A path is
// a copy, or a folder of the conformance set with a copy and, in typed.json, what its reader typed. The check runs in this
// process, so that a sanitizer sees it.

using namespace daybook;
using namespace daybook::vault;

namespace {

// A copy and what its reader brings.
struct Case {
  Path copy;
  CheckOptions options;
};

std::string text_in(const Path& folder, const Json& typed, const char* name) {
  return test::read_file(folder / text_member(typed, name).value());
}

Result<Case> read_case(const Path& folder) {
  Case read;
  for (const char* name : {"copy.zip", "copy.age", "copy.zip.001", "copy.age.001", "copy"}) {
    if (std::filesystem::exists(folder / name)) read.copy = folder / name;
  }
  if (!std::filesystem::exists(folder / "typed.json")) return read;
  const Json typed = Json::parse(test::read_file(folder / "typed.json"));
  if (const auto words = text_member(typed, "words")) {
    TRY_ASSIGN(read.options.brings.confirmed_words, crypto::parse_key_words(*words));
  }
  if (typed.contains("earlier")) {
    for (const Json& name : typed["earlier"])
      read.options.brings.earlier_checkpoints.push_back(test::read_file(folder / name.get<std::string>()));
  }
  if (typed.contains("identity")) {
    TRY_ASSIGN(read.options.keys.identities, crypto::parse_identity_file(text_in(folder, typed, "identity")));
  }
  const auto passphrase = text_member(typed, "passphrase");
  if (typed.contains("password_key") && passphrase) {
    const std::string key = text_in(folder, typed, "password_key");
    TRY_ASSIGN(read.options.keys.identities,
               open_copy_key(as_bytes(key), crypto::SecretBuffer::copy_of(as_bytes(*passphrase))));
  } else if (passphrase) {
    read.options.keys.passphrase = crypto::SecretBuffer::copy_of(as_bytes(*passphrase));
  }
  return read;
}

Result<CopyVerdict> check(const Case& one, const ItemReceiver& items) {
  FileSystem& files = operating_system_files();
  if (!std::filesystem::is_directory(one.copy))
    return check_own_copy(files, find_parts(files, one.copy), one.options, items);
  TRY_ASSIGN(auto folder, FolderOnDisk::list(files, one.copy));
  return CopyCheck(one.options.brings, {}, items).check_folder(folder);
}

Json verdict_of(const Path& path) {
  const bool is_folder = std::filesystem::is_directory(path);
  auto one = is_folder ? read_case(path) : Result<Case>(Case{path, {}});
  if (one && one->copy.empty()) one->copy = path;  // no case of the set: the folder is itself the copy
  if (!one) return {{"error", one.error().detail}};
  Json items = Json::array(), findings = Json::array();
  const auto verdict = check(*one, [&](ItemVerdict item) -> Result<void> {
    items.push_back({item.item, item.path, name_of(state_of(item.finding)), name_of(item.finding)});
    return {};
  });
  if (!verdict) return {{"error", verdict.error().detail}};
  for (const VerdictLine& line : verdict->lines) {
    const bool is_step = line.finding == Finding::not_reached;
    findings.push_back({name_of(line.finding), is_step ? name_of(line.step) : line.subject});
    if (line.more > 0) findings.push_back({name_of(line.finding), "... " + std::to_string(line.more) + " more"});
  }
  if (verdict->answer == Answer::could_not_be_checked) items.clear();
  return {
      {"answer", name_of(verdict->answer)}, {"receipt", verdict->receipt}, {"findings", findings}, {"items", items}};
}

}  // namespace

int main() {
  char line[4096];
  while (std::fgets(line, sizeof line, stdin) != nullptr) {
    std::string path = line;
    while (path.ends_with('\n')) path.pop_back();
    const Json verdict = verdict_of(path);
    std::printf("%s\n", verdict.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    std::fflush(stdout);
  }
}
