#include "service/routes/pageviewroutes.h"

#include "service/pages/linkpage.h"
#include "service/slackside/homefacts.h"
#include "store/subjectstore.h"

namespace refrain::service {
namespace {

Result<web::Response> make(const ApiCall& call, const PageViewParts& parts)
{
    const SubjectId id(call.request.parameter(QStringLiteral("id")));
    const Result<store::Database*> database = parts.pool.connection();
    if (!database)
        return database.error();
    const auto subject = store::SubjectStore(**database).find(call.workspace(), id);
    if (!subject)
        return subject.error();
    // The page bears the name, which of a private channel is for admins alone.
    if (!*subject || ((*subject)->isPrivate && !seesPrivateChannels(call.principal.role)))
        return Error::notFound(QStringLiteral("There is nobody and no channel with this id."));
    const PageViews::Ticket ticket = parts.views.make(call.workspace(), id);
    web::Response response = web::Response::json(
        {{QStringLiteral("url"), parts.publicUrl + QStringLiteral("/v/") + QString::fromLatin1(ticket.token.reveal())},
         {QStringLiteral("expiresAt"), toRfc3339(ticket.expiresAt)}},
        201);
    response.set("Cache-Control", "no-store");
    return response;
}

Result<web::Response> home(const ApiCall& call, const PageViewParts& parts)
{
    const SubjectId id(call.request.parameter(QStringLiteral("id")));
    return parts.pool.read<web::Response>([&](store::Database& database) -> Result<web::Response> {
        const auto subject = store::SubjectStore(database).find(call.workspace(), id);
        if (!subject)
            return subject.error();
        if (!*subject || (*subject)->kind != SubjectKind::User)
            return Error::notFound(QStringLiteral("There is nobody with this id. Only people have an App Home."));
        const auto facts = homeFacts(database, parts.decider, parts.voice, parts.clock, call.workspace(), id);
        if (!facts)
            return facts.error();
        return web::Response::json({{QStringLiteral("blocks"), homeView(*facts).value(QLatin1String("blocks"))},
                                    {QStringLiteral("seq"), facts->seq}});
    });
}

/// What could be pressed is there to be seen, and cannot be: the texts of the page are escaped, so these marks are the
/// page's own.
web::Response inert(web::Response page, const QString& notice)
{
    page.body.replace("<form method=\"post\">", "<fieldset disabled>").replace("</form>", "</fieldset>");
    page.body.replace("<main>",
                      "<main>\n<p class=\"notice\" role=\"note\">" + notice.toHtmlEscaped().toUtf8() + "</p>");
    return page;
}

web::Response show(const web::Request& request, const PageViewParts& parts)
{
    const Result<LinkView> view = parts.views.open(request.parameter(QStringLiteral("token")).toUtf8());
    if (!view)
        return LinkPage(Words(preferredLanguage(request.header("Accept-Language")))).failed(view.error());
    const Subject& subject = view->subject;
    // In the person's language, for that is what they see; the line above it is for whoever looks.
    const Words words(parts.phrasebook.speechFor(subject).language());
    const Words ours(preferredLanguage(request.header("Accept-Language")));
    const QString name = subject.kind == SubjectKind::Channel ? u'#' + subject.name
                         : subject.name.isEmpty()             ? subject.id.toString()
                                                              : subject.name;
    auto own =
        subject.kind == SubjectKind::Channel ? nullptr : parts.voice.ownWords(view->link.workspace, words.language());
    return inert(LinkPage(words, std::move(own)).asked(*view), ours("shownOnly", name));
}

}  // namespace

void addPageViewRoutes(Api& api, const PageViewParts& parts)
{
    api.add("POST", QStringLiteral("/subjects/{id}:view"), Permission::Read,
            [parts](const ApiCall& call) { return make(call, parts); });
    api.add("GET", QStringLiteral("/subjects/{id}/home"), Permission::Read,
            [parts](const ApiCall& call) { return home(call, parts); });
}

void addPageViewPages(RouteTable& routes, const PageViewParts& parts)
{
    routes.add("GET", QStringLiteral("/v/{token}"),
               [parts](const web::Request& request) { return show(request, parts); });
}

}  // namespace refrain::service
