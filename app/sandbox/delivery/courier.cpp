#include "sandbox/delivery/courier.h"

#include <utility>  // before Asio, whose awaitable.hpp of Boost 1.74 forgets it

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <thread>

namespace refrain::sandbox {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using beast::error_code;

namespace {

constexpr std::uint64_t answerLimit = 1024 * 1024;

beast::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

QByteArray bytes(beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// One POST: resolve, connect, write, read, within one patience for all of it.
class Errand : public std::enable_shared_from_this<Errand> {
public:
    Errand(asio::io_context& context, Courier::Letter letter, std::function<void(const Courier::Answer&)> done)
        : m_resolver(context), m_stream(context), m_letter(std::move(letter)), m_done(std::move(done))
    {
        m_parser.body_limit(answerLimit);
    }

    void start()
    {
        const QByteArray host = m_letter.to.host().toUtf8();
        const int port = m_letter.to.port(80);
        m_request.method(http::verb::post);
        m_request.target(
            view(m_letter.to.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment)));
        m_request.version(11);
        m_request.set(http::field::host, view(host + ':' + QByteArray::number(port)));
        m_request.set(http::field::connection, "close");
        for (const auto& [name, value] : m_letter.headers.fields())
            m_request.insert(view(name), view(value));
        m_request.body() = m_letter.body.toStdString();
        m_request.prepare_payload();
        m_stream.expires_after(m_letter.patience);
        m_resolver.async_resolve(host.toStdString(), std::to_string(port),
                                 [self = shared_from_this()](const error_code& code, const auto& found) {
                                     if (code)
                                         self->fail(code);
                                     else
                                         self->connect(found);
                                 });
    }

private:
    void connect(const tcp::resolver::results_type& found)
    {
        m_stream.async_connect(found, [self = shared_from_this()](const error_code& code, const tcp::endpoint&) {
            if (code)
                self->fail(code);
            else
                self->write();
        });
    }

    void write()
    {
        http::async_write(m_stream, m_request, [self = shared_from_this()](const error_code& code, std::size_t) {
            if (code)
                self->fail(code);
            else
                self->read();
        });
    }

    void read()
    {
        http::async_read(m_stream, m_buffer, m_parser,
                         [self = shared_from_this()](const error_code& code, std::size_t) {
                             if (code)
                                 self->fail(code);
                             else
                                 self->finish();
                         });
    }

    void finish()
    {
        Courier::Answer answer;
        const auto& message = m_parser.get();
        answer.status = int(message.result_int());
        for (const auto& field : message)
            answer.headers.add(bytes(field.name_string()), bytes(field.value()));
        answer.body = QByteArray::fromStdString(message.body());
        m_done(answer);
    }

    void fail(const error_code& code)
    {
        const bool slow = code == beast::error::timeout;
        m_done({0, {}, {}, slow ? QStringLiteral("http_timeout") : QStringLiteral("connection_failed")});
    }

    tcp::resolver m_resolver;
    beast::tcp_stream m_stream;
    Courier::Letter m_letter;
    std::function<void(const Courier::Answer&)> m_done;
    http::request<http::string_body> m_request;
    http::response_parser<http::string_body> m_parser;
    beast::flat_buffer m_buffer;
};

}  // namespace

struct Courier::State {
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(context);
    std::thread thread{[this] { context.run(); }};
};

Courier::Courier() : m_state(std::make_unique<State>()) {}

Courier::~Courier()
{
    stop();
}

void Courier::stop()
{
    m_state->context.stop();
    if (m_state->thread.joinable())
        m_state->thread.join();
}

void Courier::post(Letter letter, std::function<void(const Answer&)> done)
{
    const auto errand = std::make_shared<Errand>(m_state->context, std::move(letter), std::move(done));
    asio::post(m_state->context, [errand] { errand->start(); });
}

void Courier::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    const auto timer = std::make_shared<asio::steady_timer>(m_state->context, delay);
    asio::post(m_state->context, [timer, task = std::move(task)] {
        timer->async_wait([timer, task](const error_code& cancelled) {
            if (!cancelled)
                task();
        });
    });
}

}  // namespace refrain::sandbox
