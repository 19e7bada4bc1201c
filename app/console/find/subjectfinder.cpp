#include "console/find/subjectfinder.h"

#include "console/find/textrank.h"
#include "console/table/allcores.h"
#include "console/table/fold.h"
#include "console/table/textscan.h"

#include <QRegularExpression>

#include <algorithm>
#include <string>

namespace refrain::console {

namespace {

constexpr size_t mostWords = 6;
constexpr size_t longestWord = 64;
/// Where so many are found, no slip is looked for.
constexpr size_t enough = 3;

using Words = std::vector<std::string_view>;
using Found = std::vector<FoundSubject>;

quint32 bitsOf(std::string_view letters)
{
    quint32 bits = 0;
    for (const char c : letters)
        bits |= startBit(c);
    return bits;
}

bool isGone(const SubjectBlock::Row& row)
{
    return row.flags & (PackedSubject::Deleted | PackedSubject::Archived | PackedSubject::Bot);
}

class Finder {
public:
    Finder(const TableSnapshot& table, std::string_view text, int most, const std::atomic_bool& cancelled)
        : m_table(table), m_text(text), m_most(size_t(most)), m_cancelled(cancelled)
    {
        for (size_t at = 0; at < text.size() && m_words.size() < mostWords;) {
            const size_t end = std::min(text.find(' ', at), text.size());
            if (end > at)
                m_words.push_back(text.substr(at, std::min(end - at, longestWord)));
            at = end + 1;
        }
        const auto isShorter = [](std::string_view a, std::string_view b) { return a.size() < b.size(); };
        if (!m_words.empty())
            m_longest = *std::max_element(m_words.begin(), m_words.end(), isShorter);
    }

    /// One look after the other: what a later one finds is worse than an answer that is full before it.
    [[nodiscard]] Found find() const
    {
        Found found;
        if (m_words.empty() || m_most == 0)
            return found;
        if (m_words.size() == 1)
            found = with({}, &Finder::beginning);
        if (!isFull(found, TextRank::beginsWord))
            found = with({}, &Finder::containing);
        if (!isFull(found, TextRank::initials))
            found = with(std::move(found), &Finder::byInitials);
        const bool isNamed = !found.empty() && found.front().isWhole();
        if (!isNamed && found.size() < std::min(m_most, enough))
            found = with(std::move(found), &Finder::nearly);
        return m_cancelled ? Found() : found;
    }

private:
    using Ranks = std::vector<int>;  ///< By row of a block; negative: does not fit.
    using Look = Ranks (Finder::*)(const SubjectBlock&) const;

    const TableSnapshot& m_table;
    std::string_view m_text;
    size_t m_most;
    const std::atomic_bool& m_cancelled;
    Words m_words;
    std::string_view m_longest;  ///< Of the words: the fewest rows hold it.

    /// All fit better than `rank`, and no more are wanted.
    [[nodiscard]] bool isFull(const Found& found, int rank) const
    {
        return found.size() == m_most && found.back().rank < rank;
    }

    /// The best of those and of what `look` finds, block by block.
    [[nodiscard]] Found with(Found known, Look look) const
    {
        std::vector<Found> parts(m_table.blocks.size());
        onAllCores(parts.size(), [&](size_t number) {
            if (!m_cancelled)
                parts[number] = best(rowsOf(number, (this->*look)(*m_table.blocks[number])));
        });
        for (const Found& part : parts)
            known.insert(known.end(), part.begin(), part.end());
        std::sort(known.begin(), known.end(),
                  [](const FoundSubject& a, const FoundSubject& b) { return a.row < b.row; });
        const auto isSame = [](const FoundSubject& a, const FoundSubject& b) { return a.row == b.row; };
        known.erase(std::unique(known.begin(), known.end(), isSame), known.end());
        return best(std::move(known));
    }

    [[nodiscard]] Found rowsOf(size_t number, const Ranks& ranks) const
    {
        Found found;
        for (size_t i = 0; i < ranks.size(); ++i) {
            if (ranks[i] >= 0)
                found.push_back({static_cast<quint32>((number << SubjectBlock::shift) + i),
                                 ranks[i] + (isGone(m_table.blocks[number]->rows[i]) ? FoundSubject::gone : 0)});
        }
        return found;
    }

    /// Of a single word: who has a text that begins with it.
    [[nodiscard]] Ranks beginning(const SubjectBlock& block) const
    {
        return ranked(block, PackedSubject::separator + std::string(m_longest));
    }

    /// Who has all words as they were typed, or others than the longest as initials.
    [[nodiscard]] Ranks containing(const SubjectBlock& block) const { return ranked(block, m_longest); }

    [[nodiscard]] Ranks ranked(const SubjectBlock& block, std::string_view wanted) const
    {
        Ranks ranks(block.rows.size(), -1);
        const bool isAlone = m_words.size() == 1;
        eachHit(block, wanted, [&](quint32 row, const char* hit) {
            const std::string_view folded = block.foldedText(static_cast<int>(row));
            if (!isAlone) {
                ranks[row] = rankOfAll(folded, false);
                return false;
            }
            ranks[row] = betterRank(ranks[row], rankAt(folded, size_t(hit - folded.data()), m_longest.size()));
            return ranks[row] != TextRank::whole;
        });
        return ranks;
    }

    [[nodiscard]] Ranks byInitials(const SubjectBlock& block) const
    {
        return ranked(block, false, [](quint32 starts, std::string_view folded, std::string_view word) {
            return word.size() > 1 && (starts & startBit(word[0])) && (starts & bitsOf(word.substr(1))) &&
                   fitsInitials(folded, word);
        });
    }

    [[nodiscard]] Ranks nearly(const SubjectBlock& block) const
    {
        return ranked(block, true, [](quint32 starts, std::string_view folded, std::string_view word) {
            return (starts & bitsOf(word.substr(0, 2))) && isNear(folded, word);
        });
    }

    /// Who has one of the words in such a way, which few have; the others may fit in any.
    template <class Fits>
    [[nodiscard]] Ranks ranked(const SubjectBlock& block, bool mayGuess, const Fits& fits) const
    {
        Ranks ranks(block.rows.size(), -1);
        for (size_t row = 0; row < ranks.size(); ++row) {
            const std::string_view folded = block.foldedText(static_cast<int>(row));
            const quint32 starts = block.rows[row].starts;
            if (std::any_of(m_words.begin(), m_words.end(), [&](auto word) { return fits(starts, folded, word); }))
                ranks[row] = rankOfAll(folded, mayGuess);
        }
        return ranks;
    }

    /// The ranks of all words together; negative where one of them fits nothing.
    [[nodiscard]] int rankOfAll(std::string_view folded, bool mayGuess) const
    {
        int rank = 0;
        int guesses = 0;
        for (const std::string_view word : m_words) {
            const int one = rankOf(folded, word);
            if (one < 0 && (!mayGuess || !isNear(folded, word)))
                return -1;
            rank += std::max(0, one);
            guesses += one < 0 ? FoundSubject::guess : 0;
        }
        if (m_words.size() > 1 && guesses == 0 && rankOf(folded, m_text) == TextRank::whole)
            return TextRank::whole;
        return std::min(rank, FoundSubject::gone - 1) + guesses;
    }

    [[nodiscard]] bool isBetter(const FoundSubject& a, const FoundSubject& b) const
    {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        const std::string_view nameA = m_table.field(a.row, PackedSubject::Name);
        const std::string_view nameB = m_table.field(b.row, PackedSubject::Name);
        if (nameA.size() != nameB.size())
            return nameA.size() < nameB.size();
        return nameA != nameB ? nameA < nameB : a.row < b.row;
    }

    [[nodiscard]] Found best(Found all) const
    {
        const size_t kept = std::min(all.size(), m_most);
        std::partial_sort(all.begin(), all.begin() + qsizetype(kept), all.end(),
                          [this](const FoundSubject& a, const FoundSubject& b) { return isBetter(a, b); });
        all.resize(kept);
        return all;
    }
};

}  // namespace

QString bareName(const QString& text)
{
    static const QRegularExpression slack(
        QStringLiteral("^(?:<[@#]|https://[a-z0-9.-]+\\.slack\\.com/(?:team|archives)/)([UWCGD][A-Z0-9]{6,})"));
    const QString plain = text.simplified();
    if (const auto id = slack.match(plain); id.hasMatch())
        return id.captured(1);
    if (plain.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        return plain.mid(7).section(u'?', 0, 0);
    if (plain.startsWith(u'@') || plain.startsWith(u'#'))
        return plain.mid(1).trimmed();
    return plain;
}

std::vector<FoundSubject> findSubjects(const TableSnapshot& table, const QString& text, int most,
                                       const std::atomic_bool& cancelled)
{
    const QByteArray folded = fold(bareName(text));
    return Finder(table, {folded.constData(), size_t(folded.size())}, most, cancelled).find();
}

}  // namespace refrain::console
