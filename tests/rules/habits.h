#pragma once

#include "tests/rules/sourcetree.h"

#include <QStringList>

namespace refrain::rules {

/// Limits on a file's length; a path on the allow-list is exempt.
struct SizeLimits {
    qsizetype source = 400;
    qsizetype header = 150;
    qsizetype main = 60;
    QStringList allowed;
};

[[nodiscard]] QStringList oversizedFiles(const SourceTree& tree, const SizeLimits& limits);

/// Singletons, string-based connects, nested event loops, sorting proxies, sleeps: by name, in code.
[[nodiscard]] QStringList forbiddenCalls(const SourceTree& tree);

/// `connect(sender, signal, [..]...)`: a lambda that outlives what it captures. Qt 6.4 does not refuse it.
[[nodiscard]] QStringList contextlessConnects(const SourceTree& tree);

/// QNetworkAccessManager anywhere in the product but in one pair of files in app/net.
[[nodiscard]] QStringList strayNetworkAccess(const SourceTree& tree);

/// Words that say a thing is not finished, in code, comments and texts.
[[nodiscard]] QStringList unfinishedWork(const SourceTree& tree);

}  // namespace refrain::rules
