#include "sandbox/world/ids.h"

#include "sandbox/world/draw.h"

namespace refrain::sandbox {

namespace {

constexpr int digits = 9;
constexpr quint64 idCount = quint64(1) << 46;  // below 36^9, so nine digits hold every one

int digitValue(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'A' && c <= u'Z')
        return c.unicode() - u'A' + 10;
    return -1;
}

}  // namespace

IdScheme::IdScheme(quint64 seed, IdFamily family) : m_family(family), m_shuffle(mix(seed, quint64(family)), idCount) {}

QString IdScheme::encode(quint64 index, char prefix) const
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    QString id(digits + 2, u'0');
    id[0] = QLatin1Char(prefix);
    quint64 value = m_shuffle.forward(index);
    for (int i = digits + 1; i >= 2; --i) {
        id[i] = QLatin1Char(alphabet[value % 36]);
        value /= 36;
    }
    return id;
}

std::optional<quint64> IdScheme::decode(QStringView id) const
{
    if (id.size() != digits + 2 || id[1] != u'0')
        return std::nullopt;
    quint64 value = 0;
    for (const QChar c : id.sliced(2)) {
        const int digit = digitValue(c);
        if (digit < 0)
            return std::nullopt;
        value = value * 36 + quint64(digit);
    }
    if (value >= idCount)
        return std::nullopt;
    return m_shuffle.inverse(value);
}

}  // namespace refrain::sandbox
