#pragma once

#include <QByteArray>

#include <array>
#include <map>
#include <mutex>

namespace refrain::service {

/// Counters of this process, told in Prometheus' text format (version 0.0.4). Any thread.
class Metrics {
public:
    /// One answered request: the route's pattern, never the path, which may hold a person's id.
    void countRequest(const QByteArray& method, const QByteArray& route, int status, double seconds);
    /// One call of Slack's API, by method and by `ok` or Slack's word for the failure.
    void countSlackCall(const QByteArray& method, const QByteArray& outcome);
    /// A number that is what it is now: sizes, ages.
    void setGauge(const QByteArray& name, const QByteArray& help, double value);

    [[nodiscard]] QByteArray text() const;

private:
    static constexpr std::array<double, 8> bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0};
    struct Durations {
        std::array<quint64, bounds.size()> buckets{};
        quint64 count = 0;
        double sum = 0;
    };
    struct Gauge {
        QByteArray help;
        double value = 0;
    };

    mutable std::mutex m_mutex;
    std::map<QByteArray, quint64> m_requests;  // by labels
    std::map<QByteArray, quint64> m_slackCalls;
    std::map<QByteArray, Gauge> m_gauges;
    Durations m_durations;
};

}  // namespace refrain::service
