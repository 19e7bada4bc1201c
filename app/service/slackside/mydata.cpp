#include "service/slackside/mydata.h"

#include "base/log.h"
#include "service/usecases/subjectfile.h"
#include "slack/methods/chatpostmessage.h"
#include "slack/payloads/installation.h"
#include "store/auditstore.h"
#include "store/memberstore.h"

#include <QJsonDocument>

namespace refrain::service {
namespace {

constexpr qsizetype longestPart =
    7'500;  // letters of JSON; Slack takes 40,000, and escaping makes five of one at worst
constexpr int mostParts = 20;
constexpr Millis askedLately = 30LL * 24 * 60 * 60 * 1000;
constexpr int readEntries = 100;

QString requestType()
{
    return QStringLiteral("erasure_request");
}

}  // namespace

Result<> MyData::say(const WorkspaceId& workspace, const QString& to, const QString& text)
{
    const auto done = m_slack.run(workspace, slack::ChatPostMessage(to, {text, {}, {}}));
    return done ? Result<>() : Result<>(done.error());
}

Result<QString> MyData::send(const WorkspaceId& workspace, const SubjectId& person)
{
    const Result<QJsonObject> file =
        m_pool.read<QJsonObject>([&](store::Database& database) { return subjectFile(database, workspace, person); });
    if (!file)
        return file.error();
    const QString json = QString::fromUtf8(QJsonDocument(*file).toJson());
    const int parts = int((json.size() + longestPart - 1) / longestPart);
    if (parts > mostParts)
        return QStringLiteral("What is stored about you is too long for a message. Your admins can give you the file.");
    for (int part = 0; part < parts; ++part) {
        const QString head =
            QStringLiteral("Everything that Refrain stores about you (%1 of %2):").arg(part + 1).arg(parts);
        const QString body = slack::escaped(json.mid(part * longestPart, longestPart));
        if (Result<> done = say(workspace, person.toString(), head + QStringLiteral("\n```%1```").arg(body)); !done)
            return done.error();
    }
    return QStringLiteral("Your data was sent to you: see Messages.");
}

Result<QString> MyData::askForErasure(const WorkspaceId& workspace, const SubjectId& person, const QString& name)
{
    const Result<bool> asked = wasAsked(workspace, person);
    if (!asked)
        return asked.error();
    if (*asked)
        return QStringLiteral("You have asked for erasure already; your admins know of it.");
    const Result<> noted = m_writer.write<void>(workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
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
    return tellAdmins(workspace, person) > 0
               ? QStringLiteral("Your admins were told that you ask for erasure.")
               : QStringLiteral("Your wish for erasure is noted where your admins see it.");
}

Result<bool> MyData::wasAsked(const WorkspaceId& workspace, const SubjectId& person)
{
    store::AuditQuery query;
    query.subject = person;
    query.newestFirst = true;
    query.limit = readEntries;
    query.from = m_clock.now() - askedLately;
    return m_pool.read<bool>([&](store::Database& database) -> Result<bool> {
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
    const auto members = m_pool.read<std::vector<store::Member>>(
        [&](store::Database& database) { return store::MemberStore(database).all(workspace); });
    int told = 0;
    for (const store::Member& member : members ? *members : std::vector<store::Member>()) {
        if (member.role != Role::Admin)
            continue;
        const Result<> done = say(workspace, member.user,
                                  QStringLiteral("<@%1> asks for the erasure of what Refrain stores about them. In the "
                                                 "Refrain console, open People, choose them, and erase.")
                                      .arg(person.toString()));
        if (done)
            ++told;
        else
            qCWarning(log::slack) << "erasure request:" << done.error().toString();
    }
    return told;
}

}  // namespace refrain::service
