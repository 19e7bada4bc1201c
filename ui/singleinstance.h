#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace refrain::ui {

/// One console for each profile: whoever starts another hands it what they wanted, and ends. A socket in the profile's
/// folder, for its owner alone. What comes through it is read as one line and never trusted.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 longestLine = 512;

    /// True where another console took `link` (empty: it is only to show itself). Waits a second at most.
    [[nodiscard]] static bool handOver(const QString& socket, const QString& link);

    explicit SingleInstance(const QString& socket, QObject* parent = nullptr);
    /// Whether others can find this one; where they cannot, each console stands alone, as it may.
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }

signals:
    /// Another was started: with this link, or with none.
    void asked(const QString& link);

private:
    void serve();

    QLocalServer m_server;
};

}  // namespace refrain::ui
