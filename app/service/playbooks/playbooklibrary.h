#pragma once

#include "domain/category.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace refrain::service {

/// One sentence that a playbook lets an admin write anew.
struct PlaybookText {
    QString key;
    QString title;                     ///< Where people read it.
    QStringList samples;               ///< What may stand for %1, %2.
    qsizetype longest = 500;           ///< Characters.
    QHash<QString, QString> defaults;  ///< By language.
};

/// A ready-made flow of resources/playbooks.
struct Playbook {
    enum class Kind {
        Texts,         ///< What people read in Slack, while it is published.
        Announcement,  ///< A message that publishing sends.
    };
    QString slug;
    QString title;
    QString description;
    QStringList tags;
    Kind kind = Kind::Texts;
    std::vector<PlaybookText> texts;
    QStringList durations;                   ///< Pauses that are offered; empty: it offers none.
    std::optional<Resubscribe> resubscribe;  ///< The policy of all optional messages while it is published.

    [[nodiscard]] const PlaybookText* text(const QString& key) const;
};

[[nodiscard]] QJsonObject toJson(const Playbook& playbook);

/// All playbooks, read once. Immutable.
class PlaybookLibrary {
public:
    PlaybookLibrary();

    [[nodiscard]] const std::vector<Playbook>& all() const { return m_all; }
    /// Null where there is none.
    [[nodiscard]] const Playbook* find(const QString& slug) const;
    /// Those whose title, description or tags hold all the words.
    [[nodiscard]] std::vector<Playbook> search(const QString& words) const;

private:
    std::vector<Playbook> m_all;
};

}  // namespace refrain::service
