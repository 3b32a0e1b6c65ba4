#include "vault/bundle/check/fingerprints.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"
#include "crypto/hash.h"
#include "vault/store/zip_writer.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

std::string line(const auto& digest, const std::string& path) { return crypto::to_hex(digest) + "  " + path + "\n"; }

// A bag of three files, of which the list of fingerprints is one.
struct Bag {
  std::map<std::string, std::string> texts{{"bagit.txt", "one"}, {"data/000001.txt", "two"}};
  std::vector<std::string> found;  // findings and subjects
  std::string receipt;

  std::string good_list() const {
    std::string list;
    for (const auto& [path, text] : texts) list += line(crypto::Sha256::of(as_bytes(text)), path);
    return list;
  }

  // Looks at the bag with this list; a file at `changed` is not unchanged.
  void look(const std::string& list, const std::string& changed = "") {
    auto all = texts;
    all[kFingerprints] = list;
    std::vector<ZipPlan> plans;
    for (const auto& [path, text] : all) plans.push_back(plan_text("bag/" + path, text));
    MemorySink sink;
    REQUIRE(write_zip(plans, sink).ok());
    MemorySource source(sink.bytes);
    FindingLog log;
    const auto container = Container::of_zip(source, log).value();
    REQUIRE(container);
    BagList<64> tags(*container, ListOf::tags), payload(*container, ListOf::payload);
    for (const auto& [path, text] : all)
      (path.starts_with("data/") ? payload : tags).feed(line(crypto::Sha512::of(as_bytes(text)), path));
    tags.finish();
    payload.finish();
    Fingerprints fingerprints(*container, tags);
    REQUIRE(fingerprints.read(log).ok());
    std::vector<bool> is_unchanged(container->count(), true);
    for (FileIndex file = 0; file < container->count(); ++file) {
      const std::string path(container->name(file).substr(4));
      fingerprints.compare(file, crypto::Sha256::of(as_bytes(all.at(path))));
      is_unchanged[file] = path != changed;
    }
    fingerprints.judge(payload, is_unchanged, log);
    receipt = fingerprints.receipt(is_unchanged);
    found.clear();
    for (const VerdictLine& one : log.take_lines()) found.push_back(name_of(one.finding) + (" " + one.subject));
  }
};

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a list of fingerprints that is right about every file is told with its number of lines") {
  Bag bag;
  bag.look(bag.good_list());
  CHECK(bag.found == Found{"fingerprints_match 2"});
  CHECK(bag.receipt == crypto::to_hex(crypto::Sha256::of(as_bytes(bag.good_list()))));
}

TEST_CASE("a list of fingerprints is wrong about a file, a line, or as a whole") {
  Bag bag;
  const std::string zeros = std::string(64, '0') + "  ";
  bag.look(line(crypto::Sha256::of(as_bytes("other")), "bagit.txt") +
           line(crypto::Sha256::of(as_bytes("two")), "data/000001.txt"));
  CHECK(bag.found == Found{"fingerprints_wrong bagit.txt"});
  bag.look(line(crypto::Sha256::of(as_bytes("one")), "bagit.txt"));
  CHECK(bag.found == Found{"fingerprints_wrong data/000001.txt"});
  bag.look(bag.good_list() + zeros + "data/000009.txt\n" + zeros + "fingerprints-sha256.txt\n" + zeros +
           "tagmanifest-sha512.txt\n");
  CHECK(bag.found.size() == 3);
  for (const char* form : {"bagit.txt", "  bagit.txt\n", "\n"}) {
    bag.look(form + bag.good_list());
    CHECK(bag.found == Found{"fingerprints_wrong fingerprints-sha256.txt"});
  }
  bag.look(zeros + "z\n" + bag.good_list());  // not in order
  CHECK(bag.found == Found{"fingerprints_wrong fingerprints-sha256.txt"});
  CHECK(bag.receipt.size() == 64);  // the number is that of the file, whatever the file says
}

TEST_CASE("of a file that is not unchanged the list of fingerprints says nothing, and is not called right") {
  Bag bag;
  bag.look(bag.good_list(), "data/000001.txt");
  CHECK(bag.found.empty());
  bag.look(line(crypto::Sha256::of(as_bytes("one")), "bagit.txt"), "data/000001.txt");
  CHECK(bag.found.empty());
  bag.look(bag.good_list(), kFingerprints);
  CHECK(bag.found.empty());
  CHECK(bag.receipt.empty());
}
