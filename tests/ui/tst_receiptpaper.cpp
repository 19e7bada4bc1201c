#include "ui/person/receiptpaper.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace refrain;
using namespace refrain::ui;

/// A receipt on paper, whatever the names in it are.
class ReceiptPaperTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    console::Wording m_wording{QTimeZone("Europe/Berlin")};

    static console::Receipt receipt()
    {
        const TreeHash leafHash(32, char(0xa7));
        console::Receipt made{ReceiptId::of(1043, leafHash), {}, false, leafHash, {}, {}, {}, {}};
        made.entry.workspace = WorkspaceId(QStringLiteral("T0GR6HHG995"));
        made.entry.type = QStringLiteral("preference");
        made.entry.outcome = QStringLiteral("accepted");
        made.entry.subject = SubjectId(QStringLiteral("U00Q1JK9V9X"));
        made.entry.category = CategorySlug(QStringLiteral("reminders"));
        made.entry.at = 1'780'000'000'000;
        made.entry.actor = {ActorKind::ConsoleUser, QStringLiteral("U1"), QStringLiteral("Ann")};
        made.entry.requestedBy = RequestedBy::Person;
        made.entry.reason = QStringLiteral("asked by phone, twice, because the first call had been cut off");
        made.entry.after = {{QStringLiteral("state"), QStringLiteral("opted_out")}};
        made.checkpoint.size = 90'210;
        made.checkpoint.root.fill(char(0x3c), 32);
        made.auditKey = QStringLiteral("refrain/T1+0a1b2c3d+AQ==");
        return made;
    }

private slots:
    void namesTurnNothingAround_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("an ordinary one") << QStringLiteral("Bea Bobson") << QStringLiteral("plain");
        QTest::newRow("one from right to left") << QString::fromUtf8("נועה כהן") << QStringLiteral("rtl");
        QTest::newRow("one without an end") << QString(200, u'x') << QStringLiteral("long");
    }

    void namesTurnNothingAround()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        const console::Receipt made = receipt();
        const console::ReceiptWords words(made, {QStringLiteral("Acme"), name, QStringLiteral("Reminders")}, m_wording);
        QTextDocument document;
        layOut(document, words, made);
        QVERIFY(document.toPlainText().contains(name));
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (!block.text().isEmpty())
                QCOMPARE(block.textDirection(), Qt::LeftToRight);
        }
        const QString pictures = qEnvironmentVariable("REFRAIN_TEST_PICTURES");
        const QString path =
            (pictures.isEmpty() ? m_folder.path() : pictures) + QStringLiteral("/receipt-%1.pdf").arg(file);
        QVERIFY(writePdf(words, made, path));
        QFile pdf(path);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray content = pdf.readAll();
        QCOMPARE(content.count("/Type /Page\n"), 1);
    }
};

QTEST_MAIN(ReceiptPaperTest)
#include "tst_receiptpaper.moc"
