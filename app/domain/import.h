#pragma once

#include "base/clock.h"
#include "domain/actor.h"

#include <optional>

namespace refrain {

enum class ImportState {
    Running,    ///< Rows are still taken, each as it comes.
    Gathering,  ///< Rows are still taken, and kept: what they come to together may need a second admin.
    Held,       ///< Waits for a second admin.
    Applying,   ///< Its rows are being taken over.
    Done,       ///< All rows were taken.
    Cancelled,  ///< Ended before all rows were taken; what was taken over holds.
    Refused,    ///< By a second admin; nothing of it was taken over.
    Expired,    ///< No second admin decided in time; likewise.
    Undoing,    ///< Its changes are being turned back.
    Undone,
};

[[nodiscard]] QString toString(ImportState state);
[[nodiscard]] std::optional<ImportState> importStateFromString(const QString& name);

/// It still takes rows.
[[nodiscard]] bool takesRows(ImportState state);
/// Something of it was taken over, or may have been: what its counts say has become of its rows.
[[nodiscard]] bool isTakenOver(ImportState state);
/// It is over, and changes of it may be in force.
[[nodiscard]] bool isUndoable(ImportState state);

/// What became of rows.
struct ImportCounts {
    qint64 changed = 0;
    qint64 unchanged = 0;  ///< It was so already.
    qint64 refused = 0;    ///< By a choice or a rule here: what was chosen here stands.
    qint64 waiting = 0;    ///< For people who are not here yet.
    qint64 broken = 0;     ///< Not to be read, or of no category.

    [[nodiscard]] qint64 all() const { return changed + unchanged + refused + waiting + broken; }
    ImportCounts& operator+=(const ImportCounts& more);
    friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};

/// One file of preferences that was taken over, or is being: rows come in parts, each of them whole or not at all.
struct Import {
    QString id;
    QString name;  ///< Of the file, for people.
    ImportState state = ImportState::Running;
    Source source = Source::Console;  ///< Where it was begun; its changes have the source `import`.
    Actor actor;
    Millis startedAt = 0;
    std::optional<Millis> finishedAt;
    std::optional<qint64> total;       ///< Rows of the file, where that is known beforehand.
    std::optional<qint64> checkedSeq;  ///< A choice that somebody made after it stands, and its row is refused.
    bool tell = false;                 ///< Whom it changes is told in Slack.
    qint64 received = 0;               ///< Rows taken so far: the next part begins there.
    ImportCounts counts;               ///< Of the rows received; `waiting` is what waits still.
    qint64 arrived = 0;                ///< Rows applied later, when their people came.
    qint64 undone = 0;                 ///< Changes turned back.
    qint64 kept = 0;                   ///< Changes not turned back: somebody chose anew since.

    friend bool operator==(const Import&, const Import&) = default;
};

}  // namespace refrain
