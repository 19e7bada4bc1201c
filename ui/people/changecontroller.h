#pragma once

#include "base/id.h"
#include "console/desk/localchange.h"
#include "console/desk/subjectdetail.h"
#include "ui/common/theme.h"

#include <QObject>
#include <QPointer>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class ReasonForm;

/// From a click on a mark to an order at the desk: asks where asking is due, says why where nothing can be done.
class ChangeController final : public QObject {
    Q_OBJECT

public:
    ChangeController(const Theme& theme, console::Desk& desk, ReasonForm& form, QWidget* window);

    void toggle(const SubjectId& subject, const CategorySlug& category);
    /// With a dialog that names the subject and what still comes.
    void stopAll(const SubjectId& subject);

signals:
    /// Why nothing was changed.
    void said(const QString& sentence);

private:
    void order(const SubjectId& subject, const CategorySlug& category, const console::Wish& wish);
    void turnBack(const SubjectId& subject, const CategorySlug& category, const console::Wish& wish);
    [[nodiscard]] QString nameOf(const SubjectId& subject) const;
    [[nodiscard]] QString requiredTitles() const;

    const Theme& m_theme;
    console::Desk& m_desk;
    ReasonForm& m_form;
    QPointer<QWidget> m_window;
};

/// "Reminders are off for Bea Bobson." and the like: what a change does, in words.
[[nodiscard]] QString changeSentence(const console::LocalChange& change);

}  // namespace refrain::ui
