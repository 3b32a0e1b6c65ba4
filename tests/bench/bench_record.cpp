// Times the record and the copy from inside. Prints JSON. Linked with the cheap password hash, so that it is not in the
// figures.
//   bench_record stream FOLDER FILE    add the file, seal a copy to a key, check it
//   bench_record items FOLDER COUNT    many small items: open, first page, search, check
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "tests/bench/timing.h"
#include "tests/support/peak_memory.h"
#include "ui/report/html_report.h"
#include "vault/bundle/check_copy.h"
#include "vault/bundle/seal_copy.h"
#include "vault/intake/file.h"
#include "vault/intake/words.h"

using namespace daybook;
using namespace daybook::bench;
using namespace daybook::vault;
using test::peak_kib;
using test::reset_peak;

namespace {

double median_ms(const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < 21; ++i) times.push_back(seconds(work) * 1000);
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void stream(const Path& folder, const Path& file) {
  FileSystem& files = operating_system_files();
  DAYBOOK_ASSERT(files.create_folder(folder).ok());
  DAYBOOK_ASSERT(Record::create(surroundings(), folder / "record", secret()).ok());
  auto record = Record::open(surroundings(), folder / "record", secret()).value();
  reset_peak();
  nlohmann::json result;
  ItemNumber item{};
  result["add_s"] = seconds([&] { item = keep_file(*record, files, file, {}, false).value().outcome.item; });
  const auto identity = crypto::AgeIdentity::generate();
  CopyRequest request;
  request.contents.items = {item};
  request.recipients = {identity.recipient()};
  request.folder = folder;
  std::optional<std::chrono::steady_clock::time_point> reading;
  const auto start = std::chrono::steady_clock::now();
  const auto copy =
      seal_copy(*record, files, request, ui::render_html_report, [&](SealStage stage, std::uint64_t, std::uint64_t) {
        if (stage == SealStage::reading_back && !reading) reading = std::chrono::steady_clock::now();
        return true;
      }).value();
  result["write_s"] = std::chrono::duration<double>(*reading - start).count();
  result["read_back_s"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - *reading).count();
  result["check_s"] = seconds([&] {
    CheckOptions options;
    options.keys.identities.push_back(crypto::AgeIdentity::parse(identity.to_secret_text().expose_text()).value());
    DAYBOOK_ASSERT(check_own_copy(files, {copy.file()}, options).value().matches());
  });
  result["peak_kib"] = peak_kib();
  std::printf("%s\n", result.dump().c_str());
}

void items(const Path& folder, int count) {
  DAYBOOK_ASSERT(operating_system_files().create_folder(folder).ok());
  DAYBOOK_ASSERT(Record::create(surroundings(), folder / "record", secret()).ok());
  nlohmann::json result;
  {
    auto record = Record::open(surroundings(), folder / "record", secret()).value();
    result["items added per second"] =
        static_cast<int>(count / seconds([&] {
                           for (int i = 0; i < count; i += 500) {
                             std::vector<std::pair<Addition, std::string>> additions(500);
                             for (int k = 0; k < 500; ++k) {
                               additions[k].first.kind = ItemKind::words;
                               additions[k].second =
                                   "message number " + std::to_string(i + k) +
                                   (k % 7 == 0 ? " he said sorry again" : " and what I wrote that day");
                             }
                             DAYBOOK_ASSERT(record->add_texts(additions).ok());
                           }
                         }));
  }
  std::unique_ptr<Record> record;
  result["open after the password hash, ms (< 150)"] =
      1000 * seconds([&] { record = Record::open(surroundings(), folder / "record", secret()).value(); });
  reset_peak();
  ListQuery all, search, rare;
  search.words = "sorry";
  rare.words = "number 4242";
  result["first page of the list, ms (< 20)"] =
      median_ms([&] { DAYBOOK_ASSERT(record->list(all).value().size() == 50); });
  result["first page of a search with many hits, ms (< 20)"] =
      median_ms([&] { DAYBOOK_ASSERT(record->list(search).value().size() == 50); });
  result["first page of a rare search, ms (< 20)"] =
      median_ms([&] { DAYBOOK_ASSERT(!record->list(rare).value().empty()); });
  result["check, s"] = seconds([&] { DAYBOOK_ASSERT(record->check().value().findings.empty()); });
  result["peak memory after unlocking, MiB (< 64)"] = peak_kib() / 1024;
  std::printf("%s\n", result.dump().c_str());
}

}  // namespace

int main(int argc, char** argv) {
  DAYBOOK_ASSERT(argc == 4);
  if (std::string_view(argv[1]) == "stream")
    stream(argv[2], argv[3]);
  else
    items(argv[2], std::atoi(argv[3]));
}
