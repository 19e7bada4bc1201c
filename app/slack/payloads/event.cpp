#include "slack/payloads/event.h"

#include "slack/payloads/installation.h"

#include <QJsonArray>

namespace refrain::slack {

Event Event::parse(const QJsonObject& envelope)
{
    Event event;
    if (envelope.value(QLatin1String("type")).toString() != QLatin1String("event_callback"))
        return event;
    // The outer team may be the one at the other end of a shared channel; the authorization names whom we serve.
    const QJsonObject told = envelope.value(QLatin1String("authorizations")).toArray().first().toObject();
    const QJsonObject& source = told.isEmpty() ? envelope : told;
    event.team = source.value(QLatin1String("team_id")).toString();
    event.workspace = installationOf(source.value(QLatin1String("is_enterprise_install")),
                                     source.value(QLatin1String("enterprise_id")).toString(), event.team);
    event.id = envelope.value(QLatin1String("event_id")).toString();
    event.at = Millis(envelope.value(QLatin1String("event_time")).toDouble()) * 1000;
    event.body = envelope.value(QLatin1String("event")).toObject();
    event.type = event.body.value(QLatin1String("type")).toString();
    return event;
}

}  // namespace refrain::slack
