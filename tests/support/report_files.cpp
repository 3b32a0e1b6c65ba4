#include "tests/support/report_files.h"

namespace daybook::test {

using namespace daybook::vault;

Result<void> ReportFiles::take(const std::string& path, const WriteFile& write) {
  MemorySink file;
  TRY(write(file));
  texts[path] = as_text(file.bytes);
  return {};
}

WriteFile as_text_file(std::string words) {
  return [words = std::move(words)](ByteSink& file) { return file.write(as_bytes(words)); };
}

WriteFile megabytes(int count, int seed) {
  return [count, seed](ByteSink& file) -> Result<void> {
    Bytes block(1 << 20);
    for (int i = 0; i < count; ++i) {
      for (std::size_t at = 0; at < block.size(); ++at)
        block[at] =
            static_cast<std::uint8_t>(at * static_cast<std::size_t>(seed) + at / 251 + static_cast<std::size_t>(i));
      TRY(file.write(block));
    }
    return {};
  };
}

Result<void> several_files(const ReportFacts& facts, ReportOriginals&, ReportSink& sink) {
  TRY(sink.file("report.html", as_text_file("<p>" + facts.key_words)));
  TRY(sink.file("pictures/000003.jpg", as_text_file("picture")));
  const auto in_two_pieces = [](ByteSink& file) {
    const Result<void> first = file.write(as_bytes("%PDF"));
    return first ? file.write(as_bytes("-1.7")) : first;
  };
  TRY(sink.file("report.pdf", in_two_pieces));
  return sink.file("pictures/000001.png", as_text_file(""));
}

CopyRequest report_request(CopyFixture& fixture, std::vector<ItemNumber> items) {
  CopyRequest request;
  request.contents = fixture.contents(std::move(items));
  request.folder = fixture.folder / "copies";
  std::filesystem::create_directories(request.folder);
  return request;
}

std::vector<std::string> names_in(const Path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(to_utf8(entry.path().filename()));
  return names;
}

std::string last_entry_type(Record& record) {
  const std::uint64_t size = record.log().head().value().size;
  return parse_entry(record.log().entry_line(EntryNumber{size - 1}).value())->type;
}

}  // namespace daybook::test
