#include "sandbox/delivery/mailbox.h"
#include "sandbox/methods/conversations.h"
#include "sandbox/methods/methods.h"
#include "sandbox/state/groupdms.h"
#include "sandbox/views/blockrules.h"

#include <QJsonArray>
#include <QJsonObject>

namespace refrain::sandbox {

namespace {

constexpr qsizetype longestText = 40'000;
constexpr qsizetype mostBlocks = 50;
constexpr qsizetype mostAttachments = 100;

QString postingScope()
{
    return QStringLiteral("chat:write");
}

/// What a message consists of, taken from the arguments; or Slack's word for what is wrong with it.
struct Content {
    QJsonObject json;
    QString problem;
    QStringList details = {};

    [[nodiscard]] Answer refusal() const
    {
        QJsonObject more = Answer::badArguments(details).fields;  // the same sentences under the more exact word
        return details.isEmpty() ? Answer::fault(problem) : Answer::fault(problem, std::move(more));
    }
};

Content readContent(const Arguments& arguments)
{
    Content content;
    const QString text = arguments.text(QStringLiteral("text"));
    const QString markdown = arguments.text(QStringLiteral("markdown_text"));
    const QJsonValue blocks = arguments.json(QStringLiteral("blocks"));
    const QJsonValue attachments = arguments.json(QStringLiteral("attachments"));
    if (!markdown.isEmpty() && (!text.isEmpty() || blocks.isArray()))
        content.problem = QStringLiteral("markdown_text_conflict");
    else if (arguments.has(QStringLiteral("blocks")) && !blocks.isArray())
        content.problem = QStringLiteral("invalid_blocks_format");
    else if (attachments.toArray().size() > mostAttachments)
        content.problem = QStringLiteral("too_many_attachments");
    else if (text.isEmpty() && markdown.isEmpty() && blocks.toArray().isEmpty() && attachments.toArray().isEmpty())
        content.problem = QStringLiteral("no_text");
    else if (text.size() > longestText)
        content.problem = QStringLiteral("msg_too_long");
    Complaints complaints;
    if (blocks.isArray())
        checkBlocks(blocks, QStringLiteral("/blocks"), mostBlocks, complaints);
    if (content.problem.isEmpty() && !complaints.none()) {
        content.problem = QStringLiteral("invalid_blocks");
        content.details = complaints.list();
    }
    content.json.insert(QStringLiteral("text"), markdown.isEmpty() ? text : markdown);
    for (const char* name : {"blocks", "attachments", "metadata"}) {
        const QJsonValue value = arguments.json(QLatin1String(name));
        if (!value.isUndefined())
            content.json.insert(QLatin1String(name), value);
    }
    if (const QString thread = arguments.text(QStringLiteral("thread_ts")); !thread.isEmpty())
        content.json.insert(QStringLiteral("thread_ts"), thread);
    return content;
}

class Chat {
public:
    Chat(const World& world, Ledger& ledger, Mailbox& mailbox) : m_world(world), m_ledger(ledger), m_mailbox(mailbox) {}

    Answer post(const Call& call) const
    {
        const Target target = resolve(call);
        if (!target.problem.isEmpty())
            return Answer::fault(target.problem);
        const Content content = readContent(call.arguments);
        if (!content.problem.isEmpty())
            return content.refusal();
        const Message message = m_mailbox.post({target.channel, {}, author(call).id, {}, content.json, false});
        return Answer::ok({{QStringLiteral("channel"), message.channel},
                           {QStringLiteral("ts"), message.ts},
                           {QStringLiteral("message"), shape(message, call)}});
    }

    Answer postEphemeral(const Call& call) const
    {
        const QString user = call.arguments.text(QStringLiteral("user"));
        if (user.isEmpty())
            return Answer::missingArgument(QStringLiteral("user"));
        const Target target = resolve(call);
        if (!target.problem.isEmpty())
            return Answer::fault(target.problem);
        const std::optional<Person> person = m_world.findPerson(user);
        if (!person || !isIn(*person, target.channel))
            return Answer::fault(QStringLiteral("user_not_in_channel"));
        const Content content = readContent(call.arguments);
        if (!content.problem.isEmpty())
            return content.refusal();
        const Message message = m_mailbox.post({target.channel, {}, author(call).id, user, content.json, false});
        return Answer::ok({{QStringLiteral("message_ts"), message.ts}});
    }

    Answer update(const Call& call) const
    {
        const QString channel = call.arguments.text(QStringLiteral("channel"));
        const QString ts = call.arguments.text(QStringLiteral("ts"));
        if (channel.isEmpty() || ts.isEmpty())
            return Answer::missingArgument(channel.isEmpty() ? QStringLiteral("channel") : QStringLiteral("ts"));
        const std::optional<Message> old = m_mailbox.find(channel, ts);
        if (!old || !old->onlyFor.isEmpty())
            return Answer::fault(QStringLiteral("message_not_found"));
        if (old->author != author(call).id)
            return Answer::fault(QStringLiteral("cant_update_message"));
        const Content content = readContent(call.arguments);
        if (!content.problem.isEmpty())
            return content.refusal();
        if (!m_mailbox.update(channel, ts, content.json))
            return Answer::fault(QStringLiteral("message_not_found"));
        return Answer::ok({{QStringLiteral("channel"), channel},
                           {QStringLiteral("ts"), ts},
                           {QStringLiteral("text"), content.json.value(QStringLiteral("text"))},
                           {QStringLiteral("message"), shape(*m_mailbox.find(channel, ts), call)}});
    }

private:
    struct Target {
        QString channel;
        QString problem;
    };

    Target resolve(const Call& call) const
    {
        const QString wanted = call.arguments.text(QStringLiteral("channel"));
        if (std::optional<Person> person = m_world.findDm(wanted)) {
            if (!m_ledger.has(dmTable, wanted))
                return {{}, QStringLiteral("channel_not_found")};
            return toPerson(*person);
        }
        if (std::optional<Person> person = m_world.findPerson(wanted))
            return toPerson(*person);
        if (GroupDms(m_ledger).find(wanted))
            return {wanted, {}};
        std::optional<Channel> channel = m_world.findChannel(wanted);
        if (!channel && wanted.startsWith(u'#'))
            channel = m_world.findChannelByName(wanted);
        if (!channel || !maySee(m_world, *channel, call.grant))
            return {{}, QStringLiteral("channel_not_found")};
        if (channel->archived)
            return {{}, QStringLiteral("is_archived")};
        const bool open = call.grant.scopes.contains(QStringLiteral("chat:write.public")) && !channel->isPrivate;
        if (!open && !m_world.isMember(*channel, author(call)))
            return {{}, QStringLiteral("not_in_channel")};
        return {channel->id, {}};
    }

    Target toPerson(const Person& person) const
    {
        if (person.deleted)
            return {{}, QStringLiteral("user_disabled")};
        if (isBot(person.kind))
            return {{}, QStringLiteral("cannot_dm_bot")};
        if (person.kind == PersonKind::Stranger || person.kind == PersonKind::Invited)
            return {{}, QStringLiteral("channel_not_found")};
        const QString id = m_world.dmId(person.index);
        if (!m_ledger.has(dmTable, id))
            m_ledger.put(dmTable, id, {{QStringLiteral("created"), person.updated}});
        return {id, {}};
    }

    bool isIn(const Person& person, const QString& channel) const
    {
        if (const std::optional<Person> owner = m_world.findDm(channel))
            return owner->index == person.index;
        if (const std::optional<GroupDm> group = GroupDms(m_ledger).find(channel))
            return group->users.contains(person.id);
        const std::optional<Channel> found = m_world.findChannel(channel);
        return found && m_world.isMember(*found, person);
    }

    Person author(const Call& call) const
    {
        Person person;
        if (call.grant.person < m_world.peopleCount())
            return m_world.person(call.grant.person);
        person.index = call.grant.person;
        person.id = m_world.botUserId();
        return person;
    }

    QJsonObject shape(const Message& message, const Call& call) const
    {
        QJsonObject json = message.content;
        json.insert(QStringLiteral("type"), QStringLiteral("message"));
        json.insert(QStringLiteral("user"), message.author);
        json.insert(QStringLiteral("ts"), message.ts);
        json.insert(QStringLiteral("team"), m_world.teamId());
        if (call.grant.kind == TokenKind::Bot) {
            json.insert(QStringLiteral("bot_id"), m_world.botId(People::appBot));
            json.insert(QStringLiteral("app_id"), m_world.appId());
        }
        if (message.edited)
            json.insert(QStringLiteral("edited"),
                        QJsonObject{{QStringLiteral("user"), message.author}, {QStringLiteral("ts"), message.ts}});
        return json;
    }

    const World& m_world;
    Ledger& m_ledger;
    Mailbox& m_mailbox;
};

}  // namespace

void addChatMethods(MethodTable& table, const World& world, Ledger& ledger, Mailbox& mailbox)
{
    const Chat chat(world, ledger, mailbox);
    const auto add = [&](const char* name, Tier tier, Answer (Chat::*run)(const Call&) const) {
        table.add({QLatin1String(name), tier, Method::Needs::Token, {postingScope()}, [chat, run](const Call& call) {
                       return (chat.*run)(call);
                   }});
    };
    add("chat.postMessage", Tier::Posting, &Chat::post);
    add("chat.postEphemeral", Tier::Four, &Chat::postEphemeral);
    add("chat.update", Tier::Three, &Chat::update);
}

}  // namespace refrain::sandbox
