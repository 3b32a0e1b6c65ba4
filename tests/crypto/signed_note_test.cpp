#include "crypto/signed_note.h"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "crypto/encoding.h"
#include "crypto/tlog_proof.h"
#include "tests/support/corpora.h"

using namespace daybook;
using namespace daybook::crypto;
using namespace daybook::test;

namespace {

std::string unescape(std::string text) {
  for (std::size_t at; (at = text.find("\\n")) != std::string::npos;) text.replace(at, 2, "\n");
  return text;
}

}  // namespace

TEST_CASE("the foreign signed notes verify, and no longer once changed") {
  std::istringstream lines(read_file(corpus("note") / "vectors.txt"));
  int verified = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const auto verifier = NoteVerifier::parse(line.substr(0, tab));
    REQUIRE(verifier.ok());
    CHECK(verifier->to_text() == line.substr(0, tab));
    std::string note = unescape(line.substr(tab + 1));
    CHECK(open_note(note, *verifier).ok());
    note[0] = note[0] == 'x' ? 'y' : 'x';
    CHECK(open_note(note, *verifier).error().code == ErrorCode::does_not_match);
    ++verified;
  }
  CHECK(verified == 3);
}

TEST_CASE("a checkpoint that was signed opens to what was signed") {
  const SigningKey key = SigningKey::generate();
  const NoteVerifier verifier{"record-00ff", key.public_key()};
  const Checkpoint checkpoint{"record-00ff", 64, empty_root()};
  const std::string note = sign_note(checkpoint.to_text(), verifier.name, key);
  CHECK(open_checkpoint(note, verifier).value() == checkpoint);

  SECTION("not with another key of the same name") {
    const NoteVerifier other{"record-00ff", SigningKey::generate().public_key()};
    CHECK(open_checkpoint(note, other).error().code == ErrorCode::does_not_match);
  }
  SECTION("signatures of others are ignored") {
    const std::string line = "\xe2\x80\x94 witness " + to_base64(Bytes(80)) + "\n";
    CHECK(open_checkpoint(note + line, verifier).ok());
  }
  SECTION("malformed notes are refused") {
    for (const std::string& bad :
         {std::string(), std::string("x"), std::string("x\n"), note.substr(0, note.size() - 1), note + "\n",
          note + "x\n", note + "\xe2\x80\x94 w !!\n", "\x01" + note, "\xff" + note}) {
      CHECK_FALSE(open_note(bad, verifier).ok());
    }
  }
}

TEST_CASE("checkpoints have one spelling") {
  const std::string root = to_base64(empty_root());
  CHECK(Checkpoint::parse("log\n7\n" + root + "\n").ok());
  for (const std::string& bad :
       {"log\n07\n" + root + "\n", "log\n-7\n" + root + "\n", "log\n7\n" + root.substr(4) + "\n", "\n7\n" + root + "\n",
        "log\n7\n" + root, "log\n99999999999999999999\n" + root + "\n"}) {
    CHECK_FALSE(Checkpoint::parse(bad).ok());
  }
}

TEST_CASE("proof files are read back as written") {
  const TlogProof proof{5, {empty_root(), leaf_hash(as_bytes("x"))}, "log\n7\n...\n"};
  const auto read = TlogProof::parse(proof.to_text());
  REQUIRE(read.ok());
  CHECK(read->index == 5);
  CHECK(read->path == proof.path);
  CHECK(read->checkpoint == proof.checkpoint);
  CHECK(read->to_text() == proof.to_text());

  const ConsistencyProof consistency{3, {empty_root()}, "log\n7\n...\n"};
  CHECK(ConsistencyProof::parse(consistency.to_text())->to_text() == consistency.to_text());
  for (std::size_t size = 0; size < proof.to_text().size() - proof.checkpoint.size(); ++size)
    CHECK_FALSE(TlogProof::parse(proof.to_text().substr(0, size)).ok());
}
