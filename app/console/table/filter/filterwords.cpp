#include "console/table/filter/filterwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace refrain::console {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::FilterWords)
};

std::vector<FilterWord> whatSomebodyIs()
{
    return {{QStringLiteral("guest"), Text::tr("guests")},
            {QStringLiteral("member"), Text::tr("full members")},
            {QStringLiteral("admin"), Text::tr("admins and owners")},
            {QStringLiteral("owner"), Text::tr("owners")},
            {QStringLiteral("external"), Text::tr("people of other workspaces")},
            {QStringLiteral("active"), Text::tr("neither left nor archived, and no app")},
            {QStringLiteral("deleted"), Text::tr("left the workspace")},
            {QStringLiteral("bot"), Text::tr("apps")},
            {QStringLiteral("archived"), Text::tr("archived channels")},
            {QStringLiteral("private"), Text::tr("private channels")},
            {QStringLiteral("linked"), Text::tr("with a linked account")}};
}

std::vector<FilterWord> whoChose()
{
    return {{QStringLiteral("person"), Text::tr("chosen by themselves")},
            {QStringLiteral("staff"), Text::tr("chosen by staff")},
            {QStringLiteral("api"), Text::tr("chosen through an API key")},
            {QStringLiteral("system"), Text::tr("chosen by Refrain itself")}};
}

std::vector<FilterWord> whereItWasChosen()
{
    return {{QStringLiteral("console"), Text::tr("chosen in the console")},
            {QStringLiteral("slash"), Text::tr("chosen with a slash command")},
            {QStringLiteral("dm"), Text::tr("chosen with a message to the app")},
            {QStringLiteral("home"), Text::tr("chosen on the App Home")},
            {QStringLiteral("button"), Text::tr("chosen with a message's button")},
            {QStringLiteral("link"), Text::tr("chosen on an opt-out page")},
            {QStringLiteral("oneclick"), Text::tr("chosen by one-click unsubscribe")},
            {QStringLiteral("api"), Text::tr("chosen through the API")},
            {QStringLiteral("import"), Text::tr("taken over by an import")},
            {QStringLiteral("connector"), Text::tr("taken over from another system")},
            {QStringLiteral("policy"), Text::tr("set by a policy")}};
}

/// Changes of one letter that make one word the other; two that changed places count as one.
qsizetype distance(const QString& a, const QString& b)
{
    std::vector<std::vector<qsizetype>> d(size_t(a.size()) + 1, std::vector<qsizetype>(size_t(b.size()) + 1));
    for (size_t i = 0; i < d.size(); ++i) {
        for (size_t j = 0; j < d[i].size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = qsizetype(i + j);
                continue;
            }
            const bool isSame = a.at(qsizetype(i) - 1) == b.at(qsizetype(j) - 1);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && a.at(qsizetype(i) - 1) == b.at(qsizetype(j) - 2) &&
                a.at(qsizetype(i) - 2) == b.at(qsizetype(j) - 1))
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d.back().back();
}

}  // namespace

std::vector<FilterWord> filterKeys()
{
    return {{QStringLiteral("is:"), Text::tr("who or what somebody is")},
            {QStringLiteral("out:"), Text::tr("opted out of a category")},
            {QStringLiteral("in:"), Text::tr("opted in to a category")},
            {QStringLiteral("snoozed:"), Text::tr("a category is snoozed now")},
            {QStringLiteral("pending:"), Text::tr("a change is saved here, not yet in force")},
            {QStringLiteral("changed:"), Text::tr("when a choice last changed: <7d, >30d")},
            {QStringLiteral("by:"), Text::tr("who made the choice")},
            {QStringLiteral("source:"), Text::tr("where the choice was made")},
            {QStringLiteral("member:"), Text::tr("who is in a channel (not known here)")}};
}

std::vector<FilterWord> filterValues(const QString& key, const std::vector<Category>& categories)
{
    if (key == QLatin1String("is"))
        return whatSomebodyIs();
    if (key == QLatin1String("by"))
        return whoChose();
    if (key == QLatin1String("source"))
        return whereItWasChosen();
    if (key == QLatin1String("changed"))
        return {{QStringLiteral("<1d"), Text::tr("in the last 24 hours")},
                {QStringLiteral("<7d"), Text::tr("in the last 7 days")},
                {QStringLiteral("<30d"), Text::tr("in the last 30 days")},
                {QStringLiteral(">30d"), Text::tr("more than 30 days ago")},
                {QStringLiteral("never"), Text::tr("never")}};
    std::vector<FilterWord> values;
    if (!isCellKey(key))
        return values;
    for (const Category& category : categories) {
        if (!category.required)
            values.push_back({category.slug.toString(), category.title});
    }
    if (key != QLatin1String("in"))
        values.push_back({QStringLiteral("*"), Text::tr("All optional messages")});
    return values;
}

bool isFilterKey(const QString& key)
{
    const std::vector<FilterWord> keys = filterKeys();
    return std::any_of(keys.begin(), keys.end(), [&](const FilterWord& one) { return one.word.chopped(1) == key; });
}

bool isCellKey(const QString& key)
{
    return key == QLatin1String("out") || key == QLatin1String("in") || key == QLatin1String("snoozed") ||
           key == QLatin1String("pending");
}

QString nearestWord(const QString& typed, const std::vector<FilterWord>& words)
{
    if (typed.size() > 64)
        return {};
    QString nearest;
    qsizetype least = std::max<qsizetype>(1, typed.size() / 3) + 1;
    for (const FilterWord& one : words) {
        const bool begins = typed.size() >= 3 && one.word.startsWith(typed);
        const qsizetype far = begins ? 1 : distance(typed, one.word);
        if (far < least) {
            least = far;
            nearest = one.word;
        }
    }
    return nearest;
}

QString unknownCategory(const QString& typed, const QString& nearest)
{
    const QString sentence = Text::tr("There is no category named “%1”.").arg(typed);
    return nearest.isEmpty() ? sentence : sentence + u' ' + Text::tr("Did you mean %1?").arg(nearest);
}

QString unknownValue(const QString& key, const QString& typed, const QString& nearest)
{
    const QString sentence = Text::tr("“%1” says nothing after “%2:”.").arg(typed, key);
    if (!nearest.isEmpty())
        return sentence + u' ' + Text::tr("Did you mean %1?").arg(nearest);
    QStringList words;
    for (const FilterWord& word : filterValues(key, {}))
        words << word.word;
    return sentence + u' ' + Text::tr("What can stand there: %1.").arg(words.join(QStringLiteral(", ")));
}

QString notATime(const QString& typed)
{
    return Text::tr(
               "“%1” is no length of time. Write changed:<7d for the last 7 days or changed:>30d for longer ago, "
               "with h, d or w for hours, days or weeks.")
        .arg(typed);
}

QString orIsAlone()
{
    return Text::tr(
        "“or” stands between two filters: write the second one behind it, or take it away. To look for the "
        "word itself, put it in quotes.");
}

QString quoteIsOpen()
{
    return Text::tr("The quote is not closed. Write a second \" where the exact text ends.");
}

QString membersUnknown()
{
    return Text::tr(
        "Who is in which channel is not known here: Slack is asked only when something is sent to a "
        "channel's members, and no list of them is kept.");
}

}  // namespace refrain::console
