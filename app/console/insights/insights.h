#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QTimeZone>

#include <vector>

namespace refrain::console {

class BackendCalls;

/// From when until when, in which steps.
struct InsightsQuestion {
    enum class Step { Hour, Day, Week };
    Millis from = 0;
    Millis to = 0;
    Step step = Step::Day;
    QTimeZone zone = {};  ///< Whose days; invalid: the workspace's.
    friend bool operator==(const InsightsQuestion&, const InsightsQuestion&) = default;
};

/// Choices of one step in one category.
struct ChoicePoint {
    Millis at = 0;
    CategorySlug category;
    QString source;  ///< The way as the contract names it; empty: all ways together.
    qint64 optedOut = 0;
    qint64 optedIn = 0;
    qint64 backToDefault = 0;
    qint64 snoozed = 0;
    qint64 undone = 0;  ///< Opt-outs that were taken back at once; not among the others.
};

struct BroadcastPoint {
    QString notification;
    Millis at = 0;
    CategorySlug category;
    qint64 sent = 0;
    qint64 optedOut = 0;  ///< Within seven days.
    qint64 byButton = 0;  ///< Of those.
};

/// How long choices of a step took, by one way.
struct DelayPoint {
    Millis at = 0;
    QString source;
    qint64 choices = 0;
    Millis half = 0;  ///< Half took less.
    Millis most = 0;  ///< 95 of 100 took less.
};

struct SyncPoint {
    Millis at = 0;
    QString kind;
    qint64 ok = 0;
    qint64 partial = 0;
    qint64 failed = 0;
    qint64 running = 0;
    Millis longest = 0;
    QString run;  ///< The last that failed, else the longest.
};

struct WaitingPoint {
    QString kind;
    QString target;
    qint64 count = 0;
    qint64 retrying = 0;
    Millis oldestAt = 0;
};

/// What the backend counted.
struct InsightsReport {
    Millis to = 0;  ///< When the last step ends.
    QTimeZone zone = QTimeZone::utc();
    InsightsQuestion::Step step = InsightsQuestion::Step::Day;
    std::vector<Millis> steps;  ///< When each begins; not empty.
    std::vector<ChoicePoint> choices;
    std::vector<ChoicePoint> sources;
    std::vector<BroadcastPoint> broadcasts;
    std::vector<DelayPoint> delays;
    std::vector<SyncPoint> syncs;
    std::vector<WaitingPoint> waiting;
    bool isComplete = true;  ///< False while the backend is still counting.

    /// When a step ends.
    [[nodiscard]] Millis endOf(size_t step) const { return step + 1 < steps.size() ? steps[step + 1] : to; }
};

/// Figures for plots. UI thread.
class Insights {
    Q_DECLARE_TR_FUNCTIONS(Insights)

public:
    /// REQUIRES: the calls outlive this.
    explicit Insights(BackendCalls& calls) : m_calls(calls) {}

    [[nodiscard]] QFuture<Result<InsightsReport>> read(const InsightsQuestion& question);

private:
    BackendCalls& m_calls;
};

}  // namespace refrain::console
