#include "ui/model/share_saving.h"

#include "ui/model/plugged_in.h"
#include "ui/report/html_report.h"
#include "ui/words/error_text.h"

namespace daybook::ui {

Result<SavedCopy> save_copy(vault::RecordAccess& access, vault::FileSystem& files, const vault::CopyRequest& request,
                            const MediaThen& media, JobProgress& progress) {
  if (is_named_on(media.then, request.folder) && !lies_on(media.now(), request.folder))
    return Error{ErrorCode::not_found, kMediumIsGone};
  TRY_ASSIGN(vault::SealedCopy copy,
             vault::seal_copy(access, files, request, render_html_report,
                              [&](vault::SealStage stage, std::uint64_t done, std::uint64_t total) {
                                const bool is_second = stage == vault::SealStage::reading_back;
                                return progress.reach(is_second ? total + done : done, 2 * total);
                              }));
  const bool is_on_medium = lies_on(media.now(), request.folder);
  return SavedCopy{std::move(copy), is_on_medium};
}

}  // namespace daybook::ui
