#include "ui/people/marklegend.h"

#include "ui/common/labels.h"
#include "ui/common/markpainter.h"

#include <QGridLayout>
#include <QPainter>
#include <QScreen>

namespace refrain::ui {

namespace {

/// One mark as the table draws it.
class Sample final : public QWidget {
public:
    Sample(const Theme& theme, Mark mark, Ring ring, QWidget* parent)
        : QWidget(parent), m_theme(theme), m_mark(mark), m_ring(ring)
    {
        setFixedSize(metric::rowHeight, metric::compactRowHeight);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintMark(painter, QRectF(rect()), m_mark, m_ring, m_theme);
    }

private:
    const Theme& m_theme;
    Mark m_mark;
    Ring m_ring;
};

struct Line {
    Mark mark;
    Ring ring;
    QString words;
};

std::vector<Line> lines()
{
    return {{Mark::DefaultOn, Ring::None, MarkLegend::tr("On: the workspace's default")},
            {Mark::DefaultOff, Ring::None, MarkLegend::tr("Off: the workspace's default, or nothing is sent here")},
            {Mark::OptedOut, Ring::None, MarkLegend::tr("Off: somebody chose so")},
            {Mark::OptedIn, Ring::None, MarkLegend::tr("On: somebody chose so")},
            {Mark::Snoozed, Ring::None, MarkLegend::tr("Snoozed until a time")},
            {Mark::Required, Ring::None, MarkLegend::tr("Required: nobody can turn it off")},
            {Mark::AllOff, Ring::None, MarkLegend::tr("Off: all optional messages are off")},
            {Mark::OptedOut, Ring::Pending, MarkLegend::tr("Saved here, not yet in force")},
            {Mark::DefaultOn, Ring::Refused, MarkLegend::tr("A change was refused: the details say why")}};
}

}  // namespace

MarkLegend::MarkLegend(const Theme& theme, QWidget* parent) : QFrame(parent, Qt::Popup), m_theme(theme)
{
    setObjectName(QStringLiteral("markLegend"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 8, 20, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    QStringList all;
    for (const Line& line : lines()) {
        auto* words = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this);
        words->setWordWrap(false);
        words->setText(line.words);
        const int row = grid->rowCount();
        grid->addWidget(new Sample(theme, line.mark, line.ring, this), row, 0);
        grid->addWidget(words, row, 1);
        all << line.words;
    }
    setAccessibleName(all.join(u'\n'));
    adjustSize();
}

void MarkLegend::openBelow(const QWidget& anchor)
{
    const QRect screen = anchor.screen()->availableGeometry();
    const QPoint corner = anchor.mapToGlobal(QPoint(anchor.width() - width(), anchor.height() + 4));
    move(qBound(screen.left() + 4, corner.x(), qMax(screen.left() + 4, screen.right() - width() - 4)), corner.y());
    show();
    setFocus(Qt::PopupFocusReason);
}

void MarkLegend::keyPressEvent(QKeyEvent*)
{
    close();
}

void MarkLegend::mousePressEvent(QMouseEvent*)
{
    close();
}

void MarkLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.raised);
    painter.setPen(m_theme.accent);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace refrain::ui
