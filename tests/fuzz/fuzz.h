#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace refrain::fuzz {

/// Tries one input. Crashes, sanitizer reports and broken promises (`require`) are what the fuzzer looks for.
void tryInput(const QByteArray& input);

/// A promise that must hold for every input.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

}  // namespace refrain::fuzz

/// libFuzzer's entry.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    refrain::fuzz::tryInput(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    return 0;
}
