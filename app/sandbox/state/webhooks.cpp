#include "sandbox/state/webhooks.h"

#include <QCryptographicHash>

namespace refrain::sandbox {

namespace {

const QString table = QStringLiteral("webhooks");

QString keyOf(const QString& path)
{
    return QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex());
}

}  // namespace

QString Webhooks::create(const QString& workspace, const QString& bot, const QString& channel)
{
    const QString path =
        QStringLiteral("/services/%1/%2/%3").arg(workspace, bot, QString::fromLatin1(m_random.bytes(12).toHex()));
    m_ledger.put(table, keyOf(path),
                 {{QStringLiteral("workspace"), workspace},
                  {QStringLiteral("channel"), channel},
                  {QStringLiteral("active"), true}});
    return path;
}

std::optional<Webhooks::Webhook> Webhooks::find(const QString& path) const
{
    const QJsonObject record = m_ledger.get(table, keyOf(path));
    if (record.isEmpty())
        return std::nullopt;
    return Webhook{record.value(QStringLiteral("workspace")).toString(),
                   record.value(QStringLiteral("channel")).toString(), record.value(QStringLiteral("active")).toBool()};
}

void Webhooks::removeAll(const QString& workspace)
{
    const QMap<QString, QJsonObject> all = m_ledger.all(table);
    for (auto webhook = all.begin(); webhook != all.end(); ++webhook) {
        QJsonObject record = *webhook;
        if (record.value(QStringLiteral("workspace")).toString() != workspace)
            continue;
        record.insert(QStringLiteral("active"), false);
        m_ledger.put(table, webhook.key(), record);
    }
}

}  // namespace refrain::sandbox
