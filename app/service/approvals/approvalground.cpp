#include "service/approvals/approvalground.h"

#include "domain/canonicaljson.h"
#include "store/apikeystore.h"
#include "store/approvalstore.h"
#include "store/categorystore.h"
#include "store/importstore.h"
#include "store/memberstore.h"
#include "store/notificationstore.h"
#include "store/settingstore.h"
#include "wire/approval.h"
#include "wire/category.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace refrain::service {
namespace {

using MaybeCategory = std::optional<Category>;

QString digestOf(const QJsonObject& ground)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(ground), QCryptographicHash::Sha256).toHex().left(32));
}

/// Why preferences for it cannot be changed any more; empty: they can.
QString closed(const MaybeCategory& category, const QString& slug)
{
    if (!category)
        return QStringLiteral("The category “%1” is gone.").arg(slug);
    if (category->archived)
        return QStringLiteral("The category “%1” was archived since.").arg(category->title);
    if (category->required)
        return QStringLiteral("The category “%1” became required since.").arg(category->title);
    return {};
}

Result<ApprovalGround> groundOfChanges(store::Database& database, const WorkspaceId& workspace,
                                       const Approval& approval)
{
    const auto moved = store::ApprovalStore(database).moved({workspace, approval.id});
    if (!moved)
        return moved.error();
    ApprovalGround ground;
    ground.moved = moved->count;
    QJsonObject versions;
    for (const QJsonValue& slug : approval.act.value(QLatin1String("categories")).toArray()) {
        const auto category = store::CategoryStore(database).find(workspace, CategorySlug(slug.toString()));
        if (!category)
            return category.error();
        if (ground.sentence.isEmpty())
            ground.sentence = closed(*category, slug.toString());
        versions.insert(slug.toString(), *category ? (*category)->version : 0);
    }
    ground.isGone = !ground.sentence.isEmpty();
    const qint64 all = approval.act.value(QLatin1String("summary"))[QLatin1String("changed")].toInteger();
    const bool isWhole = approval.act.value(QLatin1String("mode")) == QLatin1String("all");
    if (!ground.isGone && moved->count > 0) {
        ground.isGone = moved->count >= all || isWhole;
        if (all == 1)
            ground.sentence = QStringLiteral("This choice was changed again since it was asked for.");
        else if (isWhole)
            ground.sentence = QStringLiteral(
                                  "%1 of the %2 choices changed since, and it was asked for as all or "
                                  "nothing.")
                                  .arg(moved->count)
                                  .arg(all);
        else
            ground.sentence = QStringLiteral(
                                  "%1 of the %2 choices changed since it was asked for. Theirs would be "
                                  "left as they are.")
                                  .arg(moved->count)
                                  .arg(all);
    }
    ground.digest = digestOf({{QStringLiteral("id"), approval.id},
                              {QStringLiteral("moved"), moved->count},
                              {QStringLiteral("latest"), moved->latest},
                              {QStringLiteral("sum"), moved->sum},
                              {QStringLiteral("categories"), versions}});
    return ground;
}

Result<ApprovalGround> groundOfEdit(store::Database& database, const WorkspaceId& workspace, const Approval& approval)
{
    const Result<Category> before = wire::categoryFromJson(approval.act.value(QLatin1String("before")).toObject());
    const Result<Category> after = wire::categoryFromJson(approval.act.value(QLatin1String("after")).toObject());
    if (!before || !after)
        return !before ? before.error() : after.error();
    const auto now = store::CategoryStore(database).find(workspace, approval.category);
    const Result<qint64> overridden = overriddenBy(database, workspace, *before, *after);
    if (!now || !overridden)
        return !now ? now.error() : overridden.error();
    ApprovalGround ground;
    ground.isGone = !*now || (*now)->version != before->version;
    ground.moved = qAbs(*overridden - approval.overridden);
    if (ground.isGone)
        ground.sentence = QStringLiteral("The category was edited since, so this edit no longer fits it.");
    else if (ground.moved > 0)
        ground.sentence = QStringLiteral(
                              "It would now override the own opt-outs of %1 people; when it was asked for "
                              "there were %2.")
                              .arg(*overridden)
                              .arg(approval.overridden);
    ground.digest = digestOf({{QStringLiteral("id"), approval.id},
                              {QStringLiteral("version"), *now ? (*now)->version : 0},
                              {QStringLiteral("overridden"), *overridden}});
    return ground;
}

Result<ApprovalGround> groundOfSend(store::Database& database, const WorkspaceId& workspace, const Approval& approval)
{
    const auto category = store::CategoryStore(database).find(workspace, approval.category);
    const auto state = store::NotificationStore(database).state({workspace, approval.notification});
    if (!category || !state)
        return !category ? category.error() : state.error();
    ApprovalGround ground;
    const bool isOpen = *category && !(*category)->archived;
    ground.isGone = !isOpen || *state != NotificationState::Paused;
    if (ground.isGone)
        ground.sentence = isOpen ? QStringLiteral("The message does not wait any more.")
                                 : QStringLiteral("The category was archived since, so nothing is sent for it.");
    ground.digest = digestOf({{QStringLiteral("id"), approval.id}, {QStringLiteral("open"), isOpen}});
    return ground;
}

Result<ApprovalGround> groundOfPolicy(store::Database& database, const WorkspaceId& workspace, const Approval& approval)
{
    const Result<ApprovalPolicy> now = policyOf(database, workspace);
    if (!now)
        return now.error();
    ApprovalGround ground;
    ground.isGone = wire::toJson(*now) != approval.act.value(QLatin1String("before")).toObject();
    if (ground.isGone)
        ground.sentence = QStringLiteral("The rule was changed since it was asked for.");
    ground.digest = digestOf({{QStringLiteral("id"), approval.id}, {QStringLiteral("policy"), wire::toJson(*now)}});
    return ground;
}

/// What moved below a file is judged row by row when it is taken over, as of any file.
Result<ApprovalGround> groundOfImport(store::Database& database, const WorkspaceId& workspace, const Approval& approval)
{
    const auto import =
        store::ImportStore(database).find({workspace, approval.act.value(QLatin1String("import")).toString()});
    if (!import)
        return import.error();
    const bool isUndo = approval.act.value(QLatin1String("undo")).toBool();
    const bool isOpen = *import && (isUndo ? isUndoable((*import)->state) : (*import)->state == ImportState::Held);
    ApprovalGround ground;
    ground.isGone = !isOpen;
    if (ground.isGone)
        ground.sentence = isUndo ? QStringLiteral("The import is undone already, or being undone.")
                                 : QStringLiteral("The import does not wait any more.");
    ground.digest = digestOf({{QStringLiteral("id"), approval.id}});
    return ground;
}

/// What is approved is done as whoever asked, so they must still be allowed to do it.
Result<bool> mayStillAsk(store::Database& database, const WorkspaceId& workspace, const Approval& approval)
{
    const Actor& asker = approval.requester;
    if (asker.kind == ActorKind::ApiKey) {
        const auto keys = store::ApiKeyStore(database).all(workspace);
        if (!keys)
            return keys.error();
        return std::none_of(keys->begin(), keys->end(), [&asker](const store::ApiKey& key) {
            return key.id == asker.id && key.revokedAt.has_value();
        });
    }
    if (asker.kind != ActorKind::ConsoleUser)
        return true;
    const auto member = store::MemberStore(database).find(workspace, asker.id);
    if (!member)
        return member.error();
    if (!*member)
        return false;
    const Role role = (*member)->role;
    const bool maySend = role == Role::Admin || role == Role::Sender;
    switch (approval.kind) {
        case ApprovalKind::Send: return maySend;
        case ApprovalKind::TurnBack: return maySend || role == Role::Support;
        default: return role == Role::Admin;
    }
}

Result<ApprovalGround> groundOfAct(store::Database& database, const WorkspaceId& workspace, const Approval& approval)
{
    switch (approval.kind) {
        case ApprovalKind::ManyChanges:
        case ApprovalKind::TurnBack: return groundOfChanges(database, workspace, approval);
        case ApprovalKind::CategoryEdit: return groundOfEdit(database, workspace, approval);
        case ApprovalKind::Send: return groundOfSend(database, workspace, approval);
        case ApprovalKind::Policy: return groundOfPolicy(database, workspace, approval);
        case ApprovalKind::Import: return groundOfImport(database, workspace, approval);
    }
    return ApprovalGround();
}

}  // namespace

Result<ApprovalGround> groundOf(store::Database& database, const WorkspaceId& workspace, const Approval& approval)
{
    Result<ApprovalGround> ground = groundOfAct(database, workspace, approval);
    const Result<bool> may = mayStillAsk(database, workspace, approval);
    if (!ground || !may)
        return !ground ? ground.error() : may.error();
    if (!*may) {
        ground->isGone = true;
        ground->sentence = QStringLiteral("Whoever asked for this may no longer do it.");
    }
    return ground;
}

Result<qint64> overriddenBy(store::Database& database, const WorkspaceId& workspace, const Category& before,
                            const Category& after)
{
    if (after.archived || before.required)
        return 0;
    // A parent counts as long as the category hangs below it; what people said about it ends with that.
    if (after.required)
        return database.number(
            "SELECT count(DISTINCT p.subject) FROM preferences AS p JOIN subjects AS s"
            " ON s.workspace = p.workspace AND s.id = p.subject AND s.deleted = 0"
            " WHERE p.workspace = ? AND p.category IN (?, ?, '*') AND p.state = 'opted_out' AND p.state_own = 1",
            {workspace, before.slug, before.parent});
    if (before.parent.isEmpty() || after.parent == before.parent)
        return 0;
    return database.number(
        "SELECT count(*) FROM preferences AS p JOIN subjects AS s"
        " ON s.workspace = p.workspace AND s.id = p.subject AND s.deleted = 0"
        " WHERE p.workspace = ?1 AND p.category = ?2 AND p.state = 'opted_out' AND p.state_own = 1"
        " AND NOT EXISTS (SELECT 1 FROM preferences AS o WHERE o.workspace = ?1 AND o.subject = p.subject"
        " AND ((o.category = ?3 AND o.state <> 'default') OR (o.category IN (?4, '*') AND o.state = 'opted_out')))",
        {workspace, before.parent, before.slug, after.parent});
}

Result<ApprovalPolicy> policyOf(store::Database& database, const WorkspaceId& workspace)
{
    const auto stored = store::SettingStore(database).find(workspace, policySetting);
    if (!stored)
        return stored.error();
    const ApprovalPolicy usual;
    if (!*stored)
        return usual;
    // What cannot be read binds as the usual rule does.
    return wire::approvalPolicyFromJson(QJsonDocument::fromJson(**stored).object(), usual).valueOr(usual);
}

}  // namespace refrain::service
