#include "domain/spokenwish.h"

#include "domain/nearest.h"

namespace refrain {
namespace {

using Kind = SpokenWish::Kind;

/// The law's words (47 CFR 64.1200(a)(10)), and how people run "opt out" together.
const QStringList& stopWords()
{
    static const QStringList words{QStringLiteral("opt out"), QStringLiteral("optout"),     QStringLiteral("stop"),
                                   QStringLiteral("quit"),    QStringLiteral("end"),        QStringLiteral("revoke"),
                                   QStringLiteral("cancel"),  QStringLiteral("unsubscribe")};
    return words;
}

bool isEverything(const QString& key)
{
    static const QStringList names{QStringLiteral("all"), QStringLiteral("everything"), QStringLiteral("*"),
                                   QStringLiteral("all messages"), QStringLiteral("all optional messages")};
    return names.contains(key);
}

std::optional<Kind> keyword(const QString& key)
{
    if (key == QLatin1String("help"))
        return Kind::Help;
    if (key == QLatin1String("undo"))
        return Kind::Undo;
    if (key == QLatin1String("status") || key == QLatin1String("list"))
        return Kind::Status;
    return std::nullopt;
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

SpokenWish nameAndTime(const QString& text, const SpokenContext& context)
{
    const SpokenWish whole = named(text, context);
    if (isExact(whole))
        return whole;
    QStringList words = text.simplified().toLower().split(QLatin1Char(' '));
    if (words.size() > 1 && nameKey(words.last()) == QLatin1String("please")) {
        words.removeLast();
        return nameAndTime(words.join(QLatin1Char(' ')), context);
    }
    const SpokenWish timed = snooze(words, context);
    if (timed.until && isExact(timed))
        return timed;
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
    if (plain.startsWith(QLatin1String("please "), Qt::CaseInsensitive))
        plain.remove(0, 7);
    for (const QString& word : stopWords()) {
        // "opt-out" is "opt out": both are as long, so the rest begins at the same place.
        if (nameKey(plain.left(word.size())) != word)
            continue;
        QString rest = plain.mid(word.size());
        if (!rest.isEmpty() && rest[0].isLetterOrNumber())
            continue;
        rest = rest.simplified();
        for (const char* link : {"of ", "from ", "to ", "sending "}) {
            if (rest.startsWith(QLatin1String(link), Qt::CaseInsensitive))
                return rest.mid(qsizetype(qstrlen(link)));
        }
        return nameKey(rest) == QLatin1String("please") ? QString() : rest;
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
