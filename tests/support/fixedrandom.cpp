#include "tests/support/fixedrandom.h"

#include <QMutexLocker>

namespace refrain::test {

QByteArray FixedRandom::bytes(qsizetype count)
{
    const QMutexLocker lock(&m_mutex);
    QByteArray out;
    out.reserve(count);
    while (out.size() < count)
        out.append(char(m_engine() & 0xff));
    return out;
}

}  // namespace refrain::test
