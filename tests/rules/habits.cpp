#include "tests/rules/habits.h"

#include <QRegularExpression>
#include <QSet>

namespace refrain::rules {

namespace {

struct Habit {
    QString pattern;
    QString instead;
};

const QList<Habit>& forbiddenHabits()
{
    static const QList<Habit> habits = {
        {QStringLiteral(R"((?<!QCoreApplication::)\binstance\s*\()"),
         QStringLiteral("a singleton: hand the object down through constructors")},
        {QStringLiteral(R"(\b(SIGNAL|SLOT)\s*\()"), QStringLiteral("connect with pointers to members")},
        {QStringLiteral(R"(\b(QEventLoop|processEvents)\b)"), QStringLiteral("a nested event loop: go on in a slot")},
        {QStringLiteral(R"(\bQMessageBox::(question|warning|information|critical|about)\s*\()"),
         QStringLiteral("a nested event loop: open() the dialog")},
        {QStringLiteral(R"(\b(QFileDialog|QInputDialog|QColorDialog|QFontDialog)::get\w+\s*\()"),
         QStringLiteral("a nested event loop: open() the dialog")},
        {QStringLiteral(R"(\bQSortFilterProxyModel\b)"),
         QStringLiteral("sort and filter in the index that the model reads")},
        {QStringLiteral(R"(\bQ(Property|Variant)Animation\b|\bQTimeLine\b)"),
         QStringLiteral("something that moves by itself: who asked the desktop for less motion must be heard first")},
        {QStringLiteral(R"(\b(qSleep|qWait|usleep|nanosleep|sleep_for|sleep_until)\s*\(|\bQThread::(m|u)?sleep\s*\()"),
         QStringLiteral("a wait by the clock: QTRY_*, QSignalSpy or a clock that the test moves")},
    };
    return habits;
}

const QStringList& codeFolders()
{
    static const QStringList folders = {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")};
    return folders;
}

/// The arguments of the call whose opening parenthesis is at `open`, cut at its own commas.
QStringList argumentsAt(const QString& code, qsizetype open)
{
    QStringList out;
    qsizetype start = open + 1;
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u'(' || c == u'[' || c == u'{')
            ++depth;
        else if (c == u')' || c == u']' || c == u'}')
            --depth;
        if (depth == 0 || (depth == 1 && c == u',')) {
            out << code.mid(start, i - start).trimmed();
            start = i + 1;
        }
        if (depth == 0)
            break;
    }
    return out;
}

void find(const SourceFile& file, const QString& text, const QRegularExpression& pattern, const QString& what,
          QStringList& findings)
{
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        findings << file.finding(match.capturedStart(), QStringLiteral("%1: %2").arg(match.captured(), what));
    }
}

}  // namespace

QStringList oversizedFiles(const SourceTree& tree, const SizeLimits& limits)
{
    QStringList findings;
    for (const SourceFile& file : tree.cpp(codeFolders())) {
        const bool isMain = file.path.endsWith(QLatin1String("/main.cpp"));
        const bool isHeader = file.path.endsWith(QLatin1String(".h"));
        const qsizetype limit = isMain ? limits.main : isHeader ? limits.header : limits.source;
        if (file.lineCount() > limit && !limits.allowed.contains(file.path))
            findings << file.finding(0, QStringLiteral("%1 lines, %2 at most").arg(file.lineCount()).arg(limit));
    }
    return findings;
}

QStringList forbiddenCalls(const SourceTree& tree)
{
    QStringList findings;
    for (const Habit& habit : forbiddenHabits()) {
        const QRegularExpression pattern(habit.pattern);
        for (const SourceFile& file : tree.cpp(codeFolders()))
            find(file, file.code, pattern, habit.instead, findings);
    }
    return findings;
}

QStringList contextlessConnects(const SourceTree& tree)
{
    static const QRegularExpression call(QStringLiteral(R"(\bconnect\s*\()"));
    QStringList findings;
    for (const SourceFile& file : tree.cpp(codeFolders())) {
        for (auto it = call.globalMatch(file.code); it.hasNext();) {
            const auto match = it.next();
            const QStringList arguments = argumentsAt(file.code, match.capturedEnd() - 1);
            if (arguments.size() >= 3 && arguments.at(2).startsWith(u'['))
                findings << file.finding(match.capturedStart(), QStringLiteral("a lambda without a context object"));
        }
    }
    return findings;
}

QStringList strayNetworkAccess(const SourceTree& tree)
{
    static const QRegularExpression name(QStringLiteral(R"(\bQNetworkAccessManager\b)"));
    QStringList findings;
    QSet<QString> homes;
    for (const SourceFile& file : tree.cpp({QStringLiteral("app"), QStringLiteral("ui")})) {
        const auto match = name.match(file.code);
        if (!match.hasMatch())
            continue;
        if (!file.isUnder(QStringLiteral("app/net")))
            findings << file.finding(match.capturedStart(), QStringLiteral("requests go out through app/net alone"));
        else
            homes.insert(file.path.left(file.path.lastIndexOf(u'.')));
    }
    if (homes.size() > 1)
        findings << QStringLiteral("app/net: more than one transport: ") +
                        QStringList(homes.values()).join(QStringLiteral(", "));
    return findings;
}

QStringList unfinishedWork(const SourceTree& tree)
{
    // Cut in two, so that this file is clean by its own rule.
    static const QRegularExpression words(QStringLiteral(R"(\bTO)"
                                                         R"(DO\b|\bFIX)"
                                                         R"(ME\b|\bXX)"
                                                         R"(X\b|\bHA)"
                                                         R"(CK\b|[Nn]ot (yet )?imple)"
                                                         R"(mented|\bplace)"
                                                         R"(holders?\b(?!=?")|\bstu)"
                                                         R"(bs?\b)"));
    QStringList findings;
    for (const SourceFile& file : tree.files())
        find(file, file.text, words, QStringLiteral("finish it, or leave it out"), findings);
    return findings;
}

}  // namespace refrain::rules
