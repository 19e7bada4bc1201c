#include "sandbox/delivery/events.h"

#include "sandbox/state/grants.h"
#include "sandbox/world/world.h"

#include <QJsonArray>

#include <utility>

namespace refrain::sandbox {

Events::Events(const World& world, const Grants& grants, const Clock& clock, Random& random, Deliveries& deliveries)
    : m_world(world), m_grants(grants), m_clock(clock), m_random(random), m_deliveries(deliveries)
{
}

void Events::emitEvent(QJsonObject event, const QString& scope)
{
    for (const Installation& installation : m_grants.installations()) {
        if (installation.active && (scope.isEmpty() || installation.botScopes.contains(scope)))
            emitTo(installation.workspace, event);
    }
}

void Events::emitTo(const QString& workspace, QJsonObject event)
{
    const Millis now = m_clock.now();
    event.insert(QStringLiteral("event_ts"),
                 QStringLiteral("%1.%2").arg(now / 1000).arg(now % 1000 * 1000, 6, 10, QLatin1Char('0')));
    m_deliveries.deliver({Delivery::Kind::Event, envelope(workspace, event), 0, {}}, {});
}

QJsonObject Events::envelope(const QString& workspace, const QJsonObject& event) const
{
    const bool wide = workspace == m_world.enterpriseId();
    const QJsonValue enterprise = wide ? QJsonValue(workspace) : QJsonValue(QJsonValue::Null);
    const QJsonObject authorization{{QStringLiteral("enterprise_id"), enterprise},
                                    {QStringLiteral("team_id"), wide ? QJsonValue() : QJsonValue(workspace)},
                                    {QStringLiteral("user_id"), m_world.botUserId()},
                                    {QStringLiteral("is_bot"), true},
                                    {QStringLiteral("is_enterprise_install"), wide}};
    const QByteArray id = m_random.bytes(5).toHex().toUpper();
    return {{QStringLiteral("token"), QStringLiteral("practice-verification-token")},
            {QStringLiteral("team_id"), m_world.teamId()},
            {QStringLiteral("enterprise_id"), enterprise},
            {QStringLiteral("context_team_id"), m_world.teamId()},
            {QStringLiteral("context_enterprise_id"), enterprise},
            {QStringLiteral("api_app_id"), m_world.appId()},
            {QStringLiteral("event"), event},
            {QStringLiteral("type"), QStringLiteral("event_callback")},
            {QStringLiteral("event_id"), QStringLiteral("Ev0") + QString::fromLatin1(id)},
            {QStringLiteral("event_time"), m_clock.now() / 1000},
            {QStringLiteral("authorizations"), QJsonArray{authorization}},
            {QStringLiteral("is_ext_shared_channel"), false},
            {QStringLiteral("event_context"), QStringLiteral("4-practice-") + QString::fromLatin1(id)}};
}

}  // namespace refrain::sandbox
