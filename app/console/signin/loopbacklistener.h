#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace refrain::console {

/// What the browser brought back.
struct RedirectAnswer {
    QString code;   ///< Empty where there is an error.
    QString error;  ///< RFC 6749, 4.1.2.1
    QString errorDescription;
    QString reason;  ///< The backend's own word for what an error means; empty where there is none.
    QString issuer;  ///< RFC 9207
};

/// Waits on 127.0.0.1 for the browser to come back from signing in (RFC 8252, 7.3), and believes nobody else: GET and
/// the exact path only, the right Host, at most 8 KiB, a few seconds for each connection, the state compared in
/// constant time before anything else is read. After the first true answer it listens no more.
class LoopbackListener : public QObject {
    Q_OBJECT
public:
    LoopbackListener(QByteArray state, int connectionMs, QObject* parent = nullptr);

    /// Listens on a free port. Unavailable where there is none.
    [[nodiscard]] Result<> listen();
    /// `http://127.0.0.1:PORT/signed-in`
    [[nodiscard]] QUrl redirectUri() const;
    /// What the waiting browser is shown in the end; before an answer it does nothing.
    void showInBrowser(bool success, const QString& title, const QString& text);
    /// The same, but the answer was none yet: goes on listening for another one with the same state.
    void askForPatience(const QString& title, const QString& text);

signals:
    /// Once. The browser waits for showInBrowser().
    void answered(const refrain::console::RedirectAnswer& answer);
    /// Somebody brought no state, or another one. It was turned away and listening goes on.
    void forged();

private:
    QTcpServer m_server;
    QByteArray m_state;
    int m_connectionMs;
    QPointer<QTcpSocket> m_waiting;
    bool m_answered = false;

    void accept();
    void read(QTcpSocket* socket);
    void handle(QTcpSocket* socket, const QByteArray& head);
    void handleQuery(QTcpSocket* socket, const QByteArray& query);
    static void reply(QTcpSocket* socket, const QByteArray& status, const QString& title, const QString& text);
};

}  // namespace refrain::console
