#pragma once

#include "domain/actor.h"
#include "domain/decide.h"
#include "store/database.h"

namespace refrain::store {

/// One question of delivery that somebody asked: who, about which category, and what they were told.
struct DecisionRecord {
    struct Answer {
        SubjectId subject;
        Rule rule = Rule::Unreachable;  ///< Says "deliver" or "skip" as well.

        friend bool operator==(const Answer&, const Answer&) = default;
    };

    qint64 id = 0;
    WorkspaceId workspace;
    Millis at = 0;
    Actor caller;
    CategorySlug category;
    qint64 seq = 0;  ///< Number of the change up to which it holds.
    qint64 asked = 0;
    qint64 skipped = 0;
    std::vector<Answer> answers;  ///< In the asker's order, duplicates kept.
};

/// The journal of decisions. Answers lie packed: 100,000 of them take some 300 kB.
class DecisionStore {
public:
    /// What to look for; what is empty does not matter. Newest first.
    struct Filter {
        SubjectId subject;
        CategorySlug category;
        QString callerId;
        std::optional<Millis> from;  ///< This moment included.
        std::optional<Millis> to;    ///< This moment not included.
    };
    /// Where a page ended.
    struct Position {
        Millis at = 0;
        qint64 id = 0;
    };
    struct Page {
        std::vector<DecisionRecord>
            records;                   ///< With the subject's own answers alone where one was looked for, else none.
        std::optional<Position> next;  ///< None: that was all.
    };

    explicit DecisionStore(Database& database) : m_database(database) {}

    /// `id` is given here; `asked` and `skipped` are counted from the answers.
    /// REQUIRES: a write transaction of the caller's.
    [[nodiscard]] Result<> add(const DecisionRecord& record);
    /// With all its answers.
    [[nodiscard]] Result<std::optional<DecisionRecord>> find(const WorkspaceId& workspace, qint64 id);
    /// Those that match, after `after`, at most `limit`. A page may be short, even empty, with more to come: no call
    /// unpacks more than `mostUnpacked` answers.
    [[nodiscard]] Result<Page> page(const WorkspaceId& workspace, const Filter& filter, std::optional<Position> after,
                                    int limit);
    /// Forgets what was asked before `before`, of every workspace.
    [[nodiscard]] Result<qint64> forget(Millis before);

    static constexpr qint64 mostUnpacked = 5'000'000;

private:
    Database& m_database;
};

}  // namespace refrain::store
