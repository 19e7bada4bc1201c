#include "console/sending/channelconnection.h"

#include "console/engine/backendcalls.h"
#include "console/engine/session.h"

#include <QFutureWatcher>
#include <QJsonArray>

namespace refrain::console {

namespace {

/// The newest profile that somebody stored, out of a page of the record.
ConnectedChannel newestProfile(const QJsonObject& page)
{
    const QJsonArray items = page.value(QLatin1String("items")).toArray();
    for (const QJsonValue& item : items) {
        const QJsonObject entry = item[QLatin1String("entry")].toObject();
        if (entry.value(QLatin1String("type")).toString() == QLatin1String("profile"))
            return {entry.value(QLatin1String("after"))[QLatin1String("distinctId")].toString(),
                    SubjectId(entry.value(QLatin1String("subject")).toString())};
    }
    return {};
}

}  // namespace

ChannelConnection::ChannelConnection(Parts parts, SignIn::UrlOpener open, SignInRequest place, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_signIn(parts.transport, parts.random, parts.clock, std::move(open)),
      m_place(std::move(place))
{
    m_place.intent = SignInIntent::Webhook;
    connect(&m_signIn, &SignIn::finished, this, &ChannelConnection::finish);
}

ChannelConnection::~ChannelConnection() = default;

/// The way through the browser ends with a session; this console has its own, and gives that one back.
void ChannelConnection::finish(const SignInGrant& grant)
{
    m_surplus = std::make_unique<Session>(m_parts.transport, m_parts.clock);
    m_surplus->setBackend(m_place.backend, m_place.launchSecret);
    m_surplus->begin(grant);
    m_surplus->revoke(this, 4'000, [](bool) {});
    askWhich(grant.userId);
}

/// Only Slack's page knew which channel it would be; the backend wrote it into the record.
void ChannelConnection::askWhich(const QString& user)
{
    ApiRequest request;
    request.path = QStringLiteral("audit");
    request.query.addQueryItem(QStringLiteral("actor"), user);
    request.query.addQueryItem(QStringLiteral("order"), QStringLiteral("desc"));
    request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("20"));
    auto* watcher = new QFutureWatcher<Result<ConnectedChannel>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const bool isTold = !watcher->isCanceled() && watcher->result().ok();
        emit connected(isTold ? *watcher->result() : ConnectedChannel());
    });
    watcher->setFuture(m_parts.calls.ask<ConnectedChannel>(
        std::move(request), [](const QJsonObject& page) -> Result<ConnectedChannel> { return newestProfile(page); }));
}

}  // namespace refrain::console
