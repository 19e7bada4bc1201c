#pragma once

#include "domain/actor.h"
#include "domain/subject.h"
#include "ui/common/theme.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;

namespace refrain::ui {

class Settings;
class TextLabel;

/// "Who asked?" with reason and ticket: what is sent along with every change. Filled with the last choice; the texts
/// live until the program ends, never on disk.
class ReasonForm final : public QWidget {
    Q_OBJECT

public:
    ReasonForm(const Theme& theme, Settings& settings, QWidget* parent);

    [[nodiscard]] RequestedBy requestedBy() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString ticket() const;
    /// Whom the first answer names: a person, or those who manage a channel.
    void setAbout(SubjectKind kind);
    /// Role support must say why; the field says so.
    void setReasonNeeded(bool needed);
    /// Puts the cursor where a reason is missing and says so.
    void askForReason();

signals:
    /// Enter in one of its fields.
    void submitted();

private:
    QButtonGroup* m_who;
    QLineEdit* m_reason;
    QLineEdit* m_ticket;
    TextLabel* m_problem;
};

}  // namespace refrain::ui
