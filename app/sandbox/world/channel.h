#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace refrain::sandbox {

/// One channel as the practice workspace knows it: a value, made when asked for. DMs are not among
/// these: every person has one, with an id of the D family and the person's index.
struct Channel {
    quint64 index = 0;
    QString id;
    QString name;
    QStringList previousNames;
    QString topic;
    QString purpose;
    quint64 creator = 0;  ///< Index of a person.
    qint64 created = 0;   ///< Seconds since 1970.
    qint64 updated = 0;   ///< Milliseconds since 1970.
    bool general = false;
    bool isPrivate = false;
    bool archived = false;
    bool extShared = false;
    bool pendingExtShared = false;
    bool orgShared = false;
};

/// Lays stored differences over a generated channel: name, topic, purpose, archived, updated.
void applyChange(const QJsonObject& change, Channel& channel);

}  // namespace refrain::sandbox
