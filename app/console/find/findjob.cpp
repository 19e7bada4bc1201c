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
        if (!job.whom.isEmpty())
            answer.whom = findSubjects(job.people, job.whom, mostWhom, *cancelled);
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
