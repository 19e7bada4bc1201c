#include "sandbox/state/signingkey.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::sandbox {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QString table = QStringLiteral("secrets");
const QString name = QStringLiteral("rsa");

template <auto Free>
struct Deleter {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using PKey = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;

QByteArray toPem(EVP_PKEY* key)
{
    const Bio memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, qsizetype(size));
}

PKey fromPem(const QByteArray& pem)
{
    const Bio memory(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return PKey(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
}

QByteArray parameter(EVP_PKEY* key, const char* which)
{
    BIGNUM* raw = nullptr;
    EVP_PKEY_get_bn_param(key, which, &raw);
    const Number number(raw);
    QByteArray bytes(BN_num_bytes(number.get()), Qt::Uninitialized);
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char*>(bytes.data()));
    return bytes.toBase64(base64Url);
}

QByteArray part(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64Url);
}

}  // namespace

struct SigningKey::Key {
    PKey key;
    QString id;
};

SigningKey::SigningKey(Ledger& ledger) : m_ledger(ledger) {}
SigningKey::~SigningKey() = default;

SigningKey::Key& SigningKey::key()
{
    if (m_key)
        return *m_key;
    PKey key = fromPem(m_ledger.get(table, name).value(QStringLiteral("pem")).toString().toLatin1());
    if (!key) {
        key.reset(EVP_RSA_gen(2048));
        m_ledger.put(table, name, {{QStringLiteral("pem"), QString::fromLatin1(toPem(key.get()))}});
    }
    const QByteArray print =
        QCryptographicHash::hash(parameter(key.get(), OSSL_PKEY_PARAM_RSA_N), QCryptographicHash::Sha256);
    m_key = std::make_unique<Key>(Key{std::move(key), QString::fromLatin1(print.toHex().left(16))});
    return *m_key;
}

QByteArray SigningKey::sign(const QJsonObject& claims)
{
    const Key& signer = key();
    const QByteArray text = part({{QStringLiteral("alg"), QStringLiteral("RS256")},
                                  {QStringLiteral("typ"), QStringLiteral("JWT")},
                                  {QStringLiteral("kid"), signer.id}}) +
                            '.' + part(claims);
    const DigestContext context(EVP_MD_CTX_new());
    const auto* input = reinterpret_cast<const unsigned char*>(text.constData());
    size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, signer.key.get());
    EVP_DigestSign(context.get(), nullptr, &size, input, size_t(text.size()));
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, input,
                   size_t(text.size()));
    signature.truncate(qsizetype(size));
    return text + '.' + signature.toBase64(base64Url);
}

QJsonObject SigningKey::keySet()
{
    const Key& signer = key();
    const QJsonObject jwk{
        {QStringLiteral("kty"), QStringLiteral("RSA")},
        {QStringLiteral("use"), QStringLiteral("sig")},
        {QStringLiteral("alg"), QStringLiteral("RS256")},
        {QStringLiteral("kid"), signer.id},
        {QStringLiteral("n"), QString::fromLatin1(parameter(signer.key.get(), OSSL_PKEY_PARAM_RSA_N))},
        {QStringLiteral("e"), QString::fromLatin1(parameter(signer.key.get(), OSSL_PKEY_PARAM_RSA_E))}};
    return {{QStringLiteral("keys"), QJsonArray{jwk}}};
}

}  // namespace refrain::sandbox
