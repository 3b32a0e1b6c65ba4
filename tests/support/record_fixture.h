#pragma once

#include "tests/support/numbers.h"
#include "tests/support/temporary_folder.h"
#include "vault/record/record.h"

namespace daybook::test {

/// A clock that goes only when a test tells it to.
class FakeClock final : public vault::Clock {
 public:
  vault::Instant now() override { return instant; }
  void advance(std::int64_t seconds) {
    instant.utc_seconds += seconds;
    instant.uptime_seconds += seconds;
  }
  vault::Instant instant{1'764'000'000, 60, 5000, "boot-1"};
};

/// A secret from text that a test has in the open.
inline crypto::SecretBuffer secret(std::string_view text) { return crypto::SecretBuffer::copy_of(as_bytes(text)); }

inline constexpr std::string_view kPassphrase = "three random words";

/// An open record in a folder that is removed at the end, with a clock that a test can put forward.
class RecordFixture {
 public:
  RecordFixture();
  vault::Record& record() { return *m_record; }
  /// Closes the record, if it is open, and opens it with kPassphrase.
  void reopen();
  void close() { m_record.reset(); }
  vault::Path path() const { return folder / "record"; }
  vault::Surroundings surroundings() { return {vault::operating_system_files(), clock}; }

  vault::ItemNumber add_words(std::string_view text, vault::Answers answers = {});
  vault::ItemNumber add_note(std::string_view text, std::optional<vault::ItemNumber> about = std::nullopt);
  vault::ItemNumber add_file(std::string_view name, ByteView bytes, bool keep_twice = true);

  TemporaryFolder folder;
  FakeClock clock;
  std::string recovery_code;

 private:
  std::unique_ptr<vault::Record> m_record;
};

/// Checks the record, and fails the test when the check finds anything.
void require_clean(vault::Record& record);
/// The content of an item: of the version with this number, from 1 on, or of the newest when it is 0.
std::string text_of(vault::Record& record, vault::ItemNumber number, std::size_t version = 0);
/// The numbers of the items that match, newest first: at most 50, unless the query has another limit.
std::vector<vault::ItemNumber> found(vault::Record& record, const vault::ListQuery& query);
std::vector<vault::ItemNumber> found(vault::Record& record, const std::string& words);

/// All bytes of a source.
Bytes read_all(ByteSource& source);
Bytes random_bytes(std::size_t size);

}  // namespace daybook::test
