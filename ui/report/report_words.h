#pragma once

namespace daybook::ui::say {

// Every sentence and label of the report, in one place: these are the words that an officer, a court and a defence
// expert will weigh. tests/ui/report/report_words_test.py prints the sentences for the lawyer who must read them before
// a release, and finds a sentence that stands elsewhere in this folder. The report is in English whatever the language
// of the window, because its readers are English courts and offices.

// Front page
constexpr const char* kKeepersTitle = ", title by the keeper: ";
constexpr const char* kKeptAs = ", kept as ";
constexpr const char* kTitle = "Record of items";
constexpr const char* kPreparedBy = "Prepared by";
constexpr const char* kNoName = "the record keeper, who gives no name here";
constexpr const char* kFor = "Purpose";
constexpr const char* kReference = "Reference";
constexpr const char* kContents = "In this copy";
constexpr const char* kItemsCount = "{} items: {}";
constexpr const char* kOneItemCount = "1 item: {}";
constexpr const char* kKindCount = "{}: {}";
constexpr const char* kPreparedByKeeper = ", the record keeper";
constexpr const char* kFilesCount = "{} files";
constexpr const char* kOneFileCount = "1 file";
constexpr const char* kEarlierAmongThem = ", earlier versions of notes among them";
constexpr const char* kOriginalKept = "Original phone or account";
constexpr const char* kOriginalYes = "still kept, says the keeper";
constexpr const char* kOriginalNo = "no longer kept, says the keeper";
constexpr const char* kOriginalNotSaid = "not said";
constexpr const char* kLanguages = "Languages";
constexpr const char* kLanguageItems = " (item {})";
constexpr const char* kLanguagesNotSaid = "not said";
constexpr const char* kTranslation = "Translations";
constexpr const char* kTranslationNone =
    "There is none in this copy. Where the keeper named a language, the item has room for one.";
constexpr const char* kSealed = "Sealed";
constexpr const char* kByKeepersClock = "{}, by the clock of the keeper's computer";
constexpr const char* kCopy = "Copy";
constexpr const char* kCopyNumber = ", number {} of this record";
constexpr const char* kSoftware = "Made with";
constexpr const char* kKeyWords = "Key words";
constexpr const char* kClock = "Clock";
constexpr const char* kClockStatement =
    "Every time marked Recorded is by the clock of the keeper's own computer. Nobody outside has confirmed it.";
constexpr const char* kClockNeverSet = "No entry of the log says that this clock was set.";
constexpr const char* kClockWasSet =
    "The log notes {} that this clock was set or differed: see Clock of the computer, also for what is not noted.";
constexpr const char* kTimesThatCannotBe = "Times that cannot be are noted at: item {}.";
constexpr const char* kOnce = "once";
constexpr const char* kTimes = "{} times";
constexpr const char* kOnlyWhenSaved = "known when the copy is saved";

// How to read this
constexpr const char* kHowToRead = "How to read this";
constexpr const char* kFileSays = "File says";
constexpr const char* kFileSaysMeans =
    " is what the file system said of a file when it was added. Copying a file, or another clock, can change that.";
constexpr const char* kPictureSays = "Picture says";
constexpr const char* kFilmSays = "Film says";
constexpr const char* kSoundSays = "Sound says";
constexpr const char* kPictureSaysMeans =
    " (also Film says, Sound says) is what such a file says of itself, such as when it was taken. Ordinary programs "
    "can "
    "change that.";
constexpr const char* kExportSays = "Export says";
constexpr const char* kExportSaysMeans =
    " is when a message was sent, as the telephone wrote it that exported the chat, and as the program read that. "
    "Another clock or zone of that telephone can change it.";
constexpr const char* kKeeperSays = "Keeper says";
constexpr const char* kKeeperSaysMeans = " is what the person who keeps the record says.";
constexpr const char* kRecorded = "Recorded";
constexpr const char* kRecordedMeans =
    " is when it was added to the record, by the clock of that person's own computer. It is not when the thing itself "
    "was made or sent.";
constexpr const char* kAttested = "Attested";
constexpr const char* kAttestedMeans =
    " is what somebody outside confirmed. In this copy there is nothing of that kind.";
constexpr const char* kKeptApart = "The six are kept apart, because they are worth different things.";
constexpr const char* kWhatSealShows =
    "A check of the seal shows whether the files are those that were sealed. It does not show who wrote them, when "
    "they "
    "were made, or whether what they say is true.";
constexpr const char* kWhoseSeal =
    "Whose seal it is has to be asked. The words printed here come with the copy, and confirm nothing by themselves: "
    "only a program that works the eight words out of the key can hold them against those that the keeper reads out. "
    "Without one, compare the number on the receipt, or the full key on signed paper.";
constexpr const char* kWhatLogShows =
    "The log states that each item stood in the record when the copy was sealed, and what was recorded before what. "
    "Its keeper signs it, and could have written it anew before a copy was first handed over. Whoever holds an earlier "
    "copy can see whether this one continues it.";

// What is not here
constexpr const char* kNotHere = "What is not here";
constexpr const char* kKeeperDoesNotSay =
    "The keeper does not say whether there are other items. This copy holds what the keeper chose for it.";
constexpr const char* kKeeperStates = "The record keeper states: ";
constexpr const char* kItemsLeftOut = "{} items of the record are not in this copy.";
constexpr const char* kOneItemLeftOut = "1 item of the record is not in this copy.";
constexpr const char* kNothingLeftOut = "no item of the record is left out.";
constexpr const char* kItemsRemoved = "{} items were removed from the record, on these days: {}.";
constexpr const char* kOneItemRemoved = "1 item was removed from the record, on {}.";
constexpr const char* kNothingRemoved = "No item was removed from the record.";
constexpr const char* kStatedNotChecked = "No check of this copy can confirm or refute what is stated here.";
constexpr const char* kNumbersRun =
    "Numbers of items run through the whole record. A number that is missing here is not in this copy, or was removed.";
constexpr const char* kVersionsNotHere = "Item {}: {} of {} versions are not in this copy.";
constexpr const char* kOneVersionNotHere = "Item {}: 1 of {} versions is not in this copy.";
constexpr const char* kAnswersNotHere = "Item {}: {} earlier answers are not in this copy.";
constexpr const char* kOneAnswerNotHere = "Item {}: 1 earlier answer is not in this copy.";

// Index, chronology, people
constexpr const char* kIndex = "Index";
constexpr const char* kItem = "Item";
constexpr const char* kWhat = "What";
constexpr const char* kWhen = "When it happened";
constexpr const char* kFile = "File";
constexpr const char* kFrom = "from or with ";
constexpr const char* kTheKeeper = "the keeper";
constexpr const char* kAbout = "about item {}";
constexpr const char* kAboutNotHere = "about item {}, not in this copy";
constexpr const char* kChanged = "{}, changed {}";
constexpr const char* kNameSaysKeeper = " (keeper says)";
constexpr const char* kSaysKeeper = ", keeper says";
constexpr const char* kSaysPicture = ", picture says";
constexpr const char* kSaysFilm = ", film says";
constexpr const char* kSaysSound = ", sound says";
constexpr const char* kSaysExport = ", export says";
constexpr const char* kOfNotedMessages = " of the messages that the note is about; the note was written {}";
constexpr const char* kOfNamingMessages = " of the message that names the file";
constexpr const char* kFirstAndLastMessage = " (first and last message)";
constexpr const char* kNoUsableDay = "no usable time";
constexpr const char* kDayCouldBeMonth = "; days as the telephone wrote them, and day and month could change places";
constexpr const char* kDayByKeeper = "; the keeper said which number is the day and which the month";
constexpr const char* kOneWithoutTime = "; 1 of the messages has no usable time";
constexpr const char* kSomeWithoutTime = "; {} of the messages have no usable time";
constexpr const char* kNotKnown = "not stated";
constexpr const char* kExhibits = "Suggested exhibits";
constexpr const char* kExhibitsMean = "References that the keeper suggests. Who receives the copy may give others.";
constexpr const char* kExhibit = "Exhibit";
constexpr const char* kChronology = "Chronology";
constexpr const char* kChronologyMeans =
    "By when it happened, and who says so. The day on which it was recorded stands in the index.";
constexpr const char* kDayNotKnown = "Not placed on a day";
constexpr const char* kReadAs = " (read as {})";
constexpr const char* kSeeClock = ", see Clock";
constexpr const char* kOnWindows = "On Windows:";
constexpr const char* kOnLinux = "On Linux:";
constexpr const char* kPeople = "People";
constexpr const char* kPeopleMeans =
    "Names as the keeper gave them, in the items named. Nobody has confirmed who they are.";
constexpr const char* kName = "Name";
constexpr const char* kInItems = "In items";
constexpr const char* kAlsoCalled = "Also called, numbers";
constexpr const char* kRelation = "Who they are to the keeper";

// An item
constexpr const char* kNote = "Note by the record keeper";
constexpr const char* kWords = "Words";
constexpr const char* kConversation = "Conversation";
constexpr const char* kPicture = "Picture";
constexpr const char* kSound = "Sound";
constexpr const char* kFilm = "Film";
constexpr const char* kText = "Text";
constexpr const char* kDocument = "Document";
constexpr const char* kMessagesShown =
    "{} of {} messages stand here. Who wrote, when and what is how the program read the export. Where it leaves "
    "something "
    "out, the bytes stand below the message.";
constexpr const char* kMessagesByTelephone =
    "The times are those that the telephone showed when the chat was exported.";
constexpr const char* kOrderByKeeper =
    "Which number in a date is the day and which the month, the keeper said where both could be.";
constexpr const char* kMessageNotHere = "1 message is not included here (#{}).";
constexpr const char* kMessagesNotHere = "{} messages are not included here (#{} to #{}).";
constexpr const char* kNoMessagesUntil = "No messages in the export from {} to {}.";
constexpr const char* kNoMessagesBetween = "No messages between these two here, from {} to {}.";
constexpr const char* kOfExports = "The conversation rests on {} exports of the chat. Each keeps its order.";
constexpr const char* kNewByExport =
    "\"New by export 2\" stands at a message that the exports before do not have, or have in another form.";
constexpr const char* kNotAsHere =
    "\"Not in export 2\" stands at a message of an earlier export that export 2 covers and has nothing for. "
    "\"Not as it stands here\" and the like: export 2 has something in its place. That may be the same message, "
    "deleted or changed meanwhile, or another one of that minute. Nothing here says why.";
constexpr const char* kExportKept = "Export {} was kept in this record on {} (log entry {}). ";
constexpr const char* kExportPasted = "The keeper pasted export {}: it is no file that a telephone made. ";
constexpr const char* kChatPasted =
    "The keeper says that she pasted this chat. No telephone made a file of it: what is called the export here is what "
    "she pasted.";
constexpr const char* kExportGone = "Export {} is not in this record any more. ";
constexpr const char* kFirstExport = "What has no \"new by\" stands in export 1.";
constexpr const char* kExportOf = "Export {} of {}: ";
constexpr const char* kMoreMessages = "{} more messages are in the file {}, and not on these pages.";
constexpr const char* kAsInExport = "In the export: ";
constexpr const char* kNoUsableTime = "no usable time: ";
constexpr const char* kAttachment = "file: ";
constexpr const char* kAttachmentNotHere = ", not in this copy";
constexpr const char* kAttachmentDoubtful = ", and it is not certain which file that is";
constexpr const char* kNoteAboutMessage = "Note by the record keeper about #{}, written {}";
constexpr const char* kNoteAboutMessages = "Note by the record keeper about #{} to #{}, written {}";
constexpr const char* kNoteWritten = "Note by the record keeper, written {}";
constexpr const char* kVersionOf = "Version {} of {}, written {}";
constexpr const char* kNoteVersionOf = "Note by the record keeper, version {} of {}, written {}";
constexpr const char* kPlainText = "Text";
constexpr const char* kTextAsPasted = "Text as pasted";
constexpr const char* kTextAsTyped = "Text as typed out";
constexpr const char* kTextOfFile = "Text of the file, with line numbers that are not part of it";
constexpr const char* kLettersGuessed =
    "The file does not say how its letters are stored. They are shown here as those of Western Europe.";
constexpr const char* kShownInPart = "Shown in part. The whole text is in the file {}.";
constexpr const char* kSmallerPicture = "smaller picture; the file is {}";
constexpr const char* kPictureAnew = "picture made anew for this page; the file is {}";
constexpr const char* kPictureOf = "Picture of item {}";
constexpr const char* kPictureInPart = "A part of this picture is missing or damaged in the file.";
constexpr const char* kFirstOfSeveral = "The file holds several pictures; the first one is shown.";
constexpr const char* kPictureNotShown = "This picture cannot be shown here. The file is {}.";
constexpr const char* kSuggestedExhibit = "Suggested exhibit";
constexpr const char* kNoteAbout = "About";
constexpr const char* kItemNumber = "item {}";
constexpr const char* kItemNotHere = "item {}, not in this copy";
constexpr const char* kOutOfChat = "Sent in a chat";
constexpr const char* kOutOfEntry = "it was taken out of the export of the chat, where it has the name ";
constexpr const char* kOutOfExportHere = ". The export is ";
constexpr const char* kOutOfExportNotHere = ". The export is not in this copy; its SHA-256 is ";
constexpr const char* kNamedByMessage = ". Message #{} names it, in ";
constexpr const char* kNamedByMessages = ". Message #{}, and {} more, name it, in ";
constexpr const char* kNotesNotHere = "{} notes beside this item are not in this copy, states the keeper.";
constexpr const char* kOneNoteNotHere = "A note beside this item is not in this copy, states the keeper.";
constexpr const char* kSeeNoteBelow = "Notes by the keeper";
constexpr const char* kFileKept = "File kept";
constexpr const char* kFilesOfPart = "Files made for this copy";
constexpr const char* kBytesOfPart = "the bytes of these messages as they stand in the export";
constexpr const char* kLinesOfPart = "how the program read them";
constexpr const char* kFileFacts = ", {} bytes, {}";
constexpr const char* kKeptUnderName = ", kept under the name ";
constexpr const char* kDigest = "SHA-256";
constexpr const char* kLength = "Length, says the file";
constexpr const char* kPages = "Pages, says the file";
constexpr const char* kFileTimeNotUsable = "a time of the file lies outside of the years 0 to 9999, and is not usable";
constexpr const char* kFileMade = "created on that disk {}";
constexpr const char* kFileChanged = "last changed {}";
constexpr const char* kLaterThanRecorded =
    "Note: this is later than the time at which the file was recorded. The copy does not show why.";
constexpr const char* kRecordedAt = "{}, by the clock of the keeper's computer, log entry {}";
constexpr const char* kOutOfOrder =
    "Note: entries that stand before this one in the log have later times. The clock was set in between.";
constexpr const char* kPixels = "{} x {} pixels";
constexpr const char* kTaken = "taken {}";
constexpr const char* kMade = "file made {}";
constexpr const char* kNoTimeZone = " (no time zone in the file)";
constexpr const char* kUnreadTimeZone = " (its time zone cannot be read)";
constexpr const char* kHoldsPlace = "the file holds the place where it was taken";
constexpr const char* kHoldsUnreadPlace = "the file holds a place that this program cannot read";
constexpr const char* kNothingFurther = "nothing further";
constexpr const char* kSaidAndChanged = " (changed {})";
constexpr const char* kTakenBack = "taken back {}";
constexpr const char* kEarlierSaid = "earlier, said {}: ";
constexpr const char* kNoAttestation = "no outside time-stamp";
constexpr const char* kHistory = "History";
constexpr const char* kHistoryEntry = "{}: {} ({} {})";
constexpr const char* kRoomForTranslation = "Translation of item {} from ";
constexpr const char* kTranslator = "Translated by, on (to be filled in by hand):";
constexpr const char* kAskedWho = "Who sent or made it";
constexpr const char* kAskedWhen = "When it was sent, or happened";
constexpr const char* kAskedWhere = "Where it came from";
constexpr const char* kAskedHow = "How it was copied";
constexpr const char* kAskedComplete = "All of it or part";
constexpr const char* kAskedTitle = "What the keeper calls it";
constexpr const char* kAskedPeople = "Who it is about";
constexpr const char* kAskedLanguage = "Language";
constexpr const char* kAskedTyped = "While this was kept";
constexpr const char* kAskedHelper = "Helper's name";
constexpr const char* kAskedMe = "Which sender the keeper is";
constexpr const char* kEntry = "entry";
constexpr const char* kEntriesOf = "entries";
constexpr const char* kDoneAdd = "added";
constexpr const char* kDoneNote = "note written";
constexpr const char* kDoneAnswer = "question answered";
constexpr const char* kDoneChanged = "answer changed";
constexpr const char* kDoneViewed = "looked at";

// The clock, the log
constexpr const char* kClockOfComputer = "Clock of the computer";
constexpr const char* kSetForward = "set forward by {}";
constexpr const char* kSetBack = "set back by {}";
constexpr const char* kStoodBefore = "found {} before the entry before it";
constexpr const char* kBetween = ", between item {} and item {}";
constexpr const char* kBeforeItem = ", before item {}";
constexpr const char* kAfterItem = ", after item {}";
constexpr const char* kClockEntry = "Noticed {}, by the new time (entry {}): ";
constexpr const char* kClockMeans =
    "The program notes when the clock was set by more than two minutes while it could tell. A clock that was set while "
    "the computer was off is noted only where it stood before the last entry. Which of two times was right is not "
    "known.";
constexpr const char* kLog = "The log";
constexpr const char* kLogSize =
    "When this copy was sealed the log had {} entries. {} of them are shown in it. Of the other log entries it holds "
    "only numbers that are made from them.";
constexpr const char* kPadding =
    "The log also holds padding entries, so its length says little. PADDING.bin in the copy is there for the same "
    "reason.";
constexpr const char* kRoot = "root ";
constexpr const char* kEntries = "{} entries, ";

// What lies where, fingerprints, how to check
constexpr const char* kWhatLiesWhere = "What lies where in this copy";
constexpr const char* kFolderData =
    "The files as they were kept, byte for byte. An earlier version of a note ends in -v1, -v2 and so on. A file that "
    "ends in -part was made for this copy: messages of a conversation, and their bytes as they stood in it.";
constexpr const char* kFolderReport = "This report.";
constexpr const char* kFolderMeta =
    "What this report says, for programs: the items with their answers and times, and which copy this is.";
constexpr const char* kFolderLog =
    "Entries of the keeper's log, what each stands for, and the way from each to the head of the log.";
constexpr const char* kFolderKeys = "The keys with which the copy and the log were signed.";
constexpr const char* kFilesOfLists =
    "The lists of all files with their digests, and the signature over them (BagIt, RFC 8493; minisign).";
constexpr const char* kFilePadding =
    "Filling, so that the size of the copy tells little. It lies beside the folder bag.";
constexpr const char* kFingerprints = "Fingerprints";
constexpr const char* kFullKey = "Full key";
constexpr const char* kListOfFiles =
    "The SHA-256 of every file in the folder bag, this report included, stands in fingerprints-sha256.txt. Only that "
    "list, three other lists and their signature are not in it.";
constexpr const char* kHowToCheck = "How to check";
constexpr const char* kStepOne =
    "1. The list against the number that the keeper gave you outside of this copy, on a receipt or by telephone. Do "
    "this in the folder in which you unpacked the copy.";
constexpr const char* kStepTwo =
    "2. The files against the list, this report first. Search the answer in the list with Ctrl+F:";
constexpr const char* kAnyOtherFile =
    "For any other file write its name in place of the report's. On Linux, all at once:";
constexpr const char* kWhatStepsShow =
    "If both agree, the files that you compared are those that were sealed by whoever gave you the number. Without a "
    "number from outside of the copy the first step shows nothing. If something differs, keep this copy as it is, and "
    "ask the keeper for a new one.";
constexpr const char* kSignatureStep =
    "The signature can be checked with minisign, a free program by others which may have to be installed. It shows "
    "that the list of all files was signed with the key in this line, and no more: whoever makes a copy can have a key "
    "of his own.";
constexpr const char* kSayMore = "START-HERE.txt and HOW-TO-CHECK.txt say more.";

}  // namespace daybook::ui::say
