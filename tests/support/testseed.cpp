#include "tests/support/testseed.h"

#include <QByteArray>

namespace refrain::test {

bool runInFull()
{
    return qgetenv("REFRAIN_TEST_LONG") == "1";
}

quint64 seed()
{
    bool given = false;
    const quint64 seed = qgetenv("REFRAIN_TEST_SEED").toULongLong(&given);
    return given ? seed : 1;
}

}  // namespace refrain::test
