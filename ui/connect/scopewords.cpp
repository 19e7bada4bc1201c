#include "ui/connect/scopewords.h"

#include <QCoreApplication>

namespace refrain::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ScopeWords)
};

}  // namespace

std::vector<ScopeReason> scopeReasons()
{
    const auto scope = [](const char* name) { return QString::fromLatin1(name); };
    return {
        {scope("commands"), Text::tr("People switch messages off and on with /optout, /optin and /optstatus.")},
        {scope("users:read"), Text::tr("The list of people: names, roles, who left.")},
        {scope("team:read"), Text::tr("The workspace's name.")},
        {scope("channels:read"), Text::tr("The list of public channels.")},
        {scope("chat:write"), Text::tr("Answers people, and sends the messages that they still want.")},
        {scope("im:write"), Text::tr("Opens the conversation in which it answers one person.")},
        {scope("users:read.email"),
         Text::tr("E-mail addresses, to find people by them and to tell two of a name apart."), true},
        {scope("groups:read"), Text::tr("The names of private channels that Refrain was invited to."), true},
        {scope("im:history"), Text::tr("Reads what somebody writes to Refrain itself, to answer it."), true},
        {scope("chat:write.public"), Text::tr("Sends into public channels that it has not joined."), true},
        {scope("channels:join"), Text::tr("Joins public channels that it is to send into."), true},
    };
}

}  // namespace refrain::ui
