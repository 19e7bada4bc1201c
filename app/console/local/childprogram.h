#pragma once

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTimer>
#include <QUrl>

namespace refrain::console {

/// One server started as a child: waits for its ready line, keeps the end of what it says, stops it cleanly.
class ChildProgram : public QObject {
    Q_OBJECT
public:
    explicit ChildProgram(QObject* parent = nullptr);
    /// Kills what still runs: a child never outlives its owner.
    ~ChildProgram() override;

    /// `input` is written to its standard input, which stays open until stop().
    void start(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment,
               const QByteArray& input);
    /// Closes its standard input and asks it to end; kills it after 10 s.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// It ended with an exit code before it was ready: another start would end the same way.
    [[nodiscard]] bool hasRefused() const { return m_hasRefused; }
    [[nodiscard]] QString tail() const;  ///< The last lines of its standard error.

signals:
    /// It printed `listening on http://HOST:PORT`.
    void ready(const QUrl& url);
    /// It ended or never began; `sentence` says how. Not after stop().
    void died(const QString& sentence);
    void stopped();

private:
    QProcess m_process;
    QTimer m_patience;
    QByteArray m_output;
    QByteArray m_errors;
    bool m_isReady = false;
    bool m_hasRefused = false;
    bool m_stopping = false;

    void readOutput();
    void ended();
};

}  // namespace refrain::console
