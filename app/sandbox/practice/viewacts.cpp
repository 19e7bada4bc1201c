#include "sandbox/practice/viewacts.h"

#include "sandbox/delivery/events.h"
#include "sandbox/views/blockrules.h"
#include "sandbox/views/entered.h"
#include "sandbox/views/triggers.h"
#include "sandbox/views/viewbook.h"

#include <QJsonDocument>
#include <QMutex>

namespace refrain::sandbox {

namespace {

QString idOf(const QJsonObject& view)
{
    return view.value(QStringLiteral("id")).toString();
}

QString trouble()
{
    return QStringLiteral("We had some trouble connecting. Try again?");  // Slack's own words
}

QJsonValue orNull(const QJsonObject& view)
{
    return view.isEmpty() ? QJsonValue() : QJsonValue(view);
}

}  // namespace

void ViewActs::openHome(const Person& member)
{
    m_around.events.emitEvent(homeOpenedEvent(m_around.world, member, m_around.views.home(member.index)));
}

bool ViewActs::press(const Person& member, const QString& viewId, const Press& press, const QJsonObject& entered)
{
    const QJsonObject home = m_around.views.home(member.index);
    const QJsonObject view = idOf(home) == viewId ? home : m_around.views.modal(member.index);
    if (view.isEmpty() || idOf(view) != viewId)
        return false;
    const std::optional<QJsonObject> payload = viewActionsPayload(occasion(member), view, press, entered);
    if (payload)
        m_around.deliveries.deliver({Delivery::Kind::Interaction, *payload}, {});
    return payload.has_value();
}

bool ViewActs::submit(const Person& member, const QString& viewId, const QJsonObject& entered)
{
    if (!isTopmost(member, viewId))
        return false;
    const QJsonObject view = m_around.views.modal(member.index);
    Submission& submission = m_submissions[member.index];
    submission = {viewId, false, {}, {}};
    for (const QString& block : emptyInputs(view.value(QStringLiteral("blocks")).toArray(), entered))
        submission.errors.insert(block, QStringLiteral("Please complete this required field."));
    if (!submission.errors.isEmpty())
        return true;  // Slack does not even ask the app
    submission.waiting = true;
    m_around.deliveries.deliver(
        {Delivery::Kind::Interaction, viewSubmissionPayload(occasion(member), view, entered)},
        [this, person = member.index, viewId](const DeliveryOutcome& outcome) { settle(person, viewId, outcome); });
    return true;
}

bool ViewActs::close(const Person& member, const QString& viewId, bool all)
{
    if (!isTopmost(member, viewId))
        return false;
    const bool clears = all || m_around.views.modal(member.index).value(QStringLiteral("clear_on_close")).toBool();
    m_submissions.erase(member.index);
    for (const QJsonObject& view : m_around.views.close(member.index, clears))
        if (view.value(QStringLiteral("notify_on_close")).toBool())
            m_around.deliveries.deliver(
                {Delivery::Kind::Interaction, viewClosedPayload(occasion(member), view, clears)}, {});
    return true;
}

QJsonObject ViewActs::shown(const Person& member) const
{
    const QJsonObject modal = m_around.views.modal(member.index);
    const auto found = m_submissions.find(member.index);
    const bool mine = found != m_submissions.end() && found->second.view == idOf(modal);
    const Submission submission = mine ? found->second : Submission();
    return {{QStringLiteral("home"), orNull(m_around.views.home(member.index))},
            {QStringLiteral("modal"), orNull(modal)},
            {QStringLiteral("errors"), submission.errors},
            {QStringLiteral("problem"), submission.problem},
            {QStringLiteral("waiting"), submission.waiting}};
}

bool ViewActs::isTopmost(const Person& member, const QString& viewId) const
{
    return !viewId.isEmpty() && idOf(m_around.views.modal(member.index)) == viewId;
}

Occasion ViewActs::occasion(const Person& member) const
{
    return {
        m_around.world,      member, {}, installedWorkspace(m_around.grants), {}, m_around.triggers.issue(member.index),
        m_around.clock.now()};
}

void ViewActs::settle(quint64 person, const QString& viewId, const DeliveryOutcome& outcome)
{
    const QMutexLocker guard(&m_around.lock);
    Submission& submission = m_submissions[person];
    if (submission.view != viewId)
        return;  // closed meanwhile
    submission.waiting = false;
    if (!outcome.acknowledged) {
        submission.problem = trouble();
        return;
    }
    submission.problem = apply(person, viewId, QJsonDocument::fromJson(outcome.answer).object());
}

QString ViewActs::apply(quint64 person, const QString& viewId, const QJsonObject& answer)
{
    const QString action = answer.value(QStringLiteral("response_action")).toString();
    if (answer.isEmpty() || action == QStringLiteral("clear")) {
        m_around.views.close(person, !answer.isEmpty());
        return {};
    }
    if (action == QStringLiteral("errors")) {
        m_submissions[person].errors = answer.value(QStringLiteral("errors")).toObject();
        return m_submissions[person].errors.isEmpty() ? trouble() : QString();
    }
    const QJsonObject view = answer.value(QStringLiteral("view")).toObject();
    Complaints complaints;
    checkView(view, QStringLiteral("modal"), complaints);
    if (!complaints.none())
        return trouble() + QLatin1Char(' ') + complaints.list().join(QStringLiteral(", "));
    if (action == QStringLiteral("update"))
        return m_around.views.update(viewId, view, {}).problem;
    return action == QStringLiteral("push") ? m_around.views.push(person, view).problem : trouble();
}

}  // namespace refrain::sandbox
