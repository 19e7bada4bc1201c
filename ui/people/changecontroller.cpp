#include "ui/people/changecontroller.h"

#include "console/approvals/approvals.h"
#include "console/desk/desk.h"
#include "console/table/statewords.h"
#include "console/table/subjecttable.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/whendone.h"
#include "ui/people/reasonform.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace refrain::ui {

using console::ChangeStage;
using console::LocalChange;
using console::StateWords;
using console::Wish;

namespace {

bool isOwnWord(const Preference& preference)
{
    return preference.state == PreferenceState::OptedOut &&
           (preference.stateIsOwnWord || (preference.source && isOwnSurface(*preference.source)) ||
            preference.requestedBy == RequestedBy::Person || preference.requestedBy == RequestedBy::Legal);
}

}  // namespace

ChangeController::ChangeController(const Theme& theme, console::Desk& desk, ReasonForm& form, QWidget* window)
    : QObject(window), m_theme(theme), m_desk(desk), m_form(form), m_window(window)
{
    connect(&m_form, &ReasonForm::submitted, this, [this] {
        if (const auto waiting = std::exchange(m_forReason, std::nullopt))
            order(waiting->subject, waiting->category, waiting->wish);
    });
}

void ChangeController::lookedAt(const SubjectId& subject)
{
    if (m_forReason && m_forReason->subject != subject)
        m_forReason.reset();
}

void ChangeController::turnOff(const SubjectId& subject, const CategorySlug& category)
{
    if (category == everyCategory())
        stopAll(subject);
    else
        order(subject, category, Wish::toState(PreferenceState::OptedOut));
}

void ChangeController::toggle(const SubjectId& subject, const CategorySlug& slug)
{
    console::SubjectTable* table = m_desk.tableOf(subject);
    const Category* category = m_desk.category(slug);
    const auto column = table ? table->columnOf(slug) : std::nullopt;
    if (!category || !column)
        return;
    const console::Cell cell = table->cell(table->rowOf(subject), *column);
    if (slug == everyCategory() && cell.delivers) {
        stopAll(subject);
        return;
    }
    const console::Toggle toggle = console::Toggle::of(*category, cell);
    if (!toggle.wish()) {
        emit said(toggle.explanation());
        return;
    }
    if (cell.own.state == PreferenceState::OptedOut && toggle.wish()->state)
        turnBack(subject, slug, *toggle.wish());
    else
        order(subject, slug, *toggle.wish());
}

void ChangeController::turnBack(const SubjectId& subject, const CategorySlug& slug, const Wish& wish)
{
    // Turning back somebody's own no is asked about; whose no it was, only the record says.
    whenDone(m_desk.detail(subject), this, [this, subject, slug, wish](const Result<console::SubjectDetail>& detail) {
        const console::CategoryDetail* found = nullptr;
        if (detail) {
            for (const console::CategoryDetail& category : detail->categories) {
                if (category.category.slug == slug)
                    found = &category;
            }
        }
        if (!found || !isOwnWord(found->preference)) {
            order(subject, slug, wish);
            return;
        }
        const bool asks = found->category.resubscribe == Resubscribe::Anyone &&
                          m_desk.approvals().needs({PlannedAct::Sort::Changes, 1, 0, 1});
        const QString approval = asks ? QStringLiteral("\n\n") + console::needsApprovalSentence() : QString();
        auto* dialog = new ConfirmDialog(
            m_theme,
            {tr("Turn “%1” back on for %2?").arg(found->category.title, whoIs(detail->subject)),
             (detail->subject.kind == SubjectKind::Channel
                  ? tr("It was turned off %1. Do this only if those who manage the channel asked for it.")
                        .arg(found->provenance)
                  : tr("It was turned off %1. Do this only if %2 asked for it.")
                        .arg(found->provenance, console::Wording::nameOf(detail->subject))) +
                 QStringLiteral("\n\n") + askedSentence(m_form.requestedBy(), detail->subject.kind) + approval,
             asks ? tr("Send for approval") : tr("Turn it back on")},
            m_window);
        connect(dialog, &QDialog::accepted, this, [this, subject, slug, wish] { order(subject, slug, wish); });
        dialog->open();
    });
}

void ChangeController::stopAll(const SubjectId& subject)
{
    const QString still = requiredTitles();
    console::SubjectTable* table = m_desk.tableOf(subject);
    if (!table)
        return;
    const Subject whom = table->subject(table->rowOf(subject));
    const QString name = console::Wording::nameOf(whom);
    auto* dialog = new ConfirmDialog(
        m_theme,
        {tr("Stop all optional messages to %1?").arg(whoIs(whom)),
         (still.isEmpty() ? tr("Nothing that is optional is sent to %1 any more.").arg(name)
                          : tr("Nothing that is optional is sent to %1 any more. What is required still comes: %2.")
                                .arg(name, still)) +
             QStringLiteral("\n\n") + askedSentence(m_form.requestedBy(), whom.kind),
         tr("Stop them")},
        m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, subject] { order(subject, everyCategory(), Wish::toState(PreferenceState::OptedOut)); });
    dialog->open();
}

void ChangeController::order(const SubjectId& subject, const CategorySlug& category, const Wish& wish)
{
    if (m_desk.needsReason() && m_form.reason().isEmpty()) {
        m_forReason = Waiting{subject, category, wish};
        m_form.askForReason();
        emit said(tr("A reason is missing. Nothing is changed until there is one."));
        return;
    }
    m_forReason.reset();
    const auto made = m_desk.change({subject, category, wish, m_form.requestedBy(), m_form.reason(), m_form.ticket()});
    if (!made)
        emit said(made.error().message());
}

QString ChangeController::requiredTitles() const
{
    QStringList titles;
    for (const Category& category : m_desk.categories()) {
        if (category.required)
            titles << category.title;
    }
    return titles.join(QStringLiteral(", "));
}

QString whoIs(const Subject& subject)
{
    return ChangeController::tr("%1 (%2)", "name, address")
        .arg(console::Wording::nameOf(subject), subject.email.isEmpty() ? subject.id.toString() : subject.email);
}

QString askedSentence(RequestedBy who, SubjectKind about)
{
    switch (who) {
        case RequestedBy::Person:
            return about == SubjectKind::Channel ? ChangeController::tr("Noted: its managers asked.")
                                                 : ChangeController::tr("Noted: the person asked.");
        case RequestedBy::Staff: return ChangeController::tr("Noted: we did it ourselves.");
        case RequestedBy::Legal: return ChangeController::tr("Noted: a legal request.");
    }
    return {};
}

QString changeSentence(const LocalChange& change, const Category* category)
{
    const QString& name = change.subjectName;
    const bool inForce = change.stage == ChangeStage::Confirmed;
    const bool all = change.order.category == everyCategory();
    const QString what =
        all ? ChangeController::tr("All optional messages") : ChangeController::tr("“%1”").arg(change.categoryTitle);
    if (change.after.state == change.before.state) {
        if (change.after.snoozedUntil)
            return ChangeController::tr("%1 for %2: snoozed again.").arg(what, name);
        return inForce ? ChangeController::tr("The snooze of %1 for %2 has ended.").arg(what, name)
                       : ChangeController::tr("The snooze of %1 for %2 ends.").arg(what, name);
    }
    QString state = StateWords::workspaceDefault();
    if (change.after.state == PreferenceState::OptedOut)
        state = StateWords::off();
    else if (change.after.state == PreferenceState::OptedIn || all)
        state = StateWords::on();
    else if (category)
        state = StateWords::byDefault(category->defaultIn);
    if (!inForce)
        return ChangeController::tr("%1 for %2: %3.", "category, person, state").arg(what, name, state);
    return all ? ChangeController::tr("%1 are now %3 for %2.", "several").arg(what, name, state)
               : ChangeController::tr("%1 is now %3 for %2.", "category, person, state").arg(what, name, state);
}

}  // namespace refrain::ui
