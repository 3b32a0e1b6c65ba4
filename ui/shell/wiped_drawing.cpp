#include "ui/shell/wiped_drawing.h"

#include <imgui.h>

#include <cstdlib>

#include "crypto/secret.h"

namespace daybook::ui {
namespace {

// The size of a block is kept in front of it, because a call to free it does not tell the size.
void* allocate_wiped(std::size_t size, void*) {
  auto* block = static_cast<std::size_t*>(std::malloc(size + 16));
  if (block == nullptr) std::abort();
  *block = size;
  return reinterpret_cast<std::uint8_t*>(block) + 16;
}
void free_wiped(void* memory, void*) {
  if (memory == nullptr) return;
  auto* block = static_cast<std::uint8_t*>(memory) - 16;
  crypto::wipe({static_cast<std::uint8_t*>(memory), *reinterpret_cast<std::size_t*>(block)});
  std::free(block);
}

}  // namespace

void wipe_what_was_drawn() { ImGui::SetAllocatorFunctions(allocate_wiped, free_wiped); }

}  // namespace daybook::ui
