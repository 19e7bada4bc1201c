#include "ui/categories/categorywords.h"

#include "ui/common/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace refrain::ui {

using console::CategoryImpact;

namespace {

/// So many people at once are always asked about first.
constexpr qint64 many = 25;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CategoryWords)
};

/// "1,204 people and channels", "1 person or channel": the figure grouped, the word by its number.
QString counted(qint64 count)
{
    return Text::tr("%1 people and channels", nullptr, int(count)).arg(grouped(count));
}

void addDelivery(QStringList& words, const Category& after, const CategoryImpact& impact)
{
    if (impact.overridden > 0)
        words << (after.required
                      ? Text::tr("%1 would get it against their own choice, which stays saved and counts "
                                 "again once it is no longer required.")
                            .arg(counted(impact.overridden))
                      : Text::tr("%1 would get it against their own choice.").arg(counted(impact.overridden)));
    if (const qint64 others = impact.starts - impact.overridden; others > 0)
        words << Text::tr("%1 would get it who do not get it now.").arg(counted(others));
    if (impact.stops > 0)
        words << Text::tr("%1 would no longer get it.").arg(counted(impact.stops));
}

void addPolicy(QStringList& words, const Category& before, const Category& after, const CategoryImpact& impact)
{
    if (before.resubscribe != after.resubscribe) {
        const QString who = counted(impact.ownOptOuts);
        switch (after.resubscribe) {
            case Resubscribe::Anyone:
                words << Text::tr("Anyone who may change things could turn it back on for %1 who turned it off.")
                             .arg(who);
                break;
            case Resubscribe::UserOnly:
                words << Text::tr("It is off for %1. What they asked for themselves only they could turn back on.")
                             .arg(who);
                break;
            case Resubscribe::Never:
                words
                    << Text::tr("It is off for %1. What they asked for themselves nobody could turn back on.").arg(who);
                break;
        }
    }
    if (before.onFailure != after.onFailure)
        words << (after.onFailure == OnFailure::Deliver
                      ? Text::tr("While Refrain cannot be asked, senders would send it to everybody, %1 for whom it is "
                                 "off included.")
                            .arg(counted(impact.ownOptOuts))
                      : Text::tr("While Refrain cannot be asked, nobody would get it."));
}

}  // namespace

QString kindText(CategoryKind kind)
{
    switch (kind) {
        case CategoryKind::Message: return Text::tr("Messages");
        case CategoryKind::DataUse: return Text::tr("Use of data");
        case CategoryKind::Feature: return Text::tr("Feature");
    }
    return {};
}

QString resubscribeText(Resubscribe resubscribe)
{
    switch (resubscribe) {
        case Resubscribe::Anyone: return Text::tr("Anyone");
        case Resubscribe::UserOnly: return Text::tr("Only the person");
        case Resubscribe::Never: return Text::tr("Nobody");
    }
    return {};
}

QString onFailureText(OnFailure onFailure)
{
    return onFailure == OnFailure::Deliver ? Text::tr("Send it anyway") : Text::tr("Do not send it");
}

QString statusText(const Category& category)
{
    if (category.archived)
        return Text::tr("Archived");
    if (category.required)
        return Text::tr("Required");
    return category.paused ? Text::tr("Paused") : QString();
}

QString titleOf(const Category& category)
{
    return category.slug == everyCategory() ? Text::tr("All optional messages") : category.title;
}

QStringList impactWords(const Category& before, const Category& after, const CategoryImpact& impact)
{
    QStringList words;
    if (before.archived && !after.archived)
        return {Text::tr("It comes back as it was: choices made before it was archived count again.")};
    if (!impact.isKnown)
        return {};
    if (after.archived && !before.archived)
        words << Text::tr(
            "Nothing can be sent under it any more, and it leaves every list. Choices are kept; its slug is "
            "never used again.");
    addDelivery(words, after, impact);
    addPolicy(words, before, after, impact);
    if (words.isEmpty())
        words << Text::tr("Nobody's messages change.");
    return words;
}

bool isGrave(const Category& before, const Category& after, const CategoryImpact& impact)
{
    const bool isLoosened = impact.ownOptOuts > 0 &&
                            ((before.resubscribe != after.resubscribe && after.resubscribe == Resubscribe::Anyone) ||
                             (before.onFailure != after.onFailure && after.onFailure == OnFailure::Deliver));
    return impact.overridden > 0 || impact.touched() > many || isLoosened || (after.archived && !before.archived);
}

QString faultOf(const Category& category, bool isNew, const std::vector<Category>& known)
{
    if (category.slug == everyCategory() && !isNew)
        return {};
    if (category.title.trimmed().isEmpty())
        return Text::tr("Give it a title that people understand.");
    if (isNew && (!isCategorySlug(category.slug.toString()) || category.slug == everyCategory()))
        return Text::tr("The slug has lower-case letters, digits and inner hyphens, 64 at most.");
    const bool isTaken =
        isNew && std::any_of(known.begin(), known.end(), [&](const Category& c) { return c.slug == category.slug; });
    if (isTaken)
        return Text::tr("There is or was a category with this slug, and a slug is never used again.");
    if (category.required && category.requiredReason.trimmed().isEmpty())
        return Text::tr("Say why nobody can leave it: everybody reads the reason.");
    if (category.required && category.paused)
        return Text::tr("What is required cannot be paused.");
    return {};
}

QString suggestedSlug(const QString& title)
{
    QString slug;
    for (const QChar c : title.normalized(QString::NormalizationForm_KD)) {
        const char16_t code = c.toLower().unicode();
        const bool fits = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
        if (fits)
            slug += QChar(code);
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    slug.truncate(64);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

}  // namespace refrain::ui
