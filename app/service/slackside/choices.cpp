#include "service/slackside/choices.h"

#include "service/slackside/choiceanswers.h"
#include "service/slackside/showncategories.h"
#include "service/slackside/undoanswers.h"
#include "service/usecases/recordjson.h"
#include "store/changestore.h"
#include "store/idempotencystore.h"

#include <QJsonDocument>

#include <algorithm>
#include <future>
#include <memory>

namespace refrain::service {
namespace {

store::IdempotencyScope scopeOf(const Visitor& visitor, const Choices::Act& act)
{
    return {visitor.workspace, QStringLiteral("slack:%1").arg(visitor.subject.id.toString()), act.key};
}

ChangeRequest requestFor(const Visitor& visitor, const Choices::Act& act)
{
    ChangeRequest request;
    request.subject = visitor.subject.id;
    request.source = act.source;
    request.actor = visitor.actor();
    request.reason = act.reason;
    request.clickedAt = act.clickedAt;
    return request;
}

/// What `begin` leads to, once it is known.
template <class Begin>
Result<Told> awaited(const Begin& begin)
{
    std::promise<Result<Told>> told;
    begin([&told](const Result<Told>& result) { told.set_value(result); });
    return told.get_future().get();
}

}  // namespace

Speech Choices::speechFor(const Visitor& visitor) const
{
    return m_parts.voice.speechFor(visitor.workspace, visitor.subject);
}

Result<Shown> Choices::show(const Visitor& visitor) const
{
    return m_parts.pool.read<Shown>([&](store::Database& database) {
        return showCategories(database, m_parts.decider, visitor, speechFor(visitor));
    });
}

Result<std::optional<Told>> Choices::kept(const Visitor& visitor, const Act& act) const
{
    if (act.key.isEmpty())
        return std::optional<Told>();
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto answer =
        store::IdempotencyStore(**database, m_parts.vault).find(scopeOf(visitor, act), m_parts.clock.now());
    if (!answer)
        return answer.error();
    if (!*answer)
        return std::optional<Told>();
    return std::optional<Told>(Told::fromJson(QJsonDocument::fromJson((*answer)->body).object()));
}

Result<> Choices::keep(store::Database& database, const Visitor& visitor, const Act& act, const Told& answer) const
{
    if (act.key.isEmpty())
        return {};
    store::KeptAnswer kept;
    kept.fingerprint = "slack";
    kept.status = 200;
    kept.contentType = QStringLiteral("application/json");
    kept.body = QJsonDocument(answer.toJson()).toJson(QJsonDocument::Compact);
    return store::IdempotencyStore(database, m_parts.vault).keep(scopeOf(visitor, act), kept, m_parts.clock.now());
}

Result<Told> Choices::apply(const Visitor& visitor, const std::vector<ChangeRequest>& requests, const Act& act,
                            const Compose& compose) const
{
    return awaited([&](const Done& done) { applySoon(visitor, requests, act, compose, done); });
}

void Choices::applySoon(const Visitor& visitor, std::vector<ChangeRequest> requests, const Act& act, Compose compose,
                        const Done& done) const
{
    struct Course {
        Visitor visitor;
        Act act;
        Compose compose;
        Done done;
        Told answer;
    };
    const auto course = std::make_shared<Course>(Course{visitor, act, std::move(compose), done, {}});
    const auto beforeCommit = [this, course](store::Database& database, const BatchOutcome& batch) -> Result<> {
        Result<Told> composed = course->compose(database, batch);
        if (!composed)
            return composed.error();
        course->answer = *std::move(composed);
        const auto changed = std::find_if(batch.items.begin(), batch.items.end(), [](const ChangeOutcome& outcome) {
            return outcome.kind == ChangeOutcome::Kind::Changed;
        });
        if (changed == batch.items.end())
            return {};
        if (Result<> kept = keep(database, course->visitor, course->act, course->answer); !kept)
            return kept;
        const Alongside& alongside = course->act.alongside;
        return alongside ? alongside(database, changed->preference.version, course->answer) : Result<>();
    };
    m_parts.queue.add(visitor.workspace, std::move(requests), beforeCommit, [this, course](const Result<>& written) {
        if (written)
            return course->done(course->answer);
        // The same act may have been delivered twice at once; then the other one has the answer.
        const Result<std::optional<Told>> other = kept(course->visitor, course->act);
        course->done(other && *other ? Result<Told>(**other) : Result<Told>(written.error()));
    });
}

Result<Told> Choices::make(const Visitor& visitor, const Shown& shown, const Wish& wish, const Act& act) const
{
    return awaited([&](const Done& done) { makeSoon(visitor, shown, wish, act, done); });
}

void Choices::makeSoon(const Visitor& visitor, const Shown& shown, const Wish& wish, const Act& act,
                       const Done& done) const
{
    const Result<std::optional<Told>> before = kept(visitor, act);
    if (!before || *before)
        return done(before ? Result<Told>(**before) : Result<Told>(before.error()));
    const Category* category = shown.category(wish.category);
    if (!category)
        return done(unknownCategory(shown, wish.category));
    if (const std::optional<Told> already = alreadySo(shown, *category, wish, m_parts.clock.now()))
        return done(*already);
    ChangeRequest request = requestFor(visitor, act);
    fill(request, shown, *category, wish, m_parts.clock.now());
    const auto compose = [this, visitor, shown, category = *category, wish](store::Database& database,
                                                                            const BatchOutcome& batch) -> Result<Told> {
        const ChangeOutcome& outcome = batch.items.front();
        // What stopping leads to follows from what is known; the transaction is short where many wait.
        const Result<Shown> after = wish.direction == Direction::Out
                                        ? Result<Shown>(withStopped(shown, wish, outcome))
                                        : showCategories(database, m_parts.decider, visitor, speechFor(visitor));
        return after ? Result<Told>(answerTo(*after, category, wish, outcome)) : Result<Told>(after.error());
    };
    applySoon(visitor, {request}, act, compose, done);
}

Result<Told> Choices::makeAll(const Visitor& visitor, const Shown& shown, const std::vector<Wish>& wishes,
                              const Act& act) const
{
    const Result<std::optional<Told>> before = kept(visitor, act);
    if (!before || *before)
        return before ? Result<Told>(**before) : Result<Told>(before.error());
    std::vector<ChangeRequest> requests;
    std::vector<Wish> asked;
    QStringList already;
    for (const Wish& wish : wishes) {
        const Category* category = shown.category(wish.category);
        if (!category)
            return unknownCategory(shown, wish.category);
        if (const std::optional<Told> so = alreadySo(shown, *category, wish, m_parts.clock.now())) {
            already << so->text;
            continue;
        }
        requests.push_back(requestFor(visitor, act));
        requests.back().reason = togetherReason(wishes);
        fill(requests.back(), shown, *category, wish, m_parts.clock.now());
        asked.push_back(wish);
    }
    if (requests.empty())
        return answerToSeveral(shown, {}, {}, already);
    return apply(visitor, requests, act, [&](store::Database& database, const BatchOutcome& batch) -> Result<Told> {
        Result<Shown> after = showCategories(database, m_parts.decider, visitor, speechFor(visitor));
        return after ? Result<Told>(answerToSeveral(*after, asked, batch, already)) : Result<Told>(after.error());
    });
}

Result<Told> Choices::stopForChannel(const Visitor& visitor, const Shown& shown, const SubjectId& channel,
                                     const CategorySlug& slug, const Act& act) const
{
    const Result<std::optional<Told>> before = kept(visitor, act);
    if (!before || *before)
        return before ? Result<Told>(**before) : Result<Told>(before.error());
    const Category* category = shown.category(slug);
    if (!category)
        return unknownCategory(shown, slug);
    ChangeRequest request = requestFor(visitor, act);
    request.subject = channel;
    request.category = slug;
    request.state = PreferenceState::OptedOut;
    request.snoozedUntil = std::optional<Millis>();
    return apply(visitor, {request}, act, [&](store::Database&, const BatchOutcome& batch) -> Result<Told> {
        return channelAnswer(*category, channel, batch.items.front(), shown.speech);
    });
}

Result<QList<qint64>> Choices::latest(const Visitor& visitor) const
{
    constexpr int lookedAt = 50;
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    store::ChangeStore changes(**database);
    auto own = changes.ofSubject(visitor.workspace, visitor.subject.id, 0, lookedAt);
    const auto forOthers = changes.forOthersBy(visitor.workspace, visitor.subject.id, lookedAt);
    if (!own || !forOthers)
        return !own ? own.error() : forOthers.error();
    std::erase_if(*own, [&](const store::ChangeRecord& change) { return !isBy(visitor, change); });
    own->insert(own->end(), forOthers->begin(), forOthers->end());
    std::sort(own->begin(), own->end(), [](const auto& a, const auto& b) { return a.seq > b.seq; });
    QList<qint64> act;
    QString reason;
    for (const store::ChangeRecord& change : *own) {
        const bool isSameAct =
            act.isEmpty() || (isTogether(reason) && change.reason == reason && change.seq == act.last() - 1);
        if (!isSameAct || isUndo(change.reason))
            break;
        reason = change.reason;
        act << change.seq;
    }
    return act;
}

Result<std::vector<store::ChangeRecord>> Choices::undoable(const Visitor& visitor, const QList<qint64>& changes) const
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    std::vector<store::ChangeRecord> records;
    for (const qint64 seq : changes) {
        auto found = store::ChangeStore(**database).after(visitor.workspace, seq - 1, 1);
        if (!found)
            return found.error();
        const bool known = !found->empty() && found->front().seq == seq;
        if (known && mayUndo(visitor, found->front()))
            records.push_back(std::move(found->front()));
    }
    return records;
}

Result<Told> Choices::undo(const Visitor& visitor, const QList<qint64>& changes, const Act& act,
                           const MayDecideFor& mayDecideFor) const
{
    const Result<std::optional<Told>> before = kept(visitor, act);
    if (!before || *before)
        return before ? Result<Told>(**before) : Result<Told>(before.error());
    const Result<QList<qint64>> numbers = changes.isEmpty() ? latest(visitor) : Result<QList<qint64>>(changes);
    if (!numbers)
        return numbers.error();
    const auto records = undoable(visitor, *numbers);
    if (!records)
        return records.error();
    std::vector<ChangeRequest> requests;
    for (const store::ChangeRecord& change : *records) {
        if (change.subject != visitor.subject.id) {
            const Result<bool> may = mayDecideFor(change.subject);
            if (!may)
                return may.error();
            if (!*may)
                return undoForbidden(change.subject, speechFor(visitor));
        }
        if (std::optional<ChangeRequest> request = undoRequest(change, act.source, visitor, m_parts.clock.now()))
            requests.push_back(*std::move(request));
    }
    if (requests.empty())
        return nothingToUndo(speechFor(visitor));
    return apply(visitor, requests, act, [&](store::Database& database, const BatchOutcome& batch) -> Result<Told> {
        const Result<Shown> after = showCategories(database, m_parts.decider, visitor, speechFor(visitor));
        return after ? Result<Told>(undoAnswer(*after, visitor.subject.id, batch)) : Result<Told>(after.error());
    });
}

}  // namespace refrain::service
