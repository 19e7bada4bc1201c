#include "service/workflows/workspacezone.h"

#include "store/settingstore.h"
#include "store/subjectstore.h"
#include "store/workspacestore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::service {

Result<> checkZone(const QJsonValue& setting)
{
    const QString name = setting.toString();
    const bool isEmpty = setting.isNull() || (setting.isString() && name.isEmpty());
    if (isEmpty || (setting.isString() && QTimeZone(name.toLatin1()).isValid()))
        return {};
    return Error::invalid(QStringLiteral("“%1” is no time zone; one reads Europe/Berlin. Nothing was changed.")
                              .arg(setting.toVariant().toString().left(80)),
                          QStringLiteral("/settings/timeZone"));
}

Result<QTimeZone> zoneOf(store::Database& database, const store::Vault& vault, const WorkspaceId& workspace)
{
    const auto setting = store::SettingStore(database).find(workspace, QStringLiteral("timeZone"));
    if (!setting)
        return setting.error();
    if (*setting) {
        const QString name = QJsonDocument::fromJson('[' + **setting + ']').array().at(0).toString();
        const QTimeZone zone(name.toLatin1());
        if (!zone.isValid() && !name.isEmpty())
            return Error::invalid(QStringLiteral("The workspace's setting timeZone is “%1”, which is no time zone; one "
                                                 "reads Europe/Berlin.")
                                      .arg(name.left(80)));
        if (zone.isValid())
            return zone;
    }
    const auto found = store::WorkspaceStore(database, vault).find(workspace);
    if (!found)
        return found.error();
    const SubjectId installer((*found) ? (*found)->installedBy : QString());
    const auto subject = store::SubjectStore(database).find(workspace, installer);
    if (!subject)
        return subject.error();
    const QTimeZone zone(*subject ? (*subject)->tz.toLatin1() : QByteArray());
    return zone.isValid() ? zone : QTimeZone::utc();
}

}  // namespace refrain::service
