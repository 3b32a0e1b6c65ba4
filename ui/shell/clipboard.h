#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "ui/model/areas.h"

namespace daybook::ui {

/// The desktop's clipboard, with words, pictures and files. What is copied from here carries a mark by which histories
/// of the clipboard leave it out. Another program may own the clipboard and be slow to answer, so all work with it is
/// done on a thread of its own.
class Clipboard {
 public:
  /// Null where there is no clipboard that this program can use. `wake` is called on another thread when take() has
  /// something.
  static std::unique_ptr<Clipboard> open(std::function<void()> wake);
  virtual ~Clipboard() = default;

  /// The words in the clipboard, for a field. Waits at most a quarter of a second for the program that owns them, and
  /// is empty when that does not answer.
  virtual std::string text() = 0;
  /// Asks for whatever is in the clipboard: files, else words, else a picture. take() has it when it has come.
  virtual void request() = 0;
  /// What came of request(), once: ImportFiles, PasteWords, PastePicture, or PasteFailed when the owner did not answer.
  virtual std::optional<Action> take() = 0;
  /// Offers words for at most a minute, marked as secret. Empty words take away what is there, whoever put it there.
  virtual void offer(std::string text) = 0;
};

}  // namespace daybook::ui
