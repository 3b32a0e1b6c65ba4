#pragma once

#include "crypto/stream.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {

// An object is one encrypted original in a file of its own, or in several (vault/store/segmented_file.h):
//
// clang-format off
//   72 bytes  the object's own random key: nonce 24 || XChaCha20-Poly1305(key 32) || tag 16, under the record's key for
//             objects, with the object's name as associated data, so that objects cannot be swapped
//   the rest  the payload of an age file (crypto/stream.h) under the object's own key, of
//             content || zeros || size of the content u64, little-endian, with zeros up to padme(size + 8) in all
// clang-format on
//
// So the header file and an object are enough to bring an original back, whatever became of the database.

constexpr std::size_t kWrappedObjectKeySize = 72;

/// The path of an object in the folder of all objects. Objects are spread over 256 folders by the first two digits of
/// their names, because some file systems are slow with many files in one.
Path object_path(const Path& folder, const std::string& name);
/// The object's own key from the beginning of its file, by the first of the two keys that opens it. `does_not_match`
/// when neither does, `damaged` when the file is too short for it.
Result<crypto::SecretBuffer> unwrap_object_key(ByteSource& file, const crypto::AeadKey& key,
                                               const crypto::AeadKey* previous, const std::string& name);

/// Writes one object. Nothing is there under its name until publish() has returned without an error.
class ObjectWriter final : public ByteSink {
 public:
  /// Begins an object in `folder`, under a temporary name. `segment_size` is the most bytes in one file of it.
  static Result<std::unique_ptr<ObjectWriter>> create(FileSystem& files, const Path& folder, const crypto::AeadKey& key,
                                                      const std::string& name, std::uint64_t segment_size);
  Result<void> write(ByteView plaintext) override;
  /// Writes the padding and the end, syncs the files and gives them their names.
  Result<void> publish();
  /// Removes what was written.
  void abandon() { m_file.abandon(); }
  const std::string& name() const { return m_name; }

 private:
  ObjectWriter(FileSystem& files, const Path& path, std::string name, std::uint64_t segment_size)
      : m_name(std::move(name)), m_file(files, path, kObjectNames, segment_size) {}
  std::string m_name;
  SegmentedWriter m_file;
  std::optional<crypto::StreamWriter> m_stream;
  std::uint64_t m_size = 0;
};

/// Reads any part of an object's content. size() is the size of the content, without padding.
class ObjectReader final : public ByteSource {
 public:
  /// `previous` is the key before a change of keys, which still opens what the change has not reached, or nullptr.
  /// `not_found` when there is no such object, `damaged` when its key or its end does not decrypt.
  static Result<std::unique_ptr<ObjectReader>> open(FileSystem& files, const Path& folder, const crypto::AeadKey& key,
                                                    const crypto::AeadKey* previous, const std::string& name,
                                                    Unfinished unfinished = Unfinished::last_resort);
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;

 private:
  explicit ObjectReader(SegmentedReader file) : m_file(std::move(file)) {}
  SegmentedReader m_file;
  std::optional<crypto::StreamReader> m_stream;
  std::uint64_t m_size = 0;
};

/// What lies in a folder of objects.
struct ObjectListing {
  std::vector<std::string> objects;     // names of all finished objects, sorted
  std::vector<std::string> unfinished;  // names of which only a temporary file is there, as a lost rename leaves it
  std::vector<std::string> strangers;   // paths below the folder of what is no object: litter, links, files elsewhere
};

/// The folder of objects of one record.
class ObjectStore {
 public:
  /// The keys must outlive the store. `previous` is the key before a change of keys that rewrap() has not finished.
  ObjectStore(FileSystem& files, Path folder, const crypto::AeadKey& key, const crypto::AeadKey* previous = nullptr,
              std::uint64_t segment_size = kSegmentSize)
      : m_files(&files), m_folder(std::move(folder)), m_key(&key), m_previous(previous), m_segment_size(segment_size) {}

  /// A name for a new object: 32 random hexadecimal digits, which tell nothing of its content.
  static std::string new_name();
  Result<std::unique_ptr<ObjectWriter>> create(const std::string& name) {
    return ObjectWriter::create(*m_files, m_folder, *m_key, name, m_segment_size);
  }
  /// Opens an object for reading. Where a power failure lost a rename, the object is found under its temporary name and
  /// gets its own name again. Errors are those of ObjectReader::open().
  Result<std::unique_ptr<ObjectReader>> open(const std::string& name);
  /// Removes the files of an object, finished or not. An object that is not there is no error.
  Result<void> remove(const std::string& name);
  /// Whether the first file of an object is there, finished or not, or its second one, finished.
  bool is_there(const std::string& name);
  /// What lies in the folder, by the names alone and without following a link. Whether an object is one of this record
  /// is_own() tells.
  Result<ObjectListing> list();
  /// Whether one of the keys opens an object's own key. An error when it cannot be read.
  Result<bool> is_own(const std::string& name);
  /// Wraps an object's own key with the present key instead of the previous one. False, and the object is left as it
  /// is, when neither key opens it. After a crash there is the old file or the new one, and both open.
  Result<bool> rewrap(const std::string& name);

 private:
  FileSystem* m_files;
  Path m_folder;
  const crypto::AeadKey* m_key;
  const crypto::AeadKey* m_previous;
  std::uint64_t m_segment_size;
};

}  // namespace daybook::vault
