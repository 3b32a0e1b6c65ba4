#pragma once

#include <functional>

#include "ui/model/job_progress.h"
#include "vault/bundle/seal_copy.h"

namespace daybook::ui {

/// Media as they were when the place was chosen, and how to look for those that are plugged in now.
struct MediaThen {
  std::vector<vault::Path> then;
  std::function<std::vector<vault::Path>()> now;
};

struct SavedCopy {
  vault::SealedCopy copy;
  bool is_on_medium = false;  // it lies on a medium that is taken out, and not on this computer
};

/// Seals the copy, and looks where it lies then. Nothing is written where the medium that was chosen is not plugged in
/// any more, and only its folder is left: `not_found`. Other errors are those of vault::seal_copy().
Result<SavedCopy> save_copy(vault::RecordAccess& access, vault::FileSystem& files, const vault::CopyRequest& request,
                            const MediaThen& media, JobProgress& progress);

}  // namespace daybook::ui
