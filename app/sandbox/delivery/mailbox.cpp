#include "sandbox/delivery/mailbox.h"

#include <algorithm>
#include <utility>

namespace refrain::sandbox {

namespace {

QString tableOf(const QString& channel)
{
    return QStringLiteral("messages/") + channel;
}

QJsonObject toRecord(const Message& message)
{
    return {{QStringLiteral("author"), message.author},
            {QStringLiteral("onlyFor"), message.onlyFor},
            {QStringLiteral("content"), message.content},
            {QStringLiteral("edited"), message.edited}};
}

Message fromRecord(const QString& channel, const QString& ts, const QJsonObject& record)
{
    return {channel,
            ts,
            record.value(QStringLiteral("author")).toString(),
            record.value(QStringLiteral("onlyFor")).toString(),
            record.value(QStringLiteral("content")).toObject(),
            record.value(QStringLiteral("edited")).toBool()};
}

}  // namespace

Mailbox::Mailbox(Ledger& ledger, const Clock& clock) : m_ledger(ledger), m_clock(clock) {}

Message Mailbox::post(Message message)
{
    m_lastMicros = std::max(m_lastMicros + 100, m_clock.now() * 1000);
    message.ts =
        QStringLiteral("%1.%2").arg(m_lastMicros / 1'000'000).arg(m_lastMicros % 1'000'000, 6, 10, QLatin1Char('0'));
    m_ledger.put(tableOf(message.channel), message.ts, toRecord(message));
    tell(message);
    return message;
}

bool Mailbox::update(const QString& channel, const QString& ts, const QJsonObject& content)
{
    std::optional<Message> message = find(channel, ts);
    if (!message || !message->onlyFor.isEmpty())
        return false;
    message->content = content;
    message->edited = true;
    m_ledger.put(tableOf(channel), ts, toRecord(*message));
    tell(*message);
    return true;
}

bool Mailbox::remove(const QString& channel, const QString& ts)
{
    const std::optional<Message> message = find(channel, ts);
    if (!message)
        return false;
    m_ledger.remove(tableOf(channel), ts);
    tell(*message);
    return true;
}

std::optional<Message> Mailbox::find(const QString& channel, const QString& ts) const
{
    const QJsonObject record = m_ledger.get(tableOf(channel), ts);
    if (record.isEmpty())
        return std::nullopt;
    return fromRecord(channel, ts, record);
}

std::vector<Message> Mailbox::inChannel(const QString& channel, int limit) const
{
    const QMap<QString, QJsonObject>& all = m_ledger.all(tableOf(channel));
    std::vector<Message> messages;
    auto record = all.begin();
    std::advance(record, std::max<qsizetype>(0, all.size() - limit));
    for (; record != all.end(); ++record)
        messages.push_back(fromRecord(channel, record.key(), record.value()));
    return messages;
}

void Mailbox::tell(const Message& message)
{
    if (m_listener)
        m_listener(message);
}

}  // namespace refrain::sandbox
