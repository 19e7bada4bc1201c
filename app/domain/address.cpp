#include "domain/address.h"

#include "base/enumnames.h"

#include <QRegularExpression>

namespace refrain {
namespace {

constexpr EnumNames<AddressKind, 4> kindNames{{{
    {AddressKind::IncomingWebhook, "incoming_webhook"},
    {AddressKind::ChannelId, "channel_id"},
    {AddressKind::UserId, "user_id"},
    {AddressKind::Email, "email"},
}}};

constexpr qsizetype longestEmail = 254;
constexpr qsizetype shownEnd = 4;
constexpr qsizetype longEnough = 20;

bool fits(const QString& text, const char* pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern)).match(text).hasMatch();
}

/// In capitals. A word in small letters is no id but a name, such as `general`.
std::optional<QString> slackId(const QString& text, const char* pattern)
{
    const bool isWord = text != text.toUpper() && !fits(text, "[0-9]");
    return !isWord && fits(text.toUpper(), pattern) ? std::optional(text.toUpper()) : std::nullopt;
}

/// The last characters of what is long enough not to be guessed from them.
QString endOf(const QString& secret)
{
    return QStringLiteral("…") + (secret.size() >= longEnough ? secret.right(shownEnd) : QString());
}

}  // namespace

QString toString(AddressKind kind)
{
    return kindNames.name(kind);
}

std::optional<AddressKind> addressKindFromString(const QString& name)
{
    return kindNames.value(name);
}

bool looksLikeSlackId(const QString& text)
{
    return fits(text, "\\A[UWCGDTE][A-Z0-9]{6,}\\z");
}

std::optional<QString> normalizedAddress(AddressKind kind, const QString& text)
{
    const QString trimmed = text.trimmed();
    switch (kind) {
        case AddressKind::IncomingWebhook: return std::nullopt;
        case AddressKind::ChannelId: return slackId(trimmed, "\\A[CGD][A-Z0-9]{2,30}\\z");
        case AddressKind::UserId: return slackId(trimmed, "\\A[UW][A-Z0-9]{2,30}\\z");
        case AddressKind::Email:
            return trimmed.size() <= longestEmail && fits(trimmed, "\\A[^\\s@]+@[^\\s@]+\\.[^\\s@]+\\z")
                       ? std::optional(trimmed.toLower())
                       : std::nullopt;
    }
    return std::nullopt;
}

QString masked(AddressKind kind, const Secret& address)
{
    const QString text = QString::fromUtf8(address.reveal());
    if (kind != AddressKind::IncomingWebhook)
        return text;
    // https://host/services/T…/B…/secret: host and team are no secret.
    const QString kept = text.section(QLatin1Char('/'), 0, 4);
    return kept + QLatin1Char('/') + endOf(text.section(QLatin1Char('/'), 5));
}

QString maskedToken(const Secret& token)
{
    const QString text = QString::fromUtf8(token.reveal());
    return text.left(text.indexOf(QLatin1Char('-')) + 1) + endOf(text);
}

}  // namespace refrain
