#pragma once

#include "domain/actor.h"
#include "domain/subject.h"
#include "ui/common/theme.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;

namespace refrain::ui {

class TextLabel;

/// "Who asked?" with reason and ticket: what is sent along with every change. Unless somebody says so here, nobody else
/// asked; the texts live until the program ends. Nothing of it is on disk.
class ReasonForm final : public QWidget {
    Q_OBJECT

public:
    ReasonForm(const Theme& theme, QWidget* parent);

    [[nodiscard]] RequestedBy requestedBy() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString ticket() const;
    /// Somebody else is looked at: who asked about the last one asked nothing about them.
    void reset();
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
