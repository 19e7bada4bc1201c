#include "console/find/subjectfinder.h"

#include "console/table/allcores.h"
#include "console/table/fold.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstring>

namespace refrain::console {

namespace {

constexpr int whole = 0;
constexpr int begins = 1;
constexpr int beginsWord = 2;
constexpr int inside = 3;
constexpr int initials = 4;
constexpr qsizetype mostWords = 6;
constexpr qsizetype longestWord = 64;
/// Shorter words come close to far too many.
constexpr size_t shortestGuess = 4;

using Words = std::vector<std::string_view>;

bool isInWord(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte);
}

/// "bebo" of "bea bobson": beginnings of words, one after the other, of at least two of them.
bool areInitials(std::string_view name, std::string_view word)
{
    if (word.empty())
        return true;
    for (size_t at = 0; at < name.size();) {
        size_t same = 0;
        while (same < word.size() && at + same < name.size() && name[at + same] == word[same] && isInWord(word[same]))
            ++same;
        size_t next = at;
        while (next < name.size() && isInWord(name[next]))
            ++next;
        while (next < name.size() && !isInWord(name[next]))
            ++next;
        for (; same > 0; --same) {
            if (areInitials(name.substr(next), word.substr(same)))
                return true;
        }
        at = next == at ? at + 1 : next;
    }
    return false;
}

/// Whether `token` begins with the word but for one letter more, fewer, other, or swapped with its neighbour.
bool beginsNearly(std::string_view token, std::string_view word)
{
    size_t same = 0;
    while (same < word.size() && same < token.size() && token[same] == word[same])
        ++same;
    const auto rest = [](std::string_view text, size_t from) {
        return from < text.size() ? text.substr(from) : std::string_view();
    };
    const auto starts = [&](size_t tokenAt, size_t wordAt) {
        const std::string_view wanted = rest(word, wordAt);
        return rest(token, tokenAt).substr(0, wanted.size()) == wanted;
    };
    const bool isSwapped = same + 1 < word.size() && same + 1 < token.size() && token[same] == word[same + 1] &&
                           token[same + 1] == word[same] && starts(same + 2, same + 2);
    return isSwapped || starts(same + 1, same + 1) || starts(same, same + 1) || starts(same + 1, same);
}

int guessOf(std::string_view folded, std::string_view word)
{
    // Of an ID or a number another is another.
    const bool hasDigit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (word.size() < shortestGuess || hasDigit)
        return -1;
    for (size_t at = 0; at < folded.size();) {
        const size_t end = std::min(folded.find_first_of(" .@_-\x1f", at), folded.size());
        // Whoever types begins right, or has the first two letters swapped.
        const bool isNear =
            folded[at] == word[0] || (at + 1 < end && folded[at] == word[1] && folded[at + 1] == word[0]);
        if (isNear && end - at + 1 >= word.size() && beginsNearly(folded.substr(at, end - at), word))
            return FoundSubject::guess;
        at = end + 1;
    }
    return -1;
}

/// The ranks of all words together; negative where one of them fits nothing.
int rankOfAll(std::string_view folded, const Words& words, bool mayGuess)
{
    int rank = 0;
    for (const std::string_view word : words) {
        int one = rankOf(folded, word);
        if (one < 0 && mayGuess)
            one = guessOf(folded, word);
        if (one < 0)
            return -1;
        rank += one;
    }
    return rank;
}

bool isGone(const SubjectBlock::Row& row)
{
    return row.flags & (PackedSubject::Deleted | PackedSubject::Archived | PackedSubject::Bot);
}

class Finder {
public:
    Finder(const TableSnapshot& table, const QByteArray& text, int most) : m_table(table), m_text(text), m_most(most)
    {
        qsizetype at = 0;
        while (at < text.size() && qsizetype(m_words.size()) < mostWords) {
            const qsizetype space = text.indexOf(' ', at);
            const qsizetype end = space < 0 ? text.size() : space;
            if (end > at)
                m_words.emplace_back(text.constData() + at, size_t(std::min(end - at, longestWord)));
            at = end + 1;
        }
    }

    [[nodiscard]] std::vector<FoundSubject> find(bool mayGuess, const std::atomic_bool& cancelled) const
    {
        std::vector<std::vector<FoundSubject>> parts(m_table.blocks.size());
        if (!m_words.empty()) {
            onAllCores(parts.size(), [&](size_t number) {
                if (!cancelled)
                    parts[number] = inBlock(number, mayGuess);
            });
        }
        std::vector<FoundSubject> all;
        for (const std::vector<FoundSubject>& part : parts)
            all.insert(all.end(), part.begin(), part.end());
        return cancelled ? std::vector<FoundSubject>() : best(std::move(all));
    }

private:
    const TableSnapshot& m_table;
    const QByteArray& m_text;
    size_t m_most;
    Words m_words;

    [[nodiscard]] std::vector<FoundSubject> inBlock(size_t number, bool mayGuess) const
    {
        const SubjectBlock& block = *m_table.blocks[number];
        std::vector<FoundSubject> found;
        for (size_t i = 0; i < block.rows.size(); ++i) {
            const std::string_view folded = block.foldedText(static_cast<int>(i));
            const bool isWhole = m_words.size() > 1 &&
                                 rankOf(folded, std::string_view(m_text.constData(), size_t(m_text.size()))) == whole;
            const int rank = isWhole ? whole : rankOfAll(folded, m_words, mayGuess);
            if (rank >= 0)
                found.push_back({static_cast<quint32>((number << SubjectBlock::shift) + i),
                                 rank + (isGone(block.rows[i]) ? FoundSubject::gone : 0)});
        }
        return best(std::move(found));
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

    [[nodiscard]] std::vector<FoundSubject> best(std::vector<FoundSubject> all) const
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

int rankOf(std::string_view folded, std::string_view word)
{
    int best = -1;
    const auto take = [&](int rank) { best = best < 0 ? rank : std::min(best, rank); };
    const char* const from = folded.data();
    const char* const end = from + folded.size();
    for (const char* at = from; at < end && best != whole;) {
        const auto* hit = static_cast<const char*>(memmem(at, size_t(end - at), word.data(), word.size()));
        if (!hit)
            break;
        const bool isFirst = hit == from || hit[-1] == PackedSubject::separator;
        const char after = hit + word.size() < end ? hit[word.size()] : PackedSubject::separator;
        if (isFirst)
            take(after == PackedSubject::separator || after == '@' ? whole : begins);
        else
            take(isInWord(hit[-1]) ? inside : beginsWord);
        at = hit + 1;
    }
    if (best < 0 && word.size() > 1 && areInitials(folded.substr(0, folded.find(PackedSubject::separator)), word))
        take(initials);
    return best;
}

std::vector<FoundSubject> findSubjects(const TableSnapshot& table, const QString& text, int most,
                                       const std::atomic_bool& cancelled)
{
    const QByteArray folded = fold(bareName(text));
    const Finder finder(table, folded, most);
    std::vector<FoundSubject> found = finder.find(false, cancelled);
    const bool isNamed = !found.empty() && found.front().rank == whole;
    const bool isEnough = isNamed || qsizetype(found.size()) >= std::min(most, 3);
    return isEnough || cancelled ? found : finder.find(true, cancelled);
}

}  // namespace refrain::console
