#include "ui/insights/plotexport.h"

#include "console/bulk/csv.h"
#include "ui/insights/plotpicture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace refrain::ui {

namespace {

constexpr QSizeF size(960, 480);
constexpr double margin = 24;
constexpr double pixelsPerUnit = 2;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlotExport)
};

void draw(QPainter& painter, const Plot& plot, const Theme& theme)
{
    painter.fillRect(QRectF(QPointF(), size), theme.surface);
    painter.setPen(theme.text);
    painter.setFont(fontFor(TextRole::Title));
    const QFontMetricsF title(painter.font());
    painter.drawText(QPointF(margin, margin + title.ascent()), plot.title);
    painter.setPen(theme.muted);
    painter.setFont(fontFor(TextRole::Secondary));
    const QFontMetricsF small(painter.font());
    const double below = margin + title.height() + 4;
    painter.drawText(QPointF(margin, below + small.ascent()),
                     small.elidedText(plot.summary, Qt::ElideRight, size.width() - 2 * margin));
    PlotPicture(plot, theme, QRectF(QPointF(), size).adjusted(margin, below + small.height() + 16, -margin, -margin))
        .draw(painter);
}

QByteArray svgOf(const Plot& plot, const Theme& theme)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&out);
    svg.setSize(size.toSize());
    svg.setViewBox(QRectF(QPointF(), size));
    svg.setTitle(plot.title);
    svg.setDescription(plot.summary);
    QPainter painter(&svg);
    draw(painter, plot, theme);
    painter.end();
    return out.data();
}

QByteArray pngOf(const Plot& plot, const Theme& theme)
{
    QImage image((size * pixelsPerUnit).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelsPerUnit);
    QPainter painter(&image);
    draw(painter, plot, theme);
    painter.end();
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    image.save(&out, "PNG");
    return out.data();
}

QString cellOf(const PlotPoint& point, bool bare)
{
    if (!bare)
        return point.text;
    return point.isThere() ? QString::number(point.value, 'g', 12) : QString();
}

QByteArray csvOf(const Plot& plot)
{
    QByteArray text(console::byteOrderMark);
    for (const QStringList& row : plotTable(plot, true))
        text += console::csvLine(row);
    return text;
}

}  // namespace

QList<QStringList> plotTable(const Plot& plot, bool bare)
{
    QStringList header{plot.slotHeader};
    for (const PlotSeries& series : plot.series) {
        const QString name = series.name.isEmpty() ? plot.title : series.name;
        header << (bare && !plot.unit.isEmpty() ? QStringLiteral("%1 (%2)").arg(name, plot.unit) : name);
    }
    QList<QStringList> rows{header};
    for (qsizetype slot = 0; slot < plot.slotNames.size(); ++slot) {
        QStringList row{plot.slotNames.at(slot)};
        for (const PlotSeries& series : plot.series)
            row << cellOf(series.points[size_t(slot)], bare);
        rows << row;
    }
    return rows;
}

QString suffixOf(PlotFormat format)
{
    switch (format) {
        case PlotFormat::Svg: return QStringLiteral("svg");
        case PlotFormat::Png: return QStringLiteral("png");
        case PlotFormat::Csv: return QStringLiteral("csv");
    }
    return {};
}

Result<> writePlot(const Plot& plot, const Theme& theme, PlotFormat format, const QString& path)
{
    const QByteArray content = format == PlotFormat::Svg   ? svgOf(plot, theme)
                               : format == PlotFormat::Png ? pngOf(plot, theme)
                                                           : csvOf(plot);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error::unavailable(Text::tr("The file cannot be written. Nothing was exported; choose another place."),
                                  file.errorString());
    return {};
}

}  // namespace refrain::ui
