#include "sandbox/shapes/userjson.h"

#include "sandbox/world/draw.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::sandbox {

namespace {

using K = QLatin1String;

QString hex(quint64 value, int digits)
{
    return QStringLiteral("%1").arg(value, 16, 16, QLatin1Char('0')).left(digits);
}

void writeImages(JsonWriter& json, const Person& person)
{
    const QString hash = hex(mix(person.look, 7), 12);
    json.field(K("avatar_hash"), hash);
    const QString base = QStringLiteral("https://avatars.example/%1_").arg(hash);
    if (person.look % 3 == 0) {
        json.field(K("image_original"), base + QStringLiteral("original.png")).field(K("is_custom_image"), true);
        json.field(K("image_1024"), base + QStringLiteral("1024.png"));
    }
    static constexpr const char* sizes[] = {"24", "32", "48", "72", "192", "512"};
    for (const char* size : sizes) {
        const QByteArray key = QByteArray("image_") + size;
        json.field(K(key), base + QLatin1String(size) + QStringLiteral(".png"));
    }
}

/// Slack itself is of three minds about people without custom fields.
void writeCustomFields(JsonWriter& json, const Person& person)
{
    switch (person.look % 5) {
        case 0: json.null(K("fields")); break;
        case 1:
            json.beginObject(K("fields")).beginObject(K("Xf0PRACTICE1"));
            json.field(K("value"), QStringLiteral("Building %1").arg(person.look % 7)).field(K("alt"), QString());
            json.endObject().endObject();
            break;
        case 2: break;
        default: json.beginArray(K("fields")).endArray();
    }
}

void writeProfile(JsonWriter& json, const World& world, const Person& person, const UserView& view)
{
    json.beginObject(K("profile"));
    json.field(K("title"), person.title).field(K("phone"), person.phone).field(K("skype"), QString());
    json.field(K("real_name"), person.realName).field(K("real_name_normalized"), normalized(person.realName));
    json.field(K("display_name"), person.displayName);
    json.field(K("display_name_normalized"), normalized(person.displayName));
    json.field(K("first_name"), person.firstName).field(K("last_name"), person.lastName);
    writeCustomFields(json, person);
    json.field(K("status_text"), person.statusText).field(K("status_emoji"), person.statusEmoji);
    json.beginArray(K("status_emoji_display_info")).endArray();
    json.field(K("status_expiration"), qint64(0));
    writeImages(json, person);
    if (view.email && !person.email.isEmpty() && person.kind != PersonKind::Stranger)
        json.field(K("email"), person.email);
    if (!person.pronouns.isEmpty())
        json.field(K("pronouns"), person.pronouns);
    if (person.look % 11 == 0 && isFullMember(person.kind))
        json.field(K("start_date"), QStringLiteral("202%1-0%2-15").arg(person.look % 5).arg(1 + person.look % 9));
    if (person.kind == PersonKind::Guest || person.kind == PersonKind::SingleChannelGuest)
        json.field(K("guest_invited_by"), world.person(People::primaryOwner).id);
    if (isBot(person.kind) && person.kind != PersonKind::Slackbot) {
        json.field(K("bot_id"), world.botId(person.index));
        json.field(K("api_app_id"), person.kind == PersonKind::AppBot ? world.appId() : QString());
        json.field(K("always_active"), person.kind == PersonKind::AppBot);
    }
    json.field(K("team"), person.kind == PersonKind::Stranger ? world.strangersTeamId() : world.teamId());
    json.endObject();
}

void writeEnterprise(JsonWriter& json, const World& world, const Person& person)
{
    json.beginObject(K("enterprise_user"));
    json.field(K("id"), person.id).field(K("enterprise_id"), world.enterpriseId());
    json.field(K("enterprise_name"), world.enterpriseName());
    json.field(K("is_admin"), isAdmin(person.kind)).field(K("is_owner"), isOwner(person.kind));
    json.field(K("is_primary_owner"), person.kind == PersonKind::PrimaryOwner);
    json.beginArray(K("teams")).item(world.teamId()).endArray();
    json.endObject();
}

/// What deactivated people come without.
void writeActive(JsonWriter& json, const World& world, const Person& person, const UserView& view)
{
    const TimeZone& zone = world.names().timeZone(person.timeZone);
    json.field(K("color"), hex(mix(person.look, 3), 6)).field(K("real_name"), person.realName);
    json.field(K("tz"), zone.name).field(K("tz_label"), zone.label).field(K("tz_offset"), qint64(zone.offset));
    if (person.kind != PersonKind::Stranger) {
        const bool single = person.kind == PersonKind::SingleChannelGuest;
        json.field(K("is_admin"), isAdmin(person.kind)).field(K("is_owner"), isOwner(person.kind));
        json.field(K("is_primary_owner"), person.kind == PersonKind::PrimaryOwner);
        json.field(K("is_restricted"), single || person.kind == PersonKind::Guest);
        json.field(K("is_ultra_restricted"), single);
    }
    if (!isBot(person.kind) && person.kind != PersonKind::Stranger) {
        const bool secondFactor = person.look % 3 != 0;
        json.field(K("has_2fa"), secondFactor);
        if (secondFactor)
            json.field(K("two_factor_type"), person.look % 2 == 0 ? K("app") : K("sms"));
    }
    json.field(K("is_email_confirmed"), !isBot(person.kind) && person.kind != PersonKind::Invited);
    json.field(K("who_can_share_contact_card"), K("EVERYONE"));
    if (view.locale)
        json.field(K("locale"), person.locale);
}

}  // namespace

void writeUser(JsonWriter& json, const World& world, const Person& person, const UserView& view)
{
    json.beginObject();
    json.field(K("id"), person.id);
    json.field(K("team_id"), person.kind == PersonKind::Stranger ? world.strangersTeamId() : world.teamId());
    json.field(K("name"), person.handle).field(K("deleted"), person.deleted);
    if (!person.deleted)
        writeActive(json, world, person, view);
    json.field(K("is_bot"), isBot(person.kind) && person.kind != PersonKind::Slackbot);
    json.field(K("is_app_user"), false).field(K("updated"), person.updated);
    if (person.kind == PersonKind::WorkflowBot)
        json.field(K("is_workflow_bot"), true);
    if (person.kind == PersonKind::ConnectorBot)
        json.field(K("is_connector_bot"), true);
    if (person.kind == PersonKind::Stranger)
        json.field(K("is_stranger"), true);
    if (person.kind == PersonKind::Invited)
        json.field(K("is_invited_user"), true);
    writeProfile(json, world, person, view);
    if (view.enterprise && !person.deleted && person.kind != PersonKind::Stranger)
        writeEnterprise(json, world, person);
    json.endObject();
}

QJsonObject userObject(const World& world, const Person& person, const UserView& view)
{
    JsonWriter json;
    writeUser(json, world, person, view);
    return QJsonDocument::fromJson(json.bytes()).object();
}

}  // namespace refrain::sandbox
