#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "store/carryover.h"

#include <QStringList>

namespace refrain::service {

/// Puts a backup in place of the database, so that those who followed the workspaces notice and nothing is said twice.
///
/// The choices go back to those of the backup; numbers and log do not. The restore is a change of its own with a number
/// after all that were ever given out, and positions before it are gone (410), so consoles read everything again. Where
/// the database that is replaced can be read and the backup is of its past, its audit log is kept whole, with the
/// entries of what was lost, as are sessions, API keys, Slack's tokens and links; who was erased since is erased again.
/// Otherwise the log goes on from the backup's end under a new signing key: one key never signs two histories, and who
/// holds a later checkpoint of the old one can show that entries are missing. What was waiting to be sent is not sent,
/// because it may have been since.
class Restorer {
public:
    Restorer(const Clock& clock, Random& random) : m_clock(clock), m_random(random) {}

    /// What was done, in sentences. On an error the database is as it was. REQUIRES: the data directory's lock.
    [[nodiscard]] Result<QStringList> restore(const QString& backupFile, const QString& databaseFile);

private:
    [[nodiscard]] Result<QStringList> prepare(store::Database& copy, const QString& replacedFile);
    using Erased = std::vector<std::pair<WorkspaceId, SubjectId>>;
    [[nodiscard]] Result<int> eraseAgain(const QString& file, const Erased& erased);
    [[nodiscard]] Result<QString> carryOn(store::Database& copy, const WorkspaceId& workspace,
                                          std::optional<store::CarryOver>& replaced);

    const Clock& m_clock;
    Random& m_random;
};

}  // namespace refrain::service
