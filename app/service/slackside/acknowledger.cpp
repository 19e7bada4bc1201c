#include "service/slackside/acknowledger.h"

#include "base/log.h"
#include "service/slackside/acknowledgement.h"
#include "service/slackside/showncategories.h"
#include "service/usecases/recordjson.h"
#include "slack/methods/chatpostmessage.h"
#include "store/acknowledgementstore.h"
#include "store/changestore.h"
#include "store/subjectstore.h"
#include "store/syncstore.h"

#include <algorithm>

namespace refrain::service {
namespace {

const QString target = QStringLiteral("acknowledgement");
constexpr int groupLimit = 1000;

bool isToldElsewhere(Source source)
{
    switch (source) {
        case Source::Console:
        case Source::Api:
        case Source::Import:
        case Source::Link:
        case Source::OneClick: return false;
        default: return true;
    }
}

QString clockWords(Millis time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(QStringLiteral("HH:mm 'UTC'"));
}

/// Whom a change of that number is about; a message that is ready does not say it.
Result<SubjectId> whoseChange(store::Database& database, const WorkspaceId& workspace, qint64 seq)
{
    const auto record = store::ChangeStore(database).after(workspace, seq - 1, 1);
    if (!record)
        return record.error();
    return record->empty() || record->front().seq != seq ? SubjectId() : record->front().subject;
}

/// For the person's own time line.
Result<> note(store::Database& database, const WorkspaceId& workspace, store::Acknowledgement told)
{
    if (told.subject.isEmpty()) {
        const Result<SubjectId> whose = whoseChange(database, workspace, told.seq);
        if (!whose)
            return whose.error();
        told.subject = *whose;
    }
    return told.subject.isEmpty() ? Result<>() : store::AcknowledgementStore(database).put(workspace, told);
}

SyncRun journaled(const WorkspaceId& workspace, const store::OutboxItem& first, SyncOutcome outcome, QString sentence)
{
    SyncRun run;
    run.id = QStringLiteral("acknowledgement-%1-%2").arg(workspace.toString()).arg(first.seq);
    run.kind = SyncKind::Events;
    run.startedAt = first.createdAt;
    run.outcome = outcome;
    run.error = std::move(sentence);
    (outcome == SyncOutcome::Ok ? run.counts.sent : run.counts.failed) = 1;
    return run;
}

}  // namespace

/// What one message will tell: all untold changes of one person, or one ready message.
struct Acknowledger::Group {
    SubjectId person;
    std::optional<Ready> ready;
    std::vector<store::OutboxItem> items;
};

struct Acknowledger::Composed {
    QString channel;
    Told message;
};

Result<std::vector<PreferenceWriter::Follower>> Acknowledger::followersOf(store::Database& database,
                                                                          const PreferenceWriter::Accepted& accepted)
{
    std::vector<PreferenceWriter::Follower> followers;
    if (accepted.isBulk || isToldElsewhere(accepted.request.source))
        return followers;
    const auto subject = store::SubjectStore(database).find(accepted.workspace, accepted.request.subject);
    if (!subject)
        return subject.error();
    if (*subject && (*subject)->kind == SubjectKind::User && isReachable(**subject))
        followers.push_back({target, wait});
    return followers;
}

Result<> Acknowledger::enqueue(store::Database& database, const WorkspaceId& workspace, qint64 seq,
                               const Ready& ready) const
{
    QJsonObject payload = ready.message.toJson();
    payload.insert(QStringLiteral("channel"), ready.channel);
    const Millis now = m_parts.clock.now();
    store::OutboxItem item;
    item.target = target;
    item.seq = seq;
    item.payload = toText(payload);
    item.createdAt = now;
    item.nextTryAt = now;
    return store::OutboxStore(database).add(workspace, item);
}

/// What may have been posted before a crash is not sent again.
Result<> Acknowledger::settleInterrupted()
{
    const Result<store::Database*> mine = m_parts.pool.connection();
    if (!mine)
        return mine.error();
    const auto left = store::OutboxStore(**mine).interrupted(target, m_parts.clock.now() - longestTry);
    if (!left || left->empty())
        return left ? Result<>() : Result<>(left.error());
    return m_parts.pool.write<void>([&](store::Database& database) -> Result<> {
        for (const auto& [workspace, item] : *left) {
            SyncRun run =
                journaled(workspace, item, SyncOutcome::Failed,
                          QStringLiteral("Refrain was stopped while it told a person of a change. The message "
                                         "may have arrived; it is not sent again."));
            run.finishedAt = m_parts.clock.now();
            const SubjectId whom(fromText(item.payload).value(QLatin1String("subject")).toString());
            const Result<> told =
                note(database, workspace,
                     {whom, item.seq, *run.finishedAt, store::Acknowledgement::Outcome::Uncertain, run.error, 1});
            const Result<> noted = told ? store::SyncStore(database).put(workspace, run) : told;
            const Result<> gone = noted ? store::OutboxStore(database).confirm(workspace, target, item.seq) : noted;
            if (!gone)
                return gone;
        }
        return {};
    });
}

void Acknowledger::wake()
{
    if (m_isAwake.exchange(true))
        return;
    const bool queued = m_tasks.run([this] {
        m_isAwake = false;
        if (Result<> done = work(); !done)
            qCWarning(log::slack) << "acknowledgements:" << done.error().toString();
    });
    if (!queued)
        m_isAwake = false;
}

Result<> Acknowledger::work()
{
    const std::lock_guard lock(m_working);
    if (Result<> done = settleInterrupted(); !done)
        return done;
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto workspaces = store::OutboxStore(**database).waiting(target, m_parts.clock.now());
    if (!workspaces)
        return workspaces.error();
    for (const WorkspaceId& workspace : *workspaces) {
        const Result<std::vector<Group>> all = groups(workspace);
        if (!all)
            return all.error();
        for (const Group& group : *all) {
            const Result<> done = isDue(group) ? send(workspace, group) : Result<>();
            if (!done)
                return done;
        }
    }
    return {};
}

Result<std::vector<Acknowledger::Group>> Acknowledger::groups(const WorkspaceId& workspace)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    auto items = store::OutboxStore(**database).pending(workspace, target, groupLimit);
    if (!items)
        return items.error();
    std::vector<Group> all;
    for (store::OutboxItem& item : *items) {
        const QJsonObject payload = fromText(item.payload);
        const QString channel = payload.value(QLatin1String("channel")).toString();
        if (!channel.isEmpty()) {
            all.push_back({{}, Ready{channel, Told::fromJson(payload)}, {std::move(item)}});
            continue;
        }
        const SubjectId person(payload.value(QLatin1String("subject")).toString());
        const auto known = std::find_if(
            all.begin(), all.end(), [&person](const Group& group) { return !group.ready && group.person == person; });
        if (known == all.end())
            all.push_back({person, std::nullopt, {std::move(item)}});
        else
            known->items.push_back(std::move(item));
    }
    return all;
}

bool Acknowledger::isDue(const Group& group) const
{
    const Millis now = m_parts.clock.now();
    if (group.ready)
        return group.items.front().nextTryAt <= now;
    // Retries wait their time; new changes are waited for, but not for ever.
    const bool retryWaits = std::any_of(group.items.begin(), group.items.end(), [now](const store::OutboxItem& item) {
        return item.attempts > 0 && item.nextTryAt > now;
    });
    const bool isSettled = group.items.back().createdAt + wait <= now;
    return !retryWaits && (isSettled || group.items.front().createdAt + longestWait <= now);
}

Result<std::optional<Acknowledger::Composed>> Acknowledger::compose(const WorkspaceId& workspace, const Group& group)
{
    using Outcome = Result<std::optional<Composed>>;
    if (group.ready)
        return Outcome(Composed{group.ready->channel, group.ready->message});
    return m_parts.pool.read<std::optional<Composed>>([&](store::Database& database) -> Outcome {
        const auto person = store::SubjectStore(database).find(workspace, group.person);
        if (!person)
            return person.error();
        if (!*person || !isReachable(**person))
            return Outcome(std::nullopt);
        const Result<Shown> shown = showCategories(database, m_parts.decider, {workspace, **person},
                                                   m_parts.voice.speechFor(workspace, **person));
        if (!shown)
            return shown.error();
        const auto choices = changedChoices(database, workspace, group.items, *shown);
        if (!choices)
            return choices.error();
        std::vector<ChangedChoice> untold;
        for (const ChangedChoice& choice : *choices) {
            if (!isTakenBack(choice, group.person, m_parts.clock.now()))
                untold.push_back(choice);
        }
        if (untold.empty())
            return Outcome(std::nullopt);
        return Outcome(Composed{group.person.toString(), acknowledgement(untold, *shown, m_parts.clock.now())});
    });
}

/// False where somebody else is about to tell any of it: then it is left to them.
Result<bool> Acknowledger::begin(store::Database& database, const WorkspaceId& workspace, const Group& group) const
{
    for (const store::OutboxItem& item : group.items) {
        Result<bool> marked = store::OutboxStore(database).begin(workspace, target, item.seq, m_parts.clock.now());
        if (!marked || !*marked)
            return marked;
    }
    return true;
}

Result<> Acknowledger::send(const WorkspaceId& workspace, const Group& group)
{
    const auto composed = compose(workspace, group);
    if (!composed)
        return composed.error();
    if (!*composed)
        return drop(workspace, group);
    const Result<bool> begun = m_parts.pool.write<bool>(
        [&](store::Database& database) -> Result<bool> { return begin(database, workspace, group); });
    if (!begun || !*begun)
        return begun ? Result<>() : Result<>(begun.error());
    const Told& message = (*composed)->message;
    const auto posted =
        m_parts.slack.run(workspace, slack::ChatPostMessage((*composed)->channel, {message.text, message.blocks, {}}));
    return settle(workspace, group, posted ? nullptr : &posted.error());
}

Result<> Acknowledger::drop(const WorkspaceId& workspace, const Group& group)
{
    return m_parts.pool.write<void>([&](store::Database& database) -> Result<> {
        for (const store::OutboxItem& item : group.items) {
            if (Result<> gone = store::OutboxStore(database).confirm(workspace, target, item.seq); !gone)
                return gone;
        }
        return {};
    });
}

Result<> Acknowledger::settle(const WorkspaceId& workspace, const Group& group, const Error* failure)
{
    using Outcome = store::Acknowledgement::Outcome;
    const store::OutboxItem& first = group.items.front();
    const Millis now = m_parts.clock.now();
    const PostFailure kind = failure ? classify(*failure) : PostFailure::Hopeless;
    const bool again = failure && kind == PostFailure::NotPosted && first.createdAt + givesUpAfter > now;
    const Millis next = now + pauseAfter(first.attempts + 1);
    store::Acknowledgement told{group.person, first.seq, now, Outcome::Told, {}, int(group.items.size())};
    SyncRun run = journaled(workspace, first, failure ? SyncOutcome::Failed : SyncOutcome::Ok, {});
    run.finishedAt = now;
    if (failure) {
        const QString end = again ? QStringLiteral("It is tried again at %1.").arg(clockWords(next))
                            : kind == PostFailure::Unknown
                                ? QStringLiteral("It may have arrived all the same, so it is not sent again.")
                                : QStringLiteral("It is not sent again.");
        run.error = QStringLiteral("A person could not be told of a change that is in force. %1 %2")
                        .arg(failure->message(), end);
        told.outcome = again ? Outcome::Waiting : kind == PostFailure::Unknown ? Outcome::Uncertain : Outcome::Failed;
        told.error = failure->message() + u' ' + end;
    }
    return m_parts.pool.write<void>([&](store::Database& database) -> Result<> {
        store::OutboxStore outbox(database);
        for (const store::OutboxItem& item : group.items) {
            const Result<> done = again ? outbox.postpone(workspace, target, item.seq, next, run.error)
                                        : outbox.confirm(workspace, target, item.seq);
            if (!done)
                return done;
        }
        if (Result<> noted = note(database, workspace, told); !noted)
            return noted;
        // What went well at once is no news for the journal of exchanges.
        return failure || first.attempts > 0 ? store::SyncStore(database).put(workspace, run) : Result<>();
    });
}

}  // namespace refrain::service
