#include "ui/words/translate.h"

#include <atomic>
#include <mutex>
#include <vector>

namespace daybook::ui {
namespace {

std::atomic<const Catalogue*>& spoken() {
  static std::atomic<const Catalogue*> catalogue{nullptr};
  return catalogue;
}

}  // namespace

const char* tr(const char* english) {
  const Catalogue* catalogue = spoken().load(std::memory_order_acquire);
  const char* sentence = catalogue != nullptr ? catalogue->find(english) : nullptr;
  return sentence != nullptr ? sentence : english;
}

void speak(std::shared_ptr<const Catalogue> catalogue) {
  static std::mutex mutex;
  static std::vector<std::shared_ptr<const Catalogue>> kept;
  const std::lock_guard lock(mutex);
  spoken().store(catalogue.get(), std::memory_order_release);
  if (catalogue) kept.push_back(std::move(catalogue));
}

}  // namespace daybook::ui
