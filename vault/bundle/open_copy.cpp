#include "vault/bundle/check_copy.h"
#include "vault/bundle/copy_contents.h"

namespace daybook::vault {
namespace {

// Writes what comes out of a copy below a new folder.
class Unpacker final : public CopyReceiver {
 public:
  Unpacker(FileSystem& files, Path folder) : m_files(files), m_folder(std::move(folder)) {}

  Result<void> begin(const std::string& name) override {
    if (!m_has_begun) TRY(m_files.create_folder(m_folder));
    m_has_begun = true;
    Path path = m_folder;
    std::string_view rest = name;
    for (std::size_t slash; (slash = rest.find('/')) != std::string_view::npos; rest.remove_prefix(slash + 1)) {
      path /= from_utf8(rest.substr(0, slash));
      if (auto made = m_files.create_folder(path); !made && made.error().code != ErrorCode::already_exists) return made;
    }
    TRY_ASSIGN(m_file, m_files.create(path / from_utf8(rest)));
    return {};
  }
  Result<void> block(ByteView bytes) override { return m_file->write(bytes); }
  Result<void> end() override {
    m_file.reset();
    return {};
  }

 private:
  FileSystem& m_files;
  Path m_folder;
  std::unique_ptr<FileWriter> m_file;
  bool m_has_begun = false;
};

}  // namespace

Result<CopyVerdict> open_copy(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                              const Path& folder) {
  if (files.exists(folder)) return Error{ErrorCode::already_exists, to_utf8(folder)};
  Unpacker unpacker(files, folder);
  return check_copy_into(files, parts, options, &unpacker);
}

}  // namespace daybook::vault
