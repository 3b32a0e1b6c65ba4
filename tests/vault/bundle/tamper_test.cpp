#include <catch2/catch_test_macros.hpp>
#include <set>

#include "crypto/encoding.h"
#include "crypto/tlog_proof.h"
#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "ui/words/finding_text.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

using Files = std::map<std::string, std::string>;

// The items that a file of the copy concerns: its own item, or none, or one that the list of items may name.
std::set<std::string> items_touched_by(const std::string& path, const Files& files) {
  std::set<std::string> items;
  if (path.starts_with("bag/data/")) items.insert(path.substr(9, 6));
  if (path.starts_with("bag/log/entries/") || path.starts_with("bag/log/openings/") ||
      path.starts_with("bag/log/proofs/")) {
    const std::string number = path.substr(path.rfind('/') + 1, 6);
    const Entry entry = parse_entry(files.at("bag/log/entries/" + number + ".json")).value();
    for (const ItemNumber item : entry.items) items.insert(item_text(item));
  }
  if (path == copy_path::kItems) items = {"000001", "000002", "000003", "000004"};  // any one of them, checked below
  return items;
}

// Files of the chain from the signature to the list of items: when one of them is not what was signed, nothing is said of
// any item, for then nothing connects it with the signature.
bool is_link(const std::string& path) {
  for (const char* link : {copy_path::kTagManifest, copy_path::kSignature, copy_path::kRootKey, copy_path::kManifest256,
                           copy_path::kManifest512, copy_path::kSeal, copy_path::kKeys, copy_path::kVkey,
                           copy_path::kCheckpoint, copy_path::kItems}) {
    if (path == link) return true;
  }
  return false;
}

// Of the three files that make the signature it is told that they do not fit each other, and no more.
bool is_of_signature(const std::string& path) {
  return path == copy_path::kSignature || path == copy_path::kTagManifest || path == copy_path::kRootKey;
}

// Found, named, and what was not touched still matches.
class TamperSet {
 public:
  TamperSet() : copy(fixture.seal()), original(unzip(copy.file())), out(fixture.folder / "tampered") {
    std::filesystem::create_directory(out);
    REQUIRE(check(copy.file()).matches());
  }

  CopyVerdict check(const Path& path) {
    CheckOptions options;
    options.brings.confirmed_root = fixture.record().keys().root.public_key();
    return fixture.check(path, options);
  }

  // `named` must be in the verdict; items other than `may_be_bad` must be good, where the chain reaches them.
  void expect_found(const std::string& what, const Files& files, const std::string& named,
                    const std::set<std::string>& may_be_bad, bool reaches_items = true, std::size_t most_bad = 99) {
    INFO(what);
    const Path path = out / (std::to_string(count++) + ".zip");
    zip(files, path);
    const CopyVerdict verdict = check(path);
    CHECK((verdict.answer == Answer::does_not_match || verdict.answer == Answer::added ||
           verdict.answer == Answer::could_not_be_checked));
    bool is_named = false;
    for (const VerdictLine& line : verdict.lines)
      is_named |= effect_of(line.finding) != Effect::none &&
                  (ui::sentence(line) + line.subject).find(named) != std::string::npos;
    CHECK(is_named);
    CHECK(verdict.items.empty() == !reaches_items);
    std::set<std::string> good, bad;
    for (const ItemVerdict& item : verdict.items)
      (item.finding == Finding::item_matches ? good : bad).insert(item.item);
    for (const std::string& item : bad) CHECK(may_be_bad.contains(item));
    CHECK(bad.size() <= most_bad);
    // Every item that was not touched is still said to match.
    for (const char* item : {"000001", "000002", "000003", "000004"}) {
      if (reaches_items && !may_be_bad.contains(item)) CHECK(good.contains(item));
    }
  }

  CopyFixture fixture;
  SealedCopy copy;
  Files original;
  Path out;
  int count = 0;
};

std::string lists_of(const Files& files, bool sha512) {
  std::string text;
  for (const auto& [path, bytes] : files) {
    if (path.starts_with("bag/data/"))
      text += (sha512 ? crypto::to_hex(crypto::Sha512::of(as_bytes(bytes)))
                      : crypto::to_hex(crypto::Sha256::of(as_bytes(bytes)))) +
              "  " + path.substr(4) + "\n";
  }
  return text;
}

// What somebody without the root key can do: make every list fit again.
void rewrite_lists(Files& files) {
  files[copy_path::kManifest256] = lists_of(files, false);
  files[copy_path::kManifest512] = lists_of(files, true);
  std::string tags;
  for (const auto& [path, bytes] : files) {
    const bool is_inside = path.starts_with("bag/") && !path.starts_with("bag/data/");
    if (!is_inside || path == copy_path::kTagManifest || path == copy_path::kSignature) continue;
    tags += crypto::to_hex(crypto::Sha512::of(as_bytes(bytes))) + "  " + path.substr(4) + "\n";
  }
  files[copy_path::kTagManifest] = tags;
}

void sign_with(Files& files, const crypto::SigningKey& key, const crypto::MinisignKeyId& id) {
  const auto before = crypto::parse_minisign_signature(files[copy_path::kSignature]).value();
  files[copy_path::kSignature] =
      crypto::minisign_sign(key, id, as_bytes(files[copy_path::kTagManifest]), before.trusted_comment);
}

}  // namespace

TEST_CASE("every file of a copy x flip, truncate, remove, rename, swap, empty, extend") {
  TamperSet set;
  int mutations = 0;
  std::string previous;
  for (const auto& [path, bytes] : set.original) {
    const std::set<std::string> touched = items_touched_by(path, set.original);
    const auto with = [&](const std::string& what, const std::function<void(Files&)>& change,
                          const std::set<std::string>& also = {}, const std::string& other = "") {
      Files files = set.original;
      change(files);
      std::set<std::string> all = touched;
      all.insert(also.begin(), also.end());
      set.expect_found(what + " " + path, files, is_of_signature(path) || is_of_signature(other) ? "" : path.substr(4),
                       all, !is_link(path) && !is_link(other));
      ++mutations;
    };
    for (const std::size_t at : {std::size_t{0}, bytes.size() / 3, bytes.size() / 2, bytes.size() - 1})
      with("flip " + std::to_string(at) + " of", [&](Files& files) { files[path][at] ^= 0x04; });
    with("truncate", [&](Files& files) { files[path].pop_back(); });
    with("empty", [&](Files& files) { files[path].clear(); });
    // Outside of the bag START-HERE.txt may be absent: it only stands there once more.
    if (path != kStartHere) with("remove", [&](Files& files) { files.erase(path); });
    with("rename", [&](Files& files) {
      files[path + "x"] = files[path];
      files.erase(path);
    });
    with("extend", [&](Files& files) { files[path] += '\n'; });
    if (!previous.empty() && set.original.at(previous) != bytes) {
      with(
          "swap with " + previous, [&](Files& files) { std::swap(files[path], files[previous]); },
          items_touched_by(previous, set.original), previous);
    }
    previous = path;
  }
  for (const char* added : {"bag/data/000099.jpg", "bag/log/entries/000099.json", "bag/extra.txt", "extra.txt"}) {
    Files files = set.original;
    files[added] = "added";
    set.expect_found("add", files, added, {});
    ++mutations;
  }
  std::printf("tampered copies found and named: %d of %d\n", mutations, set.count);
  CHECK(mutations == set.count);
}

TEST_CASE("lists rewritten to fit a changed file do not fit the signature and the log") {
  TamperSet set;
  Files files = set.original;
  files["bag/data/000001.txt"] = "I did nothing";
  rewrite_lists(files);
  set.expect_found("rewritten lists", files, "signature", {}, false);
}

TEST_CASE("an altered entry, with everything rewritten around it, is not in the log") {
  TamperSet set;
  Files files = set.original;
  std::string& entry = files["bag/log/entries/000001.json"];
  entry.replace(entry.find("\"time\":\"20"), 10, "\"time\":\"19");
  rewrite_lists(files);
  set.expect_found("altered entry", files, "signature", {}, false);
}

TEST_CASE("a proof of another tree proves nothing here") {
  TamperSet set;
  CopyFixture other;
  const Files others = unzip(other.seal().file());
  Files files = set.original;
  files["bag/log/proofs/000001.tlog-proof"] = others.at("bag/log/proofs/000001.tlog-proof");
  rewrite_lists(files);
  set.expect_found("proof of another tree", files, "signature", {}, false);
}

TEST_CASE("who stole the log key but not the root key is found out") {
  TamperSet set;
  Files files = set.original;
  const LogIdentity& log = set.fixture.record().keys().log;
  // A tree of one entry, properly signed with the stolen key.
  Json entry = parse_entry(files["bag/log/entries/000001.json"]).value().json;
  entry["time"] = "1999-01-01T00:00:00Z";
  entry["seq"] = 0;
  const std::string line = to_canonical(entry);
  const crypto::TreeHash root = crypto::leaf_hash(as_bytes(line));
  const std::string note = crypto::sign_note(crypto::Checkpoint{log.origin, 1, root}.to_text(), log.origin, log.key);
  files[copy_path::kCheckpoint] = note;
  files["bag/log/entries/000000.json"] = line;
  files["bag/log/proofs/000000.tlog-proof"] = crypto::TlogProof{0, {}, note}.to_text();
  rewrite_lists(files);
  set.expect_found("stolen log key", files, "signature", {}, false);
}

TEST_CASE("a copy signed anew with another key does not pass for the keeper's") {
  TamperSet set;
  const crypto::SigningKey thief = crypto::SigningKey::generate();
  const crypto::MinisignKeyId id{9, 9, 9, 9, 9, 9, 9, 9};
  Files files = set.original;
  SECTION("the signature alone") {
    sign_with(files, thief, id);
    set.expect_found("signature by another key", files, "another key", {}, false);
  }
  SECTION("the signature under the keeper's key id") {
    sign_with(files, thief, set.fixture.record().keys().root_id);
    set.expect_found("signature by another key", files, "signature", {}, false);
  }
  SECTION("everything, keys included: it is whole, but the words are others") {
    const crypto::MinisignPublicKey key{id, thief.public_key()};
    files[copy_path::kRootKey] = key.to_file();
    Json keys = parse_json(files[copy_path::kKeys]).value();
    keys["root"] = crypto::to_base64(thief.public_key().bytes());
    files[copy_path::kKeys] = to_canonical(keys);
    files["bag/data/000001.txt"] = "I did nothing";
    rewrite_lists(files);
    sign_with(files, thief, id);
    set.expect_found("signed anew", files, "another key than the one that you were given", {}, false);
    // Without anything to compare with, the verdict claims nothing about whose key it is.
    const CopyVerdict verdict = set.fixture.check(set.out / "0.zip");
    CHECK_FALSE(verdict.is_confirmed());
    CHECK(has(verdict, Finding::key_not_confirmed));
    CHECK(verdict.answer == Answer::does_not_match);
  }
}

TEST_CASE("litter that an operating system left is told as added, and what was sealed still matches") {
  TamperSet set;
  Files files = set.original;
  files["bag/data/Thumbs.db"] = "x";
  files["bag/.DS_Store"] = "x";
  zip(files, set.out / "litter.zip");
  const CopyVerdict verdict = set.check(set.out / "litter.zip");
  CHECK(verdict.answer == Answer::added);
  CHECK(has(verdict, Finding::file_added_by_system, "Thumbs.db"));
  CHECK(has(verdict, Finding::items_match));
}

TEST_CASE("every byte of the container's own structure is guarded") {
  CopyFixture fixture;
  const SealedCopy copy = fixture.seal({fixture.words});
  const std::string good = read_file(copy.file());
  std::size_t found = 0, flipped = 0;
  for (std::size_t at = 0; at < good.size(); at += at < 3000 || at > good.size() - 3000 ? 1 : 13) {
    std::string bad = good;
    bad[at] ^= 0x10;
    write_file(fixture.folder / "bad.zip", bad);
    ++flipped;
    const CopyVerdict verdict = fixture.check(fixture.folder / "bad.zip");
    // Dates and attributes say nothing of the content: "packed again" is what there is to say of them.
    found += !verdict.matches() || has(verdict, Finding::container_repacked);
  }
  std::printf("bytes flipped in the container: %zu, found: %zu\n", flipped, found);
  CHECK(found == flipped);
  for (std::size_t size = 0; size < good.size(); size += 211) {
    write_file(fixture.folder / "bad.zip", good.substr(0, size));
    CHECK_FALSE(fixture.check(fixture.folder / "bad.zip").matches());
  }
}
