#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// One message by which somebody was, or was to be, told of changes that others made for them.
struct Acknowledgement {
    enum class Outcome {
        Told,
        Waiting,    ///< Not told yet: it is tried again.
        Failed,     ///< Not told, and not tried again.
        Uncertain,  ///< It may have arrived.
    };
    SubjectId subject;
    qint64 seq = 0;  ///< Of the first change that it tells.
    Millis at = 0;   ///< Of the last try.
    Outcome outcome = Outcome::Told;
    QString error;    ///< A sentence; empty where they were told.
    int choices = 0;  ///< How many changes it tells.
};

[[nodiscard]] QString toString(Acknowledgement::Outcome outcome);

/// The journal of what people were told.
class AcknowledgementStore {
public:
    explicit AcknowledgementStore(Database& database) : m_database(database) {}

    /// Adds it or replaces what stood of it.
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Acknowledgement& acknowledgement);
    /// Newest first, up to `until`.
    [[nodiscard]] Result<std::vector<Acknowledgement>> of(const WorkspaceId& workspace, const SubjectId& subject,
                                                          Millis until, int limit);
    [[nodiscard]] Result<> forget(const WorkspaceId& workspace, const SubjectId& subject);

private:
    Database& m_database;
};

}  // namespace refrain::store
