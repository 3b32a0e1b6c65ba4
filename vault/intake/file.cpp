#include "vault/intake/file.h"

#include "crypto/encoding.h"
#include "vault/intake/media_type.h"
#include "vault/store/within_folder.h"

namespace daybook::vault {

ShownName shown_name(const Path& file_name) {
  const std::string raw = to_utf8(file_name);
  if (crypto::is_utf8(raw)) return {raw, std::nullopt};
  std::string shown;
  for (std::size_t i = 0; i < raw.size();) {
    std::size_t length = std::min<std::size_t>(4, raw.size() - i);
    while (length > 0 && !crypto::is_utf8(std::string_view(raw).substr(i, length))) --length;
    // `length` is that of the longest well-formed stretch of up to four bytes, which may hold several characters.
    shown += length > 0 ? raw.substr(i, length) : "\xef\xbf\xbd";
    i += std::max<std::size_t>(1, length);
  }
  return {shown, Bytes(raw.begin(), raw.end())};
}

namespace {

// A file whose content is stored, and what the record is to say of it.
struct StoredFile {
  StoredContent content;
  Addition addition;
  KeptFile facts;  // without its outcome
};

using Store = std::function<Result<StoredContent>(const ReadNext&)>;

Result<StoredFile> read_file(FileSystem& files, const Path& path, const Store& store) {
  TRY_ASSIGN(const FileFacts before, files.facts(path));
  if (before.is_folder) return Error{ErrorCode::unsupported, to_utf8(path.filename()) + " is a folder"};
  TRY_ASSIGN(auto file, files.open(path));
  TRY_ASSIGN(const FileStamp stamp_before, file->stamp());
  KeptFile kept;
  bool at_start = true;
  const auto read = [&](MutableByteView target) -> Result<std::size_t> {
    TRY_ASSIGN(const std::size_t count, file->read(target));
    if (at_start) kept.media = media_type_of(target.first(std::min(count, kMediaTypeBytes)));
    at_start = false;
    return count;
  };
  TRY_ASSIGN(StoredContent content, store(read));
  kept.size = content.facts().size;
  // The stamp is that of the open file: another file may have taken its name meanwhile, which changes nothing here.
  const auto stamp_after = file->stamp();
  if (stamp_after) kept.stamp = *stamp_after;
  kept.changed_while_read = !stamp_after || *stamp_after != stamp_before || kept.size != stamp_before.size;

  Addition addition;
  const ShownName name = shown_name(path.filename());
  addition.kind = ItemKind::file;
  addition.media = kept.media;
  addition.name = name.text;
  addition.name_bytes = name.bytes;
  addition.modified = before.modified_seconds;
  addition.created = before.created_seconds;
  return StoredFile{std::move(content), std::move(addition), std::move(kept)};
}

}  // namespace

namespace {

// Reads a file that fits into the database, which asks nothing of the database itself. `too_large` when it has more
// bytes than its facts have said.
Result<StoredFile> read_small_file(Vault& vault, FileSystem& files, const Path& path, const Progress& progress) {
  return read_file(files, path, [&](const ReadNext& read) {
    std::uint64_t size = 0;
    const auto read_little = [&](MutableByteView target) -> Result<std::size_t> {
      TRY_ASSIGN(const std::size_t count, read(target));
      size += count;
      if (size > kMostInlineBytes) return Error{ErrorCode::too_large, ""};
      return count;
    };
    return store_content(vault, read_little, progress);
  });
}

Result<KeptFile> add_file(RecordAccess& access, StoredFile file, const Answers& answers, bool keep_twice) {
  file.addition.answers = answers;
  file.addition.keep_twice = keep_twice;
  return access.ask([&](Record& record) -> Result<KeptFile> {
    // Whether it is added or not, the content must be destroyed on the thread of the database.
    StoredContent content = std::move(file.content);
    TRY_ASSIGN(file.facts.outcome, record.add(file.addition, std::move(content)));
    return std::move(file.facts);
  });
}

}  // namespace

Result<KeptFile> keep_file(RecordAccess& access, FileSystem& files, const Path& path, const Answers& answers,
                           bool keep_twice, const Progress& progress) {
  TRY_ASSIGN(Vault* const vault, access.ask([&](Record& record) -> Result<Vault*> {
    // Nobody means to keep the files of the record in the record, and whoever was led to would be asked next whether to
    // delete them where they are.
    if (lies_within(path, record.vault().folder()))
      return Error{ErrorCode::unsupported, to_utf8(path.filename()) + " is a file of the record itself"};
    return &record.vault();
  }));
  // The name of a stored file is on the medium before the file is. A small file becomes none, and is spared that.
  const auto facts = files.facts(path);
  if (facts && !facts->is_folder && facts->size <= kMostInlineBytes) {
    auto small = read_small_file(*vault, files, path, progress);
    if (small) return add_file(access, std::move(*small), answers, keep_twice);
    if (small.error().code != ErrorCode::too_large) return small.error();
  }
  TRY_ASSIGN(const ReservedObject reserved, access.ask([](Record& record) { return reserve_object(record.vault()); }));
  TRY_ASSIGN(StoredFile file, read_file(files, path, [&](const ReadNext& read) {
               return store_content(*vault, reserved, read, progress);
             }));
  return add_file(access, std::move(file), answers, keep_twice);
}

Result<KeptFile> keep_file(Record& record, FileSystem& files, const Path& path, const Answers& answers, bool keep_twice,
                           const Progress& progress) {
  OwnRecord access(record);
  return keep_file(access, files, path, answers, keep_twice, progress);
}

Result<KeptFile> keep_bytes(Record& record, ByteView bytes, const std::string& name, const Answers& answers) {
  const auto left = std::make_shared<ByteView>(bytes);
  TRY_ASSIGN(StoredContent content,
             store_content(record.vault(), [left](MutableByteView target) -> Result<std::size_t> {
               const std::size_t count = std::min(target.size(), left->size());
               copy_bytes(left->first(count), target.first(count));
               *left = left->subspan(count);
               return count;
             }));
  KeptFile kept;
  kept.media = media_type_of(bytes.first(std::min(bytes.size(), kMediaTypeBytes)));
  kept.size = bytes.size();
  Addition addition;
  addition.media = kept.media;
  addition.name = name;
  addition.answers = answers;
  addition.keep_twice = false;
  TRY_ASSIGN(kept.outcome, record.add(addition, std::move(content)));
  return kept;
}

}  // namespace daybook::vault
