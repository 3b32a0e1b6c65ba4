#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/report_files.h"
#include "vault/bundle/items_json.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

// What happens between freezing and signing, while the pages are made: failures, changes of the record, stopping.

namespace {

// Nothing lies there but, perhaps, the text that is the same beside every copy; and the log says that it came to
// nothing.
void require_nothing_left(CopyFixture& fixture, const Path& folder) {
  for (const std::string& name : names_in(folder)) CHECK(name == "HOW-TO-CHECK.txt");
  CHECK(last_entry_type(fixture.record()) == entry_type::kExportUnfinished);
  require_clean(fixture.record());
}

// Passes the files of several_files() on, and may fail before, within and after each of them.
class FailingSink final : public ReportSink {
 public:
  FailingSink(ReportSink& to, std::function<Result<void>()> step) : m_to(to), m_step(std::move(step)) {}

 private:
  Result<void> take(const std::string& path, const WriteFile& write) override {
    TRY(m_step());
    const std::string name = path.substr(std::string_view(copy_path::kReportFolder).size());
    const auto write_failing = [&](ByteSink& file) {
      Result<void> done = m_step();
      if (done) done = write(file);
      return done ? m_step() : done;
    };
    TRY(m_to.file(name, write_failing));
    return m_step();
  }

  ReportSink& m_to;
  std::function<Result<void>()> m_step;
};

// A record that knows whether somebody is with it, and lets somebody in after a visit.
class WatchedRecord final : public RecordAccess {
 public:
  explicit WatchedRecord(Record& record) : m_record(record) {}
  Result<void> run(const std::function<Result<void>(Record&)>& work) override {
    is_visited = true;
    const auto outcome = work(m_record);
    is_visited = false;
    ++visits;
    return outcome;
  }
  bool is_visited = false;
  int visits = 0;

 private:
  Record& m_record;
};

}  // namespace

TEST_CASE("a report that fails at any of its writes leaves nothing behind") {
  int failed = 0;
  for (int fail_at = 0;; ++fail_at) {
    CopyFixture fixture;
    const CopyRequest request = report_request(fixture, {fixture.words});
    int steps = 0;
    const auto step = [&]() -> Result<void> {
      if (steps++ == fail_at) return Error{ErrorCode::disk_full, "made to fail"};
      return {};
    };
    const auto render = [&](const ReportFacts& facts, ReportOriginals& pictures, ReportSink& sink) {
      FailingSink failing(sink, step);
      return several_files(facts, pictures, failing);
    };
    const auto copy = seal_copy(fixture.record(), operating_system_files(), request, render);
    INFO("write " << fail_at);
    if (copy) break;
    ++failed;
    CHECK(copy.error().code == ErrorCode::disk_full);
    require_nothing_left(fixture, request.folder);
  }
  CHECK(failed == 2 * 4 * 4);  // two runs, four files
}

TEST_CASE("a medium that fails at any write of a report of megabytes keeps nothing of it") {
  int failed = 0;
  for (int fail_at = 0;; ++fail_at) {
    CopyFixture fixture;
    const CopyRequest request = report_request(fixture, {fixture.words});
    FaultyFiles files;
    files.fail_at = fail_at;
    files.and_all_after = false;
    files.failure = ErrorCode::disk_full;
    const auto copy = seal_copy(fixture.record(), files, request,
                                [](const ReportFacts&, ReportOriginals&, ReportSink& sink) -> Result<void> {
                                  TRY(sink.file("report.html", megabytes(3, 3)));
                                  return sink.file("report.pdf", megabytes(3, 5));
                                });
    INFO("operation " << fail_at);
    if (copy) break;
    ++failed;
    // A folder that cannot be looked at is told before anything is begun.
    if (last_entry_type(fixture.record()) != entry_type::kExportUnfinished) CHECK(fail_at == 0);
    for (const std::string& name : names_in(request.folder)) CHECK(name == "HOW-TO-CHECK.txt");
    require_clean(fixture.record());
  }
  CHECK(failed > 10);
}

TEST_CASE("a renderer that passes over a failure, or says something else the second time, seals nothing") {
  int run = 0;
  const ReportRenderer renderers[] = {
      [](const ReportFacts&, ReportOriginals&, ReportSink& sink) -> Result<void> {
        (void)sink.file("../report.html", as_text_file("words"));
        return {};
      },
      [](const ReportFacts&, ReportOriginals&, ReportSink& sink) -> Result<void> {
        (void)sink.file("report.html", [](ByteSink&) { return Result<void>(Error{ErrorCode::unsupported, ""}); });
        return {};
      },
      [&](const ReportFacts&, ReportOriginals&, ReportSink& sink) {
        return sink.file("a.html", as_text_file(run++ ? "longer" : "x"));
      },
      [&](const ReportFacts&, ReportOriginals&, ReportSink& sink) {
        return sink.file("a.html", as_text_file(run++ ? "y" : "x"));
      },
      [&](const ReportFacts&, ReportOriginals&, ReportSink& sink) {
        return sink.file(run++ ? "b.html" : "a.html", as_text_file("x"));
      },
      [&](const ReportFacts&, ReportOriginals&, ReportSink& sink) -> Result<void> {
        return run++ ? Result<void>() : sink.file("a.html", as_text_file("x"));
      },
      [&](const ReportFacts&, ReportOriginals&, ReportSink& sink) -> Result<void> {
        TRY(sink.file("a.html", as_text_file("x")));
        return run++ ? sink.file("b.html", as_text_file("x")) : Result<void>();
      }};
  int at = 0;
  for (const ReportRenderer& render : renderers) {
    INFO("renderer " << at++);
    run = 0;
    CopyFixture fixture;
    const CopyRequest request = report_request(fixture, {fixture.words});
    CHECK_FALSE(seal_copy(fixture.record(), operating_system_files(), request, render).ok());
    require_nothing_left(fixture, request.folder);
  }
}

TEST_CASE("pages are made while the record is free, from what was frozen, and can be stopped") {
  CopyFixture fixture;
  WatchedRecord access(fixture.record());
  const CopyRequest request = report_request(fixture, {fixture.words, fixture.note});
  int runs = 0;
  const auto render = [&](const ReportFacts& facts, ReportOriginals&, ReportSink& sink) {
    CHECK_FALSE(access.is_visited);
    CHECK(access.visits >= 1);
    // What is said meanwhile is kept, and is no part of this copy.
    CHECK(fixture.record().answer(fixture.words, {{"who", "said meanwhile " + std::to_string(runs++)}}).ok());
    return sink.file("report.html", as_text_file(items_json(facts.snapshot)));
  };
  const auto copy = seal_copy(access, operating_system_files(), request, render);
  REQUIRE(copy.ok());
  CHECK(runs == 2);
  CHECK(fixture.check(copy->file()).matches());
  for (const auto& [path, bytes] : unzip(copy->file())) CHECK(bytes.find("said meanwhile") == std::string::npos);

  const CopyRequest other = report_request(fixture, {fixture.film});
  const auto before = names_in(other.folder).size();
  const auto stopped = seal_copy(
      access, operating_system_files(), other, several_files, [](SealStage stage, std::uint64_t, std::uint64_t total) {
        return stage != SealStage::writing || total > 0;  // nobody knows the whole while pages are made
      });
  CHECK(stopped.error().code == ErrorCode::cancelled);
  CHECK(names_in(other.folder).size() == before);
  CHECK(last_entry_type(fixture.record()) == entry_type::kExportUnfinished);
}

TEST_CASE("of what was changed after she looked no page is made") {
  CopyFixture fixture;
  CopyRequest request = report_request(fixture, {fixture.words});
  request.seen = SeenPreview(preview_snapshot(fixture.record(), request.contents).value());
  REQUIRE(fixture.record().answer(fixture.words, {{"who", "somebody else"}}).ok());
  const std::uint64_t entries = fixture.record().log().head().value().size;
  int runs = 0;
  const auto refused = seal_copy(fixture.record(), operating_system_files(), request,
                                 [&](const ReportFacts& facts, ReportOriginals& pictures, ReportSink& sink) {
                                   ++runs;
                                   return several_files(facts, pictures, sink);
                                 });
  CHECK(refused.error().code == ErrorCode::not_as_seen);
  CHECK(runs == 0);
  CHECK(names_in(request.folder).empty());
  CHECK(fixture.record().log().head().value().size == entries);
}

TEST_CASE("new keys while the pages are made stop the copy: its pages have the words of the old ones") {
  CopyFixture fixture;
  const CopyRequest request = report_request(fixture, {fixture.words});
  bool is_changed = false;
  const auto refused = seal_copy(fixture.record(), operating_system_files(), request,
                                 [&](const ReportFacts& facts, ReportOriginals& pictures, ReportSink& sink) {
                                   if (!std::exchange(is_changed, true))
                                     CHECK(fixture.record().replace_keys(secret("new passphrase")).ok());
                                   return several_files(facts, pictures, sink);
                                 });
  CHECK(refused.error().code == ErrorCode::not_as_seen);
  require_nothing_left(fixture, request.folder);
  CHECK(seal_copy(fixture.record(), operating_system_files(), request, several_files).ok());
}
