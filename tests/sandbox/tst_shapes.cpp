#include "sandbox/shapes/channeljson.h"
#include "sandbox/shapes/userjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace refrain;
using namespace refrain::sandbox;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] Millis now() const override { return 1'800'000'000'000; }
};

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

const char* const always = "id team_id name deleted is_bot is_app_user updated profile";
const char* const active = "color real_name tz tz_label tz_offset is_email_confirmed who_can_share_contact_card";
const char* const roles = "is_admin is_owner is_primary_owner is_restricted is_ultra_restricted";
const char* const profileFields =
    "title phone real_name real_name_normalized display_name display_name_normalized first_name last_name status_text "
    "status_emoji status_expiration avatar_hash image_24 image_32 image_48 image_72 image_192 image_512 team";

}  // namespace

class TestShapes : public QObject {
    Q_OBJECT

private:
    FixedClock m_clock;
    Ledger m_ledger;
    World m_world{{500, 200, 1}, m_ledger, m_clock};

    QJsonObject user(PersonKind kind, bool deleted, const UserView& view) const
    {
        for (quint64 i = 0; i < 500; ++i) {
            const Person person = m_world.person(i);
            if (person.kind == kind && person.deleted == deleted)
                return userObject(m_world, person, view);
        }
        return {};
    }

private slots:
    void userFields_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("deleted");
        QTest::addColumn<QString>("present");
        QTest::addColumn<QString>("absent");
        const auto join = [](std::initializer_list<const char*> parts) {
            QStringList all;
            for (const char* part : parts)
                all << QString::fromLatin1(part);
            return all.join(u' ');
        };
        const auto row = [&](const char* name, PersonKind kind, bool deleted, const QString& present,
                             const char* absent) {
            QTest::newRow(name) << int(kind) << deleted << present << QString::fromLatin1(absent);
        };
        row("a member has everything", PersonKind::Member, false, join({always, active, roles, "has_2fa"}),
            "is_stranger is_invited_user is_workflow_bot enterprise_user locale");
        row("somebody deactivated is abbreviated", PersonKind::Member, true, QString::fromLatin1(always),
            "color real_name tz is_admin has_2fa is_email_confirmed");
        row("a guest has roles", PersonKind::Guest, false, join({always, active, roles}), "is_stranger");
        row("a stranger has no roles", PersonKind::Stranger, false, join({always, active, "is_stranger"}),
            "is_admin has_2fa");
        row("an invited person says so", PersonKind::Invited, false, join({always, active, roles, "is_invited_user"}),
            "");
        row("a bot has no second factor", PersonKind::Bot, false, join({always, active, roles}), "has_2fa");
        row("a workflow bot says so", PersonKind::WorkflowBot, false, join({always, "is_workflow_bot"}), "has_2fa");
        row("a connector bot says so", PersonKind::ConnectorBot, false, join({always, "is_connector_bot"}), "has_2fa");
    }

    void userFields()
    {
        QFETCH(int, kind);
        QFETCH(bool, deleted);
        QFETCH(QString, present);
        QFETCH(QString, absent);
        const QJsonObject json = user(PersonKind(kind), deleted, {});
        QVERIFY(!json.isEmpty());
        for (const QString& field : present.split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(json.contains(field), qPrintable(field));
        for (const QString& field : absent.split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(!json.contains(field), qPrintable(field));
        const QJsonObject profile = json.value(QStringLiteral("profile")).toObject();
        for (const QString& field : words(profileFields))
            QVERIFY2(profile.contains(field), qPrintable(field));
        QVERIFY(!profile.contains(QStringLiteral("email")));
    }

    void addressLocaleAndOrganizationAreShownOnRequest()
    {
        const QJsonObject json = user(PersonKind::Member, false, {true, true, true});
        QVERIFY(json.value(QStringLiteral("profile")).toObject().contains(QStringLiteral("email")));
        QVERIFY(json.contains(QStringLiteral("locale")));
        const QJsonObject wide = json.value(QStringLiteral("enterprise_user")).toObject();
        for (const QString& field : words("id enterprise_id enterprise_name is_admin is_owner teams"))
            QVERIFY2(wide.contains(field), qPrintable(field));
        const QJsonObject stranger = user(PersonKind::Stranger, false, {true, true, true});
        QVERIFY(!stranger.value(QStringLiteral("profile")).toObject().contains(QStringLiteral("email")));
    }

    void slackbotIsNoBot()
    {
        const QJsonObject json = userObject(m_world, m_world.person(People::slackbot), {});
        QCOMPARE(json.value(QStringLiteral("id")).toString(), QStringLiteral("USLACKBOT"));
        QVERIFY(!json.value(QStringLiteral("is_bot")).toBool(true));
    }

    void aSingleChannelGuestIsAlsoAGuest()
    {
        const QJsonObject json = user(PersonKind::SingleChannelGuest, false, {});
        QVERIFY(json.value(QStringLiteral("is_restricted")).toBool());
        QVERIFY(json.value(QStringLiteral("is_ultra_restricted")).toBool());
    }

    void hostileNamesComeThroughUnharmed()
    {
        const QString name = QStringLiteral("a\"b\\c\n\t<b>\u202E\u0001") + QString::fromUtf8("\xF0\x9F\xA6\x8A");
        Person person = m_world.person(4);
        person.realName = name;
        QCOMPARE(userObject(m_world, person, {}).value(QStringLiteral("real_name")).toString(), name);
    }

    void customFieldsComeInSlacksFourWays()
    {
        QSet<int> types;
        for (quint64 i = 0; i < 60; ++i) {
            const QJsonObject json = userObject(m_world, m_world.person(i), {});
            types.insert(int(json.value(QStringLiteral("profile")).toObject().value(QStringLiteral("fields")).type()));
        }
        QCOMPARE(types, (QSet<int>{QJsonValue::Null, QJsonValue::Array, QJsonValue::Object, QJsonValue::Undefined}));
    }

    void channelFields()
    {
        const QStringList fields = words(
            "id name name_normalized previous_names is_channel is_group is_im is_mpim is_private is_archived "
            "is_general "
            "is_member is_shared is_ext_shared is_org_shared is_pending_ext_shared is_global_shared is_org_default "
            "is_org_mandatory created updated creator context_team_id conversation_host_id shared_team_ids "
            "internal_team_ids connected_team_ids topic purpose properties");
        for (quint64 i = 0; i < 200; ++i) {
            const QJsonObject json = channelObject(m_world, m_world.channel(i), {});
            for (const QString& field : fields)
                QVERIFY2(json.contains(field), qPrintable(field));
            QVERIFY(!json.contains(QStringLiteral("num_members")));
        }
        QVERIFY(channelObject(m_world, m_world.channel(0), {People::appBot, true, false, false})
                    .value(QStringLiteral("num_members"))
                    .toInteger() > 300);
    }

    void directMessageFields()
    {
        const QJsonObject json = dmObject(m_world, m_world.person(4), 5);
        for (const QString& field : words("id created updated is_im user is_user_deleted priority context_team_id"))
            QVERIFY2(json.contains(field), qPrintable(field));
        QVERIFY(!json.contains(QStringLiteral("num_members")));
        QCOMPARE(m_world.findDm(json.value(QStringLiteral("id")).toString())->index, 4ULL);
    }
};

QTEST_GUILESS_MAIN(TestShapes)
#include "tst_shapes.moc"
