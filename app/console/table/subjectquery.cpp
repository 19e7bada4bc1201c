#include "console/table/subjectquery.h"

#include "console/table/allcores.h"
#include "console/table/fold.h"
#include "console/table/subjecttable.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cstring>

namespace refrain::console {

namespace {

using Test = SubjectQuery::Test;

struct Mark {
    const char* name;
    Test test;
};
constexpr Mark isMarks[] = {{"guest", Test::Guest},       {"admin", Test::Admin},     {"owner", Test::Owner},
                            {"active", Test::Active},     {"deleted", Test::Deleted}, {"bot", Test::Bot},
                            {"archived", Test::Archived}, {"private", Test::Private}, {"linked", Test::Linked}};
constexpr Mark cellMarks[] = {
    {"out", Test::Out}, {"in", Test::In}, {"snoozed", Test::Snoozed}, {"pending", Test::Pending}};

/// Splits at blanks; quotes keep words together.
struct Term {
    QString text;
    bool quoted = false;
};

std::vector<Term> terms(const QString& text)
{
    std::vector<Term> found;
    Term term;
    bool inside = false;
    const auto finish = [&] {
        if (!term.text.isEmpty())
            found.push_back(term);
        term = {};
    };
    for (const QChar c : text) {
        if (c == u'"') {
            finish();
            inside = !inside;
            term.quoted = inside;
        } else if (c.isSpace() && !inside) {
            finish();
        } else {
            term.text += c;
        }
    }
    finish();
    return found;
}

bool roleMatches(Test test, const SubjectBlock::Row& row)
{
    const auto role = static_cast<SubjectRole>(row.role);
    switch (test) {
        case Test::Guest: return role == SubjectRole::Guest || role == SubjectRole::SingleChannelGuest;
        case Test::Admin: return role == SubjectRole::Admin || role == SubjectRole::Owner;
        case Test::Owner: return role == SubjectRole::Owner;
        case Test::Active:
            return !(row.flags & (PackedSubject::Deleted | PackedSubject::Archived | PackedSubject::Bot));
        case Test::Deleted: return row.flags & PackedSubject::Deleted;
        case Test::Bot: return row.flags & PackedSubject::Bot;
        case Test::Archived: return row.flags & PackedSubject::Archived;
        case Test::Private: return row.flags & PackedSubject::Private;
        case Test::Linked: return row.lengths[PackedSubject::Person] > 0;
        default: return false;
    }
}

bool cellMatches(Test test, const TableSnapshot& table, quint32 row, int column)
{
    const quint8 bits = table.bits(row, column);
    const auto state = static_cast<PreferenceState>(bits & CellBits::stateMask);
    switch (test) {
        case Test::Out:
            if (state == PreferenceState::OptedOut)
                return true;
            if (table.field(row, PackedSubject::Person).empty())
                return false;
            // As its mark says: off through another account of the same person.
            return table.cell(row, column).fromLinked && table.cell(row, column).state == CellState::OptedOut;
        case Test::In: return state == PreferenceState::OptedIn;
        case Test::Snoozed: return (bits & CellBits::snooze) && table.choice(row, column).isSnoozedAt(table.now);
        default: {
            const auto ring = static_cast<CellRing>((bits & CellBits::ringMask) >> CellBits::ringShift);
            return ring == CellRing::Pending || ring == CellRing::Waiting;
        }
    }
}

bool holds(const SubjectQuery::Condition& condition, const TableSnapshot& table, quint32 row)
{
    const size_t inBlock = row & (SubjectBlock::capacity - 1);
    if (condition.test == Test::Changed) {
        constexpr Millis day = 24LL * 60 * 60 * 1000;
        const Millis changedAt = table.block(row).rows[inBlock].changedAt;
        return changedAt > 0 && changedAt >= table.now - condition.days * day;
    }
    if (condition.test < Test::Out)
        return roleMatches(condition.test, table.block(row).rows[inBlock]);
    if (condition.category != SubjectQuery::anyCategory)
        return cellMatches(condition.test, table, row, condition.category);
    for (int column = SubjectTable::everything; column < static_cast<int>(table.categories.size()); ++column) {
        if (cellMatches(condition.test, table, row, column))
            return true;
    }
    return false;
}

/// Marks the rows of one block whose folded text holds the word.
void markWord(const SubjectBlock& block, const QByteArray& word, std::vector<char>& found)
{
    // Rows lie in the arena in the order in which they were written; an updated row lies further back.
    std::vector<std::pair<quint32, quint32>> starts;
    starts.reserve(block.rows.size());
    for (size_t i = 0; i < block.rows.size(); ++i)
        starts.emplace_back(block.rows[i].folded, static_cast<quint32>(i));
    if (!std::is_sorted(starts.begin(), starts.end()))
        std::sort(starts.begin(), starts.end());

    const char* const begin = block.folded.constData();
    const char* const end = begin + block.folded.size();
    const char* at = begin;
    while (at < end) {
        const void* hit = memmem(at, static_cast<size_t>(end - at), word.constData(), static_cast<size_t>(word.size()));
        if (!hit)
            break;
        at = static_cast<const char*>(hit);
        const auto offset = static_cast<quint32>(at - begin);
        auto owner = std::upper_bound(starts.begin(), starts.end(), std::pair<quint32, quint32>(offset, UINT32_MAX));
        ++at;
        if (owner == starts.begin())
            continue;
        --owner;
        const quint32 rowEnd = owner->first + block.rows[owner->second].foldedLength;
        if (offset >= rowEnd)
            continue;  // Text that no row uses any more.
        found[owner->second] = 1;
        at = begin + rowEnd;
    }
}

}  // namespace

SubjectQuery SubjectQuery::parse(const QString& text, const std::vector<Category>& categories)
{
    SubjectQuery query;
    for (const Term& term : terms(text))
        query.addTerm(term.text, term.quoted, categories);
    return query;
}

void SubjectQuery::addTerm(const QString& term, bool quoted, const std::vector<Category>& categories)
{
    const qsizetype colon = quoted ? -1 : term.indexOf(u':');
    const QString key = term.left(colon).toLower();
    const QString value = term.mid(colon + 1).toLower();
    if (colon > 0 && key == QLatin1String("is")) {
        for (const Mark& mark : isMarks) {
            if (value == QLatin1String(mark.name)) {
                m_conditions.push_back({mark.test});
                return;
            }
        }
    }
    if (colon > 0 && key == QLatin1String("changed") && value.endsWith(QLatin1Char('d'))) {
        bool isNumber = false;
        const int days = value.chopped(1).toInt(&isNumber);
        if (isNumber && days > 0 && days <= 3650) {
            m_conditions.push_back({Test::Changed, anyCategory, days});
            return;
        }
    }
    for (const Mark& mark : cellMarks) {
        if (colon <= 0 || key != QLatin1String(mark.name))
            continue;
        if (value.isEmpty()) {
            m_conditions.push_back({mark.test});
            return;
        }
        if (value == QLatin1String("*")) {
            m_conditions.push_back({mark.test, SubjectTable::everything});
            return;
        }
        for (size_t i = 0; i < categories.size(); ++i) {
            if (categories[i].slug.toString() == value) {
                m_conditions.push_back({mark.test, static_cast<int>(i)});
                return;
            }
        }
    }
    const bool looksLikeMark = colon > 0 && (key == QLatin1String("is") || key == QLatin1String("changed") ||
                                             std::any_of(std::begin(cellMarks), std::end(cellMarks),
                                                         [&](const Mark& m) { return key == QLatin1String(m.name); }));
    if (looksLikeMark && m_hint.isEmpty()) {
        m_hint = QCoreApplication::translate("refrain::console::SubjectQuery",
                                             "“%1” is not a mark that the filter knows; it is taken as a word.")
                     .arg(term);
    }
    m_words.push_back(fold(term));
}

void SubjectQuery::matchBlock(const TableSnapshot& table, size_t number, char* result) const
{
    const SubjectBlock& block = *table.blocks[number];
    std::vector<char> all(block.rows.size(), 1);
    for (const QByteArray& word : m_words) {
        std::vector<char> found(block.rows.size(), 0);
        markWord(block, word, found);
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<char>(all[i] & found[i]);
    }
    const size_t first = number << SubjectBlock::shift;
    for (size_t i = 0; i < all.size(); ++i) {
        for (const Condition& condition : m_conditions)
            all[i] = static_cast<char>(all[i] && holds(condition, table, static_cast<quint32>(first + i)));
    }
    std::copy(all.begin(), all.end(), result);
}

std::vector<char> SubjectQuery::matches(const TableSnapshot& table, const std::atomic_bool& cancelled) const
{
    std::vector<char> result(static_cast<size_t>(table.rowCount), 0);
    onAllCores(table.blocks.size(), [&](size_t number) {
        if (!cancelled)
            matchBlock(table, number, result.data() + (number << SubjectBlock::shift));
    });
    return cancelled ? std::vector<char>() : result;
}

bool SubjectQuery::matchesRow(const TableSnapshot& table, quint32 row) const
{
    const std::string_view text = table.block(row).foldedText(static_cast<int>(row & (SubjectBlock::capacity - 1)));
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QByteArray& word) {
                           return memmem(text.data(), text.size(), word.constData(), size_t(word.size())) != nullptr;
                       }) &&
           std::all_of(m_conditions.begin(), m_conditions.end(),
                       [&](const Condition& condition) { return holds(condition, table, row); });
}

bool SubjectQuery::narrows(const SubjectQuery& wider) const
{
    const auto isImplied = [this](const QByteArray& word) {
        return std::any_of(m_words.begin(), m_words.end(), [&](const QByteArray& own) { return own.contains(word); });
    };
    return std::all_of(wider.m_words.begin(), wider.m_words.end(), isImplied) &&
           std::all_of(wider.m_conditions.begin(), wider.m_conditions.end(), [this](const Condition& condition) {
               return std::find(m_conditions.begin(), m_conditions.end(), condition) != m_conditions.end();
           });
}

bool SubjectQuery::looksAtCells() const
{
    return std::any_of(m_conditions.begin(), m_conditions.end(),
                       [](const Condition& condition) { return condition.test >= Test::Out; });
}

}  // namespace refrain::console
