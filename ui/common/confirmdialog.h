#pragma once

#include "ui/common/theme.h"

#include <QDialog>

namespace refrain::ui {

/// Asks before what cannot simply be undone, and names whom it touches. open() it; deletes itself when closed.
class ConfirmDialog final : public QDialog {
    Q_OBJECT

public:
    struct Question {
        QString headline;  ///< "Stop all optional messages to Bea Bobson?"
        QString text;      ///< What stops, what still comes.
        QString action;    ///< A verb: "Stop them".
    };

    ConfirmDialog(const Theme& theme, const Question& question, QWidget* parent);
};

}  // namespace refrain::ui
