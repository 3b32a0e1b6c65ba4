#include "vault/bundle/start_here.h"

#include "vault/bundle/copy_key.h"

namespace daybook::vault {
namespace {

std::string how_to_open(const std::string& file_name, const CopyLock& lock) {
  const std::string stem = file_name.substr(0, file_name.rfind('.')), zip_name = stem + ".zip";
  const std::string how = " -o " + zip_name + " " + file_name + "\n";
  std::string text;
  if (lock.for_keys)
    text +=
        "   It is locked. With your key in key.txt, and the free program age:\n"
        "       age -d -i key.txt" +
        how;
  if (lock.with_passphrase)
    text +=
        "   It is locked. With the passphrase that you were given, and the free\n"
        "   program age:\n"
        "       age -d -i " +
        copy_key_name(stem) + how;
  if (!text.empty()) text += "   HOW-TO-CHECK.txt, beside the copy, says more.\n";
  return text + "   Unpack " + zip_name + " (on Windows: right click, Extract All).\n";
}

}  // namespace

std::string start_here(const std::string& file_name, const CopyLock& lock) {
  return "START HERE: " + file_name + R"(

This is a sealed copy of files, with a list of their fingerprints. With that
list, and a number that its keeper gives you, you can see whether a file was
changed after it was sealed.

1. Open it.
)" + how_to_open(file_name, lock) +
         R"(   In the folder that you get, open bag\report\report.html in a browser.

2. Check it, in two steps. Windows and Linux bring along what it takes. Open
   a command window in that folder: on Windows, click on the folder's name
   at the top, type cmd and press Enter.

   Step 1: the list against the number on the receipt. On Windows:
       certutil -hashfile bag\fingerprints-sha256.txt SHA256
   On Linux:
       sha256sum bag/fingerprints-sha256.txt
   All 64 digits must be those that the keeper gave you outside of this
   copy. (An old Windows puts blanks between them: leave them out.)

   Step 2: files against the list, the report first. On Windows:
       certutil -hashfile bag\report\report.html SHA256
   Find the digits with Ctrl+F in bag\fingerprints-sha256.txt: their line
   must end in report/report.html. For any other file the same, by its name.
   On Linux, for all files in the list:
       cd bag && sha256sum -c fingerprints-sha256.txt

If both agree, the files that you compared are those that were sealed by
whoever gave you that number. It does not show who wrote them, when they
were made, or whether they are true. A file that is not in the list is no
part of it. Without a number from outside of this copy step 1 shows nothing:
whoever changes a file can make a new list. If something differs, keep this
copy as it is, and ask the keeper for a new one.

PADDING.bin is filling, and so are some entries of the log: they are there
so that sizes tell little of what else is kept.
)";
}

}  // namespace daybook::vault
