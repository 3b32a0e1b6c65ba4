#include "vault/bundle/zip_writer.h"

#include "crypto/hash.h"
#include "crypto/padme.h"
#include "vault/bundle/zip_format.h"

namespace daybook::vault {

using namespace zip;

namespace {

constexpr std::uint16_t kDate1980 = 0x0021;
constexpr std::uint16_t kMadeByUnix = 3 << 8 | 45;
constexpr std::uint32_t kOrdinaryPrivateFile = std::uint32_t{0100600} << 16;

class Fields {
 public:
  template <std::size_t N>
  Fields& add(std::uint64_t value) {
    std::array<std::uint8_t, N> field;
    store_little_endian<N>(field, value);
    append(bytes, field);
    return *this;
  }
  Bytes bytes;
};

bool is_large(std::uint64_t value) { return value >= kInExtra; }
std::uint64_t short_value(std::uint64_t value) { return is_large(value) ? kInExtra : value; }

// Version to extract, flags, method, time, date.
void add_common(Fields& fields, bool is_64) {
  fields.add<2>(is_64 ? 45 : 10).add<2>(0).add<2>(kStored).add<2>(0).add<2>(kDate1980);
}

Bytes local_header(const ZipPlan& plan) {
  const bool is_64 = is_large(plan.size);
  Fields fields;
  fields.add<4>(kLocalHeader);
  add_common(fields, is_64);
  fields.add<4>(plan.crc32).add<4>(short_value(plan.size)).add<4>(short_value(plan.size));
  fields.add<2>(plan.name.size()).add<2>(is_64 ? 20 : 0);
  append(fields.bytes, as_bytes(plan.name));
  if (is_64) fields.add<2>(kExtra64).add<2>(16).add<8>(plan.size).add<8>(plan.size);
  return fields.bytes;
}

Bytes central_header(const ZipPlan& plan, std::uint64_t offset) {
  const std::size_t extra = (is_large(plan.size) ? 16 : 0) + (is_large(offset) ? 8 : 0);
  Fields fields;
  fields.add<4>(kCentralHeader).add<2>(kMadeByUnix);
  add_common(fields, extra > 0);
  fields.add<4>(plan.crc32).add<4>(short_value(plan.size)).add<4>(short_value(plan.size));
  fields.add<2>(plan.name.size()).add<2>(extra > 0 ? extra + 4 : 0).add<2>(0).add<2>(0).add<2>(0);
  fields.add<4>(kOrdinaryPrivateFile).add<4>(short_value(offset));
  append(fields.bytes, as_bytes(plan.name));
  if (extra > 0) fields.add<2>(kExtra64).add<2>(extra);
  if (is_large(plan.size)) fields.add<8>(plan.size).add<8>(plan.size);
  if (is_large(offset)) fields.add<8>(offset);
  return fields.bytes;
}

Bytes end_records(std::uint64_t count, std::uint64_t directory_offset, std::uint64_t directory_size) {
  Fields fields;
  if (count >= kCountInEnd64 || is_large(directory_offset) || is_large(directory_size)) {
    fields.add<4>(kEnd64)
        .add<8>(kEnd64Size - 12)
        .add<2>(kMadeByUnix)
        .add<2>(45)
        .add<4>(0)
        .add<4>(0)
        .add<8>(count)
        .add<8>(count);
    fields.add<8>(directory_size).add<8>(directory_offset);
    fields.add<4>(kEnd64Locator).add<4>(0).add<8>(directory_offset + directory_size).add<4>(1);
  }
  const std::uint64_t short_count = std::min<std::uint64_t>(count, kCountInEnd64);
  fields.add<4>(kEnd).add<2>(0).add<2>(0).add<2>(short_count).add<2>(short_count);
  fields.add<4>(short_value(directory_size)).add<4>(short_value(directory_offset)).add<2>(0);
  return fields.bytes;
}

// Passes bytes on and refuses an entry that is not what was planned: its header has gone out already.
class CountingSink final : public ByteSink {
 public:
  explicit CountingSink(ByteSink& sink) : m_sink(sink) {}
  Result<void> write(ByteView bytes) override {
    count += bytes.size();
    return m_sink.write(bytes);
  }
  std::uint64_t count = 0;

 private:
  ByteSink& m_sink;
};

}  // namespace

namespace {

// Walks over the headers in the order of the file: each local header, then the directory with the end records.
template <class Visit>
void visit_frame(const std::vector<ZipPlan>& plans, Visit visit) {
  std::uint64_t offset = 0;
  Bytes directory;
  for (const ZipPlan& plan : plans) {
    append(directory, central_header(plan, offset));
    const Bytes header = local_header(plan);
    visit(header);
    offset += header.size() + plan.size;
  }
  append(directory, end_records(plans.size(), offset, directory.size()));
  visit(directory);
}

}  // namespace

ZipPlan plan_text(std::string name, std::string text) {
  const std::uint32_t crc = crypto::crc32_update(0, as_bytes(text));
  const std::uint64_t size = text.size();
  return {std::move(name), size, crc, [text = std::move(text)](ByteSink& sink) { return sink.write(as_bytes(text)); }};
}

std::uint64_t zip_size(const std::vector<ZipPlan>& plans) {
  std::uint64_t size = 0;
  for (const ZipPlan& plan : plans) size += plan.size;
  visit_frame(plans, [&](const Bytes& part) { size += part.size(); });
  return size;
}

Bytes zip_frame(const std::vector<ZipPlan>& plans) {
  Bytes frame;
  visit_frame(plans, [&](const Bytes& part) { append(frame, part); });
  return frame;
}

Result<void> write_zip(const std::vector<ZipPlan>& plans, ByteSink& sink) {
  std::uint64_t offset = 0;
  Bytes directory;
  for (const ZipPlan& plan : plans) {
    append(directory, central_header(plan, offset));
    const Bytes header = local_header(plan);
    TRY(sink.write(header));
    CountingSink counted(sink);
    TRY(plan.write(counted));
    if (counted.count != plan.size)
      return Error{ErrorCode::damaged, plan.name + " changed its size while it was copied"};
    offset += header.size() + plan.size;
  }
  TRY(sink.write(directory));
  return sink.write(end_records(plans.size(), offset, directory.size()));
}

std::uint64_t padding_size(const std::vector<ZipPlan>& plans) {
  std::vector<ZipPlan> all = plans;
  all.push_back({kPaddingName, 0, 0, nullptr});
  // Padding that grows past 4 GiB grows the headers too, so a second look may be needed.
  for (std::uint64_t size = zip_size(all); size != crypto::padme(size); size = zip_size(all)) {
    all.back().size += crypto::padme(size) - size;
  }
  return all.back().size;
}

ZipPlan padding_for(const std::vector<ZipPlan>& plans) {
  ZipPlan padding{kPaddingName, padding_size(plans), 0, nullptr};
  const Bytes zeros(64 * 1024);
  for (std::uint64_t left = padding.size; left > 0; left -= std::min<std::uint64_t>(left, zeros.size())) {
    padding.crc32 = crypto::crc32_update(
        padding.crc32, ByteView(zeros).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, zeros.size()))));
  }
  padding.write = [size = padding.size](ByteSink& sink) -> Result<void> {
    const Bytes block(64 * 1024);
    for (std::uint64_t left = size; left > 0;) {
      const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(left, block.size()));
      TRY(sink.write(ByteView(block).first(count)));
      left -= count;
    }
    return {};
  };
  return padding;
}

}  // namespace daybook::vault
