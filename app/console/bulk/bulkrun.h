#pragma once

#include "base/clock.h"
#include "console/bulk/bulkact.h"
#include "console/bulk/bulkcalls.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace refrain::console {

/// One act on many, from the first look to the last change: looks what it would do, by dry runs against a frozen list,
/// looks again where the ground moved before it is applied, and applies it in parts. UI thread; the work is done on the
/// engine's and at the backend.
///
///     Looking -> Looked -> Checking -> Applying -> Done
///                   ^---------'           |-> Stopping -> Stopped -> Applying …
///                (the ground moved)       '-> Stuck -> Applying …
///
/// What needs a second admin is asked for as one in place of being applied: Checking -> Asking -> Asked.
///
/// Each part is one transaction of the backend with a key of its own, and each change goes against the version that was
/// looked at: whatever is interrupted, only whole changes are left, and going on applies nothing twice.
class BulkRun : public QObject {
    Q_OBJECT
public:
    enum class Stage {
        Idle,
        Looking,
        Looked,
        Checking,  ///< Whether what was looked at is still so.
        Applying,
        Stopping,  ///< A part is still on its way.
        Stopped,
        Stuck,  ///< The backend is away or refused: problem() says why. goOn() tries again.
        Done,
        Asking,  ///< A second admin is being asked.
        Asked,   ///< Nothing is in force before they approve.
    };
    struct Progress {
        qint64 done = 0;
        qint64 total = 0;
        Millis startedAt = 0;
        qint64 startedWith = 0;
    };
    static constexpr size_t lookingPart = 5'000;
    static constexpr size_t applyingPart = 1'000;

    BulkRun(BulkCalls calls, const Clock& clock, std::vector<SubjectId> subjects, QObject* parent = nullptr);
    /// A TakeBack, whose items say what each goes back to and from which version.
    BulkRun(BulkCalls calls, const Clock& clock, BulkAct act, std::vector<BulkItem> items, QObject* parent = nullptr);

    /// Looks what it would do; a newer look drops an older one. REQUIRES: nothing was applied.
    void look(const BulkAct& act);
    /// Applies what was looked at. Where the ground moved it looks again instead: Looked, and moved() says how many.
    /// REQUIRES: Looked.
    void apply(const QString& reason, const QString& ticket, bool tell);
    /// Whether so many changes need a second admin; nothing does where it is not set.
    void setNeedsApproval(std::function<bool(qint64 changes)> needs) { m_needsApproval = std::move(needs); }
    [[nodiscard]] bool needsApproval() const;
    /// Before a part that failed is sent again; doubled with every try.
    void setPause(int milliseconds) { m_pauseMs = milliseconds; }
    /// Whole changes are left.
    void stop();
    void goOn();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool isUnderWay() const;
    /// Something was applied, or may have been.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    [[nodiscard]] const BulkAct& act() const { return m_act; }
    [[nodiscard]] const std::vector<BulkItem>& items() const { return m_items; }
    [[nodiscard]] const BulkTally& tally() const { return m_tally; }
    [[nodiscard]] const Progress& progress() const { return m_progress; }
    /// Why it is stuck, as a sentence.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// How many had changed between the last look but one and the last.
    [[nodiscard]] qint64 moved() const { return m_moved; }

signals:
    void stageChanged();
    void progressed();

private:
    template <class T, class Then>
    void then(QFuture<Result<T>> future, Then taken);
    void enter(Stage stage);
    void begin(Stage stage, std::vector<quint32> todo);
    void sendPart();
    void takePart(const Result<std::vector<wire::BatchItem>>& answers);
    void take(BulkItem& item, const wire::BatchItem& answer);
    void askWhatMoved(int page);
    void lookAgain(const std::vector<SubjectId>& subjects, bool everybody);
    void applyAll();
    void askForAll();
    [[nodiscard]] ChangeRequest requestFor(const BulkItem& item, Millis now, bool isDry) const;
    void fail(const Error& error);
    [[nodiscard]] bool isDry() const { return m_stage == Stage::Looking; }
    [[nodiscard]] wire::BatchRequest partFrom(size_t first) const;

    BulkCalls m_calls;
    std::function<bool(qint64)> m_needsApproval;
    const Clock& m_clock;
    BulkAct m_act;
    std::vector<BulkItem> m_items;
    std::vector<quint32> m_todo;  ///< Which items this pass asks about.
    size_t m_at = 0;              ///< The first of m_todo that is not answered.
    Stage m_stage = Stage::Idle;
    BulkTally m_tally;
    Progress m_progress;
    QString m_problem;
    QByteArray m_key;
    qint64 m_ground = -1;  ///< The workspace's sequence when it was looked at.
    std::vector<SubjectId> m_movedSubjects;
    qint64 m_moved = 0;
    quint64 m_generation = 0;
    int m_attempts = 0;
    int m_pauseMs = 500;
    bool m_hasBegun = false;
    Millis m_begunAt = 0;  ///< A part that is sent again must be the same to the letter.
    QTimer m_again;
};

}  // namespace refrain::console
