#include "ui/common/scrolled.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace refrain::ui {

namespace {

/// As wide as its content needs; only downwards may there be more than is seen.
class Page final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const int wide = widget() ? widget()->minimumSizeHint().width() : 0;
        return {wide + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

}  // namespace

QScrollArea* scrolled(QWidget* content, QWidget* parent)
{
    auto* page = new Page(parent);
    page->setFrameShape(QFrame::NoFrame);
    page->setWidgetResizable(true);
    page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page->setFocusPolicy(Qt::NoFocus);
    page->setWidget(content);
    return page;
}

}  // namespace refrain::ui
