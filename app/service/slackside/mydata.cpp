#include "service/slackside/mydata.h"

#include "base/log.h"
#include "service/slackside/datapieces.h"
#include "service/usecases/subjectfile.h"
#include "slack/methods/chatpostmessage.h"
#include "slack/payloads/installation.h"
#include "store/auditstore.h"
#include "store/memberstore.h"
#include "store/subjectstore.h"

#include <algorithm>

namespace refrain::service {
namespace {

constexpr qsizetype easyPart = 12'000;     // letters of JSON that are laid out
constexpr qsizetype densePart = 30'000;    // and of those that are not
constexpr qsizetype longestText = 39'000;  // of a message, for Slack
constexpr std::size_t mostParts = 30;
constexpr Millis askedLately = 30LL * 24 * 60 * 60 * 1000;
constexpr int readEntries = 100;

QString requestType()
{
    return QStringLiteral("erasure_request");
}

/// What stands in each message; nothing where it would be too many, or too much for one.
QStringList messagesOf(const QJsonObject& file)
{
    std::vector<QByteArray> pieces = piecesOf(file, easyPart);
    if (pieces.size() > mostParts)
        pieces = piecesOf(file, densePart, QJsonDocument::Compact);
    QStringList messages;
    for (const QByteArray& piece : pieces)
        messages << slack::escaped(QString::fromUtf8(piece));
    const bool isTooMuch = std::any_of(messages.begin(), messages.end(),
                                       [](const QString& message) { return message.size() > longestText; });
    return isTooMuch || pieces.size() > mostParts ? QStringList() : messages;
}

}  // namespace

Result<> MyData::say(const WorkspaceId& workspace, const QString& to, const QString& text)
{
    const auto done = m_parts.slack.run(workspace, slack::ChatPostMessage(to, {text, {}, {}}));
    return done ? Result<>() : Result<>(done.error());
}

Speech MyData::speechFor(const WorkspaceId& workspace, const SubjectId& person) const
{
    const auto subject = m_parts.pool.read<std::optional<Subject>>(
        [&](store::Database& database) { return store::SubjectStore(database).find(workspace, person); });
    return m_parts.voice.speechFor(workspace, subject ? subject->value_or(Subject()) : Subject());
}

Result<QString> MyData::send(const WorkspaceId& workspace, const SubjectId& person)
{
    const Speech speech = speechFor(workspace, person);
    const Result<QJsonObject> file = m_parts.pool.read<QJsonObject>(
        [&](store::Database& database) { return subjectFile(database, workspace, person); });
    if (!file)
        return file.error();
    const QStringList parts = messagesOf(*file);
    if (parts.isEmpty())
        return speech("dataTooLong");
    for (qsizetype part = 0; part < parts.size(); ++part) {
        const QString head = speech("dataHead", QString::number(part + 1), QString::number(parts.size()));
        if (Result<> done = say(workspace, person.toString(), head + QStringLiteral("\n```%1```").arg(parts[part]));
            !done)
            return done.error();
    }
    return speech("dataSent");
}

Result<QString> MyData::askForErasure(const WorkspaceId& workspace, const SubjectId& person, const QString& name)
{
    const Result<bool> asked = wasAsked(workspace, person);
    if (!asked)
        return asked.error();
    const Speech speech = speechFor(workspace, person);
    if (*asked)
        return speech("erasureAsked");
    const Result<> noted = m_parts.writer.write<void>(workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        AuditEntry entry;
        entry.type = requestType();
        entry.outcome = QStringLiteral("accepted");
        entry.source = Source::AppHome;
        entry.actor = {ActorKind::SlackUser, person.toString(), name};
        entry.subject = person;
        const Result<qint64> index = transaction.audit(std::move(entry));
        return index ? Result<>() : Result<>(index.error());
    });
    if (!noted)
        return noted.error();
    return speech(tellAdmins(workspace, person) > 0 ? "erasureTold" : "erasureNoted");
}

Result<bool> MyData::wasAsked(const WorkspaceId& workspace, const SubjectId& person)
{
    store::AuditQuery query;
    query.subject = person;
    query.newestFirst = true;
    query.limit = readEntries;
    query.from = m_parts.clock.now() - askedLately;
    return m_parts.pool.read<bool>([&](store::Database& database) -> Result<bool> {
        const auto entries = store::AuditStore(database).page(workspace, query);
        if (!entries)
            return entries.error();
        for (const store::StoredEntry& entry : *entries) {
            const Result<OpenedEntry> opened = openLeaf(entry.leaf, entry.openings);
            if (opened && opened->entry.type == requestType())
                return true;
        }
        return false;
    });
}

int MyData::tellAdmins(const WorkspaceId& workspace, const SubjectId& person)
{
    const auto members = m_parts.pool.read<std::vector<store::Member>>(
        [&](store::Database& database) { return store::MemberStore(database).all(workspace); });
    int told = 0;
    for (const store::Member& member : members ? *members : std::vector<store::Member>()) {
        if (member.role != Role::Admin)
            continue;
        const Speech speech = speechFor(workspace, SubjectId(member.user));
        const Result<> done = say(workspace, member.user, speech("erasureRequest", person.toString()));
        if (done)
            ++told;
        else
            qCWarning(log::slack) << "erasure request:" << done.error().toString();
    }
    return told;
}

}  // namespace refrain::service
