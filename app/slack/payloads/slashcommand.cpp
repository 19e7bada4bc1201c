#include "slack/payloads/slashcommand.h"

#include "slack/payloads/installation.h"

namespace refrain::slack {

SlashCommand SlashCommand::parse(const QJsonObject& fields)
{
    const auto text = [&fields](const char* name) { return fields.value(QLatin1String(name)).toString(); };
    SlashCommand command;
    command.team = text("team_id");
    command.workspace =
        installationOf(fields.value(QLatin1String("is_enterprise_install")), text("enterprise_id"), command.team);
    command.user = SubjectId(text("user_id"));
    command.userName = text("user_name");
    command.channel = text("channel_id");
    command.name = text("command");
    command.text = unescaped(text("text"));
    command.responseUrl = Secret(text("response_url").toUtf8());
    command.triggerId = text("trigger_id");
    return command;
}

}  // namespace refrain::slack
