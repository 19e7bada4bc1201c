#pragma once

#include <QObject>

class QSocketNotifier;

namespace refrain::ui {

/// Turns SIGTERM and SIGINT into a Qt signal of the UI thread, so that closing goes its usual way. One at a time.
///
/// By handlers and not by blocking: a blocked signal would stay blocked in the browser that this program opens.
class EndSignal final : public QObject {
    Q_OBJECT

public:
    explicit EndSignal(QObject* parent = nullptr);
    ~EndSignal() override;

signals:
    void requested();

private:
    int m_descriptor;
    QSocketNotifier* m_notifier;
};

}  // namespace refrain::ui
