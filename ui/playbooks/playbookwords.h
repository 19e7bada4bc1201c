#pragma once

#include "console/sending/messagelook.h"
#include "console/sending/playbooks.h"
#include "ui/common/textdelegate.h"

class QTimeZone;

namespace refrain::ui {

/// The library's words in the console's language; as the backend has them where there is no translation.
[[nodiscard]] QString libraryWords(const QString& text);

/// "Published", "Draft".
[[nodiscard]] QString stateWords(const console::PlaybookCopy& copy);
[[nodiscard]] Tone stateTone(const console::PlaybookCopy& copy);
/// "by Alice, 3 May 2026, 10:12" - who published it, or who changed the draft last.
[[nodiscard]] QString stateAbout(const console::PlaybookCopy& copy, const QTimeZone& zone);

/// "1 week" for "1w"; as it is where it cannot be read.
[[nodiscard]] QString pauseWords(const QString& duration);
/// "en" as "English".
[[nodiscard]] QString languageName(const QString& language);

/// One message that a playbook shows: sentences that stand together, and the buttons below them.
struct ShownMessage {
    QString title;  ///< Where people read it.
    std::vector<console::MessagePart> parts;
};

/// What people see of a playbook, in the copy's words, with samples for what changes. `about`: what an announcement
/// tells of; its title and description stand for its marks.
[[nodiscard]] std::vector<ShownMessage> shownMessages(const console::Playbook& playbook,
                                                      const console::PlaybookCopy& copy, const QString& language,
                                                      const Category* about);
/// An announcement as it goes out.
[[nodiscard]] QString announcementText(const console::Playbook& playbook, const console::PlaybookCopy& copy,
                                       const Category* about);

}  // namespace refrain::ui
