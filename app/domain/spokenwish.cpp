#include "domain/spokenwish.h"

#include "domain/nearest.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace refrain {
namespace {

using Kind = SpokenWish::Kind;

/// The law's words (47 CFR 64.1200(a)(10)), how people run "opt out" together, and what they write in German.
const QStringList& stopWords()
{
    static const QStringList words{
        QStringLiteral("opt out"),     QStringLiteral("optout"),     QStringLiteral("stop"),
        QStringLiteral("quit"),        QStringLiteral("end"),        QStringLiteral("revoke"),
        QStringLiteral("cancel"),      QStringLiteral("stopp"),      QStringLiteral("abmelden"),
        QStringLiteral("unsubscribe"), QStringLiteral("abbestellen")};
    return words;
}

bool isPolite(const QString& key)
{
    return key == QLatin1String("please") || key == QLatin1String("bitte");
}

bool isEverything(const QString& key)
{
    static const QStringList names{QStringLiteral("all"),
                                   QStringLiteral("everything"),
                                   QStringLiteral("*"),
                                   QStringLiteral("all messages"),
                                   QStringLiteral("all optional messages"),
                                   QStringLiteral("alle"),
                                   QStringLiteral("alles"),
                                   QStringLiteral("alle nachrichten"),
                                   QStringLiteral("alle optionalen nachrichten"),
                                   QStringLiteral("alle freiwilligen nachrichten")};
    return names.contains(key);
}

std::optional<Kind> keyword(const QString& key)
{
    // As nameKey() has them, without marks on the letters.
    static const QHash<QString, Kind> words{
        {QStringLiteral("help"), Kind::Help},     {QStringLiteral("hilfe"), Kind::Help},
        {QStringLiteral("undo"), Kind::Undo},     {QStringLiteral("ruckgangig"), Kind::Undo},
        {QStringLiteral("status"), Kind::Status}, {QStringLiteral("list"), Kind::Status},
        {QStringLiteral("liste"), Kind::Status},  {QStringLiteral("rueckgaengig"), Kind::Undo}};
    const auto word = words.constFind(key);
    return word == words.constEnd() ? std::nullopt : std::optional(*word);
}

/// `help reminders`, `rückgängig machen`: words of ours with something behind them, which are never near a category.
std::optional<Kind> keywordAndMore(const QString& text)
{
    const QString plain = text.simplified();
    const QString rest = nameKey(plain.section(QLatin1Char(' '), 1));
    const std::optional<Kind> word = keyword(nameKey(plain.section(QLatin1Char(' '), 0, 0)));
    if (!word || rest.isEmpty())
        return std::nullopt;
    static const QStringList filling{QStringLiteral("it"), QStringLiteral("that"), QStringLiteral("machen")};
    // What else is to be undone cannot be said, and must not be guessed.
    const bool isPlainUndo = *word != Kind::Undo || isPolite(rest) || filling.contains(rest);
    return isPlainUndo ? *word : Kind::Unclear;
}

SpokenWish of(Kind kind)
{
    SpokenWish wish;
    wish.kind = kind;
    return wish;
}

/// A name without a time behind it; Unclear where nothing is called so.
SpokenWish named(const QString& name, const SpokenContext& context)
{
    if (isEverything(nameKey(name)))
        return of(Kind::Everything);
    const std::vector<CategorySlug> exact = categoriesNamed(name, context.categories);
    if (exact.size() == 1) {
        SpokenWish wish = of(Kind::Category);
        wish.category = exact.front();
        return wish;
    }
    SpokenWish wish = of(Kind::NearMiss);
    wish.nearest = exact.empty() ? nearestCategories(name, context.categories) : exact;
    return wish.nearest.empty() ? of(Kind::Unclear) : wish;
}

SpokenWish withTime(SpokenWish wish, const SnoozeEnd& time, const QString& written)
{
    wish.until = time.end;
    if (!time.end) {
        wish.kind = Kind::BadTime;
        wish.fault = time.fault;
        wish.written = written;
    }
    return wish;
}

bool isExact(const SpokenWish& wish)
{
    return wish.kind == Kind::Category || wish.kind == Kind::Everything;
}

/// `reminders until monday`: the longest name that is one and leaves a time behind it; else a time alone; else, of what
/// is no name exactly, the longest time, for "until 24 december" ends with what is a time by itself.
SpokenWish snooze(const QStringList& words, const SpokenContext& context)
{
    SpokenWish guess = of(Kind::Unclear);
    for (qsizetype i = words.size() - 1; i >= 0; --i) {
        const QString written = words.mid(i).join(QLatin1Char(' '));
        const SnoozeEnd time = parseSnoozeEnd(written, context.now, context.zone);
        if (!time.isTime())
            continue;
        if (i == 0)
            return withTime(of(Kind::Everything), time, written);
        const SpokenWish wish = named(words.mid(0, i).join(QLatin1Char(' ')), context);
        if (isExact(wish))
            return withTime(wish, time, written);
        guess = wish.kind == Kind::Unclear ? wish : withTime(wish, time, written);
    }
    return guess;
}

/// `2w reminders`: the longest time that leaves an exact name behind it; else Unclear.
SpokenWish timeFirst(const QStringList& words, const SpokenContext& context)
{
    for (qsizetype i = words.size() - 1; i > 0; --i) {
        const QString written = words.mid(0, i).join(QLatin1Char(' '));
        const SnoozeEnd time = parseSnoozeEnd(written, context.now, context.zone);
        const SpokenWish wish = time.isTime() ? named(words.mid(i).join(QLatin1Char(' ')), context) : of(Kind::Unclear);
        if (isExact(wish))
            return withTime(wish, time, written);
    }
    return of(Kind::Unclear);
}

/// `reminders someday`, `reminders 2x`: a name with something behind it that nobody understands. It was no wish to
/// stop for good, so it becomes none. Unclear where no beginning is a name.
SpokenWish nameAndMore(const QStringList& words, const SpokenContext& context)
{
    for (qsizetype i = words.size() - 1; i > 0; --i) {
        const SpokenWish wish = named(words.mid(0, i).join(QLatin1Char(' ')), context);
        if (isExact(wish))
            return withTime(wish, {std::nullopt, SnoozeFault::Unreadable}, words.mid(i).join(QLatin1Char(' ')));
    }
    return of(Kind::Unclear);
}

/// The names between commas and “and”s; one alone where there are none.
QStringList namesIn(const QString& text)
{
    static const QRegularExpression between(
        QStringLiteral("\\s*[,;]\\s*(?:(?:and|und)\\s+)?|\\s+(?:and|und|&|\\+)\\s+"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList names = text.split(between, Qt::SkipEmptyParts);
    names.removeIf([](const QString& name) { return isPolite(nameKey(name)); });
    return names;
}

SpokenWish nameAndTime(const QString& text, const SpokenContext& context);

/// `reminders, surveys and events 2w`: what stands behind the last one is meant for all. Where one is only like a name
/// it is a question; Unclear where one is none at all, or there are not several.
SpokenWish several(const QString& text, const SpokenContext& context)
{
    const QStringList names = namesIn(text);
    if (names.size() < 2)
        return of(Kind::Unclear);
    SpokenWish wish = of(Kind::Several);
    for (const QString& name : names) {
        const SpokenWish one = &name == &names.last() ? nameAndTime(name, context) : named(name, context);
        if (one.kind != Kind::Category && one.kind != Kind::NearMiss)
            return one;
        if (one.kind == Kind::NearMiss)
            wish.kind = Kind::NearMiss;
        for (const CategorySlug& slug : one.kind == Kind::Category ? std::vector{one.category} : one.nearest) {
            if (std::find(wish.categories.begin(), wish.categories.end(), slug) == wish.categories.end())
                wish.categories.push_back(slug);
        }
        wish.until = one.until;
    }
    if (wish.kind == Kind::NearMiss)
        wish.nearest.swap(wish.categories);
    return wish;
}

SpokenWish nameAndTime(const QString& text, const SpokenContext& context)
{
    const SpokenWish whole = named(text, context);
    if (isExact(whole))
        return whole;
    QStringList words = text.simplified().toLower().split(QLatin1Char(' '));
    if (words.size() > 1 && isPolite(nameKey(words.last()))) {
        words.removeLast();
        return nameAndTime(words.join(QLatin1Char(' ')), context);
    }
    const SpokenWish timed = snooze(words, context);
    if (timed.until && isExact(timed))
        return timed;
    if (const SpokenWish before = timeFirst(words, context); before.kind != Kind::Unclear)
        return before;
    if (const SpokenWish all = several(text, context); all.kind != Kind::Unclear)
        return all;
    SpokenWish guess = timed.kind != Kind::Unclear ? timed : whole;
    const SpokenWish known = nameAndMore(words, context);
    if (known.kind == Kind::Unclear || guess.kind == Kind::BadTime)
        return guess;
    // "news leter" may be meant for "News letters", although there is "News".
    std::erase(guess.nearest, known.category);
    return guess.nearest.empty() ? known : guess;
}

/// What stands behind one of the law's words at the beginning; nothing where there is none.
std::optional<QString> afterStopWord(const QString& text)
{
    QString plain = text.simplified();
    if (isPolite(nameKey(plain.section(QLatin1Char(' '), 0, 0))))
        plain = plain.section(QLatin1Char(' '), 1);
    for (const QString& word : stopWords()) {
        // "opt-out" is "opt out": both are as long, so the rest begins at the same place.
        if (nameKey(plain.left(word.size())) != word)
            continue;
        QString rest = plain.mid(word.size());
        if (!rest.isEmpty() && rest[0].isLetterOrNumber())
            continue;
        rest = rest.simplified();
        for (const char* link : {"of ", "from ", "to ", "sending ", "von "}) {
            if (rest.startsWith(QLatin1String(link), Qt::CaseInsensitive))
                return rest.mid(qsizetype(qstrlen(link)));
        }
        return isPolite(nameKey(rest)) ? QString() : rest;
    }
    return std::nullopt;
}

SpokenWish stopped(const QString& rest, const SpokenContext& context)
{
    SpokenWish wish = nameKey(rest).isEmpty() ? of(Kind::Stop) : nameAndTime(rest, context);
    if (wish.kind == Kind::Everything && !wish.until)
        wish.kind = Kind::Stop;
    wish.saidStop = true;
    return wish;
}

/// Without marks that cannot be seen, such as a zero-width blank inside a word.
QString visible(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return text;
}

}  // namespace

SpokenWish parseCommand(const QString& typed, const SpokenContext& context)
{
    if (typed.size() > longestWish)
        return of(Kind::Unclear);
    const QString text = visible(typed);
    const QString key = nameKey(text);
    if (key.isEmpty())
        return of(text.trimmed().isEmpty() ? Kind::Nothing : Kind::Unclear);
    if (const std::optional<Kind> word = keyword(key))
        return of(*word);
    // A category that is called like this goes first: "End of quarter" is no order to stop everything.
    if (const SpokenWish wish = named(text, context); wish.kind == Kind::Category && !stopWords().contains(key))
        return wish;
    if (const std::optional<Kind> word = keywordAndMore(text))
        return of(*word);
    if (const std::optional<QString> rest = afterStopWord(text))
        return stopped(*rest, context);
    return nameAndTime(text, context);
}

SpokenWish parseMessage(const QString& typed, const SpokenContext& context)
{
    if (typed.size() > longestWish)
        return of(Kind::Unclear);
    const QString text = visible(typed);
    if (const std::optional<Kind> word = keyword(nameKey(text)))
        return of(*word);
    const std::optional<QString> rest = afterStopWord(text);
    return rest ? stopped(*rest, context) : of(Kind::Unclear);
}

}  // namespace refrain
