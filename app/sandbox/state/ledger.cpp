#include "sandbox/state/ledger.h"

#include "base/log.h"

#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace refrain::sandbox {

namespace {

QJsonObject lineOf(const QString& table, const QString& key, const QJsonValue& record)
{
    return {{QStringLiteral("t"), table}, {QStringLiteral("k"), key}, {QStringLiteral("v"), record}};
}

QByteArray bytesOf(const QJsonObject& line)
{
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

Error cannotUse(const QString& path, const QString& why)
{
    return Error::unavailable(QStringLiteral("The state file %1 cannot be used: %2.").arg(path, why));
}

}  // namespace

Result<std::unique_ptr<Ledger>> Ledger::open(const QString& path, const QString& world)
{
    auto ledger = std::make_unique<Ledger>();
    if (const Result<> loaded = ledger->load(path, world); !loaded)
        return loaded.error();
    if (const Result<> rewritten = ledger->rewrite(path, world); !rewritten)
        return rewritten.error();
    ledger->m_journal = std::make_unique<QFile>(path);
    if (!ledger->m_journal->open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return cannotUse(path, ledger->m_journal->errorString());
    return ledger;
}

Result<> Ledger::load(const QString& path, const QString& world)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return cannotUse(path, file.errorString());
    bool first = true;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        if (first) {
            const QString made = record.value(QStringLiteral("world")).toString();
            if (made != world)
                return cannotUse(path, QStringLiteral("it was made for \"%1\", not for \"%2\"; give the same --users, "
                                                      "--channels and --seed, or another file")
                                           .arg(made, world));
            first = false;
            continue;
        }
        if (record.isEmpty()) {
            if (!file.atEnd())
                return cannotUse(path, QStringLiteral("a line in its middle is damaged"));
            break;  // torn by a kill in mid-write
        }
        const QString table = record.value(QStringLiteral("t")).toString();
        const QString key = record.value(QStringLiteral("k")).toString();
        const QJsonValue value = record.value(QStringLiteral("v"));
        if (value.isObject())
            m_tables[table].insert(key, value.toObject());
        else
            m_tables[table].remove(key);
    }
    return {};
}

Result<> Ledger::rewrite(const QString& path, const QString& world)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotUse(path, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(bytesOf({{QStringLiteral("world"), world}}));
    for (auto table = m_tables.cbegin(); table != m_tables.cend(); ++table) {
        for (auto record = table->cbegin(); record != table->cend(); ++record)
            file.write(bytesOf(lineOf(table.key(), record.key(), *record)));
    }
    if (!file.commit())
        return cannotUse(path, file.errorString());
    return {};
}

void Ledger::append(const QJsonObject& line)
{
    if (!m_journal)
        return;
    const QByteArray bytes = bytesOf(line);
    if (m_journal->write(bytes) != bytes.size())
        qCCritical(log::sandbox) << "The state file can no longer be written:" << m_journal->errorString();
}

void Ledger::put(const QString& table, const QString& key, const QJsonObject& record)
{
    QJsonObject& stored = m_tables[table][key];
    if (stored == record && !record.isEmpty())
        return;
    stored = record;
    append(lineOf(table, key, record));
}

void Ledger::remove(const QString& table, const QString& key)
{
    if (m_tables[table].remove(key) > 0)
        append(lineOf(table, key, QJsonValue::Null));
}

QJsonObject Ledger::get(const QString& table, const QString& key) const
{
    return m_tables.value(table).value(key);
}

bool Ledger::has(const QString& table, const QString& key) const
{
    const auto found = m_tables.constFind(table);
    return found != m_tables.cend() && found->contains(key);
}

const QMap<QString, QJsonObject>& Ledger::all(const QString& table) const
{
    static const QMap<QString, QJsonObject> none;
    const auto found = m_tables.constFind(table);
    return found == m_tables.cend() ? none : *found;
}

}  // namespace refrain::sandbox
