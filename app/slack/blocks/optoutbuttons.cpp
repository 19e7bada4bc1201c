#include "slack/blocks/optoutbuttons.h"

#include "slack/blocks/blocks.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace refrain::slack {

QString ButtonValue::toString() const
{
    QJsonObject object;
    if (!category.isEmpty())
        object.insert(QStringLiteral("category"), category.toString());
    if (!reference.isEmpty())
        object.insert(QStringLiteral("reference"), reference);
    if (!duration.isEmpty())
        object.insert(QStringLiteral("duration"), duration);
    if (until)
        object.insert(QStringLiteral("until"), *until);
    if (!channel.isEmpty())
        object.insert(QStringLiteral("channel"), channel);
    if (!changes.isEmpty()) {
        QJsonArray numbers;
        for (const qint64 number : changes)
            numbers.append(number);
        object.insert(QStringLiteral("changes"), numbers);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ButtonValue ButtonValue::parse(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    ButtonValue value;
    value.category = CategorySlug(object.value(QLatin1String("category")).toString());
    value.reference = object.value(QLatin1String("reference")).toString();
    value.duration = object.value(QLatin1String("duration")).toString();
    if (object.value(QLatin1String("until")).isDouble())
        value.until = object.value(QLatin1String("until")).toInteger();
    static const QRegularExpression id(QStringLiteral("^[A-Z0-9]{1,40}$"));
    if (const QString channel = object.value(QLatin1String("channel")).toString(); id.match(channel).hasMatch())
        value.channel = channel;
    for (const QJsonValue& number : object.value(QLatin1String("changes")).toArray())
        value.changes << number.toInteger();
    return value;
}

QJsonArray optOutButtons(const Category& category, const OptOutLabels& labels, const QString& reference,
                         const QString& channel)
{
    ButtonValue value;
    value.category = category.slug;
    value.reference = reference;
    value.channel = channel;
    const QString text = value.toString();
    QJsonArray elements;
    if (!category.required) {
        elements.append(button(labels.stop, action::stop, text));
        elements.append(button(labels.snooze, action::snooze, text));
    }
    elements.append(button(labels.settings, action::settings, text));
    return {actions(elements)};
}

}  // namespace refrain::slack
