#pragma once

#include "service/playbooks/playbookpublisher.h"
#include "store/categorystore.h"
#include "tests/service/slackdesk.h"

namespace refrain::test {

inline QJsonObject fromJson(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

/// A SlackDesk whose admin uses playbooks.
struct PlaybookShop : SlackDesk {
    static service::EditContext byAdmin()
    {
        return {Source::Console, {ActorKind::ConsoleUser, QStringLiteral("U0"), QStringLiteral("Ann")}, {}, {}};
    }
    Result<service::DefinitionOutcome> use(const char* slug, const char* body)
    {
        return copies.create(id, QString::fromLatin1(slug), fromJson(body), byAdmin());
    }
    Result<store::Definition> publish(const char* slug)
    {
        return publisher.publish(id, QString::fromLatin1(slug), byAdmin());
    }
    Result<store::Definition> unpublish(const char* slug)
    {
        return publisher.unpublish(id, QString::fromLatin1(slug), byAdmin());
    }
    QString policy() { return toString((*store::CategoryStore(database()).find(id, everyCategory()))->resubscribe); }

    service::PlaybookLibrary library;
    service::DefinitionDesk copies{pool, writer, service::playbookRules(pool, library)};
    service::RecipientFinder finder{pool, keeper};
    std::vector<store::NotificationKey> begun;
    service::NotificationDesk notifications{pool, writer, random,
                                            [this](const store::NotificationKey& key) { begun.push_back(key); },
                                            [](const store::NotificationKey&) {}};
    service::PlaybookPublisher publisher{{writer, copies, library, categories, notifications, finder, pool, clock}};
};

}  // namespace refrain::test
