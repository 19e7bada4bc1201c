#include "console/approvals/approvals.h"

#include "console/engine/backendcalls.h"
#include "console/engine/sendandthen.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace refrain::console {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Approvals)
};

QString pathOf(const QString& id)
{
    return QStringLiteral("approvals/") + ApiRequest::segment(id);
}

ApiRequest writing(const QByteArray& method, const QString& path, const QJsonObject& body)
{
    ApiRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return request;
}

Result<ApprovalStanding> readStanding(const QJsonObject& workspace)
{
    return wire::approvalStandingFromJson(workspace.value(QLatin1String("approvals")).toObject());
}

Error gone()
{
    return Error::cancelled(Text::tr("You were signed out before there was an answer."));
}

}  // namespace

Approvals::Approvals(BackendCalls& calls, QObject* parent) : QObject(parent), m_calls(calls)
{
    m_again.setSingleShot(true);
    m_again.setInterval(lookEvery);
    connect(&m_again, &QTimer::timeout, this, &Approvals::watch);
}

/// What cannot be had now stays as it was known; the next look tells.
void Approvals::watch()
{
    m_again.start();
    answerThen(m_calls.ask<ApprovalStanding>(ApiRequest(), readStanding), this, gone(),
               [this](const Result<ApprovalStanding>& standing) {
                   if (!standing || *standing == m_standing)
                       return;
                   m_standing = *standing;
                   emit changed();
               });
    ApiRequest waiting;
    waiting.path = QStringLiteral("approvals");
    waiting.query.addQueryItem(QStringLiteral("state"), QStringLiteral("waiting"));
    const auto read = [](const QJsonObject& page) {
        return readItems(page.value(QLatin1String("items")).toArray(), wire::approvalViewFromJson);
    };
    answerThen(m_calls.ask<std::vector<ApprovalView>>(waiting, read), this, gone(),
               [this](const Result<std::vector<ApprovalView>>& views) {
                   if (views)
                       take(*views);
               });
}

void Approvals::take(const std::vector<ApprovalView>& waiting)
{
    m_waiting = waiting;
    const auto count = [&](bool ApprovalView::*is) {
        return qint64(std::count_if(waiting.begin(), waiting.end(), [&](const ApprovalView& v) { return v.*is; }));
    };
    const qint64 forMe = count(&ApprovalView::mayDecide);
    const qint64 mine = count(&ApprovalView::isMine);
    if (forMe == m_forMe && mine == m_mine)
        return;
    m_forMe = forMe;
    m_mine = mine;
    emit changed();
}

const ApprovalView* Approvals::waiting(const std::function<bool(const Approval&)>& is) const
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [&is](const ApprovalView& view) { return view.isMine && is(view.approval); });
    return found == m_waiting.end() ? nullptr : &*found;
}

bool Approvals::needs(const PlannedAct& act) const
{
    return approvalNeeded(m_standing.policy, m_standing.admins, act).has_value();
}

bool Approvals::needsForMany(qint64 people) const
{
    PlannedAct act;
    act.people = people;
    act.recent = m_standing.recent;
    return needs(act);
}

QFuture<Result<std::vector<ApprovalView>>> Approvals::list()
{
    return m_calls.list(QStringLiteral("approvals"), wire::approvalViewFromJson);
}

QFuture<Result<ApprovalView>> Approvals::find(const QString& id)
{
    ApiRequest request;
    request.path = pathOf(id);
    return m_calls.ask<ApprovalView>(request, wire::approvalViewFromJson);
}

QFuture<Result<ApprovalView>> Approvals::decide(const QString& id, const ApprovalDecision& decision)
{
    return m_calls.ask<ApprovalView>(writing(QByteArrayLiteral("PATCH"), pathOf(id), wire::toJson(decision)),
                                     wire::approvalViewFromJson);
}

QFuture<Result<ApprovalView>> Approvals::withdraw(const QString& id)
{
    return m_calls.ask<ApprovalView>(writing(QByteArrayLiteral("DELETE"), pathOf(id), {}), wire::approvalViewFromJson);
}

QFuture<Result<bool>> Approvals::setPolicy(const ApprovalPolicy& policy)
{
    const QJsonObject settings{{QStringLiteral("approvals"), wire::toJson(policy)}};
    return m_calls.ask<bool>(writing(QByteArrayLiteral("PATCH"), QString(), {{QStringLiteral("settings"), settings}}),
                             [](const QJsonObject& answer) -> Result<bool> { return isAskedInstead(answer); });
}

bool isAskedInstead(const QJsonObject& answer)
{
    return answer.contains(QLatin1String("requestedBy")) && answer.contains(QLatin1String("expiresAt"));
}

QString askedSentence()
{
    return Text::tr("Sent for approval. Nothing of it is in force until a second admin approves.");
}

QString partAskedSentence()
{
    return Text::tr(
        "The next part of this needs a second admin's approval and was sent to them; what was done before it "
        "is in force, and what comes after it was not sent.");
}

QString needsApprovalSentence()
{
    return Text::tr("Needs a second admin's approval: it is sent to them, and nothing is in force before.");
}

QString waitsAlreadySentence()
{
    return Text::tr("A request of yours like this one waits already. The same again is not asked twice.");
}

}  // namespace refrain::console
