#include "vault/bundle/check/container.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/hash.h"
#include "vault/store/zip_writer.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

ZipPlan text_plan(const std::string& name, const std::string& text) {
  return {name, text.size(), crypto::crc32_update(0, as_bytes(text)),
          [text](ByteSink& sink) { return sink.write(as_bytes(text)); }};
}

std::string zip_of(const std::vector<ZipPlan>& plans) {
  MemorySink sink;
  REQUIRE(write_zip(plans, sink).ok());
  return std::string(as_text(sink.bytes));
}

// Headers only, as a directory that lies about what it has.
Bytes frame_of(const std::vector<ZipPlan>& plans) {
  Bytes frame, directory;
  std::uint64_t offset = 0;
  for (const ZipPlan& plan : plans) {
    append(directory, zip_central_header(plan, offset));
    append(frame, zip_local_header(plan));
    offset = frame.size();
  }
  append(directory, zip_end_records(plans.size(), frame.size(), directory.size()));
  append(frame, directory);
  return frame;
}

struct Read {
  std::vector<Finding> findings;
  std::vector<std::string> added, names;
  bool is_as_written = false;
};

Read read(std::string_view bytes) {
  MemorySource source(as_bytes(bytes));
  FindingLog log;
  Read result;
  const auto container = Container::of_zip(source, log).value();
  for (const VerdictLine& line : log.take_lines()) result.findings.push_back(line.finding);
  if (!container) return result;
  result.added = container->added_places();
  result.is_as_written = container->is_as_written();
  for (FileIndex file = 0; file < container->count(); ++file) result.names.emplace_back(container->name(file));
  return result;
}

std::vector<Finding> found_in(std::string_view bytes) { return read(bytes).findings; }

const std::vector<ZipPlan> kTwo{text_plan("bag/a", "alpha"), text_plan("bag/b", "beta")};

std::string whole() {
  std::vector<ZipPlan> plans = kTwo;
  plans.push_back(padding_for(plans));
  return zip_of(plans);
}

}  // namespace

TEST_CASE("what the writer wrote is as it was written, with the padding that follows") {
  const Read good = read(whole());
  CHECK(good.findings.empty());
  CHECK(good.added.empty());
  CHECK(good.is_as_written);
  CHECK(good.names == std::vector<std::string>{"bag/a", "bag/b", "PADDING.bin"});
}

TEST_CASE("bytes before, after and in a comment are found, and the files all the same") {
  const std::string good = whole();
  CHECK(read("#!/bin/sh\n" + good).added == std::vector<std::string>{"before"});
  CHECK(read(good + std::string(1000, '\0')).added == std::vector<std::string>{"after"});
  std::string commented = good;
  commented[commented.size() - 2] = 3;
  CHECK(read(commented + "abc").added == std::vector<std::string>{"comment"});
  for (const std::string& odd : {"x" + good, good + "x"}) {
    CHECK(read(odd).names.size() == 3);
    CHECK_FALSE(read(odd).is_as_written);
  }
}

TEST_CASE("a file with two ends is not read at all") {
  const std::string good = whole();
  CHECK(found_in(good + good) == std::vector{Finding::container_two_ends});
  CHECK(found_in("PK\x05\x06" + good) == std::vector{Finding::container_two_ends});
  // Within an entry it is content: a document that is a ZIP itself.
  std::vector<ZipPlan> plans{text_plan("bag/inner.zip", good)};
  CHECK(read(zip_of(plans)).findings.empty());
}

TEST_CASE("a file that is cut off, or none of ours, is told by what it looks like") {
  const std::string good = whole();
  CHECK(found_in(good.substr(0, good.size() - 30)) == std::vector{Finding::container_cut_off});
  CHECK(found_in("") == std::vector{Finding::container_not_a_copy});
  CHECK(found_in("<!DOCTYPE html><p>404") == std::vector{Finding::container_not_a_copy});
}

TEST_CASE("two entries that share a byte are refused before anything is unpacked") {
  std::vector<ZipPlan> plans = kTwo;
  Bytes bytes = frame_of(plans);
  CHECK(found_in(as_text(bytes)) == std::vector{Finding::container_overlap});
}

TEST_CASE("a folder that was packed around the copy is taken off the names") {
  const std::vector<ZipPlan> plans{text_plan("copy (1)/bag/tagmanifest-sha512.txt", "x"),
                                   text_plan("copy (1)/bag/b", "y"), text_plan("other", "z")};
  CHECK(read(zip_of(plans)).names == std::vector<std::string>{"bag/tagmanifest-sha512.txt", "bag/b", "other"});
}

TEST_CASE("a directory that claims sizes beyond everything is refused at once") {
  std::vector<ZipPlan> plans{{"bag/a", (std::uint64_t{1} << 62) + 7, 0, nullptr}, text_plan(kPaddingName, "")};
  const Bytes frame = frame_of(plans);
  CHECK(found_in(as_text(frame)) == std::vector{Finding::container_overlap});

  // The same with deflate, where a small file may well claim to unpack to much.
  std::string deflated(as_text(frame));
  for (std::size_t at = 0; at + 4 < deflated.size(); ++at) {
    if (deflated.compare(at, 4, "PK\x03\x04") == 0) deflated[at + 8] = 8;
    if (deflated.compare(at, 4, "PK\x01\x02") == 0) deflated[at + 10] = 8;
  }
  CHECK_FALSE(found_in(deflated).empty());
}

