#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "ui/model/areas.h"

namespace daybook::ui {

/// The desktop's clipboard, also with pictures and files, and with a mark on what is
/// copied from here so that histories of the clipboard leave it out. Another program may own it and be slow: all of it
/// happens on a thread of its own.
class Clipboard {
 public:
  /// Nothing where the platform has none that we know. `wake` is called on another thread when take() has something.
  static std::unique_ptr<Clipboard> open(std::function<void()> wake);
  virtual ~Clipboard() = default;

  /// The words in it, for a field. Waits at most a quarter of a second for the program that owns them.
  virtual std::string text() = 0;
  /// Asks for whatever is there: files, else words, else a picture. take() has it when it has come.
  virtual void request() = 0;
  virtual std::optional<Action> take() = 0;
  /// Offers words for at most a minute, marked as secret. Empty: takes away what is there, whoever put it.
  virtual void offer(std::string text) = 0;
};

}  // namespace daybook::ui
