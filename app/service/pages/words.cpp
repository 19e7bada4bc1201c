#include "service/pages/words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace refrain::service {

Words::Words(const QString& language, const QString& folder) : m_language(language), m_locale(language)
{
    QFile file(QStringLiteral("%1/words.%2.json").arg(folder, language));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject sentences = QJsonDocument::fromJson(file.readAll()).object();
    for (auto sentence = sentences.begin(); sentence != sentences.end(); ++sentence)
        m_sentences.insert(sentence.key(), sentence.value().toString());
}

QString Words::operator()(const char* key) const
{
    const QString name = QString::fromLatin1(key);
    return m_sentences.value(name, name);
}

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QString preferredLanguage(const QByteArray& acceptLanguage)
{
    QString best = languages().first();
    double bestWeight = 0;
    for (const QByteArray& range : acceptLanguage.split(',')) {
        const QList<QByteArray> parts = range.split(';');
        const QString primary = QString::fromLatin1(parts.first().trimmed()).section(QLatin1Char('-'), 0, 0).toLower();
        double weight = 1;
        for (const QByteArray& parameter : parts.mid(1)) {
            if (const QByteArray text = parameter.trimmed(); text.startsWith("q="))
                weight = text.mid(2).toDouble();
        }
        if (weight > bestWeight && languages().contains(primary)) {
            best = primary;
            bestWeight = weight;
        }
    }
    return best;
}

}  // namespace refrain::service
