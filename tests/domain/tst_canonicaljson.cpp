#include "domain/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <bit>
#include <limits>

using namespace refrain;

class TestCanonicalJson : public QObject {
    Q_OBJECT

private slots:
    void spellsValuesAsTheRfcDoes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("canonical");
        QTest::newRow("the example of section 3.2.2")
            << QByteArray(
                   R"({"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],)"
                   R"("string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals": [null, true, false]})")
            << QByteArray(
                   "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                   "\"string\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        QTest::newRow("keys in the order of UTF-16, section 3.2.3")
            << QByteArray(R"({"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7})")
            << QByteArray(
                   "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"\xc3\xb6\":7,\"\xe2\x82\xac\":1,\"\xf0\x9f\x98\x80\":5,"
                   "\"\xef\xac\xb3\":3}");
        QTest::newRow("nothing inside") << QByteArray(R"({ "a" : { } , "b" : [ ] })")
                                        << QByteArray(R"({"a":{},"b":[]})");
        QTest::newRow("all short escapes") << QByteArray(R"(["\b\t\n\f\r\u0000\u001f\u007f\u2028"])")
                                           << QByteArray("[\"\\b\\t\\n\\f\\r\\u0000\\u001f\x7f\xe2\x80\xa8\"]");
        QTest::newRow("integers stay integers")
            << QByteArray("[0, -0, 1.0, -17, 9007199254740991]") << QByteArray("[0,0,1,-17,9007199254740991]");
    }

    void spellsValuesAsTheRfcDoes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, canonical);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        QCOMPARE(canonicalJson(value), canonical);
    }

    void spellsNumbersAsEcmaScriptDoes_data()
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QByteArray>("text");
        // RFC 8785, appendix B
        const auto row = [](quint64 bits, const char* text) { QTest::newRow(text) << bits << QByteArray(text); };
        row(0x0000000000000000, "0");
        row(0x0000000000000001, "5e-324");
        row(0x8000000000000001, "-5e-324");
        row(0x7fefffffffffffff, "1.7976931348623157e+308");
        row(0xffefffffffffffff, "-1.7976931348623157e+308");
        row(0x4340000000000000, "9007199254740992");
        row(0xc340000000000000, "-9007199254740992");
        row(0x4430000000000000, "295147905179352830000");
        row(0x44b52d02c7e14af5, "9.999999999999997e+22");
        row(0x44b52d02c7e14af6, "1e+23");
        row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
        row(0x444b1ae4d6e2ef4e, "999999999999999700000");
        row(0x444b1ae4d6e2ef4f, "999999999999999900000");
        row(0x444b1ae4d6e2ef50, "1e+21");
        row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
        row(0x3eb0c6f7a0b5ed8d, "0.000001");
        row(0x41b3de4355555553, "333333333.3333332");
        row(0x41b3de4355555557, "333333333.33333343");
        row(0xbecbf647612f3696, "-0.0000033333333333333333");
        row(0x43143ff3c1cb0959, "1424953923781206.2");
    }

    void spellsNumbersAsEcmaScriptDoes()
    {
        QFETCH(quint64, bits);
        QFETCH(QByteArray, text);
        QCOMPARE(canonicalNumber(std::bit_cast<double>(bits)), text);
    }

    void minusZeroIsZero() { QCOMPARE(canonicalNumber(-0.0), QByteArray("0")); }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
