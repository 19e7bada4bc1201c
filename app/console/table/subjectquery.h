#pragma once

#include "console/table/tablesnapshot.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <vector>

namespace refrain::console {

/// A filter as a person types it, parsed: plain words, all of which must occur in name, display name, former names,
/// email, title, topic or id, blind to case and accents, and the marks below. Quotes keep words together.
///
///     is:guest is:admin is:owner is:active is:deleted is:bot is:archived is:private is:linked
///     out:<slug> in:<slug> snoozed: pending: (each with or without a slug; out:* is all optional messages)
///     changed:7d (a choice changed in the last so many days)
class SubjectQuery {
public:
    enum class Test {
        Guest,
        Admin,
        Owner,
        Active,
        Deleted,
        Bot,
        Archived,
        Private,
        Linked,
        Out,
        In,
        Snoozed,
        Pending,
        Changed
    };
    struct Condition {
        Test test;
        int category = anyCategory;  ///< A column, SubjectTable::everything, or any.
        int days = 0;                ///< Of Changed.
        friend bool operator==(const Condition&, const Condition&) = default;
    };
    static constexpr int anyCategory = -2;

    /// Never fails: what is no known mark is taken as a plain word, and named by hint() where it looks like one.
    [[nodiscard]] static SubjectQuery parse(const QString& text, const std::vector<Category>& categories);

    [[nodiscard]] bool isEmpty() const { return m_words.empty() && m_conditions.empty(); }
    [[nodiscard]] const QString& hint() const { return m_hint; }

    /// One byte a row, 1 where it matches; all cores take part. Any thread; gives up with an empty answer once
    /// `cancelled` is true.
    [[nodiscard]] std::vector<char> matches(const TableSnapshot& table, const std::atomic_bool& cancelled) const;
    [[nodiscard]] bool matchesRow(const TableSnapshot& table, quint32 row) const;
    /// Whatever matches this one matches `wider` too, as far as can be told at a glance: somebody typed on.
    [[nodiscard]] bool narrows(const SubjectQuery& wider) const;
    /// It asks about marks, which change more often than texts.
    [[nodiscard]] bool looksAtCells() const;

private:
    std::vector<QByteArray> m_words;  ///< Folded.
    std::vector<Condition> m_conditions;
    QString m_hint;

    void matchBlock(const TableSnapshot& table, size_t number, char* result) const;
    void addTerm(const QString& term, bool quoted, const std::vector<Category>& categories);
};

}  // namespace refrain::console
