#include "sandbox/pages/consentpages.h"

#include "sandbox/pages/html.h"
#include "sandbox/pages/personpicker.h"

namespace refrain::sandbox {

namespace {

constexpr int channelsOffered = 200;

QString hidden(const QByteArray& id)
{
    return QStringLiteral("<input type=\"hidden\" name=\"request\" value=\"%1\">").arg(QString::fromLatin1(id));
}

/// What is asked for; with `kind`, each with a box to leave it out, as Slack has for optional scopes.
QString list(const QString& title, const QStringList& scopes, const QString& kind = {})
{
    if (scopes.isEmpty())
        return {};
    QString items;
    for (const QString& scope : scopes) {
        const QString box =
            kind.isEmpty()
                ? QString()
                : QStringLiteral("<input type=\"checkbox\" form=\"consent\" name=\"%1\" value=\"%2\" checked> ")
                      .arg(kind, escaped(scope));
        items += QStringLiteral("<li><label>%1<code>%2</code></label></li>").arg(box, escaped(scope));
    }
    return QStringLiteral("<h2>%1</h2><ul class=\"scopes\">%2</ul>\n").arg(escaped(title), items);
}

/// The scopes that were left ticked. A form without the list of boxes grants all.
QStringList granted(const web::Parameters& form, QStringView kind, const QStringList& asked)
{
    if (!form.contains(u"choosing"))
        return asked;
    const QStringList ticked = form.values(kind);
    QStringList out;
    for (const QString& scope : asked) {
        if (ticked.contains(scope))
            out << scope;
    }
    return out;
}

QString button(const QString& id, const QString& decision, const QString& text, bool primary = false)
{
    return QStringLiteral("<button id=\"%1\" name=\"decision\" value=\"%2\"%3>%4</button>\n")
        .arg(id, decision, primary ? QStringLiteral(" class=\"primary\"") : QString(), escaped(text));
}

}  // namespace

ConsentPages::ConsentPages(const AppSettings& app, const World& world, Codes& codes, const Clock& clock, Random& random,
                           bool autoApprove)
    : m_app(app), m_world(world), m_codes(codes), m_clock(clock), m_random(random), m_autoApprove(autoApprove)
{
}

web::Response ConsentPages::install(const web::Request& request)
{
    const QByteArray id = request.query.value(u"request").toLatin1();
    if (const auto pending = m_pending.constFind(id); pending != m_pending.cend())
        return show(id, *pending, request.query.value(u"q"));
    return begin(Authorization::install(request.query, m_app));
}

web::Response ConsentPages::signIn(const web::Request& request)
{
    const QByteArray id = request.query.value(u"request").toLatin1();
    if (const auto pending = m_pending.constFind(id); pending != m_pending.cend())
        return show(id, *pending, request.query.value(u"q"));
    return begin(Authorization::signingIn(request.query, m_app));
}

web::Response ConsentPages::begin(const Authorization::Read& read)
{
    if (read.problem)
        return errorPage(read.problem->word, read.problem->sentence);
    m_pending.removeIf([now = m_clock.now()](const auto& pending) { return pending.value().until < now; });
    const QByteArray id = m_random.token(16);
    m_pending.insert(id, {read.request, m_clock.now() + patience, {}});
    if (!m_autoApprove)
        return show(id, m_pending.value(id), {});
    web::Parameters owner = web::Parameters::parse("user=" + m_world.person(People::primaryOwner).id.toLatin1() +
                                                   "&channel=" + m_world.channel(0).id.toLatin1());
    return finish(id, *consentFrom(owner, read.request));
}

QString ConsentPages::choices(const Authorization& asked) const
{
    QString body;
    if (asked.wantsWebhook()) {
        QString options;
        int offered = 0;
        for (quint64 index = 0; index < m_world.channelCount() && offered < channelsOffered; ++index) {
            const Channel channel = m_world.channel(index);
            if (channel.archived || channel.isPrivate)
                continue;
            options += option(channel.id, u'#' + channel.name, options.isEmpty());
            ++offered;
        }
        body += QStringLiteral(
                    "<label for=\"channel\">Where may the app post?</label>\n"
                    "<select id=\"channel\" name=\"channel\">%1</select>\n")
                    .arg(options);
    }
    if (!asked.signIn) {
        body += QStringLiteral("<input type=\"hidden\" name=\"choosing\" value=\"1\">\n");
        body += QStringLiteral(
                    "<fieldset><legend>Where to install</legend>\n"
                    "<label><input type=\"radio\" id=\"where-team\" name=\"where\" value=\"team\" checked> "
                    "This workspace, %1</label>\n"
                    "<label><input type=\"radio\" id=\"where-org\" name=\"where\" value=\"org\"> "
                    "The whole organization, %2</label></fieldset>\n")
                    .arg(escaped(m_world.teamName()), escaped(m_world.enterpriseName()));
    }
    return body;
}

web::Response ConsentPages::show(const QByteArray& id, const Pending& pending, const QString& search) const
{
    const Authorization& asked = pending.authorization;
    const QString title = asked.signIn ? QStringLiteral("Sign in to Refrain with %1").arg(m_world.teamName())
                                       : QStringLiteral("Refrain asks for access to %1").arg(m_world.teamName());
    std::vector<Person> people = searchPeople(m_world, search);
    const bool nobody = people.empty() && !search.trimmed().isEmpty();
    if (people.empty())
        people = quickPicks(m_world);
    const QString action =
        asked.signIn ? QStringLiteral("/openid/connect/authorize") : QStringLiteral("/oauth/v2/authorize");
    QString body =
        QStringLiteral(
            "<h1>%1</h1>\n<p class=\"muted\">This is the practice Slack. Nobody's real account is touched.</p>\n")
            .arg(escaped(title));
    body += list(QStringLiteral("The app itself may use"), asked.botScopes, QStringLiteral("bot_scope"));
    body += asked.signIn
                ? list(QStringLiteral("The app will learn"), asked.userScopes)
                : list(QStringLiteral("In your name it may use"), asked.userScopes, QStringLiteral("user_scope"));
    body += QStringLiteral(
                "<form method=\"get\" action=\"%1\" role=\"search\">%2"
                "<label for=\"q\">Look for somebody else</label>\n<div class=\"row\" style=\"margin-top:0\">"
                "<input id=\"q\" type=\"search\" name=\"q\" value=\"%3\" autocomplete=\"off\">"
                "<button id=\"search\">Search</button></div></form>\n")
                .arg(action, hidden(id), escaped(search));
    if (nobody)
        body += QStringLiteral(
            "<p class=\"note\" id=\"nobody\" role=\"status\">Nobody like that; here are the usual ones.</p>\n");
    body += QStringLiteral(
                "<form id=\"consent\" method=\"post\" action=\"/practice/authorize\">%1\n"
                "<label for=\"user\">Who are you?</label>\n<select id=\"user\" name=\"user\">%2</select>\n%3"
                "<div class=\"row\">%4%5%6</div></form>\n")
                .arg(hidden(id), personOptions(people), choices(asked),
                     button(QStringLiteral("allow"), QStringLiteral("allow"), QStringLiteral("Allow"), true),
                     button(QStringLiteral("deny"), QStringLiteral("deny"), QStringLiteral("Cancel")),
                     asked.signIn ? QString()
                                  : button(QStringLiteral("ask-admin"), QStringLiteral("ask-admin"),
                                           QStringLiteral("Ask an admin to approve")));
    body +=
        QStringLiteral("<p class=\"note\">You will be sent to <code>%1</code>.</p>").arg(escaped(asked.redirectUri));
    return page(title, body);
}

std::optional<Consent> ConsentPages::consentFrom(const web::Parameters& form, const Authorization& asked) const
{
    const std::optional<Person> person = m_world.findPerson(form.value(u"user"));
    if (!person || !canSignIn(*person))
        return std::nullopt;
    Consent consent;
    consent.signIn = asked.signIn;
    consent.person = person->index;
    consent.workspace = !asked.signIn && form.value(u"where") == u"org" ? m_world.enterpriseId() : m_world.teamId();
    consent.botScopes = granted(form, u"bot_scope", asked.botScopes);
    consent.userScopes = asked.signIn ? asked.userScopes : granted(form, u"user_scope", asked.userScopes);
    if (consent.botScopes.isEmpty() && consent.userScopes.isEmpty())
        return std::nullopt;
    consent.redirectUri = asked.redirectUri;
    consent.nonce = asked.nonce;
    if (consent.botScopes.contains(QStringLiteral("incoming-webhook"))) {
        const std::optional<Channel> channel = m_world.findChannel(form.value(u"channel"));
        if (!channel || channel->archived)
            return std::nullopt;
        consent.webhookChannel = channel->id;
    }
    return consent;
}

web::Response ConsentPages::decide(const web::Request& request)
{
    const web::Parameters form = request.form();
    const QByteArray id = form.value(u"request").toLatin1();
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end() || pending->until < m_clock.now())
        return errorPage(QStringLiteral("request_expired"),
                         QStringLiteral("This request was answered already or is too old. Start again from the app."));
    const QString decision = form.value(u"decision");
    if (decision == u"deny") {
        const QByteArray back = pending->authorization.back(QStringLiteral("error"), QStringLiteral("access_denied"));
        m_pending.erase(pending);
        return web::Response::redirect(back);
    }
    if (decision == u"approve" && pending->awaitsAdmin)
        return finish(id, Consent(*pending->awaitsAdmin));
    const std::optional<Consent> consent = consentFrom(form, pending->authorization);
    if (!consent || (decision != u"allow" && decision != u"ask-admin"))
        return errorPage(QStringLiteral("invalid_form"),
                         QStringLiteral("Nothing was allowed: no scope is left, or this person or channel cannot be "
                                        "chosen. Go back and choose another."));
    if (decision == u"allow")
        return finish(id, *consent);
    pending->awaitsAdmin = consent;
    return waiting(id, *consent);
}

web::Response ConsentPages::waiting(const QByteArray& id, const Consent& consent) const
{
    const QString title = QStringLiteral("Your request was sent");
    const QString body =
        QStringLiteral(
            "<h1>%1</h1>\n<p id=\"waiting\">The admins of %2 were asked to approve Refrain for <bdi>%3</bdi>. "
            "Slack does not send the browser back meanwhile: you can close this page.</p>\n"
            "<h2>In the practice Slack you are the admin as well</h2>\n"
            "<form method=\"post\" action=\"/practice/authorize\">%4<div class=\"row\">%5%6</div></form>\n")
            .arg(title, escaped(m_world.teamName()), escaped(m_world.person(consent.person).realName), hidden(id),
                 button(QStringLiteral("approve"), QStringLiteral("approve"), QStringLiteral("Approve as an admin"),
                        true),
                 button(QStringLiteral("deny"), QStringLiteral("deny"), QStringLiteral("Refuse")));
    return page(title, body);
}

web::Response ConsentPages::finish(const QByteArray& id, const Consent& consent)
{
    const Authorization asked = m_pending.take(id).authorization;
    return web::Response::redirect(asked.back(QStringLiteral("code"), QString::fromLatin1(m_codes.issue(consent))));
}

}  // namespace refrain::sandbox
