#include "sandbox/practice/answers.h"

#include "sandbox/delivery/mailbox.h"

namespace refrain::sandbox {

namespace {

QJsonObject contentOf(const QJsonObject& answer)
{
    QJsonObject content;
    for (const char* name : {"text", "blocks", "attachments", "thread_ts"})
        if (answer.contains(QLatin1String(name)))
            content.insert(QLatin1String(name), answer.value(QLatin1String(name)));
    return content;
}

bool isSet(const QJsonObject& answer, const char* name)
{
    const QJsonValue value = answer.value(QLatin1String(name));
    return value.toBool() || value.toString() == QStringLiteral("true");
}

bool saysSomething(const QJsonObject& content)
{
    return !content.value(QStringLiteral("text")).toString().isEmpty() || content.contains(QStringLiteral("blocks")) ||
           content.contains(QStringLiteral("attachments"));
}

}  // namespace

void applyAnswer(Mailbox& mailbox, const QString& author, const Prompt& prompt, const QJsonObject& answer)
{
    const bool pressed = !prompt.messageTs.isEmpty();
    if (pressed && isSet(answer, "delete_original")) {
        mailbox.remove(prompt.channel, prompt.messageTs);
        return;
    }
    const QJsonObject content = contentOf(answer);
    if (!saysSomething(content))
        return;
    if (pressed && isSet(answer, "replace_original") && !prompt.ephemeral) {
        if (mailbox.update(prompt.channel, prompt.messageTs, content))
            return;
    } else if (pressed && isSet(answer, "replace_original")) {
        mailbox.remove(prompt.channel, prompt.messageTs);
    }
    const bool forAll = answer.value(QStringLiteral("response_type")).toString() == QStringLiteral("in_channel");
    if (forAll && !prompt.typed.isEmpty())  // Slack then shows what was typed as well
        mailbox.post({prompt.channel, {}, prompt.user, {}, {{QStringLiteral("text"), prompt.typed}}, false});
    mailbox.post({prompt.channel, {}, author, forAll ? QString() : prompt.user, content, false});
}

}  // namespace refrain::sandbox
