#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace refrain::rules {

/// One file of the tree, as it lies on disk and as the compiler sees it.
struct SourceFile {
    QString path;  ///< Relative to the tree's root, with slashes.
    QString text;
    QString code;  ///< `text` with the inside of comments and literals blanked; same length, same lines.

    [[nodiscard]] bool isUnder(const QString& folder) const { return path.startsWith(folder + u'/'); }
    [[nodiscard]] bool isCpp() const;
    [[nodiscard]] qsizetype lineCount() const;
    [[nodiscard]] qsizetype lineAt(qsizetype offset) const;
    /// "app/base/id.h:12: what": the form in which every rule reports.
    [[nodiscard]] QString finding(qsizetype offset, const QString& what) const;
};

/// Blanks comments, strings (raw ones too) and characters; delimiters and line ends stay.
[[nodiscard]] QString codeOnly(const QString& text);

/// The files that the rules are about: sources, build files and texts below app, ui, tests,
/// packaging and resources, and in the root. Sorted by path. Build folders are left out.
class SourceTree {
public:
    explicit SourceTree(const QString& root);

    [[nodiscard]] const QList<SourceFile>& files() const { return m_files; }
    [[nodiscard]] const SourceFile* find(const QString& path) const;
    /// The C++ files below one of the folders.
    [[nodiscard]] QList<SourceFile> cpp(const QStringList& folders) const;

private:
    void add(const QString& root, const QString& path);
    QList<SourceFile> m_files;
};

}  // namespace refrain::rules
