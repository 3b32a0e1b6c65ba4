#include "crypto/age.h"

#include <zlib.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "crypto/encoding.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::crypto;
using namespace daybook::test;

namespace {

struct Vector {
  std::multimap<std::string, std::string> fields;
  std::string file;
  std::string field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? "" : found->second;
  }
  bool is_post_quantum() const {
    for (const auto& [name, value] : fields) {
      if (name == "identity" && value.starts_with("AGE-SECRET-KEY-PQ-")) return true;
    }
    return false;
  }
};

std::string inflate_zlib(const std::string& packed) {
  z_stream stream{};
  REQUIRE(inflateInit(&stream) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string output;
  char buffer[65536];
  int status;
  do {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof buffer;
    status = inflate(&stream, 0);
    output.append(buffer, sizeof buffer - stream.avail_out);
  } while (status == Z_OK);
  inflateEnd(&stream);
  REQUIRE(status == Z_STREAM_END);
  return output;
}

Vector read_vector(const std::filesystem::path& path) {
  const std::string text = read_file(path);
  const std::size_t gap = text.find("\n\n");
  REQUIRE(gap != std::string::npos);
  Vector vector;
  std::istringstream lines(text.substr(0, gap));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(": ");
    vector.fields.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  vector.file = text.substr(gap + 2);
  if (vector.field("compressed") == "zlib") vector.file = inflate_zlib(vector.file);
  return vector;
}

std::string outcome_name(const Error& error) {
  switch (error.code) {
    case ErrorCode::no_matching_key:
      return "no match";
    case ErrorCode::does_not_match:
      return "HMAC failure";
    case ErrorCode::damaged:
      return "payload failure";
    case ErrorCode::malformed:
      return error.detail.starts_with("age armor") ? "armor failure" : "header failure";
    default:
      return "unexpected: " + error.detail;
  }
}

struct Outcome {
  std::string name;
  Bytes released;
  std::string detail;
};

Outcome decrypt(const Vector& vector) {
  AgeKeys keys;
  for (auto [begin, end] = vector.fields.equal_range("identity"); begin != end; ++begin) {
    if (auto identity = AgeIdentity::parse(begin->second)) keys.identities.push_back(std::move(*identity));
  }
  for (auto [begin, end] = vector.fields.equal_range("passphrase"); begin != end; ++begin) {
    keys.passphrase = SecretBuffer::copy_of(as_bytes(begin->second));
  }
  Bytes file(vector.file.begin(), vector.file.end());
  if (vector.field("armored") == "yes") {
    auto decoded = decode_age_armor(vector.file);
    if (!decoded) return {outcome_name(decoded.error()), {}, decoded.error().detail};
    file = *decoded;
  }
  MemorySource source(file);
  MemorySink sink;
  const auto result = decrypt_age_in_order(source, keys, sink);
  // Opening for random access must come to the same verdict before it shows a byte.
  const auto reader = AgeReader::open(source, keys);
  if (result.ok()) {
    CHECK(reader.ok());
  } else if (!reader.ok()) {
    CHECK(outcome_name(reader.error()) == outcome_name(result.error()));
  }
  if (result) return {"success", sink.bytes, ""};
  return {outcome_name(result.error()), sink.bytes, result.error().detail};
}

Bytes random_bytes(std::size_t size) {
  Bytes bytes(size);
  fill_random(bytes);
  return bytes;
}

Bytes encrypt_to(const AgeRecipient& recipient, ByteView plaintext) {
  MemorySink sink;
  auto writer = AgeWriter::for_recipients(sink, {&recipient, 1}).value();
  REQUIRE(writer.write(plaintext).ok());
  REQUIRE(writer.finish().ok());
  return sink.bytes;
}

const std::size_t kSizes[] = {0, 1, 65535, 65536, 65537, 131072, 200000};

}  // namespace

TEST_CASE("every age test vector ends as it should, and post-quantum stanzas are unknown") {
  int passed = 0, refused = 0;
  for (const auto& path : files_in(corpus("age"))) {
    if (path.extension() == ".txt") continue;
    INFO(path.filename().string());
    const Vector vector = read_vector(path);
    const Outcome outcome = decrypt(vector);
    if (vector.is_post_quantum()) {
      CHECK(outcome.name != "success");
      if (vector.field("expect") == "success") {
        CHECK(outcome.detail.find("unknown stanza") != std::string::npos);
        CHECK(outcome.detail.find("mlkem768x25519") != std::string::npos);
      }
      ++refused;
      continue;
    }
    CHECK(outcome.name == vector.field("expect"));
    if (!vector.field("payload").empty()) CHECK(to_hex(Sha256::of(outcome.released)) == vector.field("payload"));
    ++passed;
  }
  std::printf("age vectors: %d ended as expected, %d post-quantum refused\n", passed, refused);
  CHECK(passed == 124);
  CHECK(refused == 19);
}

TEST_CASE("a header that was read is written back byte for byte") {
  int compared = 0;
  for (const auto& path : files_in(corpus("age"))) {
    if (path.extension() == ".txt") continue;
    const Vector vector = read_vector(path);
    if (vector.field("armored") == "yes") continue;
    MemorySource source(as_bytes(vector.file));
    const auto header = parse_age_header(source);
    if (!header) continue;
    INFO(path.filename().string());
    CHECK(serialize_age_header(header->stanzas, header->mac) == vector.file.substr(0, header->size));
    ++compared;
  }
  CHECK(compared > 60);
}

TEST_CASE("reading any part equals reading all") {
  const AgeIdentity identity = AgeIdentity::generate();
  for (const std::size_t size : kSizes) {
    const Bytes plaintext = random_bytes(size);
    const Bytes file = encrypt_to(identity.recipient(), plaintext);
    AgeKeys keys;
    keys.identities.push_back(AgeIdentity::parse(identity.to_secret_text().expose_text()).value());
    MemorySource source(file);
    auto reader = AgeReader::open(source, keys).value();
    REQUIRE(reader.size() == size);
    for (int i = 0; i < 50; ++i) {
      const std::size_t begin = random_below(static_cast<std::uint32_t>(size + 1));
      const std::size_t count = random_below(static_cast<std::uint32_t>(size - begin + 1));
      Bytes part(count);
      REQUIRE(reader.read_at(begin, part).ok());
      CHECK(equal_bytes(part, ByteView(plaintext).subspan(begin, count)));
    }
    Bytes beyond(1);
    CHECK_FALSE(reader.read_at(size, beyond).ok());
  }
}

TEST_CASE("a file cut anywhere is refused when opened") {
  const AgeIdentity identity = AgeIdentity::generate();
  const Bytes file = encrypt_to(identity.recipient(), random_bytes(70000));
  AgeKeys keys;
  keys.identities.push_back(AgeIdentity::parse(identity.to_secret_text().expose_text()).value());
  for (std::size_t size = 0; size < file.size(); size += size < 300 || size > file.size() - 40 ? 1 : 997) {
    MemorySource cut(ByteView(file).first(size));
    CHECK_FALSE(AgeReader::open(cut, keys).ok());
  }
}

TEST_CASE("the age program opens our files and we open its, by key and by passphrase") {
  if (run_command("age --version >/dev/null 2>&1") != 0) SKIP("no age program");
  const TemporaryFolder folder;
  const std::string at = folder.path().string() + "/";
  const AgeIdentity identity = AgeIdentity::generate();
  const SecretBuffer secret = identity.to_secret_text();
  write_file(at + "key", std::string(secret.expose_text()) + "\n");
  AgeKeys keys;
  keys.identities = parse_identity_file(read_file(at + "key")).value();
  for (const std::size_t size : kSizes) {
    const Bytes plaintext = random_bytes(size);
    const Bytes file = encrypt_to(identity.recipient(), plaintext);
    write_file(at + "ours.age", as_text(file));
    std::string opened;
    CHECK(run_command("age -d -i " + at + "key " + at + "ours.age", &opened) == 0);
    CHECK(opened == as_text(plaintext));

    write_file(at + "plain", as_text(plaintext));
    REQUIRE(run_command("age -r " + identity.recipient().to_text() + " -o " + at + "theirs.age " + at +
                        "plain && true") == 0);
    const std::string theirs = read_file(at + "theirs.age");
    MemorySource source(as_bytes(theirs));
    MemorySink sink;
    REQUIRE(decrypt_age_in_order(source, keys, sink).ok());
    CHECK(sink.bytes == plaintext);
    std::filesystem::remove(at + "theirs.age");
  }
}

TEST_CASE("a passphrase file opens with its passphrase alone") {
  MemorySink sink;
  auto writer = AgeWriter::for_passphrase(sink, as_bytes("abandon ability able"), 10).value();
  REQUIRE(writer.write(as_bytes("words")).ok());
  REQUIRE(writer.finish().ok());
  AgeKeys keys;
  keys.passphrase = SecretBuffer::copy_of(as_bytes("abandon ability able"));
  MemorySource source(sink.bytes);
  MemorySink opened;
  REQUIRE(decrypt_age_in_order(source, keys, opened).ok());
  CHECK(as_text(opened.bytes) == "words");
  keys.passphrase = SecretBuffer::copy_of(as_bytes("abandon ability abl"));
  CHECK(AgeReader::open(source, keys).error().code == ErrorCode::no_matching_key);
}

namespace {

// Hands out the same bytes for ever, so that 4 GiB need no disk.
class RepeatingSource {
 public:
  explicit RepeatingSource(std::uint64_t size) : m_left(size), m_block(1 << 20, 0x5a) {}
  ByteView next() {
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, m_block.size()));
    m_left -= count;
    return ByteView(m_block).first(count);
  }

 private:
  std::uint64_t m_left;
  Bytes m_block;
};

class PipeSink final : public ByteSink {
 public:
  explicit PipeSink(FILE* pipe) : m_pipe(pipe) {}
  Result<void> write(ByteView bytes) override {
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_pipe) != bytes.size())
      return Error{ErrorCode::input_output, "pipe"};
    return {};
  }

 private:
  FILE* m_pipe;
};

}  // namespace

TEST_CASE("the age program opens 4 GiB and one byte of ours", "[.slow]") {
  const TemporaryFolder folder;
  const std::string key = (folder / "key").string(), digest = (folder / "digest").string();
  const AgeIdentity identity = AgeIdentity::generate();
  write_file(key, std::string(identity.to_secret_text().expose_text()) + "\n");
  FILE* pipe = ::popen(("age -d -i " + key + " | sha256sum > " + digest).c_str(), "w");
  REQUIRE(pipe != nullptr);
  PipeSink sink(pipe);
  const AgeRecipient recipient = identity.recipient();
  auto writer = AgeWriter::for_recipients(sink, {&recipient, 1}).value();
  RepeatingSource content((std::uint64_t{4} << 30) + 1);
  Sha256 hash;
  for (ByteView block = content.next(); !block.empty(); block = content.next()) {
    hash.update(block);
    REQUIRE(writer.write(block).ok());
  }
  REQUIRE(writer.finish().ok());
  REQUIRE(::pclose(pipe) == 0);
  CHECK(read_file(digest).substr(0, 64) == to_hex(hash.finish()));
}
