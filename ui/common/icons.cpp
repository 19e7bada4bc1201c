#include "ui/common/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace refrain::ui {

namespace {

class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(const QString& name, const Theme& theme, QColor Theme::*role) : m_theme(theme), m_role(role)
    {
        QFile file(QStringLiteral(":/refrain/icons/%1.svg").arg(name));
        if (file.open(QIODevice::ReadOnly))
            m_svg = file.readAll();
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QColor colour = mode == QIcon::Disabled ? m_theme.muted : m_theme.*m_role;
        // Ours are drawn in black, the symbolic sign in the grey that desktops recolour by themselves.
        const QByteArray drawn = colour.name().toLatin1();
        QSvgRenderer renderer(QByteArray(m_svg).replace("#000", drawn).replace("#2e3436", drawn));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

private:
    const Theme& m_theme;
    QColor Theme::*m_role;
    QByteArray m_svg;
};

}  // namespace

QIcon icon(const QString& name, const Theme& theme, QColor Theme::*role)
{
    return QIcon(new ThemedIconEngine(name, theme, role));
}

QIcon signIcon(const Theme& theme)
{
    return icon(QStringLiteral("refrain-symbolic"), theme, &Theme::accent);
}

QIcon programIcon()
{
    QSvgRenderer renderer(QStringLiteral(":/refrain/icons/refrain.svg"));
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        icon.addPixmap(pixmap);
    }
    return icon;
}

}  // namespace refrain::ui
