#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace refrain::console {

/// Does what comes in the order in which it came, at once as long as that is little; else a few milliseconds at a time,
/// with the window's own events in between. UI thread.
class Slices final : public QObject {
    Q_OBJECT
public:
    using Work = std::function<void()>;

    explicit Slices(QObject* parent = nullptr);

    void add(Work work);
    /// Forgets what was not done yet.
    void clear();

private:
    std::deque<Work> m_waiting;
    QTimer m_next;
    qint64 m_spent = 0;  ///< Nanoseconds, since the window had its turn.
    bool m_isWorking = false;

    void run(const Work& work);
    void go();
};

}  // namespace refrain::console
