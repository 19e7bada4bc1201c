#pragma once

#include "net/transport.h"

#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QTimer>

namespace refrain::net {

/// One request under way, redirects included; deletes itself when it has answered. Lives in the
/// thread of its QNetworkAccessManager, which outlives it.
class Exchange final : public QObject {
    Q_OBJECT
public:
    Exchange(QNetworkAccessManager& manager, HttpRequest request, QPromise<Result<HttpReply>> promise, QObject* parent);
    ~Exchange() override;

    void start();

private:
    void dispatch(const QUrl& url);
    [[nodiscard]] QNetworkReply* sendOnce(QNetworkRequest& request);
    void receive();
    void finish();
    void follow(const QUrl& target);
    void conclude(Result<HttpReply> outcome);
    void dropReply();

    QNetworkAccessManager& m_manager;
    HttpRequest m_request;
    QPromise<Result<HttpReply>> m_promise;
    QFutureWatcher<Result<HttpReply>> m_watcher;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QTimer m_timer;
    bool m_concluded = false;
};

/// Begins exchanges in the thread that it lives in; those that still run when it goes are given up.
class Exchanger final : public QObject {
    Q_OBJECT
public:
    ~Exchanger() override;
    void begin(HttpRequest request, QPromise<Result<HttpReply>> promise);

private:
    QNetworkAccessManager* m_manager = nullptr;  // a child, made in the thread that uses it
};

/// A transport failure as an Error with a sentence; `host` is named in it.
[[nodiscard]] Error networkError(QNetworkReply::NetworkError error, const QString& host, const QString& detail);

}  // namespace refrain::net
