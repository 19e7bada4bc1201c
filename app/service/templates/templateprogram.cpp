#include "service/templates/templateprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>

namespace refrain::service {
namespace {

constexpr int patienceMs = 5'000;  // by the wall; the program itself stops after 2 s of computing
constexpr int faultOfTemplate = 1;

/// What Jsonnet says, in the words of somebody who writes a message.
QString inPlainWords(QString text)
{
    static const std::pair<QRegularExpression, QString> words[] = {
        {QRegularExpression(QStringLiteral("^max stack frames exceeded.*")),
         QStringLiteral("it calls itself without end, or too deeply")},
        {QRegularExpression(QStringLiteral("^couldn't open import.*")),
         QStringLiteral("a template cannot import files")},
        {QRegularExpression(QStringLiteral("^Unknown variable: (.*)")), QStringLiteral("nothing here is called “\\1”")},
        {QRegularExpression(QStringLiteral("^field does not exist: (.*)")), QStringLiteral("there is no field “\\1”")},
        {QRegularExpression(QStringLiteral("^undefined external variable: .*")),
         QStringLiteral("the only external variable is std.extVar(\"data\")")},
        {QRegularExpression(QStringLiteral("^expected a comma before next field.*")),
         QStringLiteral("a comma is missing before this field, or a brace at the end of the one before")},
        {QRegularExpression(QStringLiteral("^expected a comma before next array element.*")),
         QStringLiteral("a comma is missing before this, or the bracket ] at the end")},
        {QRegularExpression(QStringLiteral("^unterminated string.*")),
         QStringLiteral("the quotation mark that ends this text is missing")},
        {QRegularExpression(QStringLiteral("^Unknown escape sequence in string literal: '(.*)'")),
         QStringLiteral("a backslash before “\\1” means nothing; write \\\\ for a backslash")},
        {QRegularExpression(QStringLiteral("^expected token OPERATOR but got \\((?:\\w+, )?(.*)\\)")),
         QStringLiteral("a sign such as a colon is missing before \\1")},
        {QRegularExpression(QStringLiteral("^expected one of :, ::.*, got: (.*)")),
         QStringLiteral("after a field's name comes a colon, not “\\1”")},
        {QRegularExpression(QStringLiteral("^expected , or ; but got (.*)")),
         QStringLiteral("a local ends with a semicolon; here comes \\1")},
        {QRegularExpression(QStringLiteral("^unexpected end of file.*|^unexpected: end of file.*")),
         QStringLiteral("it ends too early: something opened before is not closed, or nothing is there")},
        {QRegularExpression(QStringLiteral("^unexpected: \"(.*)\" while parsing.*")),
         QStringLiteral("something is missing before “\\1”")},
        {QRegularExpression(QStringLiteral("^did not expect: \"?([^\"]*)\"?")),
         QStringLiteral("the message ended already; “\\1” is too much")},
        {QRegularExpression(QStringLiteral("^duplicate field: (.*)")),
         QStringLiteral("the field “\\1” is there twice")},
        {QRegularExpression(QStringLiteral("^No such field: (.*)")), QStringLiteral("there is no field “\\1”")},
        {QRegularExpression(QStringLiteral("^condition must be boolean, got (.*)")),
         QStringLiteral("what stands after “if” must be true or false, and is a \\1")},
        {QRegularExpression(QStringLiteral("^binary operator (\\S+) requires matching types, got (\\w+) and (\\w+)")),
         QStringLiteral("“\\1” does not go between a \\2 and a \\3")},
        {QRegularExpression(QStringLiteral("^function parameter (\\w+) not bound in call")),
         QStringLiteral("the function is called without its “\\1”")},
        {QRegularExpression(QStringLiteral("^array bounds error: (\\d+) not within.*")),
         QStringLiteral("the list has no place number \\1; they are counted from 0")},
        {QRegularExpression(QStringLiteral("^text block's first line must start with whitespace")),
         QStringLiteral("the lines of a text between ||| begin with a space")}};
    for (const auto& [pattern, plain] : words)
        text.replace(pattern, plain);
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    return text.left(500);
}

/// `STATIC ERROR: template:3:2-8: …`, or `RUNTIME ERROR: …` with a trace below it.
Error faultOf(const QString& said)
{
    static const QRegularExpression place(QStringLiteral("template:\\(?(\\d+):(\\d+)"));
    static const QRegularExpression prefix(QStringLiteral("^(STATIC|RUNTIME) ERROR: (template:\\S+ )?"));
    const QRegularExpressionMatch at = place.match(said);
    QString text = said.section(QStringLiteral("\n\t"), 0, 0);
    text = inPlainWords(text.remove(prefix));
    return Error::invalid(
        at.hasMatch()
            ? QStringLiteral("Line %1, column %2 of the template: %3.").arg(at.captured(1), at.captured(2), text)
            : QStringLiteral("The template: %1.").arg(text));
}

Error brokeOff(int signal)
{
    if (signal == SIGABRT)
        return Error::invalid(QStringLiteral("The template needs more than 256 MB of memory."));
    if (signal == SIGSEGV || signal == SIGBUS)
        return Error::invalid(QStringLiteral("The template is nested too deeply."));
    return Error::invalid(QStringLiteral("The template computes for more than 2 seconds."));
}

Error notRun(const QString& why)
{
    return Error::unavailable(
        QStringLiteral("The program that evaluates templates, refrain-template, could not be run. "
                       "Nothing was sent or changed."),
        why);
}

Result<QJsonObject> valueOf(const QByteArray& written)
{
    // Jsonnet may yield a bare text or number, which QJsonDocument does not read.
    const QJsonDocument document = QJsonDocument::fromJson('[' + written + ']');
    const QJsonValue value = document.array().at(0);
    if (!value.isObject())
        return Error::invalid(QStringLiteral("A template yields an object: {text: …}, with blocks where it has them."));
    return value.toObject();
}

}  // namespace

QString TemplateProgram::find()
{
    const QString name = QStringLiteral("refrain-template");
    const QString beside = QCoreApplication::applicationDirPath();
    const QStringList folders{beside, QDir::cleanPath(beside + QStringLiteral("/../libexec/refrain"))};
    const QString near = QStandardPaths::findExecutable(name, folders);
    return near.isEmpty() ? QStandardPaths::findExecutable(name) : near;
}

Result<QJsonObject> TemplateProgram::evaluate(const QString& source, const QJsonObject& data) const
{
    const QByteArray code = source.toUtf8();
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"),
                       QStringLiteral("C.UTF-8"));  // and none of ours, which may hold secrets
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setStandardErrorFile(QProcess::nullDevice());
    program.start(m_path, QStringList());
    program.write(QByteArray::number(code.size()) + '\n' + code + QJsonDocument(data).toJson(QJsonDocument::Compact));
    program.closeWriteChannel();
    if (!program.waitForFinished(patienceMs)) {
        if (program.error() == QProcess::FailedToStart)
            return notRun(program.errorString());
        program.kill();
        program.waitForFinished();
        return brokeOff(SIGKILL);
    }
    if (program.exitStatus() == QProcess::CrashExit)
        return brokeOff(program.exitCode());
    if (program.exitCode() == faultOfTemplate)
        return faultOf(QString::fromUtf8(program.readAllStandardOutput()));
    if (program.exitCode() != 0)
        return notRun(QStringLiteral("exit code %1").arg(program.exitCode()));
    return valueOf(program.readAllStandardOutput());
}

}  // namespace refrain::service
