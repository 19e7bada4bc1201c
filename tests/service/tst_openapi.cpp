#include "service/routes/apiroutes.h"
#include "service/serve/backend.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;

class TestOpenApi : public QObject {
    Q_OBJECT

    static QJsonObject document()
    {
        QFile file(QStringLiteral(REFRAIN_SOURCE_DIR "/resources/openapi.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    static QSet<QString> documented()
    {
        QSet<QString> all;
        const QJsonObject paths = document().value(QLatin1String("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            for (const QString& key : path.value().toObject().keys()) {
                if (key != QLatin1String("parameters"))
                    all.insert(key.toUpper() + QLatin1Char(' ') + path.key());
            }
        }
        return all;
    }

private slots:
    void everyRouteIsDocumentedAndEveryDocumentedRouteIsServed()
    {
        const QTemporaryDir dir;
        service::Config config;
        config.listenPort = 0;
        config.dataDir = dir.path();
        config.database = QStringLiteral("sqlite://%1/refrain.db").arg(dir.path());
        config.keyFile = dir.filePath(QStringLiteral("master.key"));
        const Result<std::unique_ptr<service::Backend>> backend = service::Backend::start(config, Secret());
        QVERIFY2(backend, qPrintable(backend ? QString() : backend.error().toString()));
        QSet<QString> served;
        for (const QString& route : (*backend)->routes())
            served.insert(route);
        QCOMPARE((served - documented()).values(), QStringList());
        QCOMPARE((documented() - served).values(), QStringList());
    }

    void everyReferenceLeadsSomewhere()
    {
        const QJsonObject root = document();
        const QString text = QString::fromUtf8(QJsonDocument(root).toJson());
        const QRegularExpression reference(QStringLiteral("\"\\$ref\": \"#/components/(\\w+)/(\\w+)\""));
        const QJsonObject components = root.value(QLatin1String("components")).toObject();
        int seen = 0;
        for (auto it = reference.globalMatch(text); it.hasNext(); ++seen) {
            const QRegularExpressionMatch match = it.next();
            QVERIFY2(components.value(match.captured(1)).toObject().contains(match.captured(2)),
                     qPrintable(match.captured()));
        }
        QVERIFY(seen > 50);
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
