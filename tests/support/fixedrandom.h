#pragma once

#include "base/random.h"

#include <QMutex>

#include <random>

namespace refrain::test {

/// Bytes that look random and are the same in every run with the same seed. Any thread.
class FixedRandom final : public Random {
public:
    explicit FixedRandom(quint64 seed = 1) : m_engine(seed) {}
    [[nodiscard]] QByteArray bytes(qsizetype count) override;

private:
    QMutex m_mutex;
    std::mt19937_64 m_engine;
};

}  // namespace refrain::test
