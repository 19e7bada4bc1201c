#pragma once

#include "base/result.h"
#include "wire/approval.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace refrain::console {

class BackendCalls;
using wire::ApprovalDecision;
using wire::ApprovalStanding;
using wire::ApprovalView;

/// What needs a second admin in this workspace, and what waits for one. It looks again by itself while the backend can
/// be reached. UI thread.
class Approvals : public QObject {
    Q_OBJECT
public:
    static constexpr int lookEvery = 20'000;  ///< Milliseconds.

    /// REQUIRES: the calls outlive this.
    explicit Approvals(BackendCalls& calls, QObject* parent = nullptr);

    /// Looks now, and every so often from then on; changed() follows where something is otherwise.
    void watch();
    void pause() { m_again.stop(); }

    [[nodiscard]] const ApprovalStanding& standing() const { return m_standing; }
    /// How many requests this person may decide, and of how many they wait for somebody else's decision.
    [[nodiscard]] qint64 forMe() const { return m_forMe; }
    [[nodiscard]] qint64 mine() const { return m_mine; }
    /// A request of this person's that waits, as far as this knows; null: none. Good until changed().
    [[nodiscard]] const ApprovalView* waiting(const std::function<bool(const Approval&)>& is) const;
    [[nodiscard]] bool needs(const PlannedAct& act) const;
    /// The same of many preferences that one act changes: others of the last hour count with them.
    [[nodiscard]] bool needsForMany(qint64 people) const;

    /// Newest first.
    [[nodiscard]] QFuture<Result<std::vector<ApprovalView>>> list();
    [[nodiscard]] QFuture<Result<ApprovalView>> find(const QString& id);
    /// PreconditionFailed where it is no longer what was looked at.
    [[nodiscard]] QFuture<Result<ApprovalView>> decide(const QString& id, const ApprovalDecision& decision);
    [[nodiscard]] QFuture<Result<ApprovalView>> withdraw(const QString& id);
    /// True where a second admin was asked about it; nothing is in force then.
    [[nodiscard]] QFuture<Result<bool>> setPolicy(const ApprovalPolicy& policy);

signals:
    void changed();

private:
    void take(const std::vector<ApprovalView>& waiting);

    BackendCalls& m_calls;
    QTimer m_again;
    ApprovalStanding m_standing;
    std::vector<ApprovalView> m_waiting;
    qint64 m_forMe = 0;
    qint64 m_mine = 0;
};

/// Whether a backend's answer to an act says that a second admin was asked instead.
[[nodiscard]] bool isAskedInstead(const QJsonObject& answer);
/// "Sent for approval. …": what is said then, wherever it is said.
[[nodiscard]] QString askedSentence();
/// The same of one part of a long act, whose other parts were not asked about.
[[nodiscard]] QString partAskedSentence();
/// "Needs a second admin's approval. …": what is said before it is sent.
[[nodiscard]] QString needsApprovalSentence();
/// "A request of yours like this one waits already. …": the same.
[[nodiscard]] QString waitsAlreadySentence();

}  // namespace refrain::console
