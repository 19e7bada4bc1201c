#include "ui/people/subjectinspector.h"
#include "ui/people/subjectmodel.h"

#include <QDateTime>

namespace refrain::ui {

QString SubjectInspector::verdict(const console::CategoryDetail& detail, bool isCurrent) const
{
    if (m_detail->asOf && detail.category.slug == everyCategory())
        return detail.delivers ? tr("Optional messages were delivered.") : tr("All optional messages were off.");
    if (m_detail->asOf)
        return detail.delivers ? tr("A message of “%1” would have been delivered.").arg(detail.category.title)
                               : tr("A message of “%1” would not have been delivered.").arg(detail.category.title);
    if (detail.rule == Rule::Unreachable)
        return tr("Nothing is sent to %1.").arg(console::Wording::nameOf(m_subject));
    if (detail.rule == Rule::OptedOutOfEverything || detail.category.slug == everyCategory()) {
        if (detail.delivers)
            return isCurrent ? tr("Optional messages are delivered.")
                             : tr("Last known: optional messages are delivered.");
        return isCurrent ? tr("All optional messages are off.") : tr("Last known: all optional messages are off.");
    }
    const QString title = detail.category.title;
    if (detail.delivers)
        return isCurrent ? tr("A message of “%1” now would be delivered.").arg(title)
                         : tr("Last known: a message of “%1” would be delivered.").arg(title);
    return isCurrent ? tr("A message of “%1” now would not be delivered.").arg(title)
                     : tr("Last known: a message of “%1” would not be delivered.").arg(title);
}

QString subjectLine(const Subject& subject, Millis now)
{
    QStringList parts;
    // The table may have had no room for it.
    if (subject.kind == SubjectKind::User && subject.role != SubjectRole::Member)
        parts << roleText(subject.role);
    for (const QString& part : {subject.email, subject.topic, subject.title, subject.id.toString()}) {
        if (!part.isEmpty())
            parts << part;
    }
    const QTimeZone zone(subject.tz.toUtf8());
    if (!subject.tz.isEmpty() && zone.isValid()) {
        const QString city = subject.tz.section(u'/', -1).replace(u'_', u' ');
        parts << SubjectInspector::tr("%1, %2 there")
                     .arg(city, QDateTime::fromMSecsSinceEpoch(now, zone).toString(QStringLiteral("HH:mm")));
    }
    return parts.join(QStringLiteral(" · "));
}

CategorySlug mostTelling(const console::SubjectDetail& detail)
{
    const console::CategoryDetail* best = nullptr;
    for (const console::CategoryDetail& category : detail.categories) {
        const bool everything = category.category.slug == everyCategory();
        if (everything && !category.delivers)
            return category.category.slug;
        if (everything)
            continue;
        const bool own = category.preference.version > 0 && !category.delivers;
        if (!best || (own && best->delivers))
            best = &category;
    }
    return best ? best->category.slug : CategorySlug();
}

std::vector<std::pair<Millis, QString>> choicesIn(const console::SubjectDetail& detail)
{
    std::vector<std::pair<Millis, QString>> found;
    for (const console::HistoryEntry& entry : detail.history) {
        if (entry.kind == console::HistoryEntry::Kind::Choice && !entry.refused)
            found.emplace_back(entry.at, entry.what);
    }
    return found;
}

QString latestReceipt(const console::SubjectDetail& detail)
{
    for (const console::HistoryEntry& entry : detail.history) {
        if (entry.kind == console::HistoryEntry::Kind::Choice && !entry.receipt.isEmpty())
            return entry.receipt;
    }
    return {};
}

}  // namespace refrain::ui
