#include <algorithm>

#include "tests/fuzz/target.h"
#include "vault/sandbox/picture_reader/head.h"

using namespace daybook;

// In the program this runs in a process without keys; here it must not even crash. The input is taken for the head of a
// picture file in any format, and for a TIFF structure alone. What is told of it must come back from a frame as it is,
// which holds whatever has the form of a time and lies on the earth.
static void judge(const sandbox::ExifFacts& facts) {
  DAYBOOK_ASSERT(facts.orientation >= 1 && facts.orientation <= 8);
  const sandbox::SaidByFile& said = facts.said;
  DAYBOOK_ASSERT(said.taken.empty() || said.taken.size() == 19 || said.taken.size() == 25);
  DAYBOOK_ASSERT(!said.has_unread_zone || said.taken.size() == 19);
  DAYBOOK_ASSERT(!said.is_of_file || !said.taken.empty());
  DAYBOOK_ASSERT(said.holds_place || !said.place);
  sandbox::Packer members;
  pack(members, said);
  DAYBOOK_ASSERT(members.bytes().size() <= sandbox::kMostSaidBytes);
  sandbox::Unpacker unpacker(members.bytes());
  const sandbox::SaidByFile again = sandbox::unpack_said(unpacker);
  DAYBOOK_ASSERT(unpacker.is_done() && again.taken == said.taken && again.is_of_file == said.is_of_file);
  DAYBOOK_ASSERT(again.has_unread_zone == said.has_unread_zone && again.holds_place == said.holds_place);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const sandbox::Input input(data, size);
  judge(sandbox::read_exif(std::span(&input, 1)));
  const sandbox::Head head = sandbox::read_head(input);
  const auto lies_in = [](sandbox::Input block, sandbox::Input whole) {
    return block.data() >= whole.data() && block.data() + block.size() <= whole.data() + whole.size();
  };
  for (const sandbox::Input block : head.exif) {
    const bool is_of_room = std::any_of(head.rooms.begin(), head.rooms.end(),
                                        [&](const auto& room) { return lies_in(block, sandbox::Input(room)); });
    DAYBOOK_ASSERT(is_of_room || lies_in(block, input));
  }
  judge(sandbox::exif_of(head));
  const sandbox::Drawn why = why_not_drawn(head);
  DAYBOOK_ASSERT(why == sandbox::Drawn::too_many_pixels || why == sandbox::Drawn::no_decoder ||
                 why == sandbox::Drawn::damaged);
  // What a process that was taken over may send: every bit of it at will.
  sandbox::Unpacker unpacker(input);
  const sandbox::SaidByFile said = sandbox::unpack_said(unpacker);
  DAYBOOK_ASSERT(said.taken.empty() || said.taken.size() == 19 || said.taken.size() == 25);
  DAYBOOK_ASSERT(!said.place || (said.place->latitude <= 900'000'000 && said.place->latitude >= -900'000'000));
  return 0;
}
