#include "vault/intake/save_out.h"

#include "vault/intake/file_ending.h"
#include "vault/intake/media_type.h"
#include "vault/store/copy_stream.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostNameBytes = 120;  // file systems take 255 bytes, and a number and endings come behind
constexpr int kMostNumber = 999;

// A byte that every file system takes, and that no program takes for an option, a path or a pattern. Bytes of
// characters beyond ASCII stay.
bool is_harmless(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' ||
         c == '-' || c == '_' || c == '(' || c == ')';
}

std::string harmless_stem(std::string_view name) {
  std::string stem(name.substr(0, name.rfind('.')));
  for (char& c : stem) {
    if (!is_harmless(c)) c = '_';
  }
  if (stem.size() > kMostNameBytes) {
    stem.resize(kMostNameBytes);
    while (!stem.empty() && (static_cast<unsigned char>(stem.back()) & 0xC0) == 0x80) stem.pop_back();
    if (!stem.empty() && static_cast<unsigned char>(stem.back()) >= 0xC0) stem.pop_back();
  }
  while (!stem.empty() && (stem.back() == ' ' || stem.back() == '_')) stem.pop_back();
  while (!stem.empty() && (stem.front() == ' ' || stem.front() == '-')) stem.erase(0, 1);
  return stem;
}

Path with_number(const Path& target, int number) {
  if (number == 1) return target;
  Path numbered = target.parent_path() / target.stem();
  numbered += from_utf8(" (" + std::to_string(number) + ")");
  numbered += target.extension();
  return numbered;
}

bool is_same(const ContentFacts& now, const ContentFacts& then) {
  return now.size == then.size && now.sha256 == then.sha256 && now.sha512 == then.sha512;
}

Result<void> write_and_read_back(FileSystem& files, ByteSource& source, const ContentFacts& facts,
                                 const Path& unfinished, const Progress& progress) {
  {
    TRY_ASSIGN(auto file, files.create(unfinished));
    TRY(copy_stream(source, *file, progress));
    TRY(file->sync());
  }
  TRY_ASSIGN(const auto written, files.open(unfinished));
  TRY_ASSIGN(const ContentFacts read_back, measure(*written));
  if (is_same(read_back, facts)) return {};
  TRY_ASSIGN(const ContentFacts kept, measure(source));
  if (!is_same(kept, facts)) return Error{ErrorCode::damaged, "stored content"};
  return Error{ErrorCode::input_output, to_utf8(unfinished.parent_path())};
}

}  // namespace

Path name_to_save(const Item& item, const ItemVersion& version) {
  const std::string number = item_text(item.number);
  const std::string named_by_kind = std::string(to_text(item.kind)) + "-" + number;
  switch (item.kind) {
    case ItemKind::words:
    case ItemKind::note:
      return from_utf8(named_by_kind + ".txt");
    case ItemKind::conversation:
      return from_utf8(named_by_kind + ".jsonl");
    case ItemKind::file:
      break;
  }
  const std::string stem = harmless_stem(version.name);
  return from_utf8((stem.empty() ? "file-" + number : stem) + "." + handed_over_ending(version.media, version.name));
}

Path unfinished_name(ItemNumber item) { return from_utf8("item-" + item_text(item) + kUnfinishedEnding); }

Result<SavedOut> save_out(FileSystem& files, ByteSource& source, const ContentFacts& facts, const Path& unfinished,
                          const Path& target, const Progress& progress) {
  Path free;
  for (int number = 1; number <= kMostNumber && free.empty(); ++number) {
    const Path wanted = with_number(target, number);
    if (!files.facts_unfollowed(wanted)) free = wanted;
  }
  if (free.empty()) return Error{ErrorCode::already_exists, to_utf8(target)};
  const auto written = write_and_read_back(files, source, facts, unfinished, progress);
  if (!written) {
    if (written.error().code != ErrorCode::already_exists) (void)files.remove(unfinished);
    return written.error();
  }
  if (const auto renamed = files.rename(unfinished, free); !renamed) {
    (void)files.remove(unfinished);
    return renamed.error();
  }
  TRY(files.sync_folder(free.parent_path()));
  return SavedOut(free);
}

}  // namespace daybook::vault
