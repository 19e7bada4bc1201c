#include "tests/rules/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace refrain::rules {

namespace {

/// Where the literal or comment that starts at `at` ends (one past), or `at` where none starts.
qsizetype endOfOpaque(const QString& text, qsizetype at)
{
    const auto until = [&](const QString& mark) {
        const qsizetype end = text.indexOf(mark, at + 2);
        return end < 0 ? text.size() : end + mark.size();
    };
    const QStringView rest = QStringView(text).mid(at);
    if (rest.startsWith(u"//")) {
        const qsizetype end = text.indexOf(u'\n', at);
        return end < 0 ? text.size() : end;
    }
    if (rest.startsWith(u"/*"))
        return until(QStringLiteral("*/"));
    if (rest.startsWith(u"R\"")) {
        const qsizetype open = text.indexOf(u'(', at);
        return open < 0 ? text.size() : until(u')' + text.mid(at + 2, open - at - 2) + u'"');
    }
    const QChar quote = text.at(at);
    const bool digitSeparator = quote == u'\'' && at > 0 && text.at(at - 1).isLetterOrNumber() &&
                                text.at(at - 1) != u'u' && text.at(at - 1) != u'L';
    if ((quote != u'"' && quote != u'\'') || digitSeparator)
        return at;
    for (qsizetype i = at + 1; i < text.size() && text.at(i) != u'\n'; ++i) {
        if (text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == quote)
            return i + 1;
    }
    return at + 1;
}

QString readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isText(const QString& path)
{
    static const QRegularExpression names(QStringLiteral(
        R"((\.(cpp|h|txt|cmake|md|json|yaml|yml|sql|html|css|qss|ini|service|desktop|xml|in|sh|[158])|/dev|run)$)"));
    return names.match(path).hasMatch();
}

}  // namespace

bool SourceFile::isCpp() const
{
    return path.endsWith(QLatin1String(".cpp")) || path.endsWith(QLatin1String(".h"));
}

qsizetype SourceFile::lineCount() const
{
    return text.count(u'\n') + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

qsizetype SourceFile::lineAt(qsizetype offset) const
{
    return QStringView(text).left(offset).count(u'\n') + 1;
}

QString SourceFile::finding(qsizetype offset, const QString& what) const
{
    return QStringLiteral("%1:%2: %3").arg(path).arg(lineAt(offset)).arg(what);
}

QString codeOnly(const QString& text)
{
    QString code = text;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfOpaque(text, at);
        for (qsizetype i = at + 1; i < end - 1; ++i) {
            if (code.at(i) != u'\n')
                code[i] = u' ';
        }
        at = std::max(end, at + 1);
    }
    return code;
}

SourceTree::SourceTree(const QString& root)
{
    const QDir top(root);
    for (const QString& name : top.entryList(QDir::Files | QDir::Hidden))
        add(root, name);
    for (const char* folder : {"app", "ui", "tests", "packaging", "resources"}) {
        QDirIterator it(top.filePath(QLatin1String(folder)), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            add(root, top.relativeFilePath(it.next()));
    }
    std::sort(m_files.begin(), m_files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
}

void SourceTree::add(const QString& root, const QString& path)
{
    if (!isText(u'/' + path))
        return;
    const QString text = readAll(QDir(root).filePath(path));
    SourceFile file{path, text, {}};
    if (file.isCpp())
        file.code = codeOnly(text);
    m_files.append(file);
}

const SourceFile* SourceTree::find(const QString& path) const
{
    const auto found =
        std::find_if(m_files.begin(), m_files.end(), [&](const auto& file) { return file.path == path; });
    return found == m_files.end() ? nullptr : &*found;
}

QList<SourceFile> SourceTree::cpp(const QStringList& folders) const
{
    QList<SourceFile> out;
    for (const SourceFile& file : m_files) {
        const bool wanted =
            std::any_of(folders.begin(), folders.end(), [&](const auto& folder) { return file.isUnder(folder); });
        if (wanted && file.isCpp())
            out.append(file);
    }
    return out;
}

}  // namespace refrain::rules
