#include "slack/idtoken.h"

#include "base/secret.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <memory>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace refrain::slack {
namespace {

constexpr Millis leeway = 60 * 1000;

template <auto Free>
struct Deleter {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Deleter<OSSL_PARAM_free>>;
using ParamsBuilder = std::unique_ptr<OSSL_PARAM_BLD, Deleter<OSSL_PARAM_BLD_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;

const unsigned char* bytes(const QByteArray& data)
{
    return reinterpret_cast<const unsigned char*>(data.constData());
}

Error refused(const QString& why)
{
    return Error::unauthorized(QStringLiteral("Slack's proof of who you are could not be accepted. Sign in again."),
                               why);
}

QByteArray decoded(const QByteArray& part)
{
    const auto result = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return result ? *result : QByteArray();
}

Number number(const QByteArray& base64url)
{
    const QByteArray data = decoded(base64url);
    return Number(BN_bin2bn(bytes(data), int(data.size()), nullptr));
}

Key publicKey(const QJsonObject& jwk)
{
    const Number n = number(jwk.value(QLatin1String("n")).toString().toLatin1());
    const Number e = number(jwk.value(QLatin1String("e")).toString().toLatin1());
    const ParamsBuilder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return {};
    const Params params(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return {};
    return Key(key);
}

bool isSignedBy(EVP_PKEY* key, const QByteArray& signedPart, const QByteArray& signature)
{
    const DigestContext context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), bytes(signature), size_t(signature.size()), bytes(signedPart),
                            size_t(signedPart.size())) == 1;
}

QJsonObject findKey(const QJsonObject& keys, const QString& id)
{
    for (const QJsonValue& value : keys.value(QLatin1String("keys")).toArray()) {
        const QJsonObject key = value.toObject();
        if (key.value(QLatin1String("kty")).toString() == QLatin1String("RSA") &&
            key.value(QLatin1String("kid")).toString() == id)
            return key;
    }
    return {};
}

Result<> checkSignature(const QList<QByteArray>& parts, const QJsonObject& keys)
{
    const QJsonObject header = QJsonDocument::fromJson(decoded(parts[0])).object();
    if (header.value(QLatin1String("alg")).toString() != QLatin1String("RS256"))
        return refused(QStringLiteral("not signed with RS256"));
    const QJsonObject jwk = findKey(keys, header.value(QLatin1String("kid")).toString());
    if (jwk.isEmpty())
        return refused(QStringLiteral("signed with an unknown key"));
    const Key key = publicKey(jwk);
    if (!key || !isSignedBy(key.get(), parts[0] + '.' + parts[1], decoded(parts[2])))
        return refused(QStringLiteral("the signature does not fit"));
    return {};
}

bool isForAudience(const QJsonValue& aud, const QString& audience)
{
    return aud.isArray() ? aud.toArray().contains(audience) : aud.toString() == audience;
}

Result<> checkClaims(const QJsonObject& claims, const IdTokenExpectation& expected)
{
    if (claims.value(QLatin1String("iss")).toString() != expected.issuer)
        return refused(QStringLiteral("another issuer"));
    if (!isForAudience(claims.value(QLatin1String("aud")), expected.audience))
        return refused(QStringLiteral("meant for another app"));
    if (claims.value(QLatin1String("exp")).toInteger() * 1000 + leeway <= expected.now)
        return refused(QStringLiteral("expired"));
    const QByteArray nonce = claims.value(QLatin1String("nonce")).toString().toUtf8();
    if (expected.nonce.isEmpty() || !equalInConstantTime(nonce, expected.nonce.toUtf8()))
        return refused(QStringLiteral("another nonce"));
    return {};
}

}  // namespace

Result<IdClaims> verifyIdToken(const QByteArray& token, const QJsonObject& keys, const IdTokenExpectation& expected)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return refused(QStringLiteral("not a signed token"));
    if (Result<> signature = checkSignature(parts, keys); !signature)
        return signature.error();
    const QJsonObject claims = QJsonDocument::fromJson(decoded(parts[1])).object();
    if (Result<> sound = checkClaims(claims, expected); !sound)
        return sound.error();
    IdClaims who{claims.value(QLatin1String("https://slack.com/user_id")).toString(),
                 claims.value(QLatin1String("https://slack.com/team_id")).toString(),
                 claims.value(QLatin1String("https://slack.com/enterprise_id")).toString(),
                 claims.value(QLatin1String("name")).toString()};
    if (who.userId.isEmpty() || who.teamId.isEmpty())
        return refused(QStringLiteral("names nobody"));
    return who;
}

}  // namespace refrain::slack
