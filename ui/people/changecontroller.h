#pragma once

#include "base/id.h"
#include "console/desk/localchange.h"
#include "console/desk/subjectdetail.h"
#include "ui/common/theme.h"

#include <QObject>
#include <QPointer>

#include <optional>

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
    /// Off, as the Ctrl+K box orders it: no more than said where it is so already.
    void turnOff(const SubjectId& subject, const CategorySlug& category);
    /// Somebody's details are shown now: what waits for a reason and is about somebody else is given up.
    void lookedAt(const SubjectId& subject);
    /// With a dialog that names the subject and what still comes.
    void stopAll(const SubjectId& subject);

signals:
    /// Why nothing was changed.
    void said(const QString& sentence);

private:
    void order(const SubjectId& subject, const CategorySlug& category, const console::Wish& wish);
    void turnBack(const SubjectId& subject, const CategorySlug& category, const console::Wish& wish);
    [[nodiscard]] QString requiredTitles() const;

    const Theme& m_theme;
    console::Desk& m_desk;
    ReasonForm& m_form;
    QPointer<QWidget> m_window;
    struct Waiting {
        SubjectId subject;
        CategorySlug category;
        console::Wish wish;
    };
    std::optional<Waiting> m_forReason;  ///< Ordered without a reason: goes on once there is one.
};

/// "Bea Bobson (bea@acme.test)": so that a namesake is not meant.
[[nodiscard]] QString whoIs(const Subject& subject);
/// What is written down with a change about who asked for it.
[[nodiscard]] QString askedSentence(RequestedBy who, SubjectKind about);
/// What a change does, in words: "“Reminders” is now off for Bea Bobson." once it is in force, until then "“Reminders”
/// for Bea Bobson: off." `category`, where known, tells what its default does.
[[nodiscard]] QString changeSentence(const console::LocalChange& change, const Category* category = nullptr);

}  // namespace refrain::ui
