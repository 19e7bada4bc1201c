#pragma once

#include "base/clock.h"

#include <QJsonObject>
#include <QString>

namespace refrain::sandbox {

/// What kind of account a row of users.list is.
enum class PersonKind {
    Member,
    Admin,
    Owner,
    PrimaryOwner,
    Guest,               ///< `is_restricted`
    SingleChannelGuest,  ///< `is_restricted` and `is_ultra_restricted`
    Stranger,            ///< From another company, seen through Slack Connect.
    Invited,             ///< Has not joined yet.
    Bot,
    WorkflowBot,
    ConnectorBot,
    AppBot,    ///< The bot user of the app under test.
    Slackbot,  ///< `USLACKBOT`
};

[[nodiscard]] QString toString(PersonKind kind);
/// Member for an unknown word.
[[nodiscard]] PersonKind personKindFrom(const QString& word);
[[nodiscard]] bool isBot(PersonKind kind);
[[nodiscard]] bool isAdmin(PersonKind kind);  ///< Admins and owners.
[[nodiscard]] bool isOwner(PersonKind kind);
/// Sees every public channel and may sign in: neither guest, stranger, bot nor invited.
[[nodiscard]] bool isFullMember(PersonKind kind);

/// One account as the practice workspace knows it: a value, made when asked for.
struct Person {
    quint64 index = 0;
    QString id;
    PersonKind kind = PersonKind::Member;
    bool deleted = false;
    QString handle;
    QString realName;
    QString displayName;
    QString firstName;
    QString lastName;
    QString email;  ///< Empty for bots and for what Slack hides.
    QString title;
    QString phone;
    QString pronouns;
    QString statusText;
    QString statusEmoji;
    QString timeZone;
    QString locale;
    qint64 updated = 0;  ///< Seconds since 1970.
    quint64 look = 0;    ///< Further draws of the shape: colour, avatar, optional fields.
};

/// Lays stored differences over a generated account: deleted, kind, realName, displayName, email,
/// title, updated. Absent keys change nothing.
void applyChange(const QJsonObject& change, Person& person);

}  // namespace refrain::sandbox
