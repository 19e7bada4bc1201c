#include "console/local/childprogram.h"

#include <QFileInfo>
#include <QRegularExpression>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <csignal>
#endif

namespace refrain::console {

namespace {

constexpr int patienceMs = 60'000;  ///< For the ready line: a first start makes its databases.
constexpr int stopMs = 10'000;
constexpr qsizetype keptBytes = 16 * 1024;

}  // namespace

ChildProgram::ChildProgram(QObject* parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
#ifdef Q_OS_LINUX
    // A killed console takes its children along; refraind also sees its standard input end.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ChildProgram::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_errors = (m_errors + m_process.readAllStandardError()).right(keptBytes); });
    connect(&m_process, &QProcess::finished, this, &ChildProgram::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended();
    });
    connect(&m_patience, &QTimer::timeout, this, [this] { m_process.kill(); });
}

ChildProgram::~ChildProgram()
{
    disconnect(&m_process, nullptr, this, nullptr);
    if (!isRunning())
        return;
    m_process.closeWriteChannel();
    m_process.terminate();
    if (!m_process.waitForFinished(3'000))
        m_process.kill();
    m_process.waitForFinished(1'000);
}

void ChildProgram::start(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment,
                         const QByteArray& input)
{
    m_isReady = false;
    m_hasRefused = false;
    m_stopping = false;
    m_output.clear();
    m_errors.clear();
    m_process.setProcessEnvironment(environment);
    m_process.start(program, arguments);
    if (!input.isEmpty())
        m_process.write(input);
    m_patience.start(patienceMs);
}

void ChildProgram::stop()
{
    if (!isRunning()) {
        emit stopped();
        return;
    }
    m_stopping = true;
    m_process.closeWriteChannel();
    m_process.terminate();
    m_patience.start(stopMs);
}

QString ChildProgram::tail() const
{
    return QString::fromUtf8(m_errors).trimmed();
}

void ChildProgram::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    static const QRegularExpression line(QStringLiteral("^listening on (http://[^\\s]+)$"),
                                         QRegularExpression::MultilineOption);
    const qsizetype complete = m_output.lastIndexOf('\n');
    if (m_isReady || complete < 0) {
        m_output = m_output.right(keptBytes);
        return;
    }
    const QRegularExpressionMatch match = line.match(QString::fromUtf8(m_output.left(complete)));
    if (!match.hasMatch())
        return;
    m_isReady = true;
    m_patience.stop();
    emit ready(QUrl(match.captured(1)));
}

void ChildProgram::ended()
{
    m_patience.stop();
    if (m_stopping) {
        m_stopping = false;
        emit stopped();
        return;
    }
    m_errors = (m_errors + m_process.readAllStandardError()).right(keptBytes);
    const QString name = QFileInfo(m_process.program()).fileName();
    const QString lastLine = tail().section(QLatin1Char('\n'), -1);
    const bool failedToStart = m_process.error() == QProcess::FailedToStart;
    m_hasRefused = !m_isReady && !failedToStart && m_process.exitStatus() == QProcess::NormalExit;
    if (failedToStart)
        emit died(tr("%1 could not be started.").arg(name));
    else if (lastLine.isEmpty())
        emit died(tr("%1 ended by itself.").arg(name));
    else if (m_hasRefused && lastLine.startsWith(name + QStringLiteral(": ")))
        emit died(lastLine.mid(name.size() + 2));
    else
        emit died(tr("%1 ended by itself. Its last words: %2").arg(name, lastLine));
}

}  // namespace refrain::console
