#include "vault/store/objects.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "crypto/encoding.h"
#include "crypto/padme.h"
#include "crypto/random.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kTrailerSize = 8;

bool is_object_name(const std::string& name) {
  return name.size() == 32 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

Path object_path(const Path& folder, const std::string& name) {
  return folder / from_utf8(name.substr(0, 2)) / from_utf8(name);
}

Result<crypto::SecretBuffer> unwrap_object_key(ByteSource& file, const crypto::AeadKey& key,
                                               const crypto::AeadKey* previous, const std::string& name) {
  Bytes wrapped(kWrappedObjectKeySize);
  TRY(file.read_at(0, wrapped));
  auto object_key = crypto::open_with_nonce(key, wrapped, as_bytes(name));
  if (!object_key && previous != nullptr) object_key = crypto::open_with_nonce(*previous, wrapped, as_bytes(name));
  return object_key;
}

Result<std::unique_ptr<ObjectWriter>> ObjectWriter::create(FileSystem& files, const Path& folder,
                                                           const crypto::AeadKey& key, const std::string& name,
                                                           std::uint64_t segment_size) {
  const Path path = object_path(folder, name);
  if (!files.exists(folder)) {  // some programs do not take an empty folder along when a record is moved
    TRY(files.create_folder(folder));
    TRY(files.sync_folder(folder.parent_path()));
  }
  if (!files.exists(path.parent_path())) {
    if (auto made = files.create_folder(path.parent_path()); !made && made.error().code != ErrorCode::already_exists)
      return made.error();
    TRY(files.sync_folder(folder));
  }
  std::unique_ptr<ObjectWriter> writer(new ObjectWriter(files, path, name, segment_size));
  crypto::AeadKey object_key;
  crypto::fill_random(object_key.expose_mutable());
  TRY(writer->m_file.write(crypto::encrypt_with_random_nonce(key, object_key.expose(), as_bytes(name))));
  TRY_ASSIGN(auto stream, crypto::StreamWriter::start(writer->m_file, object_key.expose()));
  writer->m_stream.emplace(std::move(stream));
  return writer;
}

Result<void> ObjectWriter::write(ByteView plaintext) {
  m_size += plaintext.size();
  return m_stream->write(plaintext);
}

Result<void> ObjectWriter::publish() {
  std::uint64_t padding = crypto::padme(m_size + kTrailerSize) - m_size - kTrailerSize;
  const Bytes zeros(static_cast<std::size_t>(std::min<std::uint64_t>(padding, crypto::kStreamChunkSize)));
  while (padding > 0) {
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(padding, zeros.size()));
    TRY(m_stream->write(ByteView(zeros).first(count)));
    padding -= count;
  }
  std::array<std::uint8_t, kTrailerSize> trailer;
  store_little_endian<8>(trailer, m_size);
  TRY(m_stream->write(trailer));
  TRY(m_stream->finish());
  return m_file.publish();
}

Result<std::unique_ptr<ObjectReader>> ObjectReader::open(FileSystem& files, const Path& folder,
                                                         const crypto::AeadKey& key, const crypto::AeadKey* previous,
                                                         const std::string& name, Unfinished unfinished) {
  const Error damaged{ErrorCode::damaged, "stored file " + name.substr(0, 8)};
  TRY_ASSIGN(auto file, SegmentedReader::open(files, object_path(folder, name), unfinished));
  std::unique_ptr<ObjectReader> reader(new ObjectReader(std::move(file)));
  const auto object_key = unwrap_object_key(reader->m_file, key, previous, name);
  if (!object_key) return damaged;
  auto stream = crypto::StreamReader::open(reader->m_file, kWrappedObjectKeySize, object_key->expose());
  if (!stream) return damaged;
  reader->m_stream.emplace(std::move(*stream));
  std::array<std::uint8_t, kTrailerSize> trailer;
  const std::uint64_t padded = reader->m_stream->size();
  if (padded < kTrailerSize || !reader->m_stream->read_at(padded - kTrailerSize, trailer)) return damaged;
  reader->m_size = load_little_endian<8>(trailer);
  if (reader->m_size > padded - kTrailerSize) return damaged;
  return reader;
}

Result<void> ObjectReader::read_at(std::uint64_t offset, MutableByteView target) {
  if (offset > m_size || target.size() > m_size - offset) return Error{ErrorCode::damaged, "stored file ends early"};
  return m_stream->read_at(offset, target);
}

Result<std::unique_ptr<ObjectReader>> ObjectStore::open(const std::string& name) {
  auto reader = ObjectReader::open(*m_files, m_folder, *m_key, m_previous, name);
  if (reader && m_files->exists(object_path(m_folder, name))) return reader;
  auto found = ObjectReader::open(*m_files, m_folder, *m_key, m_previous, name, Unfinished::preferred);
  if (!found) return reader;
  found->reset();
  // An error of a rename is passed over, because the object also opens where it is.
  const Path path = object_path(m_folder, name);
  for (int number = 1;; ++number) {
    const Path temporary = unfinished_segment_path(path, number);
    if (m_files->exists(temporary))
      (void)m_files->rename(temporary, segment_path(path, number));
    else if (!m_files->exists(segment_path(path, number)))
      break;
  }
  return ObjectReader::open(*m_files, m_folder, *m_key, m_previous, name, Unfinished::preferred);
}

std::string ObjectStore::new_name() { return crypto::to_hex(crypto::random_array<16>()); }

Result<void> ObjectStore::remove(const std::string& name) {
  DAYBOOK_ASSERT(is_object_name(name));
  const Path path = object_path(m_folder, name);
  const auto parts = [&](int number) {
    return std::array{segment_path(path, number), unfinished_segment_path(path, number)};
  };
  const auto is_there_of = [&](int number) {
    return m_files->exists(parts(number)[0]) || m_files->exists(parts(number)[1]);
  };
  int last = 1;
  while (is_there_of(last + 1)) ++last;
  // The last segment goes first: after a crash in between, the first one still shows that there is something to remove.
  for (int number = last; number >= 1; --number) {
    for (const Path& part : parts(number)) {
      if (m_files->exists(part)) TRY(m_files->remove(part));
    }
  }
  if (!m_files->exists(path.parent_path())) return {};
  return m_files->sync_folder(path.parent_path());
}

bool ObjectStore::is_there(const std::string& name) {
  const Path path = object_path(m_folder, name);
  // The first segment gets its name after the later ones, and an earlier version of the program removed it before them.
  // So a second one may be there alone. What cannot be reached, as behind a link, counts as there: whoever removes it
  // tries again another time.
  const auto may_exist = [&](const Path& part) {
    const auto facts = m_files->facts_unfollowed(part);
    return facts.ok() || facts.error().code != ErrorCode::not_found;
  };
  return may_exist(path) || may_exist(unfinished_segment_path(path, 1)) || may_exist(segment_path(path, 2));
}

namespace {

// An object under its own name, one of its further segments, or what a crash has left of either.
enum class Stored { object, rest, stranger };

Stored kind_of(const std::string& shelf, const std::string& name) {
  if (name.substr(0, 2) != shelf || name.size() < 32 || !is_object_name(name.substr(0, 32))) return Stored::stranger;
  if (name.size() == 32) return Stored::object;
  return name[32] == '-' || name[32] == '.' ? Stored::rest : Stored::stranger;
}

bool is_shelf_name(const std::string& name) {
  return name.size() == 2 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

Result<ObjectListing> ObjectStore::list() {
  ObjectListing listing;
  std::set<std::string> rests;
  if (!m_files->exists(m_folder)) return listing;
  TRY_ASSIGN(const auto shelves, m_files->list(m_folder));
  for (const Path& shelf : shelves) {
    const auto shelf_facts = m_files->facts_unfollowed(m_folder / shelf);
    if (!is_shelf_name(to_utf8(shelf)) || !shelf_facts || !shelf_facts->is_folder) {
      listing.strangers.push_back(to_utf8(shelf));
      continue;
    }
    TRY_ASSIGN(const auto names, m_files->list(m_folder / shelf));
    for (const Path& name : names) {
      const auto facts = m_files->facts_unfollowed(m_folder / shelf / name);
      const Stored kind = facts && facts->is_regular ? kind_of(to_utf8(shelf), to_utf8(name)) : Stored::stranger;
      if (kind == Stored::object) listing.objects.push_back(to_utf8(name));
      if (kind == Stored::rest) rests.insert(to_utf8(name).substr(0, 32));
      if (kind == Stored::stranger) listing.strangers.push_back(to_utf8(shelf / name));
    }
  }
  std::sort(listing.objects.begin(), listing.objects.end());
  std::set_difference(rests.begin(), rests.end(), listing.objects.begin(), listing.objects.end(),
                      std::back_inserter(listing.unfinished));
  return listing;
}

Result<bool> ObjectStore::is_own(const std::string& name) {
  TRY_ASSIGN(const auto file, m_files->open(object_path(m_folder, name)));
  if (file->size() < kWrappedObjectKeySize) return false;
  Bytes wrapped(kWrappedObjectKeySize);
  TRY(file->read_at(0, wrapped));
  if (crypto::open_with_nonce(*m_key, wrapped, as_bytes(name))) return true;
  return m_previous != nullptr && crypto::open_with_nonce(*m_previous, wrapped, as_bytes(name)).ok();
}

// Only the first 72 bytes of an object change. The first file is written anew all the same, because no medium promises
// to replace even 72 bytes whole. The segments after the first stay as they are.
Result<bool> ObjectStore::rewrap(const std::string& name) {
  DAYBOOK_ASSERT(m_previous != nullptr);
  const Path path = object_path(m_folder, name), temporary = unfinished_segment_path(path, 1);
  TRY_ASSIGN(auto file, m_files->open(path));
  Bytes wrapped(kWrappedObjectKeySize);
  if (file->size() < wrapped.size()) return false;
  TRY(file->read_at(0, wrapped));
  if (crypto::open_with_nonce(*m_key, wrapped, as_bytes(name))) return true;
  const auto object_key = crypto::open_with_nonce(*m_previous, wrapped, as_bytes(name));
  if (!object_key) return false;

  if (m_files->exists(temporary)) TRY(m_files->remove(temporary));
  const auto write = [&]() -> Result<void> {
    TRY_ASSIGN(auto copy, m_files->create(temporary));
    TRY(copy->write(crypto::encrypt_with_random_nonce(*m_key, object_key->expose(), as_bytes(name))));
    WindowSource rest(*file, wrapped.size(), file->size() - wrapped.size());
    TRY(copy_stream(rest, *copy));
    TRY(copy->sync());
    copy.reset();
    file.reset();  // Windows does not replace a file that is open
    return m_files->rename(temporary, path);
  };
  if (auto written = write(); !written) {
    (void)m_files->remove(temporary);
    return written.error();
  }
  TRY(m_files->sync_folder(path.parent_path()));
  return true;
}

}  // namespace daybook::vault
