#pragma once

#include "tests/support/corpora.h"
#include "tests/support/made_picture.h"
#include "tests/support/made_zip.h"

namespace daybook::test {

/// The ZIP of a chat of six messages. 2 names a picture, 3 a sound, 4 a name that is there twice, 5 a file that is not
/// there, and 6 a picture that is none.
inline std::string chat_with_files() {
  std::string text;
  const char* const lines[] = {"hello",
                               "IMG-1.jpg (file attached)",
                               "PTT-1.opus (file attached)",
                               "twice.jpg (file attached)",
                               "gone.jpg (file attached)",
                               "broken.jpg (file attached)"};
  for (int i = 0; i < 6; ++i)
    text += "13/05/2025, 10:0" + std::to_string(i) + " - " + (i % 2 == 0 ? "S" : "Mark") + ": " + lines[i] + "\n";
  return made_zip({{"WhatsApp Chat with Mark.txt", text},
                   {"IMG-1.jpg", make_jpeg(400, 300, "")},
                   {"PTT-1.opus", read_file(test_data() / "media/tone.opus")},
                   {"a/twice.jpg", "1"},
                   {"b/twice.jpg", "2"},
                   {"broken.jpg", "no picture"}});
}

}  // namespace daybook::test
