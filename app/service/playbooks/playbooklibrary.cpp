#include "service/playbooks/playbooklibrary.h"

#include "service/pages/words.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace refrain::service {
namespace {

QStringList toTexts(const QJsonValue& array)
{
    QStringList texts;
    for (const QJsonValue& text : array.toArray())
        texts << text.toString();
    return texts;
}

/// What Refrain says itself, unless the playbook brings its own.
QHash<QString, QString> defaultsOf(const QJsonObject& text)
{
    const QJsonObject own = text.value(QLatin1String("defaults")).toObject();
    const QByteArray key = text.value(QLatin1String("key")).toString().toLatin1();
    QHash<QString, QString> defaults;
    for (const QString& language : languages())
        defaults.insert(language, own.isEmpty() ? Words(language, QStringLiteral(":/slack"))(key.constData())
                                                : own.value(language).toString());
    return defaults;
}

Playbook read(const QString& slug, const QJsonObject& object)
{
    Playbook playbook;
    playbook.slug = slug;
    playbook.title = object.value(QLatin1String("title")).toString();
    playbook.description = object.value(QLatin1String("description")).toString();
    playbook.tags = toTexts(object.value(QLatin1String("tags")));
    playbook.durations = toTexts(object.value(QLatin1String("durations")));
    playbook.resubscribe = resubscribeFromString(object.value(QLatin1String("resubscribe")).toString());
    if (object.value(QLatin1String("kind")).toString() == QLatin1String("announcement"))
        playbook.kind = Playbook::Kind::Announcement;
    for (const QJsonValue& value : object.value(QLatin1String("texts")).toArray()) {
        const QJsonObject text = value.toObject();
        playbook.texts.push_back({text.value(QLatin1String("key")).toString(),
                                  text.value(QLatin1String("title")).toString(),
                                  toTexts(text.value(QLatin1String("samples"))),
                                  text.value(QLatin1String("longest")).toInt(500), defaultsOf(text)});
    }
    return playbook;
}

}  // namespace

const PlaybookText* Playbook::text(const QString& key) const
{
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const PlaybookText& text) { return text.key == key; });
    return found == texts.end() ? nullptr : &*found;
}

QJsonObject toJson(const Playbook& playbook)
{
    QJsonArray texts;
    for (const PlaybookText& text : playbook.texts) {
        QJsonObject defaults;
        for (auto one = text.defaults.begin(); one != text.defaults.end(); ++one)
            defaults.insert(one.key(), one.value());
        texts.append(QJsonObject{{QStringLiteral("key"), text.key},
                                 {QStringLiteral("title"), text.title},
                                 {QStringLiteral("samples"), QJsonArray::fromStringList(text.samples)},
                                 {QStringLiteral("longest"), text.longest},
                                 {QStringLiteral("defaults"), defaults}});
    }
    const bool announces = playbook.kind == Playbook::Kind::Announcement;
    return {{QStringLiteral("slug"), playbook.slug},
            {QStringLiteral("title"), playbook.title},
            {QStringLiteral("description"), playbook.description},
            {QStringLiteral("tags"), QJsonArray::fromStringList(playbook.tags)},
            {QStringLiteral("kind"), announces ? QStringLiteral("announcement") : QStringLiteral("texts")},
            {QStringLiteral("texts"), texts},
            {QStringLiteral("durations"), QJsonArray::fromStringList(playbook.durations)},
            {QStringLiteral("resubscribe"),
             playbook.resubscribe ? QJsonValue(toString(*playbook.resubscribe)) : QJsonValue()}};
}

PlaybookLibrary::PlaybookLibrary()
{
    const QDir folder(QStringLiteral(":/playbooks"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            m_all.push_back(read(name.chopped(5), QJsonDocument::fromJson(file.readAll()).object()));
    }
}

const Playbook* PlaybookLibrary::find(const QString& slug) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Playbook& one) { return one.slug == slug; });
    return found == m_all.end() ? nullptr : &*found;
}

std::vector<Playbook> PlaybookLibrary::search(const QString& words) const
{
    std::vector<Playbook> found = m_all;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        std::erase_if(found, [&](const Playbook& playbook) {
            const QStringList all{playbook.slug, playbook.title, playbook.description,
                                  playbook.tags.join(QLatin1Char(' '))};
            return !all.join(QLatin1Char(' ')).contains(word, Qt::CaseInsensitive);
        });
    }
    return found;
}

}  // namespace refrain::service
