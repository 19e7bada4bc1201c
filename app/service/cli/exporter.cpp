#include "service/cli/exporter.h"

#include "store/preferencestore.h"
#include "wire/preference.h"

#include <QJsonDocument>

namespace refrain::service {
namespace {

const QStringList header{QStringLiteral("subject"),      QStringLiteral("category"), QStringLiteral("state"),
                         QStringLiteral("snoozedUntil"), QStringLiteral("source"),   QStringLiteral("actor"),
                         QStringLiteral("reason"),       QStringLiteral("ticket"),   QStringLiteral("at"),
                         QStringLiteral("version")};

QString cell(QString text)
{
    static const QString dangerous = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && dangerous.contains(text.at(0)))
        text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('\n')) ||
        text.contains(QLatin1Char('\r')))
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return text;
}

QByteArray lineOf(const Preference& preference, ExportFormat format)
{
    if (format == ExportFormat::JsonLines)
        return QJsonDocument(wire::toJson(preference)).toJson(QJsonDocument::Compact) + '\n';
    return csvLine({preference.subject.toString(), preference.category.toString(), toString(preference.state),
                    toRfc3339(preference.snoozedUntil), preference.source ? toString(*preference.source) : QString(),
                    preference.actor ? preference.actor->id : QString(), preference.reason, preference.ticket,
                    toRfc3339(preference.at), QString::number(preference.version)}) +
           "\r\n";
}

}  // namespace

QByteArray csvLine(const QStringList& cells)
{
    QStringList quoted;
    for (const QString& text : cells)
        quoted << cell(text);
    return quoted.join(QLatin1Char(',')).toUtf8();
}

Result<qint64> exportPreferences(store::DatabasePool& pool, const WorkspaceId& workspace, ExportFormat format,
                                 QIODevice& out)
{
    return pool.read<qint64>([&](store::Database& database) -> Result<qint64> {
        qint64 count = 0;
        bool isWritten = format == ExportFormat::JsonLines || out.write(csvLine(header) + "\r\n") > 0;
        const Result<> read =
            store::PreferenceStore(database).each(workspace, {}, {}, [&](const Preference& preference) {
                isWritten = isWritten && out.write(lineOf(preference, format)) > 0;
                ++count;
            });
        if (!read)
            return read.error();
        if (!isWritten)
            return Error::unavailable(QStringLiteral("The export could not be written: %1.").arg(out.errorString()));
        return count;
    });
}

}  // namespace refrain::service
