#include "store/redirection.h"

namespace refrain::store {

Result<> redirect(Database& database, const WorkspaceId& workspace, const SubjectId& from, const SubjectId& to)
{
    constexpr Sql statements[] = {
        "UPDATE links SET subject = ? WHERE workspace = ? AND subject = ?",
        "UPDATE notification_recipients SET subject = ? WHERE workspace = ? AND subject = ? AND outcome = 'queued'",
        "UPDATE outbox SET payload = json_set(payload, '$.subject', ?) WHERE workspace = ?"
        " AND json_extract(payload, '$.subject') = ?",
        "UPDATE outbox SET payload = json_set(payload, '$.channel', ?) WHERE workspace = ?"
        " AND json_extract(payload, '$.channel') = ?",
    };
    for (const Sql& statement : statements) {
        if (Result<qint64> done = database.run(statement, {to, workspace, from}); !done)
            return done.error();
    }
    return {};
}

}  // namespace refrain::store
