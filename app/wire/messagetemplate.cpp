#include "wire/messagetemplate.h"

#include "wire/fieldreader.h"

namespace refrain::wire {
namespace {

constexpr qsizetype longestTitle = 100;
constexpr qsizetype longestDescription = 1000;

}  // namespace

QJsonObject toJson(const MessageTemplate& messageTemplate)
{
    return {{QStringLiteral("title"), messageTemplate.title},
            {QStringLiteral("description"), messageTemplate.description},
            {QStringLiteral("source"), messageTemplate.source},
            {QStringLiteral("sample"), messageTemplate.sample},
            {QStringLiteral("archived"), messageTemplate.archived}};
}

Result<MessageTemplate> messageTemplateFromJson(const QJsonObject& object, const TemplateLimits& limits)
{
    FieldReader in(object);
    MessageTemplate read;
    read.title = in.words("title", longestTitle);
    read.description = in.words("description", longestDescription);
    read.source = in.requiredText("source", limits.longestSource);
    read.sample = in.object("sample");
    read.archived = in.flag("archived", false);
    if (read.source.contains(QChar::Null))
        in.fail("source", QStringLiteral("A template is text, without the character of code 0."));
    if (const QString fault = dataFault(read.sample, limits); !fault.isEmpty())
        in.fail("sample", fault);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return read;
}

QString dataFault(const QJsonObject& data, const TemplateLimits& limits)
{
    const qsizetype size = toBody(data).size();
    return size <= limits.longestData
               ? QString()
               : QStringLiteral("The data has %1 bytes; at most %2 are allowed.").arg(size).arg(limits.longestData);
}

}  // namespace refrain::wire
