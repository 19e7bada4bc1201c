#pragma once

#include "domain/recipientquery.h"
#include "service/playbooks/playbooklibrary.h"
#include "service/usecases/definitiondesk.h"

namespace refrain::service {

/// A playbook as a workspace uses it: with texts of its own, and published or not.
struct PlaybookCopy {
    QString playbook;  ///< Its slug in the library.
    QString title;
    QJsonObject texts;  ///< {key: {language: text}}; what is not there is said as always.
    QStringList durations;
    CategorySlug about;         ///< Announcements: the new category.
    RecipientQuery recipients;  ///< Announcements: to whom.
    QString language;           ///< Announcements: in which of languages().

    // What publishing notes; nobody else writes it.
    bool published = false;
    QString publishedAt;      ///< RFC 3339.
    QJsonObject publishedBy;  ///< The actor, as on the wire.
    QString restores;         ///< The policy that unpublishing brings back; empty: none.
    QString notification;     ///< That announced it.
};

[[nodiscard]] QJsonObject toJson(const PlaybookCopy& copy);
/// As it is stored.
[[nodiscard]] PlaybookCopy copyFromJson(const QJsonObject& body);

[[nodiscard]] inline QString playbookKind()
{
    return QStringLiteral("playbook");
}

/// Copies as definitions. Every text keeps the marks (%1) of the one that it stands for.
[[nodiscard]] DefinitionDesk::Rules playbookRules(store::DatabasePool& pool, const PlaybookLibrary& library);

/// The text for a key and language, or the library's.
[[nodiscard]] QString textOf(const PlaybookCopy& copy, const PlaybookText& text, const QString& language);
/// The same with what stands for its marks.
[[nodiscard]] QString filled(const QString& text, const QStringList& values);

}  // namespace refrain::service
