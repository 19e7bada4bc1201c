#include "ui/common/markpainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace refrain::ui;

/// Shape tells every mark from every other, without its colour and at every scale.
class MarkPainterTest final : public QObject {
    Q_OBJECT

    static QImage painted(Mark mark, Ring ring, const Theme& theme, double scale)
    {
        QImage image(QSize(34, 34) * scale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(theme.surface);
        QPainter painter(&image);
        paintMark(painter, QRectF(0, 0, 34, 34), mark, ring, theme);
        return image;
    }

    static QList<Mark> marks()
    {
        return {Mark::DefaultOn, Mark::DefaultOff, Mark::OptedOut, Mark::OptedIn,
                Mark::Snoozed,   Mark::Required,   Mark::AllOff};
    }

private slots:
    void noTwoMarksLookAlikeInGrey_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("125 %") << 1.25;
        QTest::newRow("200 %") << 2.0;
    }

    void noTwoMarksLookAlikeInGrey()
    {
        QFETCH(double, scale);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme = Theme::make(scheme);
            for (const Mark a : marks()) {
                for (const Mark b : marks()) {
                    const auto grey = [&](Mark mark) {
                        return painted(mark, Ring::None, theme, scale).convertToFormat(QImage::Format_Grayscale8);
                    };
                    QVERIFY2(a == b || grey(a) != grey(b),
                             qPrintable(QStringLiteral("%1 and %2").arg(int(a)).arg(int(b))));
                }
            }
        }
    }

    void aRingIsSeenAroundEveryMark()
    {
        const Theme theme = Theme::make(Scheme::Light);
        for (const Mark mark : marks()) {
            const QImage plain = painted(mark, Ring::None, theme, 1);
            QVERIFY(painted(mark, Ring::Pending, theme, 1) != plain);
            QVERIFY(painted(mark, Ring::Refused, theme, 1) != painted(mark, Ring::Pending, theme, 1));
        }
    }

    void theEdgesOfASquareAreSharp_data() { noTwoMarksLookAlikeInGrey_data(); }

    void theEdgesOfASquareAreSharp()
    {
        QFETCH(double, scale);
        const Theme theme = Theme::make(Scheme::Light);
        const QImage image = painted(Mark::OptedOut, Ring::None, theme, scale);
        // Along the middle row, left of the cross: ground, at most one mixed pixel, then the full colour.
        const int y = int(12 * scale);
        int mixed = 0;
        for (int x = 0; x < int(12 * scale); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            mixed += pixel != theme.surface && pixel != theme.out ? 1 : 0;
        }
        QVERIFY2(mixed <= 1, qPrintable(QString::number(mixed)));
    }

    void whatIsUnknownDrawsNothing()
    {
        const Theme theme = Theme::make(Scheme::Light);
        QImage empty(34, 34, QImage::Format_ARGB32_Premultiplied);
        empty.fill(theme.surface);
        QCOMPARE(painted(Mark::Unknown, Ring::None, theme, 1), empty);
    }
};

QTEST_MAIN(MarkPainterTest)
#include "tst_markpainter.moc"
