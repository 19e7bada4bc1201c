#pragma once

#include "base/result.h"
#include "sandbox/appsettings.h"
#include "sandbox/world/world.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace refrain::sandbox {

/// The command line of refrain-sandbox, read and found good.
struct Options {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    WorldSize world;
    QString stateFile;
    QUrl deliverTo;  ///< Empty for Socket Mode.
    AppSettings app;
    bool rateLimits = true;
    QString faultsFile;
    bool autoApprove = false;

    bool helpWanted = false;
    bool versionWanted = false;

    /// `arguments` begins with the program's name. An error's message names the option at fault.
    [[nodiscard]] static Result<Options> parse(const QStringList& arguments);
    [[nodiscard]] static QString help();
};

}  // namespace refrain::sandbox
