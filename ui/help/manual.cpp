#include "ui/help/manual.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace refrain::ui {

namespace {

/// The order in which one reads them; what is not named here comes after, by its name.
const QStringList& readingOrder()
{
    static const QStringList order = QStringLiteral(
                                         "index people channels filter many categories playbooks notifications "
                                         "workflows templates activity sync approvals insights imports members keys keyboard "
                                         "accessibility")
                                         .split(u' ');
    return order;
}

QString withoutMarks(QString text)
{
    static const QRegularExpression link(QStringLiteral(R"(\[([^\]]*)\]\([^)]*\))"));
    static const QRegularExpression marks(QStringLiteral(R"([*`#|]|^-\s|---)"), QRegularExpression::MultilineOption);
    return text.replace(link, QStringLiteral("\\1")).remove(marks);
}

Manual::Page read(const QFileInfo& info)
{
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    return {info.baseName(), text.section(u'\n', 0, 0).remove(0, 2).trimmed(), text, withoutMarks(text)};
}

/// The sentence around the place, in one line.
QString around(const QString& text, qsizetype at)
{
    const qsizetype start = qMax(qsizetype(0), text.lastIndexOf(QLatin1String("\n\n"), at));
    const qsizetype sentence = qMax(start, text.lastIndexOf(QLatin1String(". "), at) + 1);
    return text.mid(sentence, 140).simplified();
}

}  // namespace

Manual Manual::load(const QString& language)
{
    const QString folder = QStringLiteral(":/refrain/manual/");
    const QString wanted = folder + language.section(u'_', 0, 0);
    const QDir pages(QDir(wanted).exists() ? wanted : folder + QStringLiteral("en"));
    Manual manual;
    for (const QFileInfo& info : pages.entryInfoList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
        manual.m_pages << read(info);
    const auto place = [](const Page& page) {
        const qsizetype at = readingOrder().indexOf(page.name);
        return at < 0 ? readingOrder().size() : at;
    };
    std::stable_sort(manual.m_pages.begin(), manual.m_pages.end(),
                     [&](const Page& a, const Page& b) { return place(a) < place(b); });
    return manual;
}

const Manual::Page& Manual::page(const QString& name) const
{
    for (const Page& page : m_pages) {
        if (page.name == name)
            return page;
    }
    return m_pages.constFirst();
}

bool Manual::has(const QString& name) const
{
    return std::any_of(m_pages.begin(), m_pages.end(), [&](const Page& page) { return page.name == name; });
}

QList<Manual::Hit> Manual::search(const QString& words) const
{
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto hasAll = [&](const QString& text) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    QList<Hit> hits;
    QList<Hit> others;
    for (const Page& page : m_pages) {
        if (!hasAll(page.plain))
            continue;
        const QString excerpt =
            wanted.isEmpty()
                ? QString()
                : around(page.plain, page.plain.indexOf(wanted.constFirst(), page.title.size(), Qt::CaseInsensitive));
        (hasAll(page.title) ? hits : others) << Hit{page.name, page.title, excerpt};
    }
    return hits + others;
}

}  // namespace refrain::ui
