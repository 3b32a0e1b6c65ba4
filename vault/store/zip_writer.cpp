#include "vault/store/zip_writer.h"

#include "crypto/hash.h"
#include "crypto/padme.h"
#include "vault/store/zip_format.h"

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

// The fields that both headers of an entry have: version needed to extract, flags, method, time, date.
void add_common(Fields& fields, bool is_64) {
  fields.add<2>(is_64 ? 45 : 10).add<2>(0).add<2>(kStored).add<2>(0).add<2>(kDate1980);
}

}  // namespace

Bytes zip_local_header(const ZipPlan& plan) {
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

Bytes zip_central_header(const ZipPlan& plan, std::uint64_t offset) {
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

Bytes zip_end_records(std::uint64_t count, std::uint64_t directory_offset, std::uint64_t directory_size) {
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

namespace {

// Passes bytes on and counts them.
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

ZipPlan plan_text(std::string name, std::string text) {
  const std::uint32_t crc = crypto::crc32_update(0, as_bytes(text));
  const std::uint64_t size = text.size();
  return {std::move(name), size, crc, [text = std::move(text)](ByteSink& sink) { return sink.write(as_bytes(text)); }};
}

void ZipLength::add(std::size_t name_size, std::uint64_t size) {
  const std::uint64_t large_size = is_large(size) ? 1 : 0, large_offset = is_large(m_places) ? 1 : 0;
  const std::uint64_t extra = large_size + large_offset > 0 ? 4 + 16 * large_size + 8 * large_offset : 0;
  m_directory += kCentralHeaderSize + name_size + extra;
  m_places += kLocalHeaderSize + name_size + 20 * large_size + size;
  ++m_count;
}

std::uint64_t ZipLength::bytes() const {
  return m_places + m_directory + zip_end_records(m_count, m_places, m_directory).size();
}

std::uint64_t ZipLength::padding() const {
  // An entry of 4 GiB or more has longer headers, which change the length, so one try may not be enough.
  for (std::uint64_t size = 0;;) {
    ZipLength all = *this;
    all.add(std::string_view(kPaddingName).size(), size);
    const std::uint64_t now = all.bytes(), wanted = crypto::padme(now);
    if (now == wanted) return size;
    size += wanted - now;
  }
}

namespace {

ZipLength length_of(const std::vector<ZipPlan>& plans) {
  ZipLength length;
  for (const ZipPlan& plan : plans) length.add(plan.name.size(), plan.size);
  return length;
}

}  // namespace

std::uint64_t zip_size(const std::vector<ZipPlan>& plans) { return length_of(plans).bytes(); }

Result<void> ZipWriter::add(const ZipPlan& plan) {
  append(m_directory, zip_central_header(plan, m_offset));
  const Bytes header = zip_local_header(plan);
  TRY(m_sink.write(header));
  CountingSink counted(m_sink);
  TRY(plan.write(counted));
  if (counted.count != plan.size) return Error{ErrorCode::damaged, plan.name + " changed its size while it was copied"};
  m_offset += header.size() + plan.size;
  ++m_count;
  return {};
}

Result<void> ZipWriter::finish() {
  TRY(m_sink.write(m_directory));
  return m_sink.write(zip_end_records(m_count, m_offset, m_directory.size()));
}

Result<void> write_zip(const std::vector<ZipPlan>& plans, ByteSink& sink) {
  ZipWriter zip(sink);
  for (const ZipPlan& plan : plans) TRY(zip.add(plan));
  return zip.finish();
}

ZipPlan padding_for(const std::vector<ZipPlan>& plans) {
  ZipPlan padding{kPaddingName, length_of(plans).padding(), 0, nullptr};
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
