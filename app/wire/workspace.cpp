#include "wire/workspace.h"

#include "wire/fieldreader.h"
#include "wire/syncrun.h"

namespace refrain::wire {

QJsonObject toJson(const WorkspaceView& view)
{
    return {{QStringLiteral("id"), view.id.toString()},
            {QStringLiteral("name"), view.name},
            {QStringLiteral("domain"), view.domain},
            {QStringLiteral("counts"), QJsonObject{{QStringLiteral("people"), view.people},
                                                   {QStringLiteral("channels"), view.channels},
                                                   {QStringLiteral("profiles"), view.profiles}}},
            {QStringLiteral("scopes"), QJsonArray::fromStringList(view.scopes)},
            {QStringLiteral("missingScopes"), QJsonArray::fromStringList(view.missingScopes)},
            {QStringLiteral("lastSync"), view.lastSync ? QJsonValue(toJson(*view.lastSync)) : QJsonValue()},
            {QStringLiteral("auditKey"), view.auditKey},
            {QStringLiteral("settings"), view.settings},
            {QStringLiteral("session"), QJsonObject{{QStringLiteral("user"), orNull(view.user)},
                                                    {QStringLiteral("name"), orNull(view.userName)},
                                                    {QStringLiteral("role"), toString(view.role)}}}};
}

Result<WorkspaceView> workspaceFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    WorkspaceView view;
    view.id = WorkspaceId(in.requiredText("id"));
    view.name = in.text("name");
    view.domain = in.text("domain");
    FieldReader counts = in.child("counts");
    view.people = counts.number("people", 0);
    view.channels = counts.number("channels", 0);
    view.profiles = counts.number("profiles", 0);
    view.scopes = in.texts("scopes");
    view.missingScopes = in.texts("missingScopes");
    view.auditKey = in.text("auditKey");
    view.settings = in.object("settings");
    FieldReader session = in.child("session");
    view.user = session.text("user");
    view.userName = session.text("name");
    view.role = session.word("role", roleFromString, Role::Viewer);
    if (const QJsonObject run = in.object("lastSync"); !run.isEmpty()) {
        Result<SyncRun> lastSync = syncRunFromJson(run);
        if (!lastSync)
            return lastSync.error();
        view.lastSync = *std::move(lastSync);
    }
    if (const Result<> done = in.done(); !done)
        return done.error();
    return view;
}

}  // namespace refrain::wire
