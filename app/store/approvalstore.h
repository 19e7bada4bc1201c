#pragma once

#include "domain/approval.h"
#include "store/database.h"

namespace refrain::store {

struct ApprovalKey {
    WorkspaceId workspace;
    QString id;
};

/// One change of a request's frozen list.
struct ApprovalItem {
    qint64 position = 0;  ///< From 1.
    SubjectId subject;
    CategorySlug category;
    QByteArray wish;       ///< JSON: the fields of the change.
    qint64 ifMatch = 0;    ///< The version that was looked at.
    bool isThere = false;  ///< Of what is read: the preference is by now what is wished, so nothing is left to do.
};

/// What moved below a frozen list, away from where the act leads.
struct MovedItems {
    qint64 count = 0;
    qint64 latest = 0;  ///< The highest version among them.
    qint64 sum = 0;     ///< Of their versions.
};

/// Requests for approval with their lists, and who changed how much in bulk lately.
class ApprovalStore {
public:
    explicit ApprovalStore(Database& database) : m_database(database) {}

    struct Position {
        Millis requestedAt = 0;
        QString id;
    };
    struct Filter {
        std::optional<ApprovalState> state;
    };

    [[nodiscard]] Result<> add(const WorkspaceId& workspace, const Approval& approval, const QString& fingerprint = {});
    /// The one of this requester that waits and is about the same.
    [[nodiscard]] Result<std::optional<Approval>> twin(const WorkspaceId& workspace, const Actor& requester,
                                                       const QString& fingerprint);
    /// State, decision and how far it is.
    [[nodiscard]] Result<> update(const WorkspaceId& workspace, const Approval& approval);
    [[nodiscard]] Result<std::optional<Approval>> find(const ApprovalKey& key);
    /// The one that waits for this notification.
    [[nodiscard]] Result<std::optional<Approval>> waitingFor(const WorkspaceId& workspace, const QString& notification);
    /// The one about this import that waits, else the latest.
    [[nodiscard]] Result<std::optional<Approval>> ofImport(const WorkspaceId& workspace, const QString& import);
    /// Newest first; `after` empty: from the start.
    [[nodiscard]] Result<std::vector<Approval>> page(const WorkspaceId& workspace, const Filter& filter,
                                                     const Position& after, int limit);
    [[nodiscard]] Result<qint64> count(const WorkspaceId& workspace, ApprovalState state);
    [[nodiscard]] Result<std::vector<ApprovalKey>> inState(ApprovalState state);
    /// Of all workspaces: those that wait and should not any more.
    [[nodiscard]] Result<std::vector<ApprovalKey>> due(Millis now);

    [[nodiscard]] Result<> addItem(const ApprovalKey& key, const ApprovalItem& item);
    [[nodiscard]] Result<std::vector<ApprovalItem>> items(const ApprovalKey& key, qint64 after, int limit);
    /// Those whose preference is neither the one that was looked at nor what is wished.
    [[nodiscard]] Result<MovedItems> moved(const ApprovalKey& key);

    [[nodiscard]] Result<> noteBulk(const WorkspaceId& workspace, const Actor& actor, Millis at, qint64 changes);
    [[nodiscard]] Result<qint64> bulkSince(const WorkspaceId& workspace, const Actor& actor, Millis since);
    [[nodiscard]] Result<> forgetBulkBefore(Millis at);

private:
    Database& m_database;
};

/// Deletes the person from lists that wait, and their name where they asked or decided; ids stay. How many there were.
[[nodiscard]] Result<qint64> forgetInApprovals(Database& database, const WorkspaceId& workspace,
                                               const SubjectId& subject);

}  // namespace refrain::store
