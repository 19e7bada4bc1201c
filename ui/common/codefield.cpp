#include "ui/common/codefield.h"

#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace refrain::ui {

namespace {

/// The numbers at the left of the text.
class Margin final : public QWidget {
public:
    explicit Margin(CodeField* field) : QWidget(field), m_field(field) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_field->paintMargin(event); }

private:
    CodeField* m_field;
};

}  // namespace

CodeField::CodeField(const Theme& theme, const QString& name, int lines, QWidget* parent)
    : QPlainTextEdit(parent), m_theme(theme), m_margin(new Margin(this))
{
    setObjectName(name);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(qMax(12, fontFor(TextRole::Body).pixelSize() - 1));
    setFont(font);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFixedHeight(QFontMetrics(font).lineSpacing() * lines + 26);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeField::place);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] { setFaultLine(0); });
    place();
}

void CodeField::setFaultLine(int line)
{
    if (m_fault == line)
        return;
    m_fault = line;
    mark();
}

void CodeField::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = document()->findBlockByNumber(m_fault - 1);
    if (m_fault > 0 && block.isValid()) {
        QTextEdit::ExtraSelection mark;
        QColor ground = m_theme.danger;
        ground.setAlphaF(0.14F);
        mark.format.setBackground(ground);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(block);
        marks << mark;
    }
    setExtraSelections(marks);
    m_margin->update();
}

int CodeField::marginWidth() const
{
    const int digits = qMax(2, int(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits + 14;
}

void CodeField::place()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inner = contentsRect();
    m_margin->setGeometry(inner.left(), inner.top(), marginWidth(), inner.height());
}

void CodeField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    place();
}

void CodeField::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        mark();
}

void CodeField::keyPressEvent(QKeyEvent* event)
{
    const bool breaks = event->matches(QKeySequence::InsertParagraphSeparator);
    QString indent;
    if (breaks) {
        for (const QChar c : textCursor().block().text()) {
            if (!c.isSpace())
                break;
            indent += c;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
    if (breaks && !isReadOnly())
        insertPlainText(indent);
}

void CodeField::paintMargin(QPaintEvent* event)
{
    QPainter painter(m_margin);
    painter.setFont(font());
    const int room = m_margin->width() - 8;
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top() + viewport()->y() - m_margin->y();
    while (block.isValid() && top <= event->rect().bottom()) {
        const int line = block.blockNumber() + 1;
        painter.setPen(line == m_fault ? m_theme.danger : m_theme.muted);
        painter.drawText(QRectF(0, top, room, fontMetrics().lineSpacing()), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line));
        top += blockBoundingRect(block).height();
        block = block.next();
    }
}

}  // namespace refrain::ui
