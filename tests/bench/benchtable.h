#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QString>
#include <QSysInfo>
#include <QThread>

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

/// "On 2 cores of …": what the figures were measured on. They are only worth something beside it.
inline QString machine()
{
    const auto valueIn = [](const char* path, const char* key) {
        QFile file(QString::fromLatin1(path));
        const QList<QByteArray> lines =
            file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
        for (const QByteArray& line : lines) {
            if (line.startsWith(key))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
        }
        return QStringLiteral("unknown");
    };
    return QStringLiteral("%1 cores of %2, %3 of memory, %4, Linux %5, Qt %6")
        .arg(QThread::idealThreadCount())
        .arg(valueIn("/proc/cpuinfo", "model name"), valueIn("/proc/meminfo", "MemTotal"),
             QSysInfo::prettyProductName(), QSysInfo::kernelVersion(), QString::fromLatin1(qVersion()));
}

inline void printHeading()
{
    std::printf("\nMeasured by `./dev bench` on %s:\n\n", qPrintable(machine()));
    std::printf("| what | measured | floor, measured in the same run | ratio |\n| --- | --- | --- | --- |\n");
}

}  // namespace refrain::bench
