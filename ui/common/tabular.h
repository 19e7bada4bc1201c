#pragma once

#include <QRect>
#include <QString>

class QPainter;
class QFontMetricsF;

namespace refrain::ui {

/// Draws `text` with every digit as wide as the widest, so that figures stand in columns whatever the font has:
/// right-aligned in `rect`, vertically centred, one line, in the painter's font and pen. Mirrored as the painter is.
void drawTabular(QPainter& painter, const QRectF& rect, const QString& text, Qt::Alignment alignment = Qt::AlignRight);

/// Width that drawTabular() takes.
[[nodiscard]] double tabularWidth(const QFontMetricsF& metrics, const QString& text);

}  // namespace refrain::ui
