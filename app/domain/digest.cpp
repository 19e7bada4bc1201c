#include "domain/digest.h"

#include <QtEndian>

#include <sodium.h>

namespace refrain {

PreferenceDigest::Words PreferenceDigest::element(const Preference& preference)
{
    QByteArray record = preference.subject.toString().toUtf8();
    record += '\0';
    record += preference.category.toString().toUtf8();
    record += '\0';
    record += toString(preference.state).toLatin1();
    record += '\0';
    if (preference.snoozedUntil)
        record += QByteArray::number(*preference.snoozedUntil);
    record += '\0';
    record += QByteArray::number(preference.version);

    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(record.constData()),
                       static_cast<unsigned long long>(record.size()));
    Words words{};
    for (size_t i = 0; i < words.size(); ++i)
        words[i] = qFromBigEndian<quint64>(hash.data() + 8 * (words.size() - 1 - i));
    return words;
}

void PreferenceDigest::add(const Preference& preference)
{
    if (preference.version <= 0)
        return;
    PreferenceDigest one;
    one.m_sum = element(preference);
    one.m_count = 1;
    merge(one);
}

void PreferenceDigest::remove(const Preference& preference)
{
    if (preference.version <= 0)
        return;
    quint64 borrow = 0;
    const Words words = element(preference);
    for (size_t i = 0; i < words.size(); ++i) {
        const quint64 before = m_sum[i];
        m_sum[i] = before - words[i] - borrow;
        borrow = before < words[i] || (before == words[i] && borrow) ? 1 : 0;
    }
    --m_count;
}

void PreferenceDigest::replace(const Preference& before, const Preference& after)
{
    remove(before);
    add(after);
}

void PreferenceDigest::merge(const PreferenceDigest& other)
{
    quint64 carry = 0;
    for (size_t i = 0; i < m_sum.size(); ++i) {
        const quint64 partial = m_sum[i] + other.m_sum[i];
        const quint64 overflow = partial < m_sum[i] ? 1 : 0;
        m_sum[i] = partial + carry;
        carry = overflow + (m_sum[i] < partial ? 1 : 0);
    }
    m_count += other.m_count;
}

QString PreferenceDigest::hex() const
{
    QByteArray bytes(crypto_hash_sha256_BYTES, '\0');
    for (size_t i = 0; i < m_sum.size(); ++i)
        qToBigEndian(m_sum[i], bytes.data() + 8 * (m_sum.size() - 1 - i));
    return QString::fromLatin1(bytes.toHex());
}

std::optional<PreferenceDigest> PreferenceDigest::fromHex(const QString& hex, qint64 count)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    if (bytes.size() != qsizetype(crypto_hash_sha256_BYTES) || QString::fromLatin1(bytes.toHex()) != hex)
        return std::nullopt;
    PreferenceDigest digest;
    for (size_t i = 0; i < digest.m_sum.size(); ++i)
        digest.m_sum[i] = qFromBigEndian<quint64>(bytes.constData() + 8 * (digest.m_sum.size() - 1 - i));
    digest.m_count = count;
    return digest;
}

bool isInDigestRange(const SubjectId& subject, const QString& from, const QString& to)
{
    const QByteArray id = subject.toString().toUtf8();
    return (from.isEmpty() || id >= from.toUtf8()) && (to.isEmpty() || id < to.toUtf8());
}

}  // namespace refrain
