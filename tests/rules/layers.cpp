#include "tests/rules/layers.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace refrain::rules {

namespace {

const Layer* layerNamed(const QString& name)
{
    const QList<Layer>& table = layerTable();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Layer& layer) { return layer.name == name; });
    return found == table.end() ? nullptr : &*found;
}

QString layerFolder(const QString& name)
{
    return name == QLatin1String("ui") ? name : QStringLiteral("app/") + name;
}

/// `name` and all layers below it.
QSet<QString> downFrom(const QString& name)
{
    QSet<QString> out{name};
    if (const Layer* layer = layerNamed(name)) {
        for (const QString& below : layer->mayInclude)
            out += downFrom(below);
    }
    return out;
}

/// Where in the house a path lies: a layer's name, "support", another folder of tests, or nothing.
QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() >= 2 && parts.first() == QLatin1String("ui"))
        return parts.first();
    return parts.size() >= 3 ? parts.at(1) : QString();
}

/// Tests of a layer see it and all below, the fixtures of those layers' tests included; folders of tests that mirror no
/// layer look at whole programs.
bool mayTestInclude(const QString& fromRoom, const QString& to, const QString& toRoom)
{
    if (to.startsWith(QLatin1String("tests/")))
        return toRoom == fromRoom || toRoom == QLatin1String("support") || downFrom(fromRoom).contains(toRoom) ||
               (!layerNamed(fromRoom) && layerNamed(toRoom));
    if (fromRoom == QLatin1String("support"))
        return toRoom == QLatin1String("base");
    return !layerNamed(fromRoom) || downFrom(fromRoom).contains(toRoom);
}

bool mayInclude(const QString& from, const QString& to)
{
    const QString fromRoom = roomOf(from);
    const QString toRoom = roomOf(to);
    if (from.startsWith(QLatin1String("tests/")))
        return mayTestInclude(fromRoom, to, toRoom);
    const Layer* layer = layerNamed(fromRoom);
    return layer && !to.startsWith(QLatin1String("tests/")) &&
           (toRoom == fromRoom || layer->mayInclude.contains(toRoom));
}

/// The tree's file that the compiler would take, or nothing where it is from outside.
QString resolve(const SourceTree& tree, const QString& from, const QString& name)
{
    const QString folder = from.left(from.lastIndexOf(u'/') + 1);
    for (const QString& root : {folder, QStringLiteral("app/"), QString()}) {
        const QString path = QDir::cleanPath(root + name);
        if (tree.find(path))
            return path;
    }
    return {};
}

bool isGenerated(const QString& name)
{
    static const QRegularExpression generated(QStringLiteral(R"(\.moc$|(^|/)(ui|moc)_\w+\.(h|cpp)$)"));
    return generated.match(name).hasMatch();
}

void checkFile(const SourceTree& tree, const SourceFile& file, QStringList& findings)
{
    static const QRegularExpression directive(QStringLiteral(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]*)[>"])"),
                                              QRegularExpression::MultilineOption);
    for (auto it = directive.globalMatch(file.code); it.hasNext();) {
        const auto match = it.next();
        const QString name = file.text.mid(match.capturedStart(2), match.capturedLength(2));
        const QString to = resolve(tree, file.path, name);
        const bool quoted = match.captured(1) == QLatin1String("\"");
        if (to.isEmpty() ? quoted && !isGenerated(name) : !mayInclude(file.path, to)) {
            const QString what = to.isEmpty() ? QStringLiteral("no file of the tree is called %1")
                                              : QStringLiteral("%1 lies outside what this folder may include");
            findings << file.finding(match.capturedStart(), what.arg(name));
        }
    }
}

QStringList dependsOf(const SourceTree& tree, const QString& layer, QString& path)
{
    path = layerFolder(layer) + QStringLiteral("/CMakeLists.txt");
    const SourceFile* file = tree.find(path);
    static const QRegularExpression call(QStringLiteral(R"(refrain_library\(\s*(\w+)\s+DEPENDS\s+([^)]*)\))"));
    const auto match = file ? call.match(file->text) : QRegularExpressionMatch();
    if (match.captured(1) != layer)
        return {};
    return match.captured(2).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
}

QString layerOfTarget(const QString& target)
{
    const QString prefix = QStringLiteral("refrain_");
    return target.startsWith(prefix) ? target.mid(prefix.size()) : QString();
}

}  // namespace

const QList<Layer>& layerTable()
{
    const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); };
    static const QList<Layer> table = {
        {QStringLiteral("base"), {}, words("Qt6::Core")},
        {QStringLiteral("domain"), words("base"), words("PkgConfig::SODIUM OpenSSL::Crypto")},
        {QStringLiteral("wire"), words("base domain"), {}},
        {QStringLiteral("net"), words("base domain"), words("Qt6::Network")},
        {QStringLiteral("web"), words("base"), words("Boost::headers Threads::Threads")},
        {QStringLiteral("store"), words("base domain"), words("PkgConfig::SQLITE PkgConfig::SODIUM")},
        {QStringLiteral("slack"), words("base domain net"), words("Qt6::WebSockets OpenSSL::Crypto")},
        {QStringLiteral("service"), words("base domain wire net web store slack"), {}},
        {QStringLiteral("console"), words("base domain wire net store"),
         words("Qt6Keychain::Qt6Keychain Qt6::Concurrent")},
        {QStringLiteral("sandbox"), words("base web"), words("OpenSSL::Crypto")},
        {QStringLiteral("ui"), words("base domain console"), words("Qt6::Widgets Qt6::Svg Qt6::DBus")},
    };
    return table;
}

QStringList forbiddenIncludes(const SourceTree& tree)
{
    QStringList findings;
    for (const SourceFile& file : tree.cpp({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")}))
        checkFile(tree, file, findings);
    return findings;
}

QStringList forbiddenLinks(const SourceTree& tree)
{
    QStringList findings;
    for (const Layer& layer : layerTable()) {
        QString path;
        const QStringList depends = dependsOf(tree, layer.name, path);
        if (depends.isEmpty())
            findings << path + QStringLiteral(": no refrain_library(%1 DEPENDS ...) in it").arg(layer.name);
        QSet<QString> reachable;
        for (const QString& target : depends) {
            const QString below = layerOfTarget(target);
            reachable += downFrom(below);
            if (!layer.mayInclude.contains(below) && !layer.libraries.contains(target))
                findings << path + QStringLiteral(": links %1, which the layer table does not allow").arg(target);
        }
        for (const QString& below : layer.mayInclude) {
            if (!depends.isEmpty() && !reachable.contains(below))
                findings << path + QStringLiteral(": the layer table allows %1, but nothing links it").arg(below);
        }
    }
    return findings;
}

}  // namespace refrain::rules
