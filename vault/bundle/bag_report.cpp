#include "vault/bundle/bag_report.h"

namespace daybook::vault {
namespace {

using WriteFile = std::function<Result<void>(ByteSink&)>;

// Digests what a renderer writes, and keeps none of it.
class MeasuredBytes final : public ByteSink {
 public:
  MeasuredBytes(std::uint64_t& done, const Progress& progress) : m_done(done), m_progress(progress) {}
  Result<void> write(ByteView bytes) override {
    m_measurement.add(bytes);
    m_measurement.wait();  // after this call the renderer may write into the same memory
    m_done += bytes.size();
    if (!goes_on(m_progress, m_done)) return Error{ErrorCode::cancelled, ""};
    return {};
  }
  ContentFacts finish() { return m_measurement.finish(); }

 private:
  std::uint64_t& m_done;
  const Progress& m_progress;
  Measurement m_measurement;
};

class MeasuringSink final : public ReportSink {
 public:
  MeasuringSink(std::vector<BagReport::File>& files, const Progress& progress) : m_files(files), m_progress(progress) {}

 private:
  Result<void> take(const std::string& path, const WriteFile& write) override {
    MeasuredBytes bytes(m_done, m_progress);
    TRY(write(bytes));
    m_files.push_back({path, bytes.finish()});
    return {};
  }

  std::vector<BagReport::File>& m_files;
  const Progress& m_progress;
  std::uint64_t m_done = 0;
};

Error said_otherwise(const std::string& path) {
  return {ErrorCode::damaged, path + " was not the same when it was written"};
}

// Writes a renderer's files into a ZIP, and accepts only those that were measured, in the same order.
class ZippingSink final : public ReportSink {
 public:
  ZippingSink(const std::vector<BagReport::File>& files, ZipWriter& zip) : m_files(files), m_zip(zip) {}

  Result<void> finish() const {
    return m_next == m_files.size() ? Result<void>() : said_otherwise(m_files[m_next].path);
  }

 private:
  Result<void> take(const std::string& path, const WriteFile& write) override {
    if (m_next == m_files.size() || m_files[m_next].path != path) return said_otherwise(path);
    const ContentFacts& facts = m_files[m_next++].facts;
    return m_zip.add({path, facts.size, facts.crc32, write});
  }

  const std::vector<BagReport::File>& m_files;
  ZipWriter& m_zip;
  std::size_t m_next = 0;
};

}  // namespace

Result<void> BagReport::measure(const ReportFacts& facts, const Progress& progress) {
  MeasuringSink sink(m_files, progress);
  const Result<void> rendered = m_render(facts, m_originals, sink);
  TRY(sink.outcome());
  return rendered;
}

Result<void> BagReport::write(const ReportFacts& facts, ZipWriter& zip) const {
  ZippingSink sink(m_files, zip);
  const Result<void> rendered = m_render(facts, m_originals, sink);
  TRY(sink.outcome());
  TRY(rendered);
  return sink.finish();
}

}  // namespace daybook::vault
