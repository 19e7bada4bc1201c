#pragma once

#include "domain/syncrun.h"
#include "service/usecases/auditlog.h"
#include "store/acknowledgementstore.h"
#include "store/changestore.h"
#include "store/messagestore.h"

#include <variant>

namespace refrain::service {

/// One thing that happened to a subject: an entry of the audit log (a choice, a refusal, a link, an erasure), a message
/// that was sent or kept back, what they were told of a change, what the directory said anew, or that it was last
/// compared with Slack's.
struct TimelineEvent {
    Millis at = 0;
    std::variant<ReadEntry, store::MessageFate, store::ChangeRecord, store::Acknowledgement, SyncRun> what;

    /// Orders events of one moment, and with it names each for good.
    [[nodiscard]] QString key() const;
};

/// Where a page of the time line ended.
struct TimelinePosition {
    Millis at = 0;
    QString key;
};

struct TimelinePage {
    std::vector<TimelineEvent> events;  ///< Newest first.
    bool more = false;
    qint64 seq = 0;
};

/// All that happened to one subject, from all journals, in one order. Any thread.
class Timeline {
public:
    Timeline(store::DatabasePool& pool, AuditLog& audit) : m_pool(pool), m_audit(audit) {}

    /// What lies behind `after`, at most `limit`. NotFound where nobody has that id and nothing was ever known of it.
    [[nodiscard]] Result<TimelinePage> page(const WorkspaceId& workspace, const SubjectId& subject,
                                            const std::optional<TimelinePosition>& after, int limit);

private:
    [[nodiscard]] Result<> addJournals(TimelinePage& page, const WorkspaceId& workspace, const SubjectId& subject,
                                       Millis until, int wanted);

    store::DatabasePool& m_pool;
    AuditLog& m_audit;
};

/// `{"kind": "entry"|"message"|"directory"|"told"|"sync", "at", …}`. `hides`: takes from a directory record what the
/// reader may not see.
[[nodiscard]] QJsonObject toJson(const TimelineEvent& event, QJsonObject (*hides)(QJsonObject record));

}  // namespace refrain::service
