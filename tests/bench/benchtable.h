#pragma once

#include <QElapsedTimer>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace refrain::bench {

/// Runs `work` once and says how many milliseconds it took.
template <class Work>
double millisecondsOf(Work&& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The value below which `share` (0 to 1) of the samples lie. REQUIRES: not empty.
inline double percentile(std::vector<double> samples, double share)
{
    const auto at = samples.begin() + std::ptrdiff_t(share * double(samples.size() - 1));
    std::nth_element(samples.begin(), at, samples.end());
    return *at;
}

/// One line of the table: a figure beside its floor, the least that any program would need for the same work on
/// this machine in this run. The ratio is what carries over to other machines.
inline void printRow(const QString& what, double milliseconds, const QString& floorIs, double floorMilliseconds)
{
    std::printf("| %s | %.2f ms | %s: %.2f ms | %.1f |\n", qPrintable(what), milliseconds, qPrintable(floorIs),
                floorMilliseconds, milliseconds / floorMilliseconds);
    std::fflush(stdout);
}

inline void printHeading()
{
    std::printf("| what | measured | floor, measured in the same run | ratio |\n| --- | --- | --- | --- |\n");
}

}  // namespace refrain::bench
