#include "ui/common/filterfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace refrain::ui {

namespace {

constexpr int leastText = 90;

}  // namespace

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
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    inner->setContentsMargins(isMirrored ? 10 : 0, 0, isMirrored ? 0 : 10, 0);
    inner->addStretch();
    inner->addWidget(m_count);
}

void FilterField::setCount(const QString& text)
{
    m_count->setText(text);
    placeCount();
}

void FilterField::placeCount()
{
    // What is typed comes before how many it finds.
    const int taken = m_count->sizeHint().width() + 16;
    const bool isShown = width() - taken >= leastText;
    m_count->setVisible(isShown);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(isShown && isMirrored ? taken : 0, 0, isShown && !isMirrored ? taken : 0, 0);
}

void FilterField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeCount();
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
