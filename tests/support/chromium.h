#pragma once

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QProcess>
#include <QSize>
#include <QStringList>
#include <QTemporaryDir>
#include <QWebSocket>

namespace refrain::test {

/// A real Chromium, headless, driven over the Chrome DevTools Protocol
/// (chromedevtools.github.io/devtools-protocol). One page at a time. Every function runs the event
/// loop until it is done or its patience is over, and says false, or an empty value, then.
class Chromium : public QObject {
    Q_OBJECT

public:
    static constexpr int patience = 60'000;

    Chromium();
    ~Chromium() override;

    /// Whether this computer has one: tests that need it fail without.
    [[nodiscard]] static bool isInstalled();
    /// The flags that keep Chromium quiet, offline and able to run as root, for starters of their own.
    [[nodiscard]] static QStringList quietFlags();

    /// Starts a Chromium of its own with an empty profile and an empty page.
    [[nodiscard]] bool start();
    /// Takes over one that runs with this --user-data-dir and --remote-debugging-port, and its page whose
    /// address holds `urlPart` and that is none of `others`.
    [[nodiscard]] bool attach(const QString& userDataDir, const QString& urlPart, const QStringList& others = {});
    /// Which page that is, for `others`.
    [[nodiscard]] const QString& page() const { return m_page; }

    /// Opens `url` and waits until it is loaded.
    [[nodiscard]] bool open(const QString& url);
    /// The value of a JavaScript expression; promises are awaited.
    QJsonValue evaluate(const QString& expression);
    /// Waits until the expression is true.
    [[nodiscard]] bool waitFor(const QString& expression, int milliseconds = patience);
    /// Clicks in the middle of the first element that the selector finds, once the page is loaded, and again until
    /// the click reaches it; false where it never does, as under another element.
    [[nodiscard]] bool click(const QString& selector);
    /// Clicks there and types, after clearing what stands in it.
    [[nodiscard]] bool type(const QString& selector, const QString& text);
    [[nodiscard]] bool pressEnter();
    /// The text that a person sees.
    [[nodiscard]] QString visibleText(const QString& selector = QStringLiteral("body"));
    /// A PNG of the page as a person sees it.
    [[nodiscard]] bool screenshot(const QString& path, const QSize& size, bool dark = false);

    /// Exceptions, console errors and refused loads since the start: a good page has none.
    [[nodiscard]] const QStringList& complaints() const { return m_complaints; }

    /// Any other command of the protocol, sent to the page.
    QJsonObject call(const QString& method, const QJsonObject& params = {});

private:
    [[nodiscard]] bool connectTo(const QString& userDataDir);
    [[nodiscard]] bool attachToTarget(const QString& targetId);
    QJsonObject command(const QString& method, const QJsonObject& params, const QString& session);
    void receive(const QString& text);

    QTemporaryDir m_profile;
    QProcess m_process;
    QWebSocket m_socket;
    QString m_page;
    QString m_session;
    int m_lastId = 0;
    QHash<int, QJsonObject> m_answers;
    QStringList m_complaints;
    bool m_loaded = false;
};

}  // namespace refrain::test
