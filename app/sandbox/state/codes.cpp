#include "sandbox/state/codes.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace refrain::sandbox {

namespace {

const QString table = QStringLiteral("codes");

QString keyOf(const QByteArray& code)
{
    return QString::fromLatin1(QCryptographicHash::hash(code, QCryptographicHash::Sha256).toHex());
}

QStringList strings(const QJsonValue& array)
{
    QStringList out;
    for (const QJsonValue& value : array.toArray())
        out << value.toString();
    return out;
}

}  // namespace

Codes::Codes(Ledger& ledger, const Clock& clock, Random& random) : m_ledger(ledger), m_clock(clock), m_random(random) {}

QByteArray Codes::issue(const Consent& consent)
{
    forgetExpired();
    // Slack's codes are three numbers and a hash, parted by dots.
    const QByteArray code = "1." + QByteArray::number(m_clock.now()) + '.' + m_random.bytes(32).toHex();
    m_ledger.put(table, keyOf(code),
                 {{QStringLiteral("expiresAt"), m_clock.now() + lifetime},
                  {QStringLiteral("signIn"), consent.signIn},
                  {QStringLiteral("person"), qint64(consent.person)},
                  {QStringLiteral("workspace"), consent.workspace},
                  {QStringLiteral("botScopes"), QJsonArray::fromStringList(consent.botScopes)},
                  {QStringLiteral("userScopes"), QJsonArray::fromStringList(consent.userScopes)},
                  {QStringLiteral("redirectUri"), consent.redirectUri},
                  {QStringLiteral("nonce"), consent.nonce},
                  {QStringLiteral("webhookChannel"), consent.webhookChannel}});
    return code;
}

std::optional<Consent> Codes::find(const QByteArray& code) const
{
    const QJsonObject record = m_ledger.get(table, keyOf(code));
    if (record.isEmpty() || record.value(QStringLiteral("expiresAt")).toInteger() < m_clock.now())
        return std::nullopt;
    return Consent{record.value(QStringLiteral("signIn")).toBool(),
                   quint64(record.value(QStringLiteral("person")).toInteger()),
                   record.value(QStringLiteral("workspace")).toString(),
                   strings(record.value(QStringLiteral("botScopes"))),
                   strings(record.value(QStringLiteral("userScopes"))),
                   record.value(QStringLiteral("redirectUri")).toString(),
                   record.value(QStringLiteral("nonce")).toString(),
                   record.value(QStringLiteral("webhookChannel")).toString()};
}

void Codes::use(const QByteArray& code)
{
    m_ledger.remove(table, keyOf(code));
}

void Codes::forgetExpired()
{
    const QMap<QString, QJsonObject> codes = m_ledger.all(table);
    for (auto code = codes.begin(); code != codes.end(); ++code) {
        if (code->value(QStringLiteral("expiresAt")).toInteger() < m_clock.now())
            m_ledger.remove(table, code.key());
    }
}

}  // namespace refrain::sandbox
