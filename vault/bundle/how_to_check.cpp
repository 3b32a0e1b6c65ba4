#include "vault/bundle/seal_copy.h"

namespace daybook::vault {

std::string how_to_check() {
  return R"(HOW TO OPEN AND CHECK THIS COPY WITHOUT THE PROGRAM THAT MADE IT

The tools named here are free, made by other people, and part of every Linux
distribution: age, unzip, sha512sum, minisign, openssl. In place of copy-XXXXXXXX
write the name of the file that you received.

1. Open it.
   Parts ending in .001, .002, ... are one file that was cut. Join them first:
       cat copy-XXXXXXXX.age.* > copy-XXXXXXXX.age
   On Windows: copy /b copy-XXXXXXXX.age.001+copy-XXXXXXXX.age.002 copy-XXXXXXXX.age
   A file ending in .age is locked. With your own key:
       age -d -i key.txt copy-XXXXXXXX.age > copy.zip
   With a passphrase that you were given (it opens copy-XXXXXXXX-key.age,
   which opens the copy):
       age -d -i copy-XXXXXXXX-key.age copy-XXXXXXXX.age > copy.zip
   A file ending in .zip is not locked; take it as it is.
       unzip copy.zip && cd bag

2. Nothing has changed since it was sealed.
       sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt
   On Windows, for one file: certutil -hashfile data\000001.jpg SHA512

3. Who sealed it.
       minisign -V -H -p keys/root.pub -m tagmanifest-sha512.txt
   The key is in the copy itself, so this shows only that the copy is whole.
   Ask the person who keeps the record to read you the eight words of their key,
   by telephone or in person, and compare them with the words in
   report/report.html; or compare the full key with the one on signed paper.

4. An item stood in the record's log.
   meta/manifest.json names the log entry of each item. For entry 000123:
       (printf '\0'; cat log/entries/000123.json) | sha256sum
   gives its leaf in the log's hash tree; log/proofs/000123.tlog-proof has the
   path from there to the head in log/checkpoint (C2SP tlog-proof, RFC 6962).
       sha256sum log/openings/000123.json
   must equal "subject" in the entry, and the opening names the file's hashes.

What this shows: the files are those that were sealed, and the entries stood in
the record's log when it was sealed. What it does not show: when they were made,
or who made them. The times in the copy are those of the keeper's own computer,
unless an outside time-stamp says otherwise.
)";
}

}  // namespace daybook::vault
