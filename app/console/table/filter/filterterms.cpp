#include "console/table/filter/filterterms.h"

#include "console/table/filter/filtertokens.h"
#include "console/table/fold.h"

#include <algorithm>

namespace refrain::console {

namespace {

template <class E>
using Named = std::pair<const char*, E>;

template <class E, size_t Size>
std::optional<E> named(const Named<E> (&names)[Size], const QString& typed)
{
    for (const auto& [name, what] : names) {
        if (typed == QLatin1String(name))
            return what;
    }
    return std::nullopt;
}

constexpr Named<RowTest::What> rowNames[] = {
    {"guest", RowTest::What::Guest},     {"member", RowTest::What::Member},     {"admin", RowTest::What::Admin},
    {"owner", RowTest::What::Owner},     {"external", RowTest::What::External}, {"active", RowTest::What::Active},
    {"deleted", RowTest::What::Deleted}, {"bot", RowTest::What::Bot},           {"archived", RowTest::What::Archived},
    {"private", RowTest::What::Private}, {"linked", RowTest::What::Linked}};
constexpr Named<CellTest::What> cellNames[] = {{"out", CellTest::What::Out},
                                               {"in", CellTest::What::In},
                                               {"snoozed", CellTest::What::Snoozed},
                                               {"pending", CellTest::What::Pending}};
constexpr Named<ChosenBy> byNames[] = {
    {"person", ChosenBy::Person}, {"staff", ChosenBy::Staff}, {"api", ChosenBy::Api}, {"system", ChosenBy::System}};
constexpr Named<Source> sourceNames[] = {{"console", Source::Console},      {"slash", Source::SlashCommand},
                                         {"dm", Source::DirectMessage},     {"home", Source::AppHome},
                                         {"button", Source::MessageButton}, {"link", Source::Link},
                                         {"oneclick", Source::OneClick},    {"api", Source::Api},
                                         {"import", Source::Import},        {"connector", Source::Connector},
                                         {"policy", Source::Policy}};

std::optional<Millis> spanOf(const QString& text)
{
    constexpr Millis hour = 3'600'000;
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int count = text.chopped(1).toInt(&isNumber);
    const QChar unit = text.back();
    const Millis each = unit == u'h' ? hour : unit == u'd' ? 24 * hour : unit == u'w' ? 168 * hour : 0;
    return isNumber && count > 0 && count <= 87'600 && each > 0 ? std::optional(count * each) : std::nullopt;
}

/// "<", "3", ">30", "nev": more letters may make it a time.
bool isBegunTime(const QString& value)
{
    const QString rest = value.startsWith(u'<') || value.startsWith(u'>') ? value.mid(1) : value;
    return QStringLiteral("never").startsWith(value) ||
           std::all_of(rest.begin(), rest.end(), [](QChar c) { return c.isDigit(); });
}

class Parser {
public:
    Parser(const QString& text, const std::vector<Category>& categories) : m_text(text), m_categories(categories) {}

    ParsedFilter parse()
    {
        const std::vector<FilterToken> tokens = filterTokens(m_text);
        for (const FilterToken& token : tokens) {
            if (token.isOr)
                finish();
            else if (isFilterKey(token.key))
                addMark(token);
            else
                addWord(token);
        }
        finish();
        if (!tokens.empty())
            lookAtEnd(tokens.back(), tokens.size() > 1);
        return std::move(m_parsed);
    }

private:
    const QString& m_text;
    const std::vector<Category>& m_categories;
    ParsedFilter m_parsed;
    FilterAlternative m_now;
    std::vector<OriginTest> m_origins;

    /// Two blanks end a filter: whoever types one more word has not come to its end.
    void lookAtEnd(const FilterToken& last, bool hasOthers)
    {
        const bool isFinished = m_text.endsWith(QLatin1String("  "));
        const QString piece = m_text.mid(last.start, last.length).trimmed();
        const bool isOr = hasOthers && !last.isQuoted && last.key.isEmpty() && !last.isNegated &&
                          last.value.compare(QLatin1String("or"), Qt::CaseInsensitive) == 0;
        if (m_parsed.problem || (!isOr && !(last.isOpen && isFinished)))
            return;
        m_parsed.problem =
            isOr ? FilterProblem{last.start, last.length, orIsAlone(), quotedTerm(last.value), !isFinished}
                 : FilterProblem{last.start, last.length, quoteIsOpen(), piece + u'"', false};
    }

    /// Who and where is about the very choice that is asked for beside it; alone it is about any choice.
    void finish()
    {
        bool isAsked = false;
        for (CellTest& test : m_now.cells) {
            if (test.isNegated)
                continue;
            test.origins = m_origins;
            isAsked = true;
        }
        if (!isAsked && !m_origins.empty()) {
            CellTest chosen;
            for (OriginTest origin : m_origins) {
                if (std::exchange(origin.isNegated, false)) {
                    CellTest no;
                    no.isNegated = true;
                    no.origins = {origin};
                    m_now.cells.push_back(no);
                } else {
                    chosen.origins.push_back(origin);
                }
            }
            if (!chosen.origins.empty())
                m_now.cells.push_back(chosen);
        }
        if (m_now != FilterAlternative())
            m_parsed.alternatives.push_back(std::exchange(m_now, {}));
        m_origins.clear();
    }

    void addWord(const FilterToken& token)
    {
        const QString text =
            token.key.isEmpty() ? token.value : m_text.mid(token.start, token.length).mid(token.isNegated ? 1 : 0);
        if (const QByteArray word = fold(text); !word.isEmpty())
            m_now.words.push_back({word, token.isNegated});
    }

    void addMark(const FilterToken& token)
    {
        const QString value = token.value.toLower();
        if (token.key == QLatin1String("is")) {
            if (const auto what = named(rowNames, value))
                m_now.rows.push_back({*what, 0, token.isNegated});
            else
                complain(token, value);
        } else if (token.key == QLatin1String("changed")) {
            addChanged(token, value);
        } else if (token.key == QLatin1String("by")) {
            if (const auto by = named(byNames, value))
                m_origins.push_back({std::nullopt, *by, token.isNegated});
            else
                complain(token, value);
        } else if (token.key == QLatin1String("source")) {
            if (const auto source = named(sourceNames, value))
                m_origins.push_back({*source, ChosenBy::Unknown, token.isNegated});
            else
                complain(token, value);
        } else if (token.key == QLatin1String("member")) {
            problem(token, membersUnknown(), {}, false);
        } else {
            addCell(token, value);
        }
    }

    void addChanged(const FilterToken& token, const QString& value)
    {
        using What = RowTest::What;
        if (value.isEmpty() || value == QLatin1String("never")) {
            m_now.rows.push_back({What::NeverChanged, 0, token.isNegated != value.isEmpty()});
            return;
        }
        const bool isBefore = value.startsWith(u'>');
        const auto span = spanOf(isBefore || value.startsWith(u'<') ? value.mid(1) : value);
        if (span)
            m_now.rows.push_back({isBefore ? What::ChangedBefore : What::ChangedWithin, *span, token.isNegated});
        else
            problem(token, notATime(token.value), {}, isBegunTime(value) && isBeingTyped(token));
    }

    void addCell(const FilterToken& token, const QString& value)
    {
        CellTest test;
        test.what = *named(cellNames, token.key);
        test.isNegated = token.isNegated;
        if (value == QLatin1String("*")) {
            test.category = -1;
        } else if (!value.isEmpty()) {
            const auto is = [&](const Category& one) {
                return one.slug.toString() == value || one.title.compare(value, Qt::CaseInsensitive) == 0;
            };
            const auto at = std::find_if(m_categories.begin(), m_categories.end(), is);
            if (at == m_categories.end()) {
                complain(token, value);
                return;
            }
            test.category = static_cast<int>(at - m_categories.begin());
        }
        m_now.cells.push_back(test);
    }

    [[nodiscard]] bool isBeingTyped(const FilterToken& token) const
    {
        return token.end() == m_text.size() && !token.value.contains(u' ');
    }

    void complain(const FilterToken& token, const QString& value)
    {
        const std::vector<FilterWord> values = filterValues(token.key, m_categories);
        const bool isBegun = std::any_of(values.begin(), values.end(),
                                         [&](const FilterWord& one) { return one.word.startsWith(value); });
        const QString nearest = nearestWord(value, values);
        const bool isCategory = isCellKey(token.key);
        problem(token,
                isCategory ? unknownCategory(token.value, nearest) : unknownValue(token.key, token.value, nearest),
                nearest, isBegun && isBeingTyped(token));
    }

    void problem(const FilterToken& token, const QString& sentence, const QString& nearest, bool isUnfinished)
    {
        if (m_parsed.problem)
            return;
        const QString minus = token.isNegated ? QStringLiteral("-") : QString();
        const QString instead = nearest.isEmpty() ? QString() : minus + token.key + u':' + nearest;
        m_parsed.problem = FilterProblem{token.start, token.length, sentence, instead, isUnfinished};
    }
};

}  // namespace

ParsedFilter parseFilter(const QString& text, const std::vector<Category>& categories)
{
    return Parser(text, categories).parse();
}

}  // namespace refrain::console
