#pragma once

#include <QHash>
#include <QLocale>
#include <QString>

#include <memory>

namespace refrain::service {

/// The sentences of one language, from resources/pages/words.*.json or resources/slack/words.*.json. Immutable.
class Words {
public:
    /// `language`: one of languages().
    explicit Words(const QString& language, const QString& folder = QStringLiteral(":/pages"));

    [[nodiscard]] const QString& language() const { return m_language; }
    /// A sentence with `%1`, `%2` filled in; nothing in the values is taken for a mark. The key itself where unknown.
    [[nodiscard]] QString operator()(const char* key) const;
    template <class... Texts>
    [[nodiscard]] QString operator()(const char* key, const QString& first, const Texts&... others) const
    {
        return operator()(key).arg(first, others...);
    }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

private:
    QString m_language;
    QLocale m_locale;
    QHash<QString, QString> m_sentences;
};

/// The languages that pages speak, the first being what is taken where no other fits.
[[nodiscard]] QStringList languages();

/// The language that an Accept-Language header prefers (RFC 9110, 12.5.4), among ours.
[[nodiscard]] QString preferredLanguage(const QByteArray& acceptLanguage);

}  // namespace refrain::service
