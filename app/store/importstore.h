#pragma once

#include "domain/import.h"
#include "store/database.h"

#include <QStringList>

namespace refrain::store {

struct ImportKey {
    WorkspaceId workspace;
    QString id;
};

/// Numbers of the feed that an import's changes bear, both included.
struct ImportPart {
    qint64 firstSeq = 0;
    qint64 lastSeq = 0;
};

/// A row that waits for its person.
struct WaitingRow {
    QString subject;  ///< Whom it names: an id, or an address in small letters.
    QString import;
    qint64 line = 0;
    QByteArray wish;  ///< JSON.
};

/// A row that was not taken over: refused, or not readable.
struct LeftRow {
    qint64 line = 0;
    QString outcome;  ///< refused, broken
    QString subject;  ///< As the row named it, where it was nobody's; likewise the category.
    QString category;
    QString code;    ///< Of a refusal.
    QString detail;  ///< Why, for a person.
};

/// How far the undo of an import is, and who asked for it.
struct ImportUndo {
    qint64 before = 0;  ///< Changes of a lower number are still to be undone.
    Source source = Source::Console;
    Actor actor;
};

/// Imports: how they went, which changes are theirs, and which of their rows wait.
class ImportStore {
public:
    explicit ImportStore(Database& database) : m_database(database) {}

    struct Position {
        Millis startedAt = 0;
        QString id;
    };

    /// Adds or replaces it; what stands of its undo is kept.
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Import& import);
    [[nodiscard]] Result<std::optional<Import>> find(const ImportKey& key);
    /// Newest first; `after` empty: from the start.
    [[nodiscard]] Result<std::vector<Import>> page(const WorkspaceId& workspace, const Position& after, int limit);
    /// The import that made the change of this number; none where it was none.
    [[nodiscard]] Result<std::optional<Import>> ofChange(const WorkspaceId& workspace, qint64 seq);
    [[nodiscard]] Result<std::vector<ImportKey>> inState(ImportState state);

    [[nodiscard]] Result<> addPart(const ImportKey& key, const ImportPart& part);
    /// The last part that has numbers below `before`, cut there.
    [[nodiscard]] Result<std::optional<ImportPart>> lastPart(const ImportKey& key, qint64 before);

    [[nodiscard]] Result<> addWaiting(const WorkspaceId& workspace, const WaitingRow& row);
    [[nodiscard]] Result<bool> anyWaiting(const WorkspaceId& workspace);
    /// Those that name one of these, by import and line.
    [[nodiscard]] Result<std::vector<WaitingRow>> waitingFor(const WorkspaceId& workspace, const QStringList& subjects);
    [[nodiscard]] Result<std::vector<WaitingRow>> waitingOf(const ImportKey& key, qint64 afterLine, int limit);
    [[nodiscard]] Result<> removeWaiting(const WorkspaceId& workspace, const WaitingRow& row);
    /// How many they were.
    [[nodiscard]] Result<qint64> removeWaitingOf(const ImportKey& key);

    [[nodiscard]] Result<> addLeft(const ImportKey& key, const LeftRow& row);
    [[nodiscard]] Result<std::vector<LeftRow>> leftOf(const ImportKey& key, qint64 afterLine, int limit);
    /// Those that name one of these.
    [[nodiscard]] Result<> forgetLeft(const WorkspaceId& workspace, const QStringList& subjects);

    [[nodiscard]] Result<std::optional<ImportUndo>> undo(const ImportKey& key);
    [[nodiscard]] Result<> putUndo(const ImportKey& key, const ImportUndo& undo);

private:
    Database& m_database;
};

}  // namespace refrain::store
