#include "domain/nearest.h"

#include <algorithm>
#include <limits>

namespace refrain {
namespace {

constexpr std::size_t mostGuesses = 3;
constexpr qsizetype shortestPart = 3;
constexpr int tooFar = std::numeric_limits<int>::max();

bool isTrimmed(QChar c)
{
    return c.isSpace() || c.isPunct();
}

/// How far a name is from what was written; tooFar where it is no guess worth a question.
int distance(const QString& written, const QString& name)
{
    if (name.isEmpty())
        return tooFar;
    const qsizetype shorter = std::min(written.size(), name.size());
    const bool comparable = shorter >= shortestPart && written.size() <= 2 * name.size();
    if (comparable && (name.contains(written) || written.contains(name)))
        return 1;
    const int allowed = std::clamp(int(name.size()) / 3, 1, 3);
    if (qAbs(written.size() - name.size()) > allowed)
        return tooFar;
    const int steps = editDistance(written, name);
    return steps <= allowed ? steps : tooFar;
}

}  // namespace

QString nameKey(const QString& text)
{
    const QString apart = text.toUpper().toCaseFolded().normalized(QString::NormalizationForm_KD);
    QString plain;
    plain.reserve(apart.size());
    for (const QChar c : apart) {
        if (c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Other_Format)
            continue;
        const bool isBlank = c == QLatin1Char('-') || c == QLatin1Char('_') || (!c.isPrint() && !c.isSurrogate());
        plain += isBlank ? QLatin1Char(' ') : c;
    }
    qsizetype from = 0;
    qsizetype to = plain.size();
    while (from < to && isTrimmed(plain[from]) && plain[from] != QLatin1Char('*'))
        ++from;
    while (to > from && isTrimmed(plain[to - 1]) && plain[to - 1] != QLatin1Char('*'))
        --to;
    return plain.mid(from, to - from).simplified();
}

int editDistance(const QString& a, const QString& b)
{
    // Optimal string alignment; three rows are all that one step looks back to.
    std::vector<int> before(size_t(b.size()) + 1);
    std::vector<int> last(before.size());
    std::vector<int> row(before.size());
    for (size_t j = 0; j < last.size(); ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = size_t(j);
            const int change = last[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last.back();
}

std::vector<CategorySlug> categoriesNamed(const QString& name, const std::vector<Category>& categories)
{
    const QString key = nameKey(name);
    std::vector<CategorySlug> living;
    std::vector<CategorySlug> archived;
    for (const Category& category : categories) {
        if (nameKey(category.slug.toString()) == key)
            return {category.slug};
        if (nameKey(category.title) == key)
            (category.archived ? archived : living).push_back(category.slug);
    }
    return living.empty() ? archived : living;
}

std::vector<CategorySlug> nearestCategories(const QString& name, const std::vector<Category>& categories)
{
    const QString key = nameKey(name);
    std::vector<std::pair<int, CategorySlug>> guesses;
    for (const Category& category : categories) {
        const int far =
            std::min(distance(key, nameKey(category.slug.toString())), distance(key, nameKey(category.title)));
        if (!category.archived && far != tooFar)
            guesses.emplace_back(far, category.slug);
    }
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    std::vector<CategorySlug> nearest;
    for (const auto& [far, slug] : guesses) {
        if (nearest.size() < mostGuesses)
            nearest.push_back(slug);
    }
    return nearest;
}

}  // namespace refrain
