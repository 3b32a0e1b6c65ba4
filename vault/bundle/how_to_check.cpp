#include "vault/bundle/how_to_check.h"

namespace daybook::vault {

std::string how_to_check() {
  return R"(HOW TO OPEN AND CHECK A COPY WITHOUT THE PROGRAM THAT MADE IT

START-HERE.txt, beside the copy and in it, says the most important part of this
in fewer words. What the copy holds is shown by bag/report/report.html: unpack
the copy and open that page in a browser.

In place of copy-XXXXXXXX write the name of the file that you received. Steps 1
and 2 need only what Windows and Linux bring along, unless the copy is locked.
age and minisign are free programs by other people, which may have to be
installed first.

1. Open it.
   Parts ending in .001, .002, ... are one file that was cut. Join them first:
       cat copy-XXXXXXXX.age.* > copy-XXXXXXXX.age
   In a command window (cmd) of Windows, with all parts in their order:
       copy /b copy-XXXXXXXX.age.001+copy-XXXXXXXX.age.002 copy-XXXXXXXX.age
   A file ending in .age is locked. With your own key, in the file key.txt:
       age -d -i key.txt -o copy-XXXXXXXX.zip copy-XXXXXXXX.age
   With a passphrase that you were given (it opens copy-XXXXXXXX-key.age,
   which opens the copy):
       age -d -i copy-XXXXXXXX-key.age -o copy-XXXXXXXX.zip copy-XXXXXXXX.age
   A file ending in .zip is not locked. Unpack it, with any program, and open a
   command window in the folder that then holds the folder bag.

2. See whether anything has changed since it was sealed.
   First the list of fingerprints against the number on the receipt. On Windows:
       certutil -hashfile bag\fingerprints-sha256.txt SHA256
   On Linux:
       sha256sum bag/fingerprints-sha256.txt
   All 64 digits must be those that the keeper gave you outside of the copy.
   Then the files against the list, the report first. On Windows:
       certutil -hashfile bag\report\report.html SHA256
   and look for these digits in bag\fingerprints-sha256.txt (Ctrl+F): the line
   must end in report/report.html. The same for any other file, with its name.
   On Linux, for all files that the list names:
       cd bag && sha256sum -c fingerprints-sha256.txt
   Neither tells of a file that was added and is not in the list. If something
   differs, keep the copy as it is, and ask the keeper for a new one.

3. Which key sealed it. In the folder bag:
       minisign -V -H -p keys/root.pub -m tagmanifest-sha512.txt
       sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt
   The key is in the copy itself, and whoever makes a copy can have a key of
   his own: this shows only that the lists were signed with that key. Compare
   the second line of keys/root.pub with the full key on signed paper. The eight
   words in report/report.html confirm nothing by themselves, because whoever
   changes the copy can print what he likes: only a program that works the words
   out of the key can hold them against those that the keeper reads out.

4. An item stood in the record's log. In the folder bag:
   meta/manifest.json names the log entry of each item. Write the number of a
   file that lies in log/openings in place of 000123:
       (printf '\0'; cat log/entries/000123.json) | sha256sum
   gives its leaf in the log's hash tree; log/proofs/000123.tlog-proof has the
   path from there to the head in log/checkpoint (C2SP tlog-proof, RFC 6962).
       sha256sum log/openings/000123.json
   must equal "subject" in the entry, and the opening names the file's hashes.

What step 2 shows, where both comparisons agree: the files that you compared are
those that were sealed by whoever gave you the number. Without a number from
outside of the copy the first comparison shows nothing, because whoever changes
a file can make a new list. What steps 3 and 4 show: the lists were signed with
that key, and the openings belong to the entries. The way from a leaf to the
head of the log takes a program. What none of this shows: who
wrote the files, when they were made, or whether what they say is true. The
times in the copy are those of the keeper's own computer.
)";
}

}  // namespace daybook::vault
