#include "console/find/findjob.h"

#include "console/table/fold.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

namespace refrain::console {

namespace {

constexpr qsizetype mostWordsOfTitle = 3;
/// One letter begins too much to mean anything.
constexpr qsizetype shortestCategory = 2;
constexpr int mostWhom = 4;

bool beginsAWord(const QByteArray& text, const QByteArray& word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || text.at(at - 1) == ' ' || text.at(at - 1) == '-' || text.at(at - 1) == '_')
            return true;
    }
    return false;
}

std::vector<CategorySlug> categoriesMeant(const QString& words, const std::vector<Category>& categories,
                                          const QStringList& all)
{
    const QByteArray typed = fold(words);
    std::vector<CategorySlug> found;
    if (typed.size() < shortestCategory)
        return found;
    for (const Category& category : categories) {
        const bool fits =
            beginsAWord(fold(category.title), typed) || beginsAWord(fold(category.slug.toString()), typed);
        if (!category.archived && category.slug != everyCategory() && fits)
            found.push_back(category.slug);
    }
    if (std::any_of(all.begin(), all.end(), [&](const QString& word) { return fold(word).startsWith(typed); }))
        found.push_back(everyCategory());
    return found;
}

/// Whether nobody but the first can be meant: nobody else fits, or it is their whole address, id or full name. A first
/// name alone may be another's first name too, and a guess is none. Who has left is nobody's namesake.
bool isSure(const std::vector<FoundSubject>& found, const QString& typed)
{
    if (found.empty() || found.front().isGuess())
        return false;
    const bool isFullName = typed.contains(u' ') || typed.contains(u'@') ||
                            std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
    const bool isWhole = isFullName && found.front().isWhole();
    return std::none_of(found.begin() + 1, found.end(), [&](const FoundSubject& other) {
        return !other.isGuess() && !other.isGone() && (!isWhole || other.isWhole());
    });
}

}  // namespace

SpokenChange SpokenChange::of(const QString& text, const std::vector<Category>& categories, const QStringList& all)
{
    const QStringList words = text.simplified().split(u' ');
    for (qsizetype last = std::min(mostWordsOfTitle, words.size() - 1); last > 0; --last) {
        const auto meant = categoriesMeant(words.last(last).join(u' '), categories, all);
        if (!meant.empty())
            return {words.first(words.size() - last).join(u' '), meant};
    }
    return {};
}

QFuture<FindAnswer> find(FindJob job, std::shared_ptr<std::atomic_bool> cancelled)
{
    return QtConcurrent::run([job = std::move(job), cancelled](QPromise<FindAnswer>& promise) {
        FindAnswer answer;
        if (!job.text.startsWith(u'#'))
            answer.people = findSubjects(job.people, job.text, job.most, *cancelled);
        if (!job.text.startsWith(u'@'))
            answer.channels = findSubjects(job.channels, job.text, job.most / 2, *cancelled);
        if (!job.whom.isEmpty()) {
            answer.whom = findSubjects(job.people, job.whom, FindAnswer::mostCounted, *cancelled);
            answer.isSure = isSure(answer.whom, job.whom);
            answer.alsoWhom = std::max(0, int(answer.whom.size()) - mostWhom);
            answer.whom.resize(std::min(answer.whom.size(), std::size_t(mostWhom)));
        }
        if (!*cancelled)
            promise.addResult(std::move(answer));
    });
}

bool fitsTitle(const QString& typed, const QString& title)
{
    const QByteArray text = fold(title);
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() &&
           std::all_of(words.begin(), words.end(), [&](const QString& word) { return beginsAWord(text, fold(word)); });
}

}  // namespace refrain::console
