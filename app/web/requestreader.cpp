#include "web/requestreader_p.h"

#include <utility>  // before Asio, whose awaitable.hpp of Boost 1.74 forgets it

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <limits>

namespace refrain::web {

namespace http = boost::beast::http;
using boost::beast::error_code;

namespace {

/// Lines between body bytes (chunk sizes with their extensions, trailers) must end within this.
constexpr qsizetype framingLimit = 16 * 1024;

/// A chunked body ends with at least `0 CR LF CR LF`. Boost 1.74 asserts so much where the last chunk is
/// the first one and comes in pieces.
constexpr qsizetype shortestEnd = 5;

template <class View>
QByteArray bytes(const View& view)
{
    return {view.data(), qsizetype(view.size())};
}

HttpError describe(const error_code& code)
{
    if (code == http::error::header_limit)
        return {431, QStringLiteral("The request's header is too large.")};
    if (code == http::error::body_limit)
        return {413, QStringLiteral("The request's body is too large.")};
    if (code == http::error::bad_version)
        return {505, QStringLiteral("Only HTTP/1.0 and HTTP/1.1 are spoken here.")};
    return {400, QStringLiteral("The request is not well-formed HTTP.")};
}

bool isDecimal(const QByteArray& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What is legal to write and dangerous to accept: a proxy before us might read it the other way.
bool isAmbiguous(const Headers& headers, unsigned version)
{
    const QList<QByteArray> lengths = headers.values("Content-Length");
    const QList<QByteArray> encodings = headers.values("Transfer-Encoding");
    if (lengths.size() > 1 || (lengths.size() == 1 && !isDecimal(lengths.first())))
        return true;
    if (!encodings.isEmpty()) {
        const bool plainChunked =
            encodings.size() == 1 && encodings.first().compare("chunked", Qt::CaseInsensitive) == 0;
        if (!lengths.isEmpty() || version == 10 || !plainChunked)
            return true;
    }
    return false;
}

}  // namespace

struct RequestReader::State {
    http::request_parser<http::string_body> parser;
    Request request;
    HttpError failure;
    bool headerDone = false;
    qsizetype headerLimit = 0;
    qsizetype headerSize = 0;

    Step fail(HttpError error)
    {
        failure = std::move(error);
        failure.path = headerDone ? bytes(parser.get().target()) : QByteArray();
        return Step::Failed;
    }

    Step finishHeader()
    {
        headerDone = true;
        const auto& message = parser.get();
        request.method = bytes(message.method_string());
        for (const auto& field : message)
            request.headers.add(bytes(field.name_string()), bytes(field.value()));
        const qsizetype hosts = request.headers.values("Host").size();
        if (isAmbiguous(request.headers, message.version()) || hosts > 1 || (hosts == 0 && message.version() == 11))
            return fail({400, QStringLiteral("The request's header contradicts itself.")});
        if (!request.setTarget(bytes(message.target())))
            return fail({400, QStringLiteral("The request's address is not well-formed.")});
        const QByteArray expect = request.header("Expect");
        if (!expect.isEmpty() && expect.compare("100-continue", Qt::CaseInsensitive) != 0)
            return fail({417, QStringLiteral("Only 100-continue can be expected here.")});
        return Step::HeaderDone;
    }
};

RequestReader::RequestReader(int headerLimit) : m_state(std::make_unique<State>())
{
    m_state->headerLimit = headerLimit;
    m_state->parser.header_limit(std::uint32_t(headerLimit));
    // None would refuse every body in Boost 1.74; the real limit is set once the header is known.
    m_state->parser.body_limit(std::numeric_limits<std::uint64_t>::max());
}

RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;

RequestReader::Step RequestReader::feed(QByteArray& input)
{
    State& state = *m_state;
    if (!state.parser.got_some()) {
        while (input.startsWith("\r\n"))  // RFC 9112, 2.2: some clients send one after a form's body
            input.remove(0, 2);
        if (input == "\r")  // perhaps half of one
            return Step::NeedMore;
    }
    while (!state.parser.is_done()) {
        if (input.isEmpty() || (state.headerDone && state.parser.chunked() && input.size() < shortestEnd))
            return Step::NeedMore;
        error_code code;
        const std::size_t used =
            state.parser.put(boost::asio::const_buffer(input.constData(), std::size_t(input.size())), code);
        input.remove(0, qsizetype(used));
        if (!state.headerDone) {
            // Beast's own limit is for what it was given at once; fields that came before do not count there.
            state.headerSize += qsizetype(used);
            const qsizetype waiting = code == http::error::need_more ? input.size() : 0;
            if (state.headerSize + waiting > state.headerLimit)
                return state.fail(describe(http::make_error_code(http::error::header_limit)));
        }
        if (code == http::error::need_more) {
            if (state.headerDone && input.size() > framingLimit)
                return state.fail({400, QStringLiteral("The request's body is not well-formed HTTP.")});
            return Step::NeedMore;
        }
        if (code)
            return state.fail(describe(code));
        if (!state.headerDone && state.parser.is_header_done())
            return state.finishHeader();
    }
    const std::string& body = state.parser.get().body();
    state.request.body = QByteArray(body.data(), qsizetype(body.size()));
    return Step::Complete;
}

RequestReader::Step RequestReader::setBodyLimit(qint64 limit)
{
    State& state = *m_state;
    if (!state.parser.is_done()) {
        state.parser.body_limit(std::uint64_t(limit));
        const auto length = state.parser.content_length();
        if (length && *length > std::uint64_t(limit))
            return state.fail(describe(http::make_error_code(http::error::body_limit)));
    }
    return Step::NeedMore;
}

bool RequestReader::isHeaderDone() const
{
    return m_state->headerDone;
}

const Request& RequestReader::head() const
{
    return m_state->request;
}

Request RequestReader::takeRequest()
{
    return std::move(m_state->request);
}

const HttpError& RequestReader::failure() const
{
    return m_state->failure;
}

bool RequestReader::keepsAlive() const
{
    return m_state->parser.keep_alive();
}

bool RequestReader::expectsContinue() const
{
    return !m_state->parser.is_done() && m_state->parser.get().version() == 11 &&
           m_state->request.headers.contains("Expect");
}

bool RequestReader::wantsWebSocket() const
{
    return m_state->request.method == "GET" && m_state->parser.upgrade() &&
           m_state->request.header("Upgrade").compare("websocket", Qt::CaseInsensitive) == 0;
}

}  // namespace refrain::web
