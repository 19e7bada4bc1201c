#include "base/log.h"

#include "base/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <unistd.h>
#include <cstdio>

namespace refrain::log {

Q_LOGGING_CATEGORY(web, "refrain.web", QtInfoMsg)
Q_LOGGING_CATEGORY(net, "refrain.net", QtInfoMsg)
Q_LOGGING_CATEGORY(store, "refrain.store", QtInfoMsg)
Q_LOGGING_CATEGORY(slack, "refrain.slack", QtInfoMsg)
Q_LOGGING_CATEGORY(oauth, "refrain.oauth", QtInfoMsg)
Q_LOGGING_CATEGORY(sync, "refrain.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(service, "refrain.service", QtInfoMsg)
Q_LOGGING_CATEGORY(console, "refrain.console", QtInfoMsg)
Q_LOGGING_CATEGORY(sandbox, "refrain.sandbox", QtInfoMsg)

namespace {

QString levelName(QtMsgType type)
{
    switch (type) {
        case QtDebugMsg: return QStringLiteral("debug");
        case QtInfoMsg: return QStringLiteral("info");
        case QtWarningMsg: return QStringLiteral("warning");
        case QtCriticalMsg: return QStringLiteral("critical");
        case QtFatalMsg: return QStringLiteral("fatal");
    }
    return {};
}

void write(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    static const bool terminal = ::isatty(STDERR_FILENO) != 0;
    static QMutex mutex;  // one line at a time, whatever thread it comes from
    const QString time = toRfc3339(SystemClock().now());
    const QString category = QString::fromUtf8(context.category);
    QByteArray line;
    if (terminal) {
        line = QStringLiteral("%1 %2 %3: %4").arg(time, levelName(type), category, message).toUtf8();
    } else {
        const QJsonObject record{{QStringLiteral("time"), time},
                                 {QStringLiteral("level"), levelName(type)},
                                 {QStringLiteral("category"), category},
                                 {QStringLiteral("message"), message}};
        line = QJsonDocument(record).toJson(QJsonDocument::Compact);
    }
    line += '\n';
    const QMutexLocker lock(&mutex);
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

}  // namespace

bool install(const QString& level)
{
    static const QStringList levels{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                                    QStringLiteral("critical")};
    const qsizetype wanted = levels.indexOf(level);
    if (wanted < 0)
        return false;
    QStringList rules;
    for (qsizetype i = 0; i < levels.size() - 1; ++i)
        rules << QStringLiteral("refrain.*.%1=%2")
                     .arg(levels[i], i >= wanted ? QStringLiteral("true") : QStringLiteral("false"));
    QLoggingCategory::setFilterRules(rules.join(QLatin1Char('\n')));
    qInstallMessageHandler(write);
    return true;
}

}  // namespace refrain::log
