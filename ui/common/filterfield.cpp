#include "ui/common/filterfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace refrain::ui {

FilterField::FilterField(const QString& name, const QString& hint, QWidget* parent)
    : QLineEdit(parent), m_count(new QLabel(this))
{
    setObjectName(name + QStringLiteral("Filter"));
    setPlaceholderText(hint);
    setAccessibleName(tr("Filter"));
    m_count->setObjectName(name + QStringLiteral("Count"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* inner = new QHBoxLayout(this);
    inner->setContentsMargins(0, 0, 10, 0);
    inner->addStretch();
    inner->addWidget(m_count);
}

void FilterField::setCount(const QString& text)
{
    m_count->setText(text);
    setTextMargins(0, 0, m_count->sizeHint().width() + 16, 0);
}

bool FilterField::event(QEvent* event)
{
    // The window has a use for Escape too; while something is typed it is ours.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && !text().isEmpty()) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
        case Qt::Key_Escape:
            if (text().isEmpty())
                break;
            clear();
            return;
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter: emit listWanted(); return;
        default: break;
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace refrain::ui
