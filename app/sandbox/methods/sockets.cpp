#include "sandbox/delivery/tickets.h"
#include "sandbox/methods/methods.h"

#include <QJsonObject>

namespace refrain::sandbox {

void addSocketMethods(MethodTable& table, Tickets& tickets)
{
    table.add({QStringLiteral("apps.connections.open"),
               Tier::Three,
               Method::Needs::AppToken,
               {QStringLiteral("connections:write")},
               [&tickets](const Call& call) {
                   const QString address =
                       QStringLiteral("ws://%1/link/?ticket=%2")
                           .arg(QString::fromLatin1(call.request.header("Host")), QString::fromLatin1(tickets.issue()));
                   return Answer::ok({{QStringLiteral("url"), address}});
               }});
}

}  // namespace refrain::sandbox
