#pragma once

#include "tests/support/numbers.h"
#include "tests/support/temporary_folder.h"
#include "vault/record/record.h"

namespace daybook::test {

/// A clock that stands where it is put.
class FakeClock final : public vault::Clock {
 public:
  vault::Instant now() override { return instant; }
  void advance(std::int64_t seconds) {
    instant.utc_seconds += seconds;
    instant.uptime_seconds += seconds;
  }
  vault::Instant instant{1'764'000'000, 60, 5000, "boot-1"};
};

inline crypto::SecretBuffer secret(std::string_view text) { return crypto::SecretBuffer::copy_of(as_bytes(text)); }

inline constexpr std::string_view kPassphrase = "three random words";

/// A record in a folder that goes away, with files and clock that tests can change.
class RecordFixture {
 public:
  RecordFixture();
  vault::Record& record() { return *m_record; }
  /// Closes and opens again.
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

/// Goes through the whole record, and requires that nothing is found.
void require_clean(vault::Record& record);
/// What an item holds; of a note, the newest version or the one that is named.
std::string text_of(vault::Record& record, vault::ItemNumber number, std::size_t version = 0);
/// The first 50 that match, newest first.
std::vector<vault::ItemNumber> found(vault::Record& record, const vault::ListQuery& query);
std::vector<vault::ItemNumber> found(vault::Record& record, const std::string& words);

/// All bytes of a source.
Bytes read_all(ByteSource& source);
Bytes random_bytes(std::size_t size);

}  // namespace daybook::test
