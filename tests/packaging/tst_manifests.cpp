#include "slack/scopes.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace refrain;

namespace {

QString text(const YAML::Node& node)
{
    return QString::fromStdString(node.as<std::string>());
}

QStringList list(const YAML::Node& node)
{
    QStringList out;
    for (const YAML::Node& item : node)
        out << text(item);
    return out;
}

/// What Slack's published manifest schema allows in one mapping: its keys, each with its longest text.
struct Shape {
    QString path;  ///< Keys joined by dots; a list's items share its path.
    QStringList keys;
};

const QList<Shape>& shapes()
{
    const auto words = [](const char* keys) { return QString::fromLatin1(keys).split(u' '); };
    static const QList<Shape> table = {
        {QString(), words("_metadata display_information features oauth_config settings")},
        {QStringLiteral("_metadata"), words("major_version minor_version")},
        {QStringLiteral("display_information"),
         words("name:35 description:140 long_description:4000 background_color:7")},
        {QStringLiteral("features"), words("app_home bot_user slash_commands")},
        {QStringLiteral("features.app_home"),
         words("home_tab_enabled messages_tab_enabled messages_tab_read_only_enabled")},
        {QStringLiteral("features.bot_user"), words("display_name:80 always_online")},
        {QStringLiteral("features.slash_commands"),
         words("command:32 url:3000 description:2000 usage_hint:1000 should_escape")},
        {QStringLiteral("oauth_config"), words("redirect_urls:1000 scopes")},
        {QStringLiteral("oauth_config.scopes"), words("bot bot_optional")},
        {QStringLiteral("settings"), words("event_subscriptions interactivity org_deploy_enabled socket_mode_enabled "
                                           "token_rotation_enabled")},
        {QStringLiteral("settings.event_subscriptions"), words("request_url:3000 bot_events")},
        {QStringLiteral("settings.interactivity"), words("is_enabled request_url:3000")},
    };
    return table;
}

/// Every key that the schema does not know and every text that it finds too long.
void checkShape(const YAML::Node& node, const QString& path, QStringList& findings)
{
    if (node.IsSequence()) {
        for (const YAML::Node& item : node)
            checkShape(item, path, findings);
    }
    if (!node.IsMap())
        return;
    const auto shape = std::find_if(shapes().begin(), shapes().end(), [&](const Shape& s) { return s.path == path; });
    for (const auto& entry : node) {
        const QString key = text(entry.first);
        const QString full = path.isEmpty() ? key : path + u'.' + key;
        const QStringList known = shape == shapes().end() ? QStringList() : shape->keys;
        const QStringList found = known.filter(QRegularExpression(QStringLiteral("^%1(:|$)").arg(key)));
        if (found.isEmpty())
            findings << full + QStringLiteral(" is unknown");
        const qsizetype longest = found.value(0).section(u':', 1).toInt();
        if (longest > 0 && entry.second.IsScalar() && text(entry.second).size() > longest)
            findings << full + QStringLiteral(" is too long");
        checkShape(entry.second, full, findings);
    }
}

YAML::Node manifest(const QString& name)
{
    QFile file(QStringLiteral(REFRAIN_SOURCE_DIR "/packaging/slack-manifest-%1.yaml").arg(name));
    return file.open(QIODevice::ReadOnly) ? YAML::Load(file.readAll().toStdString()) : YAML::Node();
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

}  // namespace

class TestManifests : public QObject {
    Q_OBJECT

private slots:
    void keepsToSlacksSchema_data() { bothManifests(); }
    void keepsToSlacksSchema()
    {
        QFETCH(QString, name);
        const YAML::Node node = manifest(name);
        QVERIFY(node.IsMap());
        QStringList findings;
        checkShape(node, QString(), findings);
        QCOMPARE(findings, QStringList());
        QVERIFY(node["oauth_config"]["scopes"]["bot"].size() <= 255);
        QVERIFY(node["settings"]["event_subscriptions"]["bot_events"].size() <= 100);
    }

    void asksForWhatTheCodeNeedsAndNoMore_data() { bothManifests(); }
    void asksForWhatTheCodeNeedsAndNoMore()
    {
        QFETCH(QString, name);
        const YAML::Node node = manifest(name);
        const YAML::Node scopes = node["oauth_config"]["scopes"];
        QCOMPARE(sorted(list(scopes["bot"])), slack::botScopes());
        QCOMPARE(sorted(list(scopes["bot_optional"])), slack::optionalBotScopes());
        QCOMPARE(sorted(list(node["settings"]["event_subscriptions"]["bot_events"])), slack::botEvents());
    }

    void offersTheThreeCommands_data() { bothManifests(); }
    void offersTheThreeCommands()
    {
        QFETCH(QString, name);
        QStringList commands;
        for (const YAML::Node& command : manifest(name)["features"]["slash_commands"])
            commands << text(command["command"]);
        QCOMPARE(commands,
                 QStringList({QStringLiteral("/optout"), QStringLiteral("/optin"), QStringLiteral("/optstatus")}));
    }

    void theServerIsReachedByHttps()
    {
        const YAML::Node node = manifest(QStringLiteral("server"));
        const YAML::Node settings = node["settings"];
        QCOMPARE(text(settings["socket_mode_enabled"]), QStringLiteral("false"));
        QCOMPARE(text(settings["event_subscriptions"]["request_url"]), QStringLiteral("https://HOST/slack/events"));
        QCOMPARE(text(settings["interactivity"]["request_url"]), QStringLiteral("https://HOST/slack/interactions"));
        for (const YAML::Node& command : node["features"]["slash_commands"])
            QCOMPARE(text(command["url"]), QStringLiteral("https://HOST/slack/commands"));
        QCOMPARE(list(node["oauth_config"]["redirect_urls"]),
                 QStringList(QStringLiteral("https://HOST/slack/oauth/callback")));
    }

    void theLaptopNeedsNoAddress()
    {
        const YAML::Node node = manifest(QStringLiteral("laptop"));
        QCOMPARE(text(node["settings"]["socket_mode_enabled"]), QStringLiteral("true"));
        QVERIFY(!node["settings"]["event_subscriptions"]["request_url"]);
        QVERIFY(!node["settings"]["interactivity"]["request_url"]);
        for (const YAML::Node& command : node["features"]["slash_commands"])
            QVERIFY(!command["url"]);
        QStringList redirects;
        for (int port = 8470; port <= 8473; ++port)
            redirects << QStringLiteral("http://localhost:%1/slack/oauth/callback").arg(port);
        QCOMPARE(list(node["oauth_config"]["redirect_urls"]), redirects);
    }

    void seesBrokenManifests_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("finding");
        QTest::newRow("an unknown section") << QByteArray("{feature: {}}") << "feature is unknown";
        QTest::newRow("an unknown key of a command")
            << QByteArray("{features: {slash_commands: [{command: /x, hint: y}]}}")
            << "features.slash_commands.hint is unknown";
        QTest::newRow("a name that is too long") << "{display_information: {name: " + QByteArray(36, 'n') + "}}"
                                                 << "display_information.name is too long";
    }

    void seesBrokenManifests()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, finding);
        QStringList findings;
        checkShape(YAML::Load(yaml.toStdString()), QString(), findings);
        QCOMPARE(findings, QStringList(finding));
    }

private:
    static void bothManifests()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"server", "laptop"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
};

QTEST_GUILESS_MAIN(TestManifests)
#include "tst_manifests.moc"
