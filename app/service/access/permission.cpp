#include "service/access/permission.h"

namespace refrain::service {

bool may(Role role, Permission permission)
{
    const bool isAdmin = role == Role::Admin;
    const bool isStaff = isAdmin || role == Role::Support || role == Role::Sender;
    switch (permission) {
        case Permission::Read: return isStaff || role == Role::Viewer;
        case Permission::ChangeOne: return isStaff;
        case Permission::Send: return isAdmin || role == Role::Sender || role == Role::Service;
        case Permission::SeeSent:
        case Permission::Decide: return isStaff || role == Role::Viewer || role == Role::Service;
        case Permission::MintLinks: return isStaff || role == Role::Service;
        case Permission::Administer: return isAdmin;
    }
    return false;
}

bool seesPrivateChannels(Role role)
{
    return role == Role::Admin;
}

bool needsReason(Role role)
{
    return role == Role::Support || role == Role::Sender;
}

}  // namespace refrain::service
