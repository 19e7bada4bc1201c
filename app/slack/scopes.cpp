#include "slack/scopes.h"

#include <algorithm>

namespace refrain::slack {
namespace {

QStringList sortedOnce(QStringList list)
{
    list.removeDuplicates();
    list.sort();
    return list;
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

std::vector<FeatureNeeds> makeNeeds()
{
    return {
        {QStringLiteral("The directory of people"), words("users:read team:read"),
         words("user_change team_join team_rename")},
        {QStringLiteral("E-mail addresses in the directory"), words("users:read.email"), {}, true},
        {QStringLiteral("The directory of public channels"), words("channels:read"),
         words("channel_created channel_rename channel_archive channel_unarchive channel_deleted channel_id_changed")},
        {QStringLiteral("Private channels that Refrain was invited to"), words("groups:read"),
         words("group_rename group_archive group_unarchive group_deleted"), true},
        {QStringLiteral("The commands /optout, /optin and /optstatus"), words("commands"), {}},
        {QStringLiteral("Messages and acknowledgements"), words("chat:write im:write"), {}},
        {QStringLiteral("Messages into public channels that Refrain has not joined"),
         words("chat:write.public channels:join"),
         {},
         true},
        {QStringLiteral("Answers to direct messages"), words("im:history"), words("message.im"), true},
        {QStringLiteral("The preference page in App Home"), {}, words("app_home_opened")},
        {QStringLiteral("Noticing that Refrain was removed"), {}, words("app_uninstalled tokens_revoked")},
    };
}

}  // namespace

const std::vector<FeatureNeeds>& featureNeeds()
{
    static const std::vector<FeatureNeeds> needs = makeNeeds();
    return needs;
}

QStringList botScopes()
{
    QStringList all;
    for (const FeatureNeeds& need : featureNeeds())
        all += need.scopes;
    return sortedOnce(all);
}

QStringList optionalBotScopes()
{
    QStringList all;
    for (const FeatureNeeds& need : featureNeeds()) {
        if (need.isOptional)
            all += need.scopes;
    }
    return sortedOnce(all);
}

QStringList botEvents()
{
    QStringList all;
    for (const FeatureNeeds& need : featureNeeds())
        all += need.events;
    return sortedOnce(all);
}

QStringList featuresWithout(const QStringList& granted)
{
    QStringList features;
    for (const FeatureNeeds& need : featureNeeds()) {
        const bool isWhole = std::all_of(need.scopes.begin(), need.scopes.end(),
                                         [&granted](const QString& scope) { return granted.contains(scope); });
        if (!isWhole)
            features << need.feature;
    }
    return features;
}

}  // namespace refrain::slack
