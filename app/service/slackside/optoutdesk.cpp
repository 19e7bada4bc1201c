#include "service/slackside/optoutdesk.h"

#include "base/log.h"
#include "service/slackside/acknowledger.h"
#include "service/slackside/choiceanswers.h"
#include "service/slackside/messages.h"
#include "slack/blocks/blocks.h"
#include "slack/methods/chatpostmessage.h"
#include "slack/methods/conversationsinfo.h"
#include "slack/payloads/installation.h"
#include "store/slackeventstore.h"
#include "store/subjectstore.h"

#include <QCryptographicHash>

#include <future>

namespace refrain::service {

using Kind = SpokenWish::Kind;

/// What somebody said, and where.
struct OptOutDesk::Said {
    QString text;
    Shown shown;
    SpokenWish wish;
    Direction direction = Direction::Out;
    Choices::Act act;
};

namespace {

constexpr qsizetype echoed = 60;

/// What a person is told where it did not work. Who that is may be what could not be found out, so it is English.
Told failed(const Error& error)
{
    if (error.is(ErrorCode::NotFound) || error.is(ErrorCode::Invalid)) {
        const bool saysSo = error.message().contains(QLatin1String("nothing was changed"), Qt::CaseInsensitive);
        return told(slack::escaped(error.message()) +
                    QLatin1String(saysSo ? " If this stays so, ask an admin of this workspace."
                                         : " Nothing was changed. If this stays so, ask an admin of this workspace."));
    }
    qCWarning(log::slack) << error.toString();
    return told(
        QStringLiteral("Refrain could not do that right now, so nothing was changed. Please try again in a "
                       "minute."));
}

Told outcome(const Result<Told>& result)
{
    return result ? *result : failed(result.error());
}

SpokenContext contextOf(const std::vector<Category>& categories, const Shown& shown, const Clock& clock)
{
    return {categories, clock.now(), shown.speech.zone()};
}

QString echo(const QString& text)
{
    return slack::plainly(text.simplified().left(echoed));
}

/// `/optstatus` answers about one category where one is named, and never changes anything.
Told status(const Shown& shown, const SpokenWish& wish, const QString& text)
{
    if (wish.saidStop || wish.kind == Kind::Undo)
        return statusMessage(shown, shown.speech("optstatusShows"));
    switch (wish.kind) {
        case Kind::Category:
            if (const ShownCategory* chosen = shown.find(wish.category))
                return card(shown, *chosen);
            return unknownCategory(shown, wish.category);
        case Kind::NearMiss: return statusMessage(shown, notCalledWords(shown, text, wish.nearest));
        case Kind::BadTime:
        case Kind::Unclear: return statusMessage(shown, shown.speech("notUnderstood", echo(text)));
        default: return statusMessage(shown);
    }
}

QString causeOf(const slack::Interaction& pressed, const slack::ButtonValue& value)
{
    if (pressed.messageTs.isEmpty() || pressed.isEphemeral)
        return {};
    const QString cause = QStringLiteral("Button of message %1 in %2").arg(pressed.messageTs, pressed.channel);
    return value.reference.isEmpty() ? cause : cause + QStringLiteral(", notification %1").arg(value.reference);
}

Choices::Act actOf(const slack::Interaction& pressed, const slack::ButtonValue& value)
{
    return {Source::MessageButton,
            pressed.triggerId + QLatin1Char('/') + pressed.actionTs,
            causeOf(pressed, value).left(500),
            {},
            pressed.pressedAt()};
}

/// Slack names each act; what was typed belongs to it, so that no other is ever taken for a repeated delivery.
QString keyOf(const slack::SlashCommand& command)
{
    if (command.triggerId.isEmpty())
        return {};
    const QByteArray typed = (command.name + QLatin1Char(' ') + command.text).toUtf8();
    const QByteArray digest = QCryptographicHash::hash(typed, QCryptographicHash::Sha256).toHex().left(16);
    return command.triggerId + QLatin1Char('/') + QString::fromLatin1(digest);
}

bool isStranger(const slack::Interaction& pressed)
{
    return !pressed.userTeam.isEmpty() && !pressed.team.isEmpty() && pressed.userTeam != pressed.team &&
           pressed.workspace.toString() == pressed.team;
}

}  // namespace

void OptOutDesk::attach(Dispatcher& dispatcher)
{
    for (const char* name : {"/optout", "/optin", "/optstatus"})
        dispatcher.onCommand(QLatin1String(name), [this](const slack::SlashCommand& typed,
                                                         const Dispatcher::Answer& answer) { command(typed, answer); });
    namespace action = slack::action;
    for (const QLatin1String name : {action::stop, action::snooze, action::start, action::settings, action::choose,
                                     action::all, action::undo, action::cancel, action::channel})
        dispatcher.onAction(name, [this](const slack::Interaction& pressed) { return press(pressed); });
    dispatcher.onEvent(QStringLiteral("message"), [this](const slack::Event& event) { return message(event); });
}

void OptOutDesk::command(const slack::SlashCommand& command, const Dispatcher::Answer& answer) const
{
    serve(command, [answer](const Result<Told>& result) {
        const Told told = outcome(result);
        answer(ephemeral(told.text, told.blocks));
    });
}

QJsonObject OptOutDesk::command(const slack::SlashCommand& typed) const
{
    std::promise<QJsonObject> message;
    command(typed, [&message](const QJsonObject& answer) { message.set_value(answer); });
    return message.get_future().get();
}

QJsonObject OptOutDesk::press(const slack::Interaction& pressed) const
{
    const Told answer = outcome(serve(pressed));
    return pressed.isEphemeral ? inPlace(answer.text, answer.blocks) : ephemeral(answer.text, answer.blocks);
}

void OptOutDesk::serve(const slack::SlashCommand& command, const Choices::Done& done) const
{
    const Result<Visitor> visitor = m_parts.visitors.admit(command.workspace, command.user, command.userName);
    if (!visitor)
        return done(visitor.error());
    Result<Shown> shown = m_parts.choices.show(*visitor);
    if (!shown)
        return done(shown.error());
    Said said{command.text,
              *std::move(shown),
              {},
              command.name == QLatin1String("/optin") ? Direction::In : Direction::Out,
              {Source::SlashCommand, keyOf(command), {}, {}, m_parts.clock.now()}};
    const std::vector<Category> named = said.shown.named();
    said.wish = parseCommand(command.text, contextOf(named, said.shown, m_parts.clock));
    if (command.name == QLatin1String("/optstatus") && said.wish.kind != Kind::Help)
        return done(status(said.shown, said.wish, said.text));
    // What most ask for, and many in the same moment: no thread waits until it is durable.
    if (said.wish.kind == Kind::Category && said.direction == Direction::Out)
        return m_parts.choices.makeSoon(*visitor, said.shown, {said.wish.category, said.direction, said.wish.until},
                                        said.act, done);
    done(answer(*visitor, said));
}

Result<Told> OptOutDesk::answer(const Visitor& visitor, const Said& said) const
{
    const Shown& shown = said.shown;
    const SpokenWish& wish = said.wish;
    if (said.direction == Direction::In && wish.saidStop)
        return helpMessage(shown, shown.speech("optinTurnsOn", echo(said.text)));
    if (said.direction == Direction::In && (wish.until || wish.kind == Kind::BadTime))
        return told(shown.speech("optinNoTime"));
    switch (wish.kind) {
        case Kind::Nothing: return picker(shown);
        case Kind::Status: return statusMessage(shown);
        case Kind::Help: return helpMessage(shown);
        case Kind::Undo: return undo(visitor, {}, said.act);
        case Kind::Category:
            return m_parts.choices.make(visitor, shown, {wish.category, said.direction, wish.until}, said.act);
        case Kind::Several: {
            std::vector<Choices::Wish> wishes;
            for (const CategorySlug& category : wish.categories)
                wishes.push_back({category, said.direction, wish.until});
            return m_parts.choices.makeAll(visitor, shown, wishes, said.act);
        }
        case Kind::Stop:
        case Kind::Everything: return everything(visitor, said);
        case Kind::NearMiss: return didYouMean(shown, said.text, wish.nearest, said.direction, wish.until);
        case Kind::BadTime: return told(badTimeWords(wish.fault, wish.written, shown.speech));
        case Kind::Unclear: break;
    }
    return helpMessage(shown, shown.speech("notUnderstood", echo(said.text)));
}

/// The law's words are obeyed at once; "all" may be a slip, so it is asked about.
Result<Told> OptOutDesk::everything(const Visitor& visitor, const Said& said) const
{
    const Shown& shown = said.shown;
    const bool asks = said.direction == Direction::Out && said.wish.kind == Kind::Everything;
    if (asks && shown.everything.preference.state != PreferenceState::OptedOut)
        return confirmation(shown, said.wish.until);
    return m_parts.choices.make(visitor, shown, {everyCategory(), said.direction, said.wish.until}, said.act);
}

Result<Told> OptOutDesk::serve(const slack::Interaction& pressed) const
{
    namespace action = slack::action;
    const Result<Visitor> visitor =
        m_parts.visitors.admit(pressed.workspace, pressed.user, pressed.userName, isStranger(pressed));
    if (!visitor)
        return visitor.error();
    const Result<Shown> shown = m_parts.choices.show(*visitor);
    if (!shown)
        return shown.error();
    const slack::Interaction::Action& used = pressed.actions.front();
    const QString name = used.actionId.section(QLatin1Char(':'), 0, 0);
    const QString text = used.values.value(0);
    const slack::ButtonValue value = slack::ButtonValue::parse(text);
    const Choices::Act act = actOf(pressed, value);
    if (name == action::stop)
        return stop(*visitor, *shown, pressed, value);
    if (name == action::start)
        return m_parts.choices.make(*visitor, *shown, {value.category, Direction::In, {}}, act);
    if (name == action::undo)
        return undo(*visitor, value.changes, act);
    if (name == action::channel)
        return stopInChannel(*visitor, *shown, pressed, value);
    if (name == action::all)
        return confirmation(*shown, {});
    if (name == action::cancel)
        return told(shown->speech("nothingChanged"));
    if (name == action::choose) {
        if (const ShownCategory* chosen = shown->find(CategorySlug(text)))
            return card(*shown, *chosen);
    }
    const Category* category = shown->category(value.category);
    if (name == action::snooze && category)
        return snoozeQuestion(*category, value, shown->speech);
    return picker(*shown);
}

Result<Told> OptOutDesk::undo(const Visitor& visitor, const QList<qint64>& changes, const Choices::Act& act) const
{
    return m_parts.choices.undo(visitor, changes, act,
                                [&](const SubjectId& channel) { return mayDecideFor(visitor, channel); });
}

Result<Told> OptOutDesk::stop(const Visitor& visitor, const Shown& shown, const slack::Interaction& pressed,
                              const slack::ButtonValue& value) const
{
    std::optional<Millis> until = value.until;
    if (!value.duration.isEmpty()) {
        const SnoozeEnd end = parseSnoozeEnd(value.duration, m_parts.clock.now(), shown.speech.zone());
        if (!end.end)
            return told(badTimeWords(end.fault, value.duration, shown.speech));
        until = end.end;
    }
    Result<Told> done =
        m_parts.choices.make(visitor, shown, {value.category, Direction::Out, until}, actOf(pressed, value));
    const Category* category = shown.category(value.category);
    if (!done || value.channel.isEmpty() || !category || category->required || category->archived)
        return done;
    const char* whose = visitor.isAdmin() ? "channelAloneAdmin" : "channelAlone";
    const QString text =
        done->text + QLatin1Char('\n') + shown.speech(whose, QStringLiteral("<#%1>").arg(value.channel));
    Told message{text, done->blocks};
    message.blocks.replace(0, slack::section(text));
    message.blocks.append(
        slack::actions({slack::button(shown.speech("buttonChannel"), slack::action::channel, value.toString())}));
    return message;
}

Result<Told> OptOutDesk::stopInChannel(const Visitor& visitor, const Shown& shown, const slack::Interaction& pressed,
                                       const slack::ButtonValue& value) const
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    // The message may be older than the id that the channel has now.
    const Result<SubjectId> channel =
        store::SubjectStore(**database).current(visitor.workspace, SubjectId(value.channel));
    if (!channel)
        return channel.error();
    const Result<bool> may = mayDecideFor(visitor, *channel);
    if (!may)
        return may.error();
    if (!*may)
        return told(shown.speech("channelForbidden", QStringLiteral("<#%1>").arg(channel->toString())),
                    {settingsButton(shown.speech)});
    return m_parts.choices.stopForChannel(visitor, shown, *channel, value.category, actOf(pressed, value));
}

/// Slack tells apps who made a channel, but not who manages it: beyond its maker it takes an admin.
Result<bool> OptOutDesk::mayDecideFor(const Visitor& visitor, const SubjectId& channel) const
{
    if (visitor.isAdmin())
        return true;
    const auto info = m_parts.slack.run(visitor.workspace, slack::ConversationsInfo(channel));
    if (!info && info.error().is(ErrorCode::NotFound))
        return false;
    return info ? Result<bool>(info->creator == visitor.subject.id) : Result<bool>(info.error());
}

Result<> OptOutDesk::message(const slack::Event& event) const
{
    const auto text = [&event](const char* name) { return event.body.value(QLatin1String(name)).toString(); };
    // Own messages, edits and what other apps write are no wish of a person's.
    const bool isPersons = text("channel_type") == QLatin1String("im") && !text("user").isEmpty() &&
                           text("subtype").isEmpty() && !event.body.contains(QLatin1String("bot_id"));
    if (!isPersons)
        return {};
    const Result<Visitor> visitor = m_parts.visitors.admit(event.workspace, SubjectId(text("user")), {});
    if (!visitor)
        return visitor.error();
    Result<Shown> shown = m_parts.choices.show(*visitor);
    if (!shown)
        return shown.error();
    Said said{slack::unescaped(text("text")),
              *std::move(shown),
              {},
              Direction::Out,
              {Source::DirectMessage, event.id, {}, {}, event.at}};
    const std::vector<Category> named = said.shown.named();
    said.wish = parseMessage(said.text, contextOf(named, said.shown, m_parts.clock));
    bool isQueued = false;
    said.act.alongside = [&](store::Database& database, qint64 seq, const Told& answer) -> Result<> {
        isQueued = true;
        if (Result<> done = store::SlackEventStore(database).note(event.workspace, event.id, m_parts.clock.now());
            !done)
            return done;
        return m_parts.acknowledger.enqueue(database, event.workspace, seq, {text("channel"), answer});
    };
    const Result<Told> answered = answer(*visitor, said);
    if (!answered)
        return answered.error();
    if (isQueued) {
        m_parts.acknowledger.wake();
        return {};
    }
    return sayDirectly(event, *answered);
}

/// What changed nothing is said at most once: the event counts as dealt with before the message goes out.
Result<> OptOutDesk::sayDirectly(const slack::Event& event, const Told& told) const
{
    const Result<> noted = m_parts.pool.write<void>([&](store::Database& open) {
        return store::SlackEventStore(open).note(event.workspace, event.id, m_parts.clock.now());
    });
    if (!noted)
        return noted;
    const QString channel = event.body.value(QLatin1String("channel")).toString();
    const auto posted =
        m_parts.slack.run(event.workspace, slack::ChatPostMessage(channel, {told.text, told.blocks, {}}));
    if (!posted)
        qCWarning(log::slack) << posted.error().toString();
    return {};
}

}  // namespace refrain::service
