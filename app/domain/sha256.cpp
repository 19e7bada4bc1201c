#include "domain/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>

namespace refrain {

namespace {

constexpr std::size_t blockSize = 64;
using Block = std::array<char, blockSize>;

class Hasher {
public:
    Hasher() : m_kind(EVP_MD_fetch(nullptr, "SHA256", nullptr)), m_context(EVP_MD_CTX_new())
    {
        if (!m_kind || !m_context)
            qFatal("OpenSSL has no SHA-256.");
    }

    [[nodiscard]] QByteArray hash(std::initializer_list<QByteArrayView> parts)
    {
        QByteArray hash(EVP_MD_get_size(m_kind.get()), Qt::Uninitialized);
        EVP_DigestInit_ex(m_context.get(), m_kind.get(), nullptr);
        for (const QByteArrayView part : parts)
            EVP_DigestUpdate(m_context.get(), part.data(), std::size_t(part.size()));
        EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(hash.data()), nullptr);
        return hash;
    }

private:
    struct Closer {
        void operator()(EVP_MD* kind) const { EVP_MD_free(kind); }
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD, Closer> m_kind;
    std::unique_ptr<EVP_MD_CTX, Closer> m_context;
};

/// To prepare one takes longer than a short text does. It remembers nothing of what it hashed.
Hasher& hasher()
{
    thread_local Hasher own;
    return own;
}

Block padded(QByteArrayView key, char with)
{
    Block block{};
    std::copy(key.begin(), key.end(), block.begin());
    for (char& byte : block)
        byte = char(byte ^ with);
    return block;
}

}  // namespace

QByteArray sha256(std::initializer_list<QByteArrayView> parts)
{
    return hasher().hash(parts);
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView text)
{
    Q_ASSERT(std::size_t(key.size()) <= blockSize);
    constexpr char inner = 0x36;
    constexpr char outer = 0x5c;
    return sha256({padded(key, outer), sha256({padded(key, inner), text})});
}

}  // namespace refrain
