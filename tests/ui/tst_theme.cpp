#include "ui/common/theme.h"

#include <QTest>

using namespace refrain::ui;

/// Every pair of text and ground that the console shows can be read.
class ThemeTest final : public QObject {
    Q_OBJECT

private slots:
    void textStandsOutFromItsGround_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            for (const bool high : {false, true}) {
                const Theme t = Theme::make(scheme, high);
                const QByteArray look =
                    QByteArray(scheme == Scheme::Dark ? "dark" : "light") + (high ? ", high contrast" : "");
                const auto row = [&](const char* what, const QColor& text, const QColor& ground) {
                    QTest::newRow((look + ": " + what).constData()) << text << ground;
                };
                row("text on the frame", t.text, t.window);
                row("text on a table", t.text, t.surface);
                row("text on a button", t.text, t.raised);
                row("text on a selected row", t.text, t.selection);
                row("secondary text on the frame", t.muted, t.window);
                row("secondary text on a table", t.muted, t.surface);
                row("secondary text on a selected row", t.muted, t.selection);
                row("text that cannot be pressed", t.muted, high ? t.surface : t.window);
                row("the primary button that cannot be pressed", t.muted, high ? t.surface : t.line);
                row("opted out on a selected row", t.out, t.selection);
                row("opted in on a selected row", t.in, t.selection);
                row("waiting on a selected row", t.pending, t.selection);
                row("danger on a selected row", t.danger, t.selection);
                row("a link on the frame", t.accent, t.window);
                row("the primary button", t.onAccent, t.accent);
                row("opted out on a table", t.out, t.surface);
                row("opted in on a table", t.in, t.surface);
                row("waiting on the frame", t.pending, t.window);
                row("danger on the frame", t.danger, t.window);
            }
        }
    }

    void textStandsOutFromItsGround()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
    }

    void theStyleSheetNamesNoColourThatDoesNotExist()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
            QVERIFY(!Theme::make(scheme).styleSheet().contains(u'@'));
    }

    void highContrastRaisesTextAndLines()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme plain = Theme::make(scheme);
            const Theme high = Theme::make(scheme, true);
            QVERIFY(contrast(high.muted, high.surface) > contrast(plain.muted, plain.surface));
            QVERIFY(contrast(high.line, high.surface) >= 3);
            // The edge of what is selected, on the row and beside it.
            QVERIFY(contrast(high.accent, high.selection) >= 3);
            QVERIFY(contrast(high.accent, high.surface) >= 3);
            QVERIFY(contrast(high.selection, high.surface) > contrast(plain.selection, plain.surface));
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
