#include "service/pages/linkpage.h"
#include "service/pages/page.h"
#include "service/routes/linkroutes.h"

#include "base/log.h"

namespace refrain::service {
namespace {

constexpr qint64 formLimit = 64 * 1024;
constexpr qsizetype mostUndone = 50;

/// RFC 8058, 3.2: the body may be a form of either kind. Of a multipart body just this one field counts.
bool isOneClickPart(const QByteArray& body)
{
    for (qsizetype at = 0; (at = body.indexOf("name=\"List-Unsubscribe\"", at)) >= 0; ++at) {
        const qsizetype value = body.indexOf("\r\n\r\n", at);
        if (value >= 0 && body.mid(value + 4, 11) == "One-Click\r\n")
            return true;
    }
    return false;
}

bool isOneClick(const web::Request& request)
{
    if (request.mediaType() == "multipart/form-data")
        return isOneClickPart(request.body);
    return request.form().value(u"List-Unsubscribe") == QLatin1String("One-Click");
}

Words wordsFor(const web::Request& request)
{
    return Words(preferredLanguage(request.header("Accept-Language")));
}

web::Response failed(const LinkPage& page, const Error& error)
{
    if (!error.is(ErrorCode::NotFound) && !error.is(ErrorCode::Conflict))
        qCWarning(log::service) << error.toString();
    return page.failed(error);
}

/// Shows what is in force after `outcome`, as it is read anew.
template <class Show>
web::Response after(const LinkPage& page, LinkDesk& desk, const QByteArray& token, const Result<BatchOutcome>& outcome,
                    Show show)
{
    if (!outcome)
        return failed(page, outcome.error());
    const Result<LinkView> view = desk.open(token);
    return view ? show(*view, *outcome) : failed(page, view.error());
}

web::Response takeBack(const LinkPage& page, LinkDesk& desk, const QByteArray& token, const LinkView& view,
                       const QStringList& wanted)
{
    std::vector<qint64> numbers;
    for (const QString& number : wanted.mid(0, mostUndone))
        numbers.push_back(number.toLongLong());
    return after(page, desk, token, desk.takeBack(view, numbers),
                 [&](const LinkView& now, const BatchOutcome& outcome) { return page.takenBack(now, outcome); });
}

LinkPage pageFor(const LinkParts& parts, const Words& words, const LinkView& view)
{
    // What is written for people says "you", which a channel is not.
    if (view.subject.kind == SubjectKind::Channel)
        return LinkPage(words);
    return LinkPage(words, parts.voice.ownWords(view.link.workspace, words.language()));
}

web::Response post(const web::Request& request, const LinkParts& parts)
{
    LinkDesk& desk = parts.desk;
    const Words words = wordsFor(request);
    const QByteArray token = request.parameter(QStringLiteral("token")).toUtf8();
    const Result<LinkView> view = desk.open(token);
    if (!view)
        return failed(LinkPage(words), view.error());
    const LinkPage page = pageFor(parts, words, *view);
    const web::Parameters form = request.form();
    const bool oneClick = isOneClick(request);
    if (!oneClick && form.contains(u"undo"))
        return takeBack(page, desk, token, *view, form.values(u"undo"));
    std::vector<CategorySlug> categories;
    if (!view->isForAll()) {
        categories.push_back(view->link.category);
    } else if (oneClick) {
        // Whoever unsubscribes from the page of all switches with one click wants none of it.
        categories.push_back(everyCategory());
    } else {
        for (const QString& slug : form.values(u"category")) {
            if (view->covers(CategorySlug(slug)))
                categories.push_back(CategorySlug(slug));
        }
    }
    if (categories.empty())
        return page.nothingChosen(*view);
    return after(page, desk, token, desk.turnOff(*view, categories, oneClick ? Source::OneClick : Source::Link),
                 [&](const LinkView& now, const BatchOutcome& outcome) { return page.turnedOff(now, outcome); });
}

web::Response get(const web::Request& request, const LinkParts& parts)
{
    const Words words = wordsFor(request);
    const Result<LinkView> view = parts.desk.open(request.parameter(QStringLiteral("token")).toUtf8());
    return view ? pageFor(parts, words, *view).asked(*view) : failed(LinkPage(words), view.error());
}

}  // namespace

void addLinkPages(RouteTable& routes, const LinkParts& parts)
{
    const QString path = QStringLiteral("/o/{token}");
    routes.add("GET", path, [parts](const web::Request& request) { return get(request, parts); });
    routes.add("POST", path, [parts](const web::Request& request) { return post(request, parts); }, {formLimit});
}

}  // namespace refrain::service
