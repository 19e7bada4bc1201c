#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "console/sending/notifications.h"
#include "domain/actor.h"
#include "domain/recipientquery.h"
#include "domain/schedule.h"
#include "domain/workflowrun.h"

#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace refrain::console {

class BackendCalls;

/// A message that is sent again and again: a category, a template, to whom, and when by itself.
struct StoredWorkflow {
    QString slug;
    QString title;
    QString description;
    CategorySlug category;
    QString templateSlug;
    QJsonObject data;  ///< For the template.
    RecipientQuery recipients;
    std::optional<Schedule> schedule;  ///< None: a program triggers it, or somebody here.
    bool paused = false;               ///< Not by itself for now.
    bool archived = false;
    qint64 version = 0;  ///< 0: nobody has stored it yet.
    Millis updatedAt = 0;
    Actor updatedBy;
    QByteArray timeZone;  ///< By whose clocks it runs: the workspace's. Empty: not known.
    std::optional<Millis> nextRunAt;
};

/// What running it now would do.
struct RunPreview {
    QString text;
    QJsonArray blocks;
    qint64 total = 0;
    qint64 deliver = 0;
    Preview first;  ///< Of the first thousand recipients.

    [[nodiscard]] qint64 skip() const { return total - deliver; }
};

/// The workflows of a workspace. Writing is for admins, running for senders too. UI thread.
class Workflows {
public:
    /// REQUIRES: the calls outlive this.
    explicit Workflows(BackendCalls& calls) : m_calls(calls) {}

    /// Archived ones too.
    [[nodiscard]] QFuture<Result<std::vector<StoredWorkflow>>> list();
    /// Conflict where the slug is taken. The error's context is the pointer of the field at fault.
    [[nodiscard]] QFuture<Result<StoredWorkflow>> create(const StoredWorkflow& wish);
    /// Precondition where somebody changed it meanwhile; nothing was stored then.
    [[nodiscard]] QFuture<Result<StoredWorkflow>> save(const StoredWorkflow& wish);
    /// The latest runs, newest first; `limit` 1 to 1,000.
    [[nodiscard]] QFuture<Result<std::vector<WorkflowRun>>> runs(const QString& slug, int limit);
    /// Nothing is sent.
    [[nodiscard]] QFuture<Result<RunPreview>> preview(const QString& slug);
    /// Sends it now. `recipients` empty: to whom it is for. Sent again with the same key it is the same run. Conflict
    /// where it goes to many and was not sent to oneself first.
    [[nodiscard]] QFuture<Result<WorkflowRun>> run(const QString& slug, const std::vector<SubjectId>& recipients,
                                                   const QByteArray& key);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
