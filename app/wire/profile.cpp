#include "wire/profile.h"

#include "wire/fieldreader.h"

#include <array>
#include <optional>

namespace refrain::wire {
namespace {

constexpr qsizetype longestAddress = 1000;

QString pointerOf(AddressKind kind)
{
    if (kind == AddressKind::IncomingWebhook)
        return QStringLiteral("/slack/incoming_webhook/url");
    return QStringLiteral("/slack/") + toString(kind);
}

/// What `warnings` call it.
QString keyOf(AddressKind kind)
{
    return kind == AddressKind::IncomingWebhook ? QStringLiteral("incoming_webhook.url") : toString(kind);
}

Error wrongAddress(AddressKind kind)
{
    switch (kind) {
        case AddressKind::IncomingWebhook: break;
        case AddressKind::ChannelId:
            return Error::invalid(QStringLiteral("channel_id must be a channel's id, such as C0123ABCD."),
                                  pointerOf(kind));
        case AddressKind::UserId:
            return Error::invalid(QStringLiteral("user_id must be a member's id, such as U0123ABCD."), pointerOf(kind));
        case AddressKind::Email:
            return Error::invalid(QStringLiteral("email must be an e-mail address."), pointerOf(kind));
    }
    return Error::invalid(QStringLiteral("incoming_webhook.url must be the address that Slack gave for a channel."),
                          pointerOf(kind));
}

/// What was given of the four, in the order of precedence; empty texts are absent.
using Given = std::array<std::pair<AddressKind, QString>, 4>;

Result<ProfileRequest> winnerOf(const Given& given)
{
    ProfileRequest request;
    bool hasWinner = false;
    for (const auto& [kind, text] : given) {
        if (text.isEmpty())
            continue;
        if (hasWinner) {
            request.dropped << keyOf(kind);
            continue;
        }
        hasWinner = true;
        const std::optional<QString> address =
            kind == AddressKind::IncomingWebhook ? std::optional(text.trimmed()) : normalizedAddress(kind, text);
        if (!address)
            return wrongAddress(kind);
        request.address.kind = kind;
        request.address.value = Secret(address->toUtf8());
    }
    if (!hasWinner)
        return Error::invalid(QStringLiteral("A profile needs one of incoming_webhook.url, channel_id, user_id and "
                                             "email."),
                              QStringLiteral("/slack"));
    return request;
}

}  // namespace

Result<ProfileRequest> profileRequestFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    FieldReader slack = in.child("slack");
    FieldReader webhook = slack.child("incoming_webhook");
    const Given given{{{AddressKind::IncomingWebhook, webhook.text("url", longestAddress)},
                       {AddressKind::ChannelId, slack.text("channel_id", longestAddress)},
                       {AddressKind::UserId, slack.text("user_id", longestAddress)},
                       {AddressKind::Email, slack.text("email", longestAddress)}}};
    const QString token = slack.text("access_token", longestAddress);
    if (const Result<> done = in.done(); !done)
        return done.error();
    Result<ProfileRequest> request = winnerOf(given);
    if (!request)
        return request;
    Address& address = request->address;
    if (address.kind == AddressKind::IncomingWebhook) {
        if (!token.isEmpty())
            request->dropped << QStringLiteral("access_token");
        return request;
    }
    if (!token.startsWith(QLatin1String("xox")))
        return Error::invalid(token.isEmpty()
                                  ? QStringLiteral("%1 needs an access_token to post with.").arg(keyOf(address.kind))
                                  : QStringLiteral("access_token must be a token of Slack's, such as xoxb-…."),
                              QStringLiteral("/slack/access_token"));
    address.accessToken = Secret(token.toUtf8());
    return request;
}

QJsonObject toJson(const ProfileAnswer& profile)
{
    const Address& address = profile.address;
    const QString shown = masked(address.kind, address.value);
    QJsonObject slack;
    if (address.kind == AddressKind::IncomingWebhook) {
        slack.insert(QStringLiteral("incoming_webhook"), QJsonObject{{QStringLiteral("url"), shown}});
    } else {
        slack.insert(QStringLiteral("access_token"), maskedToken(address.accessToken));
        slack.insert(toString(address.kind), shown);
    }
    return {{QStringLiteral("distinctId"), profile.distinctId},
            {QStringLiteral("slack"), slack},
            {QStringLiteral("aliasOf"), orNull(profile.aliasOf.toString())},
            {QStringLiteral("problem"), orNull(profile.problem)},
            {QStringLiteral("updatedAt"), toRfc3339(profile.updatedAt)},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(profile.warnings)}};
}

}  // namespace refrain::wire
