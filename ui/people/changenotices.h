#pragma once

#include "console/desk/localchange.h"

#include <QObject>
#include <QTimer>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class NoticeBar;

/// Says what became of every change, whichever screen is in front, and offers the way back.
class ChangeNotices final : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    ChangeNotices(console::Desk& desk, NoticeBar& bar, QObject* parent = nullptr);

    /// Takes back the latest change, or says why that cannot be.
    void undoLast();

private:
    void onUpdate(const console::LocalChange& change);
    void say(const console::LocalChange& change, const QString& more = {});

    console::Desk& m_desk;
    NoticeBar& m_bar;
    console::LocalChangeId m_about;  ///< The change that the bar speaks of.
    console::LocalChange m_slow;     ///< Waits for its answer longer than a moment.
    QTimer m_patience;
};

}  // namespace refrain::ui
