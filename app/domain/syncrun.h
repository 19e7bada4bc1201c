#pragma once

#include "base/clock.h"

#include <QString>

#include <optional>

namespace refrain {

enum class SyncKind { Directory, Connector, Events, Console };
enum class SyncOutcome { Ok, Partial, Failed, Running };

[[nodiscard]] QString toString(SyncKind kind);
[[nodiscard]] std::optional<SyncKind> syncKindFromString(const QString& name);
[[nodiscard]] QString toString(SyncOutcome outcome);
[[nodiscard]] std::optional<SyncOutcome> syncOutcomeFromString(const QString& name);

struct SyncCounts {
    qint64 read = 0;
    qint64 added = 0;
    qint64 changed = 0;
    qint64 removed = 0;
    qint64 sent = 0;
    qint64 failed = 0;

    SyncCounts& operator+=(const SyncCounts& more);
    friend bool operator==(const SyncCounts&, const SyncCounts&) = default;
};

/// One exchange between two systems, journaled.
struct SyncRun {
    QString id;
    SyncKind kind = SyncKind::Directory;
    Millis startedAt = 0;
    std::optional<Millis> finishedAt;
    SyncOutcome outcome = SyncOutcome::Running;
    SyncCounts counts;
    QString error;  ///< A sentence; empty where nothing failed.

    friend bool operator==(const SyncRun&, const SyncRun&) = default;
};

}  // namespace refrain
