#pragma once

namespace daybook::vault {

/// The name of the way in which SQLite reaches the files of a record (its VFS): that of the system, but without
/// super-journals. A journal may name such a file, which SQLite deletes when it has put the journal back, wherever the
/// file lies. We never change two databases at once, so a journal that names one was written by somebody else: it is
/// dropped, and nothing is deleted.
const char* guarded_vfs();

}  // namespace daybook::vault
