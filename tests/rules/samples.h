#pragma once

#include "tests/rules/sourcetree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QList>
#include <QTemporaryDir>

#include <utility>

namespace refrain::rules {

using Samples = QList<std::pair<QString, QString>>;

/// A temporary tree of (path, text), read as the rules read the real one.
inline SourceTree treeOf(const Samples& files)
{
    QTemporaryDir root;
    for (const auto& [path, text] : files) {
        const QString full = root.filePath(path);
        QDir().mkpath(QFileInfo(full).path());
        QFile file(full);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(full));
    }
    return SourceTree(root.path());
}

/// The tree that these tests were built from.
inline SourceTree ownTree()
{
    return SourceTree(QStringLiteral(REFRAIN_SOURCE_DIR));
}

}  // namespace refrain::rules
