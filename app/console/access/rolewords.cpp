#include "console/access/rolewords.h"

#include <QCoreApplication>

namespace refrain::console {

namespace {

struct RoleWords {
    Q_DECLARE_TR_FUNCTIONS(RoleWords)
};

}  // namespace

QString roleName(Role role)
{
    switch (role) {
        case Role::Viewer: return RoleWords::tr("Viewer");
        case Role::Support: return RoleWords::tr("Support");
        case Role::Sender: return RoleWords::tr("Sender");
        case Role::Admin: return RoleWords::tr("Admin");
        case Role::Service: return RoleWords::tr("Program");
    }
    return {};
}

QString roleMeaning(Role role)
{
    switch (role) {
        case Role::Viewer: return RoleWords::tr("Sees people, their choices and the log. Changes nothing.");
        case Role::Support:
            return RoleWords::tr(
                "Also changes what one person or channel gets, always with a reason, and makes opt-out links.");
        case Role::Sender: return RoleWords::tr("Also sends notifications.");
        case Role::Admin:
            return RoleWords::tr("Everything: categories, roles, API keys, and private channels by name.");
        case Role::Service:
            return RoleWords::tr(
                "For another program: asks whether it may send, sends, and makes opt-out links. It sees "
                "no list of people.");
    }
    return {};
}

}  // namespace refrain::console
