#pragma once

#include "domain/subject.h"
#include "service/pages/words.h"

#include <QTimeZone>

#include <memory>
#include <vector>

namespace refrain::service {

/// What a workspace says in words of its own.
struct OwnWords {
    QHash<QString, QString> sentences;  ///< By key; each with the marks of the one that it stands for.
    QStringList durations;              ///< The pauses that are offered; empty: the usual ones.
};

/// How one person is spoken to: in which language, and at which time of day. Cheap to copy; the words outlive it.
class Speech {
public:
    Speech(const Words& words, QTimeZone zone) : m_words(&words), m_zone(std::move(zone)) {}

    /// A sentence of resources/slack/words.*.json.
    template <class... Texts>
    [[nodiscard]] QString operator()(const char* key, const Texts&... texts) const
    {
        QString own = m_own ? m_own->sentences.value(QLatin1String(key)) : QString();
        if (own.isEmpty())
            return (*m_words)(key, texts...);
        if constexpr (sizeof...(texts) == 0)
            return own;
        else
            return own.arg(texts...);
    }

    /// What the workspace says in words of its own for `key`; where it says nothing, the sentence `otherwise`.
    [[nodiscard]] QString ownOr(const char* key, const char* otherwise) const;

    /// The same in a workspace's own words, where it has some.
    [[nodiscard]] Speech with(std::shared_ptr<const OwnWords> own) const
    {
        Speech speech = *this;
        speech.m_own = std::move(own);
        return speech;
    }
    /// The pauses that are offered, as words: `1d`.
    [[nodiscard]] QStringList durations() const;

    /// "Monday, 30 November 2026, 19:00 (Europe/Berlin)"
    [[nodiscard]] QString moment(Millis time) const;
    /// "30 November 2026, 19:00"
    [[nodiscard]] QString time(Millis time) const;
    /// "30 November 2026"
    [[nodiscard]] QString day(Millis time) const;
    /// "A, B and 7 more", where there are more than `most`.
    [[nodiscard]] QString list(const QStringList& names, qsizetype most) const;

    [[nodiscard]] const QString& language() const { return m_words->language(); }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }

private:
    [[nodiscard]] QString written(Millis time, const char* format) const;
    const Words* m_words;
    QTimeZone m_zone;
    std::shared_ptr<const OwnWords> m_own;
};

/// All languages that Slack's side speaks, each read once. Immutable.
class Phrasebook {
public:
    Phrasebook();

    /// By the person's `locale` of Slack ("de-DE"); English where there is no translation, UTC where there is no zone.
    [[nodiscard]] Speech speechFor(const Subject& person) const;

private:
    std::vector<Words> m_languages;
};

}  // namespace refrain::service
