#include "service/sending/poster.h"

#include "slack/failure.h"
#include "slack/methods/authtest.h"
#include "slack/methods/chatpostmessage.h"
#include "slack/methods/conversationsjoin.h"

#include <QSet>

namespace refrain::service {
namespace {

using Kind = PostOutcome::Kind;

/// So often must Slack say that a token is dead before a whole broadcast rests for it.
constexpr int confirmations = 4;

const QSet<QString>& deadWords()
{
    static const QSet<QString> words{
        QStringLiteral("user_disabled"),   QStringLiteral("user_not_found"),     QStringLiteral("cannot_dm_bot"),
        QStringLiteral("is_archived"),     QStringLiteral("no_service"),         QStringLiteral("no_service_id"),
        QStringLiteral("no_active_hooks"), QStringLiteral("invalid_token"),      QStringLiteral("no_team"),
        QStringLiteral("team_disabled"),   QStringLiteral("channel_is_archived")};
    return words;
}

/// The failures in which nothing can have reached Slack.
bool wasNotSent(const Error& error)
{
    for (const char* what : {"dns:", "refused:", "tls:", "proxy:"}) {
        if (error.context().startsWith(QLatin1String(what)))
            return true;
    }
    return slack::wasNotAsked(error);
}

PostOutcome outcomeOf(const Error& error)
{
    const QString word = slack::errorWord(error);
    if (word.isEmpty()) {
        if (wasNotSent(error))
            return {
                Kind::SlackAway, {}, {}, slack::wasNotAsked(error) ? QString() : QStringLiteral("unreachable_slack")};
        if (error.is(ErrorCode::Forbidden) || error.is(ErrorCode::Invalid))
            return {Kind::Failed, {}, {}, QStringLiteral("refused_redirect")};
        return {Kind::Uncertain,
                {},
                {},
                error.is(ErrorCode::Timeout) ? QStringLiteral("timeout") : QStringLiteral("no_answer")};
    }
    if (word == QLatin1String("ratelimited") || word == QLatin1String("rate_limited"))
        return {Kind::NotSent, {}, {}, word};
    if (error.is(ErrorCode::Unavailable))  // it may have happened in part
        return {Kind::Uncertain, {}, {}, word};
    if (slack::isDeadToken(error))
        return {Kind::TokenDead, {}, {}, word};
    return {deadWords().contains(word) ? Kind::Dead : Kind::Failed, {}, {}, word};
}

/// A profile brings its own credential: where that is dead, the profile is, and nobody else. Nor does it say anything
/// of Slack where it leads nowhere.
PostOutcome ofThisAddress(PostOutcome outcome)
{
    if (outcome.kind == Kind::TokenDead)
        outcome.kind = Kind::Dead;
    if (outcome.kind == Kind::SlackAway && !outcome.error.isEmpty())
        outcome = {Kind::NotSent, {}, {}, QStringLiteral("unreachable")};
    return outcome;
}

}  // namespace

PostOutcome Poster::post(const Post& post)
{
    if (post.address.kind == AddressKind::IncomingWebhook) {
        const Result<> done = m_webhooks.post(post.address.value, post.text, post.blocks);
        return done ? PostOutcome{Kind::Sent, {}, {}, {}} : ofThisAddress(outcomeOf(done.error()));
    }
    if (!post.address.accessToken.isEmpty())
        return ofThisAddress(withToken(post, {post.workspace, post.address.accessToken}));
    const Result<slack::Credential> credential = m_tokens.credential(post.workspace);
    if (!credential) {
        const bool over = credential.error().is(ErrorCode::Unauthorized) || credential.error().is(ErrorCode::NotFound);
        return {over ? Kind::TokenDead : Kind::SlackAway, {}, {}, QStringLiteral("not_connected")};
    }
    PostOutcome outcome = withToken(post, *credential);
    if (outcome.kind != Kind::TokenDead || isReallyDead(*credential))
        return outcome;
    outcome.kind = Kind::SlackAway;
    return outcome;
}

PostOutcome Poster::withToken(const Post& post, const slack::Credential& credential)
{
    const QString where = QString::fromUtf8(post.address.value.reveal());
    const slack::ChatPostMessage message(where, {post.text, post.blocks, {}});
    auto posted = m_api.run(credential, message);
    const bool isOutside = !posted && slack::errorWord(posted.error()) == QLatin1String("not_in_channel");
    if (isOutside && m_api.run(credential, slack::ConversationsJoin(where)))
        posted = m_api.run(credential, message);
    if (!posted)
        return outcomeOf(posted.error());
    return {Kind::Sent, posted->channel, posted->ts, {}};
}

/// One word of Slack's must not stop a broadcast that the next call would prove alive.
bool Poster::isReallyDead(const slack::Credential& credential)
{
    for (int i = 0; i < confirmations; ++i) {
        const auto test = m_api.run(credential, slack::AuthTest());
        if (test || !slack::isDeadToken(test.error()))
            return false;
    }
    // Through the keeper, so that the workspace is known to need a new connection.
    (void)m_tokens.run(credential.workspace, slack::AuthTest());
    return true;
}

}  // namespace refrain::service
