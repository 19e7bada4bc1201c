#include "tests/sandbox/bench.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace refrain;
using test::Bench;
using Fields = Bench::Fields;

namespace {

QByteArray decoded(const QByteArray& text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

template <auto Free>
struct Deleter {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

bool isSigned(const QByteArray& token, const QJsonObject& jwk)
{
    const auto number = [&](const char* field) {
        const QByteArray bytes = decoded(jwk.value(QLatin1String(field)).toString().toLatin1());
        return std::unique_ptr<BIGNUM, Deleter<BN_free>>(BN_bin2bn(raw(bytes), int(bytes.size()), nullptr));
    };
    const auto n = number("n");
    const auto e = number("e");
    const std::unique_ptr<OSSL_PARAM_BLD, Deleter<OSSL_PARAM_BLD_free>> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    const std::unique_ptr<OSSL_PARAM, Deleter<OSSL_PARAM_free>> params(OSSL_PARAM_BLD_to_param(builder.get()));
    const std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>> maker(
        EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* key = nullptr;
    EVP_PKEY_fromdata_init(maker.get());
    EVP_PKEY_fromdata(maker.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get());
    const std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>> owned(key);
    const std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>> check(EVP_MD_CTX_new());
    EVP_DigestVerifyInit(check.get(), nullptr, EVP_sha256(), nullptr, key);
    const QByteArray text = token.left(token.lastIndexOf('.'));
    const QByteArray signature = decoded(token.mid(token.lastIndexOf('.') + 1));
    return EVP_DigestVerify(check.get(), raw(signature), size_t(signature.size()), raw(text), size_t(text.size())) == 1;
}

QByteArray target(const QByteArray& query)
{
    return "/openid/connect/authorize?client_id=1.1&response_type=code&state=s&nonce=n1&redirect_uri="
           "http://localhost:8470/slack/oauth/callback&scope=" +
           query;
}

}  // namespace

class TestOpenId : public QObject {
    Q_OBJECT

private:
    static QJsonObject exchange(Bench& bench, const QString& code)
    {
        return bench.call("openid.connect.token", {},
                          Bench::client({{QStringLiteral("code"), code},
                                         {QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                                         {QStringLiteral("redirect_uri"), Bench::redirect()}}));
    }

private slots:
    void aPersonSignsIn()
    {
        Bench bench;
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        const QJsonObject answer = exchange(bench, bench.authorize(target("openid%20profile%20email"), owner));
        QVERIFY(answer.value(QStringLiteral("ok")).toBool());
        QCOMPARE(answer.value(QStringLiteral("token_type")).toString(), QStringLiteral("Bearer"));
        const QByteArray token = answer.value(QStringLiteral("id_token")).toString().toLatin1();
        const QJsonObject claims = QJsonDocument::fromJson(decoded(token.split('.').value(1))).object();
        QCOMPARE(claims.value(QStringLiteral("iss")).toString(), QStringLiteral("https://slack.com"));
        QCOMPARE(claims.value(QStringLiteral("aud")).toString(), QStringLiteral("1.1"));
        QCOMPARE(claims.value(QStringLiteral("sub")).toString(), owner);
        QCOMPARE(claims.value(QStringLiteral("nonce")).toString(), QStringLiteral("n1"));
        QCOMPARE(claims.value(QStringLiteral("https://slack.com/user_id")).toString(), owner);
        QCOMPARE(claims.value(QStringLiteral("https://slack.com/team_id")).toString(),
                 bench.state(QStringLiteral("team")));
        QCOMPARE(claims.value(QStringLiteral("exp")).toInteger(), bench.clock.now() / 1000 + 300);
        QVERIFY(claims.contains(QStringLiteral("email")) && claims.contains(QStringLiteral("name")));

        const QJsonArray keys = Bench::json(bench.get("/openid/connect/keys")).value(QStringLiteral("keys")).toArray();
        const QJsonObject header = QJsonDocument::fromJson(decoded(token.split('.').value(0))).object();
        QCOMPARE(header.value(QStringLiteral("alg")).toString(), QStringLiteral("RS256"));
        QCOMPARE(header.value(QStringLiteral("kid")), keys[0].toObject().value(QStringLiteral("kid")));
        QVERIFY(isSigned(token, keys[0].toObject()));
        QByteArray forged = token;
        forged[forged.indexOf('.') + 5] = forged[forged.indexOf('.') + 5] == 'A' ? 'B' : 'A';
        QVERIFY(!isSigned(forged, keys[0].toObject()));

        const QByteArray access = answer.value(QStringLiteral("access_token")).toString().toLatin1();
        QCOMPARE(bench.call("openid.connect.userInfo", access).value(QStringLiteral("sub")).toString(), owner);
        QCOMPARE(Bench::error(bench.call("users.list", access)), QStringLiteral("not_allowed_token_type"));
    }

    void onlyWhatWasAskedForIsTold()
    {
        Bench bench;
        const QJsonObject answer =
            exchange(bench, bench.authorize(target("openid"), bench.state(QStringLiteral("primaryOwner"))));
        const QJsonObject claims =
            bench.call("openid.connect.userInfo", answer.value(QStringLiteral("access_token")).toString().toLatin1());
        QVERIFY(!claims.contains(QStringLiteral("email")) && !claims.contains(QStringLiteral("name")));
    }

    void theTwoKindsOfCodeAreNotInterchangeable()
    {
        Bench bench;
        const QString owner = bench.state(QStringLiteral("primaryOwner"));
        QCOMPARE(Bench::error(bench.exchange(bench.authorize(target("openid"), owner))),
                 QStringLiteral("oauth_authorization_url_mismatch"));
        const QString code = bench.authorize(Bench::authorizeTarget("scope=users:read"), owner);
        QCOMPARE(Bench::error(exchange(bench, code)), QStringLiteral("oauth_authorization_url_mismatch"));
    }

    void theKeysStayAndAreDiscoverable()
    {
        Bench one;
        QCOMPARE(one.get("/openid/connect/keys").body, one.get("/openid/connect/keys").body);
        const QJsonObject discovery = Bench::json(one.get("/.well-known/openid-configuration"));
        QCOMPARE(discovery.value(QStringLiteral("jwks_uri")).toString(),
                 QStringLiteral("http://127.0.0.1:1/openid/connect/keys"));
    }
};

QTEST_GUILESS_MAIN(TestOpenId)
#include "tst_openid.moc"
