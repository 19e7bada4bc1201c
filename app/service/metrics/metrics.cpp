#include "service/metrics/metrics.h"

namespace refrain::service {
namespace {

/// Label values escape backslash, quote and line feed; ours are patterns and error words.
QByteArray label(const char* name, QByteArray value)
{
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return QByteArray(name) + "=\"" + value + '"';
}

QByteArray head(const QByteArray& name, const QByteArray& help, const char* type)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

QByteArray counters(const QByteArray& name, const QByteArray& help, const std::map<QByteArray, quint64>& values)
{
    QByteArray text = head(name, help, "counter");
    for (const auto& [labels, count] : values)
        text += name + '{' + labels + "} " + QByteArray::number(count) + '\n';
    return text;
}

}  // namespace

void Metrics::countRequest(const QByteArray& method, const QByteArray& route, int status, double seconds)
{
    const QByteArray labels =
        label("method", method) + ',' + label("route", route) + ',' + label("status", QByteArray::number(status));
    const std::lock_guard lock(m_mutex);
    ++m_requests[labels];
    ++m_durations.count;
    m_durations.sum += seconds;
    for (size_t i = 0; i < bounds.size(); ++i) {
        if (seconds <= bounds[i])
            ++m_durations.buckets[i];
    }
}

void Metrics::countSlackCall(const QByteArray& method, const QByteArray& outcome)
{
    const std::lock_guard lock(m_mutex);
    ++m_slackCalls[label("method", method) + ',' + label("outcome", outcome)];
}

void Metrics::setGauge(const QByteArray& name, const QByteArray& help, double value)
{
    const std::lock_guard lock(m_mutex);
    m_gauges[name] = {help, value};
}

QByteArray Metrics::text() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text = counters("refrain_http_requests_total", "Requests answered.", m_requests) +
                      counters("refrain_slack_calls_total", "Calls of Slack's Web API.", m_slackCalls);
    const QByteArray name = "refrain_http_request_duration_seconds";
    text += head(name, "Time from the request's last byte to its answer.", "histogram");
    for (size_t i = 0; i < bounds.size(); ++i)
        text += name + "_bucket{le=\"" + QByteArray::number(bounds[i]) + "\"} " +
                QByteArray::number(m_durations.buckets[i]) + '\n';
    text += name + "_bucket{le=\"+Inf\"} " + QByteArray::number(m_durations.count) + '\n';
    text += name + "_sum " + QByteArray::number(m_durations.sum) + '\n';
    text += name + "_count " + QByteArray::number(m_durations.count) + '\n';
    for (const auto& [gauge, value] : m_gauges)
        text += head(gauge, value.help, "gauge") + gauge + ' ' + QByteArray::number(value.value, 'g', 15) + '\n';
    return text;
}

}  // namespace refrain::service
