#include <algorithm>
#include <cstdio>
#include <iostream>

#include "vault/intake/known_file.h"
#include "vault/intake/media_type.h"
#include "vault/log/canonical_json.h"
#include "vault/store/file_system.h"

// Reads paths from standard input, one a line, and prints for each what Daybook says that the file says of itself, as
// one line of JSON: for holding many files against another reader (exiftool_beside.py).

using namespace daybook;
using namespace daybook::vault;

namespace {

Json facts_of(const FileReaders& readers, const Path& path) {
  Json json{{"media", ""}, {"may_say", false},     {"width", 0},           {"height", 0},
            {"taken", ""}, {"unread_zone", false}, {"holds_place", false}, {"place", nullptr}};
  auto file = operating_system_files().open(path);
  if (!file) return json;
  Bytes beginning(static_cast<std::size_t>(std::min<std::uint64_t>((*file)->size(), kMediaTypeBytes)));
  if (!(*file)->read_at(0, beginning).ok()) return json;
  const std::string media = media_type_of(beginning);
  json["media"] = media;
  json["may_say"] = says_of_itself(media);
  if (!says_of_itself(media)) return json;
  const auto read = read_new_file(readers, media, **file);
  if (!read || !read->known.facts) return json;
  const FileSays& facts = *read->known.facts;
  json["width"] = facts.width;
  json["height"] = facts.height;
  json["taken"] = facts.taken.value_or("");
  json["is_of_file"] = facts.is_of_file;
  json["unread_zone"] = facts.has_unread_zone;
  json["holds_place"] = facts.holds_place;
  json["drawn"] = to_text(facts.drawn);
  if (facts.place) json["place"] = {facts.place->latitude, facts.place->longitude};
  return json;
}

}  // namespace

int main() {
  const FileReaders readers{PictureReader(DAYBOOK_PICTURE_READER), MediaReader(DAYBOOK_MEDIA_READER)};
  for (std::string path; std::getline(std::cin, path);)
    std::printf("%s\n", facts_of(readers, from_utf8(path)).dump(-1, ' ', true, Json::error_handler_t::replace).c_str());
}
