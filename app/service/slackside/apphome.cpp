#include "service/slackside/apphome.h"

#include "base/log.h"
#include "service/slackside/choicewords.h"
#include "service/slackside/homefacts.h"
#include "service/slackside/mydata.h"
#include "slack/methods/usersinfo.h"
#include "slack/methods/viewspublish.h"
#include "slack/payloads/installation.h"
#include "store/categorystore.h"

namespace refrain::service {
namespace {

ChangeRequest wishOf(const slack::Interaction& press, const CategorySlug& category)
{
    ChangeRequest wish;
    wish.subject = press.user;
    wish.category = category;
    wish.source = Source::AppHome;
    wish.clickedAt = press.pressedAt();
    return wish;
}

QString valueOf(const slack::Interaction& press)
{
    const QStringList values = press.actions.empty() ? QStringList() : press.actions.front().values;
    return values.isEmpty() ? QString() : values.front();
}

/// What became of a wish, for the one who had it; empty where nothing did.
QString wordsAfter(const ChangeOutcome& outcome, const ShownCategory& after, const Speech& speech, Millis now)
{
    const Category& category = after.category;
    if (outcome.kind == ChangeOutcome::Kind::Refused)
        return refusalWords(category, outcome.refusal.value_or(Refusal::Unprocessable), speech);
    if (outcome.kind != ChangeOutcome::Kind::Changed)
        return {};
    const Preference& own = outcome.preference;
    const bool isOff = own.state == PreferenceState::OptedOut;  // which outlasts any pause
    const bool isPaused = !isOff && own.isSnoozedAt(now);
    if (!isOff && !isPaused)
        return startedWords(after, speech);
    QStringList lines{
        stopsWords(category, isPaused ? own.snoozedUntil : std::nullopt, speech, afterPauseWords(after, speech))};
    if (!isPaused && category.resubscribe == Resubscribe::Never)
        lines << wayBackWords(category, speech);
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

void AppHome::addTo(Dispatcher& dispatcher)
{
    dispatcher.onEvent(QStringLiteral("app_home_opened"), [this](const slack::Event& event) { return opened(event); });
    using Take = void (AppHome::*)(const slack::Interaction&);
    const auto on = [&](QLatin1String action, Take take) {
        dispatcher.onAction(action, [this, take](const slack::Interaction& press) {
            (this->*take)(press);
            return QJsonObject();
        });
    };
    on(homeaction::choose, &AppHome::choose);
    on(homeaction::all, &AppHome::chooseForAll);
    on(homeaction::data, &AppHome::askForData);
}

Result<> AppHome::opened(const slack::Event& event)
{
    if (event.body.value(QLatin1String("tab")).toString() != QLatin1String("home"))
        return {};
    const SubjectId person(event.body.value(QLatin1String("user")).toString());
    const Result<qint64> seq = publishNow(event.workspace, person, {});
    if (!seq)
        return seq.error();
    if (m_parts.opened)
        m_parts.opened(event.workspace, person, *seq);
    return {};
}

Result<> AppHome::publish(const WorkspaceId& workspace, const SubjectId& person, const QString& notice)
{
    const Result<qint64> seq = publishNow(workspace, person, notice);
    return seq ? Result<>() : Result<>(seq.error());
}

Result<qint64> AppHome::publishNow(const WorkspaceId& workspace, const SubjectId& person, const QString& notice)
{
    const std::lock_guard lock(lockOf(person));
    Result<HomeFacts> facts = gather(workspace, person);
    if (!facts)
        return facts.error();
    facts->notice = notice;
    const auto done = m_parts.slack.run(workspace, slack::ViewsPublish(person, homeView(*facts)));
    return done ? Result<qint64>(facts->seq) : Result<qint64>(done.error());
}

Result<HomeFacts> AppHome::gather(const WorkspaceId& workspace, const SubjectId& person)
{
    const auto read = [&] {
        return m_parts.pool.read<HomeFacts>([&](store::Database& database) {
            return homeFacts(database, m_parts.decider, m_parts.voice, m_parts.clock, workspace, person);
        });
    };
    Result<HomeFacts> facts = read();
    if (facts || !facts.error().is(ErrorCode::NotFound))
        return facts;
    if (Result<> known = introduce(workspace, person); !known)
        return known.error();
    return read();
}

Result<> AppHome::introduce(const WorkspaceId& workspace, const SubjectId& person)
{
    const Result<slack::User> user = m_parts.slack.run(workspace, slack::UsersInfo(person));
    if (!user)
        return user.error();
    const auto put = m_parts.directory.put(workspace, {{user->subject}, {}, {}});
    return put ? Result<>() : Result<>(put.error());
}

void AppHome::choose(const slack::Interaction& press)
{
    const CategorySlug category(press.actions.front().actionId.section(QLatin1Char(':'), 1));
    if (valueOf(press) == QLatin1String("keep"))
        return show(press, {});  // "Paused", as it is
    apply(press, wishOf(press, category), PreferenceState::OptedIn);
}

void AppHome::chooseForAll(const slack::Interaction& press)
{
    apply(press, wishOf(press, everyCategory()), PreferenceState::Default);
}

void AppHome::askForData(const slack::Interaction& press)
{
    const bool download = valueOf(press) == QLatin1String("download");
    const Result<QString> said = download ? m_parts.data.send(press.workspace, press.user)
                                          : m_parts.data.askForErasure(press.workspace, press.user, press.userName);
    show(press, said ? *said : slack::escaped(said.error().message()));
}

void AppHome::apply(const slack::Interaction& press, ChangeRequest wish, PreferenceState in)
{
    const Result<QString> said = carryOut(press, std::move(wish), in);
    if (!said)
        qCWarning(log::slack) << "App Home:" << said.error().toString();
    show(press, said ? *said : slack::escaped(said.error().message()));
}

/// What the press says: on, off, or for how long it is paused.
Result<QString> AppHome::carryOut(const slack::Interaction& press, ChangeRequest wish, PreferenceState in)
{
    const Result<Visitor> visitor = m_parts.visitors.admit(press.workspace, press.user, press.userName);
    if (!visitor)
        return visitor.error();
    const Speech speech = m_parts.voice.speechFor(press.workspace, visitor->subject);
    const QString value = valueOf(press);
    wish.actor = visitor->actor();
    wish.snoozedUntil = std::optional<Millis>();
    if (value == QLatin1String("out")) {
        wish.state = PreferenceState::OptedOut;
    } else if (value == QLatin1String("in")) {
        wish.state = in;
    } else if (value != QLatin1String("resume")) {
        const SnoozeEnd end = parseSnoozeEnd(value, m_parts.clock.now(), speech.zone());
        if (!end.end)
            return badTimeWords(end.fault, value, speech);
        wish.snoozedUntil = std::optional(end.end);
    }
    const Result<ChangeOutcome> outcome = m_parts.preferences.apply(press.workspace, wish);
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!outcome || !database)
        return !outcome ? outcome.error() : database.error();
    const auto category = store::CategoryStore(**database).find(press.workspace, wish.category);
    if (!category)
        return category.error();
    if (!*category)
        return speech("noLongerCalled", slack::plainly(wish.category.toString().left(64)));
    const auto view = m_parts.decider.view(**database, press.workspace, press.user, wish.category);
    if (!view && !view.error().is(ErrorCode::NotFound))
        return view.error();
    return wordsAfter(*outcome, {**category, view ? *view : PreferenceView()}, speech, m_parts.clock.now());
}

void AppHome::show(const slack::Interaction& press, const QString& notice)
{
    if (Result<> done = publish(press.workspace, press.user, notice); !done)
        qCWarning(log::slack) << "App Home:" << done.error().toString();
}

std::mutex& AppHome::lockOf(const SubjectId& person)
{
    return m_locks[qHash(person) % m_locks.size()];
}

}  // namespace refrain::service
