#include "service/templates/templates.h"

#include "slack/blocks/messagecheck.h"
#include "wire/notification.h"

#include <QCryptographicHash>

namespace refrain::service {
namespace {

constexpr qsizetype mostBlocks = 49;  // of Slack's 50; one holds the buttons to opt out

Error at(const QString& pointer, const Error& error)
{
    return error.is(ErrorCode::Invalid) ? Error::invalid(error.message(), pointer) : error;
}

Result<Message> messageFrom(const QJsonObject& value)
{
    for (auto field = value.begin(); field != value.end(); ++field) {
        if (field.key() != QLatin1String("text") && field.key() != QLatin1String("blocks"))
            return Error::invalid(QStringLiteral("A message has text and blocks; “%1” is neither.").arg(field.key()));
    }
    const QJsonValue blocks = value.value(QLatin1String("blocks"));
    if (!blocks.isUndefined() && !blocks.isArray())
        return Error::invalid(QStringLiteral("The message's blocks must be a list."));
    Message message{value.value(QLatin1String("text")).toString(), blocks.toArray()};
    if (message.text.trimmed().isEmpty())
        return Error::invalid(
            QStringLiteral("The message has no text. With blocks too it needs one: notifications and "
                           "screen readers show it."));
    if (message.text.size() > wire::NotifyRequest::longestText)
        return Error::invalid(QStringLiteral("The message's text has %1 characters; at most %2 are allowed.")
                                  .arg(message.text.size())
                                  .arg(wire::NotifyRequest::longestText));
    if (Result<> checked = slack::checkMessageBlocks(message.blocks, mostBlocks); !checked)
        return checked.error();
    return message;
}

QJsonObject forLog(const QJsonObject& body)
{
    QJsonObject kept = body;
    const QByteArray source = body.value(QLatin1String("source")).toString().toUtf8();
    kept.insert(QStringLiteral("source"),
                QLatin1String("sha256:") +
                    QString::fromLatin1(QCryptographicHash::hash(source, QCryptographicHash::Sha256).toHex()));
    kept.remove(QStringLiteral("sample"));
    return kept;
}

}  // namespace

Result<Message> render(const TemplateProgram& program, const QString& source, const QJsonObject& data)
{
    const Result<QJsonObject> value = program.evaluate(source, data);
    return value ? messageFrom(*value) : value.error();
}

DefinitionDesk::Rules templateRules(const TemplateProgram& program)
{
    const auto check = [&program](const WorkspaceId&, const QString&, const QJsonObject& wish) -> Result<QJsonObject> {
        const Result<wire::MessageTemplate> read = wire::messageTemplateFromJson(wish, templateLimits);
        if (!read)
            return read.error();
        const Result<Message> message = render(program, read->source, read->sample);
        if (!message)
            return at(QStringLiteral("/source"), message.error());
        return wire::toJson(*read);
    };
    return {QStringLiteral("template"), check, &forLog};
}

Result<wire::MessageTemplate> Templates::find(const WorkspaceId& workspace, const QString& slug)
{
    const Result<store::Definition> found = m_desk.find(workspace, slug);
    if (!found && !found.error().is(ErrorCode::NotFound))
        return found.error();
    if (!found)
        return Error::invalid(found.error().message(), QStringLiteral("/template"));
    Result<wire::MessageTemplate> read = wire::messageTemplateFromJson(found->body, templateLimits);
    if (read && read->archived)
        return Error::invalid(QStringLiteral("The template “%1” is archived.").arg(slug), QStringLiteral("/template"));
    return read;
}

Result<Message> Templates::render(const WorkspaceId& workspace, const QString& slug, const QJsonObject& data)
{
    const Result<wire::MessageTemplate> found = find(workspace, slug);
    if (!found)
        return found.error();
    const Result<Message> message = service::render(m_program, found->source, data);
    return message ? message : at(QStringLiteral("/data"), message.error());
}

}  // namespace refrain::service
