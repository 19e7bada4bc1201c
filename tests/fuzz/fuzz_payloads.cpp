#include "slack/blocks/optoutbuttons.h"
#include "slack/payloads/event.h"
#include "slack/payloads/interaction.h"
#include "slack/payloads/slashcommand.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

using namespace refrain;

/// Whatever stands in a payload is read, and a button's value means the same when it is written and read again.
void refrain::fuzz::tryInput(const QByteArray& input)
{
    const QJsonObject payload = QJsonDocument::fromJson(input).object();
    require(slack::SlashCommand::parse(payload).name.isEmpty() ==
            payload.value(QLatin1String("command")).toString().isEmpty());
    (void)slack::Interaction::parse(payload);
    const slack::Event event = slack::Event::parse(payload);
    require(event.type.isEmpty() || payload.value(QLatin1String("type")).toString() == QLatin1String("event_callback"));
    const QString value = slack::ButtonValue::parse(QString::fromUtf8(input)).toString();
    require(slack::ButtonValue::parse(value).toString() == value);
}
