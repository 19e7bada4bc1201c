#pragma once

#include <QTest>

namespace refrain::test {

/// How long, in milliseconds, a test waits for what threads and programs do before it fails: only a failing test waits
/// it out, so it suits a busy machine.
constexpr int patience = 60'000;

}  // namespace refrain::test

// Qt's own wait five seconds, less than whole programs under load may need.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), refrain::test::patience)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT((expr), (message), refrain::test::patience)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT((expr), (expected), refrain::test::patience)
