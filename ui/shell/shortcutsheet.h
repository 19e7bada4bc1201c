#pragma once

#include "ui/common/theme.h"

#include <QDialog>

namespace refrain::ui {

/// The list of keys, shown by `?`. Deletes itself when closed.
class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const Theme& theme, QWidget* parent);
};

}  // namespace refrain::ui
