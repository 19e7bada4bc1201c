#pragma once

#include <QByteArray>
#include <QString>

namespace refrain::sandbox {

/// The one Slack app that lives in the practice workspace.
struct AppSettings {
    QString clientId = QStringLiteral("1.1");
    QByteArray clientSecret = "practice-client-secret";
    QByteArray signingSecret = "practice-signing-secret";
    QByteArray appToken = "xapp-practice";
    bool rotation = true;
};

}  // namespace refrain::sandbox
