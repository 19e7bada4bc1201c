#pragma once

#include "base/result.h"

#include <QFile>
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <memory>

namespace refrain::sandbox {

/// Everything that differs from what the seed makes: small records by table and key, held in memory
/// and, where a file is named, in an append-only journal of one JSON object a line.
///
/// A record is handed to the operating system before put() returns, so that it survives kill -9; a
/// torn last line is dropped at the next start, and every start rewrites the journal to its
/// essence. Not thread-safe: the owner locks.
class Ledger {
public:
    /// In memory only.
    Ledger() = default;
    /// Reads the journal, or begins it with mode 0600. `world` names seed and sizes: a state made for
    /// another world is refused, because its ids would mean other people.
    static Result<std::unique_ptr<Ledger>> open(const QString& path, const QString& world);

    void put(const QString& table, const QString& key, const QJsonObject& record);
    void remove(const QString& table, const QString& key);
    /// Empty where there is none.
    [[nodiscard]] QJsonObject get(const QString& table, const QString& key) const;
    [[nodiscard]] bool has(const QString& table, const QString& key) const;
    [[nodiscard]] const QMap<QString, QJsonObject>& all(const QString& table) const;

private:
    Result<> load(const QString& path, const QString& world);
    Result<> rewrite(const QString& path, const QString& world);
    void append(const QJsonObject& line);

    QHash<QString, QMap<QString, QJsonObject>> m_tables;
    std::unique_ptr<QFile> m_journal;
};

}  // namespace refrain::sandbox
