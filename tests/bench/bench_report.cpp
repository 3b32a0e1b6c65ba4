// Times the report of a copy apart from the copy. Prints JSON. Linked with the cheap password hash.
//   bench_report texts FOLDER COUNT           words of three lines: snapshot, report, preview
//   bench_report pictures FOLDER COUNT FILE   the same picture, a byte longer each time: report, and its size
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/bench/timing.h"
#include "tests/support/peak_memory.h"
#include "ui/report/html_report.h"
#include "ui/report/report_preview.h"
#include "vault/intake/file.h"
#include "vault/intake/known_file.h"
#include "vault/intake/words.h"

using namespace daybook;
using namespace daybook::bench;
using namespace daybook::vault;
using test::peak_kib;
using test::reset_peak;

namespace {

// Counts the bytes of a report and keeps none.
class CountingSink final : public ReportSink {
 public:
  std::uint64_t bytes = 0;

 private:
  class Counter final : public ByteSink {
   public:
    explicit Counter(std::uint64_t& bytes) : m_bytes(bytes) {}
    Result<void> write(ByteView block) override {
      m_bytes += block.size();
      return {};
    }

   private:
    std::uint64_t& m_bytes;
  };
  Result<void> take(const std::string&, const std::function<Result<void>(ByteSink&)>& write) override {
    Counter counter(bytes);
    return write(counter);
  }
};

SnapshotRequest all_of(Record& record) {
  SnapshotRequest request;
  request.items = record.all_items().value();
  request.places_accepted.insert(request.items.begin(), request.items.end());
  return request;
}

nlohmann::json timed(Record& record) {
  nlohmann::json result;
  OwnRecord access(record);
  const SnapshotRequest request = all_of(record);
  std::optional<CopySnapshot> snapshot;
  reset_peak();
  result["snapshot_s"] = seconds([&] { snapshot.emplace(preview_snapshot(record, request).value()); });
  result["snapshot_peak_kib"] = peak_kib();
  const FileReaders readers = FileReaders::beside_this_program();
  RecordOriginals originals(access, readers);
  CountingSink sink;
  reset_peak();
  const long before = peak_kib();
  result["report_s"] = seconds([&] {
    DAYBOOK_ASSERT(ui::render_html_report({*snapshot, "words"}, originals, sink).ok());
  });
  result["report_grew_by_kib"] = peak_kib() - before;
  result["report_bytes"] = sink.bytes;
  result["preview_s"] = seconds([&] { DAYBOOK_ASSERT(ui::preview_report(access, request, readers).ok()); });
  return result;
}

std::unique_ptr<Record> new_record(const Path& folder) {
  DAYBOOK_ASSERT(operating_system_files().create_folder(folder).ok());
  DAYBOOK_ASSERT(Record::create(surroundings(), folder / "record", secret()).ok());
  return Record::open(surroundings(), folder / "record", secret()).value();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::string what = argv[1];
  const auto record = new_record(from_utf8(argv[2]));
  const int count = std::atoi(argv[3]);
  if (what == "texts") {
    std::vector<std::pair<Addition, std::string>> texts;
    for (int i = 0; i < count; ++i) {
      Addition addition;
      addition.kind = ItemKind::words;
      addition.answers = {{"who", "D"}, {"when", "3 May 2025"}};
      texts.emplace_back(addition, "message " + std::to_string(i) + "\nwith a second line\nand a third");
    }
    DAYBOOK_ASSERT(record->add_texts(texts).ok());
  } else if (argc == 5) {
    std::ifstream file(argv[4], std::ios::binary);
    std::string picture{std::istreambuf_iterator<char>(file), {}};
    for (int i = 0; i < count; ++i) {
      picture += "x";
      DAYBOOK_ASSERT(keep_bytes(*record, as_bytes(picture), "picture.jpg", {}).ok());
    }
    OwnRecord access(*record);
    look_at_files(access, FileReaders::beside_this_program(), record->all_items().value());
  }
  std::printf("%s\n", timed(*record).dump(2).c_str());
  return 0;
}
