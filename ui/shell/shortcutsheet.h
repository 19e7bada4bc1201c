#pragma once

#include "ui/common/theme.h"

#include <QDialog>
#include <QList>

class QScrollArea;

namespace refrain::ui {

/// The list of all keys, shown by `?`: stands beside the work, which goes on. Deletes itself when closed.
class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    using Keys = QList<std::pair<QString, QString>>;  ///< Key and what it does.

    /// `screens`: the keys of the screens that this person has.
    ShortcutSheet(const Theme& theme, const Keys& screens, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QScrollArea* m_scroll;
};

}  // namespace refrain::ui
