#pragma once

#include "base/clock.h"
#include "base/id.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace refrain {

enum class SubjectKind { User, Channel, Profile };
enum class SubjectRole { Owner, Admin, Member, Guest, SingleChannelGuest, External };

[[nodiscard]] QString toString(SubjectKind kind);
[[nodiscard]] std::optional<SubjectKind> subjectKindFromString(const QString& name);
[[nodiscard]] QString toString(SubjectRole role);
[[nodiscard]] std::optional<SubjectRole> subjectRoleFromString(const QString& name);

/// Who can be notified. Every text is somebody else's: show it as plain text only.
struct Subject {
    SubjectId id;
    SubjectKind kind = SubjectKind::User;
    QString name;  ///< Real name, channel name, or the profile's name.
    QString displayName;
    QString email;
    QString title;
    QString tz;  ///< IANA zone, may be empty.
    QString locale;
    QString topic;  ///< Channels only.
    SubjectRole role = SubjectRole::Member;
    bool deleted = false;
    bool bot = false;
    bool archived = false;
    bool isPrivate = false;
    bool addressDead = false;  ///< Sending found the address dead.
    PersonId person;           ///< Empty: not linked.
    SubjectId movedTo;         ///< The id that Slack gave the channel in place of this one; empty: none.
    QStringList formerNames;   ///< Newest first.
    Millis updatedAt = 0;

    friend bool operator==(const Subject&, const Subject&) = default;
};

/// False where nobody can be reached whatever they chose: rule `unreachable`.
[[nodiscard]] bool isReachable(const Subject& subject);

/// The subject's own zone; UTC where none is known, whatever this computer's is.
[[nodiscard]] QTimeZone zoneOf(const Subject& subject);

}  // namespace refrain
