#pragma once

#include "service/usecases/timesteps.h"
#include "store/databasepool.h"
#include "store/statstore.h"
#include "store/vault.h"

#include <map>

namespace refrain::service {

/// From when until when, in which steps, by whose days.
struct StatQuestion {
    std::optional<Millis> from;  ///< None: 30 steps before `to`.
    std::optional<Millis> to;    ///< None: now.
    StepLength step = StepLength::Day;
    std::optional<QTimeZone> zone;  ///< None: the workspace's.
    CategorySlug category;          ///< Empty: all.
};

/// How long it took from the click until it was in force, as far as it is known: `at most`.
struct StatDelay {
    qint64 choices = 0;
    Millis half = 0;     ///< Half of them took no longer.
    Millis most = 0;     ///< Nor 95 of 100 than this.
    Millis longest = 0;  ///< Nor any.
};

struct StatSyncs {
    qint64 ok = 0;
    qint64 partial = 0;
    qint64 failed = 0;
    qint64 running = 0;
    Millis half = 0;  ///< Half of those that ended took no longer.
    Millis longest = 0;
    QString worst;  ///< The last that failed, else the longest.
};

template <class Key, class Value>
using StatSeries = std::map<std::pair<Millis, Key>, Value>;

/// All that plots show of a stretch of time; by the beginning of the step, and only where something happened.
struct StatReport {
    qint64 seq = 0;
    qint64 counted = 0;  ///< The last change that is in; less than `seq` while many are being counted.
    QTimeZone zone;
    std::vector<Millis> steps;  ///< When each begins, and the end of the last.
    StatSeries<CategorySlug, store::ChoiceCount> choices;
    StatSeries<std::pair<QString, CategorySlug>, store::ChoiceCount> sources;  ///< By way and category.
    StatSeries<CategorySlug, store::MessageCount> messages;
    std::vector<store::MessageCount> broadcasts;  ///< To more than one, the last 200, oldest first.
    StatSeries<QString, StatDelay> delays;
    StatSeries<QString, StatSyncs> syncs;
    std::vector<store::WaitingCount> waiting;  ///< Now.
};

/// Counts for plots. Any thread.
class Statistics {
public:
    static constexpr int mostSteps = 1000;

    Statistics(store::DatabasePool& pool, const store::Vault& vault, const Clock& clock)
        : m_pool(pool), m_vault(vault), m_clock(clock)
    {
    }

    /// Invalid, with its pointer, for a time that cannot be told in so many steps.
    [[nodiscard]] Result<StatReport> report(const WorkspaceId& workspace, const StatQuestion& question);
    /// Brings the counts of every workspace nearer to now, in short transactions and some seconds for each.
    [[nodiscard]] Result<> countAll();
    /// The same of one, for so long at most.
    [[nodiscard]] Result<> count(const WorkspaceId& workspace, Millis atMost);

private:
    [[nodiscard]] Result<std::vector<Millis>> stepsOf(const StatQuestion& question, const QTimeZone& zone) const;

    store::DatabasePool& m_pool;
    const store::Vault& m_vault;
    const Clock& m_clock;
};

}  // namespace refrain::service
