#include "slack/idtoken.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

using namespace refrain;

namespace {

QByteArray base64(const QByteArray& data)
{
    return data.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray base64(const QJsonObject& object)
{
    return base64(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString parameter(EVP_PKEY* key, const char* name)
{
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray data(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char*>(data.data()));
    BN_free(number);
    return QString::fromLatin1(base64(data));
}

QByteArray sign(EVP_PKEY* key, const QByteArray& text)
{
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    QByteArray signature(EVP_PKEY_size(key), '\0');
    size_t size = size_t(signature.size());
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size,
                   reinterpret_cast<const unsigned char*>(text.constData()), size_t(text.size()));
    EVP_MD_CTX_free(context);
    return signature.left(qsizetype(size));
}

}  // namespace

class TestIdToken : public QObject {
    Q_OBJECT

    EVP_PKEY* m_key = nullptr;

    [[nodiscard]] QJsonObject keys() const
    {
        const QJsonObject key{{QStringLiteral("kty"), QStringLiteral("RSA")},
                              {QStringLiteral("kid"), QStringLiteral("k1")},
                              {QStringLiteral("n"), parameter(m_key, OSSL_PKEY_PARAM_RSA_N)},
                              {QStringLiteral("e"), parameter(m_key, OSSL_PKEY_PARAM_RSA_E)}};
        return {{QStringLiteral("keys"), QJsonArray{key}}};
    }

    [[nodiscard]] static QJsonObject claims()
    {
        return {{QStringLiteral("iss"), QStringLiteral("https://slack.com")},
                {QStringLiteral("aud"), QStringLiteral("1.1")},
                {QStringLiteral("exp"), 1000},
                {QStringLiteral("nonce"), QStringLiteral("n1")},
                {QStringLiteral("https://slack.com/user_id"), QStringLiteral("U1")},
                {QStringLiteral("https://slack.com/team_id"), QStringLiteral("T1")}};
    }

private slots:
    void initTestCase()
    {
        m_key = EVP_RSA_gen(2048);
        QVERIFY(m_key);
    }
    void cleanupTestCase() { EVP_PKEY_free(m_key); }

    void acceptsOnlyWhatItShould_data()
    {
        QTest::addColumn<QJsonObject>("header");
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<QString>("refusal");
        const QJsonObject good{{QStringLiteral("alg"), QStringLiteral("RS256")},
                               {QStringLiteral("kid"), QStringLiteral("k1")}};
        const auto claim = [](const char* name, const QJsonValue& value) {
            return QJsonObject{{QString::fromLatin1(name), value}};
        };
        QTest::newRow("what Slack says") << good << QJsonObject() << QString();
        QTest::newRow("several audiences") << good << claim("aud", QJsonArray{QStringLiteral("1.1")}) << QString();
        QTest::newRow("another issuer") << good << claim("iss", QStringLiteral("https://evil.example"))
                                        << QStringLiteral("another issuer");
        QTest::newRow("another app") << good << claim("aud", QStringLiteral("2.2"))
                                     << QStringLiteral("meant for another app");
        QTest::newRow("expired") << good << claim("exp", 400) << QStringLiteral("expired");
        QTest::newRow("another nonce") << good << claim("nonce", QStringLiteral("n2"))
                                       << QStringLiteral("another nonce");
        QTest::newRow("no nonce") << good << claim("nonce", QJsonValue()) << QStringLiteral("another nonce");
        QTest::newRow("nobody") << good << claim("https://slack.com/user_id", QString())
                                << QStringLiteral("names nobody");
        QTest::newRow("no signature asked for") << QJsonObject{{QStringLiteral("alg"), QStringLiteral("none")},
                                                               {QStringLiteral("kid"), QStringLiteral("k1")}}
                                                << QJsonObject() << QStringLiteral("not signed with RS256");
        QTest::newRow("an unknown key") << QJsonObject{{QStringLiteral("alg"), QStringLiteral("RS256")},
                                                       {QStringLiteral("kid"), QStringLiteral("k2")}}
                                        << QJsonObject() << QStringLiteral("signed with an unknown key");
    }

    void acceptsOnlyWhatItShould()
    {
        QFETCH(QJsonObject, header);
        QFETCH(QJsonObject, changes);
        QFETCH(QString, refusal);
        QJsonObject body = claims();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            body.insert(it.key(), it.value());
        const QByteArray text = base64(header) + '.' + base64(body);
        const Result<slack::IdClaims> who = verify(text + '.' + base64(sign(m_key, text)));
        QCOMPARE(who ? QString() : who.error().context(), refusal);
        if (who)
            QCOMPARE(who->userId, QStringLiteral("U1"));
    }

    void aSignatureOverOtherWordsIsRefused()
    {
        const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")},
                                 {QStringLiteral("kid"), QStringLiteral("k1")}};
        QJsonObject forged = claims();
        const QByteArray signature = base64(sign(m_key, base64(header) + '.' + base64(forged)));
        forged.insert(QStringLiteral("https://slack.com/user_id"), QStringLiteral("U2"));
        const Result<slack::IdClaims> who = verify(base64(header) + '.' + base64(forged) + '.' + signature);
        QVERIFY(!who);
        QCOMPARE(who.error().context(), QStringLiteral("the signature does not fit"));
        QVERIFY(!verify("not.a-token"));
        QVERIFY(!verify(QByteArray()));
    }

private:
    [[nodiscard]] Result<slack::IdClaims> verify(const QByteArray& token) const
    {
        return slack::verifyIdToken(
            token, keys(),
            {QStringLiteral("https://slack.com"), QStringLiteral("1.1"), QStringLiteral("n1"), Millis(500'000)});
    }
};

QTEST_GUILESS_MAIN(TestIdToken)
#include "tst_idtoken.moc"
