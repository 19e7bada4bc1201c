#pragma once

#include <QtGlobal>

namespace refrain::test {

/// True under `./dev test --long`: randomised tests then run in full.
[[nodiscard]] bool runInFull();

/// The seed that `./dev test` printed (REFRAIN_TEST_SEED), or 1: the same seed repeats a run.
[[nodiscard]] quint64 seed();

}  // namespace refrain::test
