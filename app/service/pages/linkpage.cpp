#include "service/pages/linkpage.h"

#include "service/pages/page.h"
#include "slack/payloads/installation.h"
#include "wire/problem.h"

#include <QTimeZone>

namespace refrain::service {
namespace {

bool isOut(const LinkSwitch& one)
{
    return one.preference.state == PreferenceState::OptedOut;
}

bool isAll(const Category& category)
{
    return category.slug == everyCategory();
}

QString titleOf(const Category& category)
{
    return category.title.isEmpty() ? category.slug.toString() : category.title;
}

QString nameOf(const Subject& subject)
{
    return subject.displayName.isEmpty() ? subject.name : subject.displayName;
}

QString paragraph(const QString& text, const char* style = nullptr)
{
    if (text.isEmpty())
        return {};
    const QString css = style ? QStringLiteral(" class=\"%1\"").arg(QLatin1String(style)) : QString();
    return QStringLiteral("<p%1>%2</p>\n").arg(css, text.toHtmlEscaped());
}

QString button(const QString& style, const QString& name, const QString& value, const QString& text,
               const QString& label = {})
{
    const QString css = style.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(style);
    const QString aria = label.isEmpty() ? QString() : QStringLiteral(" aria-label=\"%1\"").arg(label.toHtmlEscaped());
    return QStringLiteral("<button%1 name=\"%2\" value=\"%3\"%4>%5</button>\n")
        .arg(css, name, value.toHtmlEscaped(), aria, text.toHtmlEscaped());
}

QString form(const QString& inner)
{
    return QStringLiteral("<form method=\"post\">\n%1</form>\n").arg(inner);
}

}  // namespace

/// `ask` or `askAll`: all optional messages have words of their own.
QString LinkPage::named(const char* key, const Category& category) const
{
    if (isAll(category))
        return m_words((QByteArray(key) + "All").constData());
    return m_words(key, titleOf(category));
}

/// What was written for Slack, without Slack's marks; empty where nothing was.
QString LinkPage::ownWords(const char* key, const QString& value) const
{
    const QString written = m_own ? m_own->sentences.value(QLatin1String(key)) : QString();
    const QString text = slack::withoutMarks(written);
    return value.isEmpty() || text.isEmpty() ? text : text.arg(value);
}

QString LinkPage::ownOr(const char* key, const QString& otherwise) const
{
    const QString own = ownWords(key);
    return own.isEmpty() ? otherwise : own;
}

/// Right after it was turned off; empty where the workspace says nothing of its own.
QString LinkPage::ownStop(const Category& category) const
{
    if (isAll(category))
        return ownWords("stopsAll");
    return category.kind == CategoryKind::Message ? ownWords("stopsMessages", titleOf(category)) : QString();
}

/// After it was taken back, now or before.
QString LinkPage::isBackWords(const LinkSwitch& one, bool isNew) const
{
    const Category& category = one.category;
    if (!one.decision.deliver)
        return named("asBefore", category);
    if (!isNew)
        return named("onAlready", category);
    if (isAll(category))
        return ownOr("startsAll", named("onAgain", category));
    const QString own =
        category.kind == CategoryKind::Message ? ownWords("startsMessages", titleOf(category)) : QString();
    return own.isEmpty() ? named("onAgain", category) : own;
}

/// Of what nobody turns back once a slip can no longer be mended; empty for all else.
QString LinkPage::finalWords(const LinkView& view, const LinkSwitch& one) const
{
    if (one.category.resubscribe != Resubscribe::Never || one.category.required)
        return {};
    return ownOr("isFinal", m_words(isFinal(one.category, one.preference, view.now) ? "finalNow" : "final"));
}

QString LinkPage::howBackWords(const LinkView& view, const LinkSwitch& one) const
{
    const Category& category = one.category;
    if (const QString final = finalWords(view, one); !final.isEmpty())
        return final;
    const bool everything = isAll(category);
    const QString own = ownWords("wayBack", everything ? m_words("wordAll") : category.slug.toString());
    if (!own.isEmpty())
        return own;
    return everything ? m_words("howBackAll") : m_words("howBack", category.slug.toString());
}

QString LinkPage::moment(const LinkView& view, Millis time) const
{
    const QTimeZone zone = zoneOf(view.subject);
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(time, zone);
    return m_words.locale().toString(there.date(), QLocale::LongFormat) + QStringLiteral(", ") +
           m_words.locale().toString(there.time(), QLocale::ShortFormat) +
           QStringLiteral(" (%1)").arg(zone == QTimeZone::utc() ? QStringLiteral("UTC")
                                                                : QString::fromLatin1(zone.id()));
}

web::Response LinkPage::framed(const LinkView& view, int status, const QString& title, const QString& body) const
{
    const QString name = nameOf(view.subject);
    QString brand = view.workspaceName;
    if (!name.isEmpty())
        brand = m_words(view.subject.kind == SubjectKind::Channel ? "forChannel" : "for", name, view.workspaceName);
    const QString gone =
        view.subject.deleted || view.subject.archived ? paragraph(m_words("gone"), "detail") : QString();
    return PageFrame{status, m_words.language(), brand, title}.around(body + gone);
}

web::Response LinkPage::asked(const LinkView& view) const
{
    const LinkSwitch* one = view.find(view.link.category);
    return one ? single(view, *one, {}) : all(view, {});
}

/// Why it is silent now though the person did not turn it off.
QString LinkPage::presentState(const LinkView& view, const LinkSwitch& one) const
{
    switch (one.decision.rule) {
        case Rule::Paused: return m_words("nowPaused");
        case Rule::OptedOutOfEverything: return isAll(one.category) ? QString() : m_words("nowAllOff");
        case Rule::OptedOutOfParent: {
            const LinkSwitch* parent = view.find(one.category.parent);
            return parent ? m_words("nowParentOff", titleOf(parent->category)) : QString();
        }
        case Rule::Snoozed:
            return one.preference.isSnoozedAt(view.now)
                       ? m_words("nowSnoozed", moment(view, *one.preference.snoozedUntil))
                       : QString();
        case Rule::DefaultOut: return isAll(one.category) ? QString() : m_words("nowDefaultOff");
        default: return {};
    }
}

QString LinkPage::question(const LinkView& view, const LinkSwitch& one, const Note& note) const
{
    const bool everything = isAll(one.category);
    QStringList children;
    for (const LinkSwitch& other : view.switches) {
        if (!everything && other.category.parent == one.category.slug && !other.category.required &&
            other.preference.state == PreferenceState::Default)
            children << titleOf(other.category);
    }
    QString body = everything ? QString() : paragraph(one.category.description, "description");
    body += paragraph(m_words(everything ? "askWhatAll" : "askWhat"));
    if (!children.isEmpty())
        body += paragraph(m_words("alsoStops", children.join(QStringLiteral(", "))));
    body += paragraph(presentState(view, one));
    body += paragraph(finalWords(view, one), "warning");
    body += form(button(QStringLiteral("primary"), QStringLiteral("confirm"), QStringLiteral("yes"),
                        everything ? ownOr("buttonStopAll", m_words("confirmAll")) : m_words("confirm")));
    if (note.html.isEmpty())  // else it says what was changed
        body += paragraph(ownOr("nothingYet", m_words("nothingYet")), "detail");
    return everything ? body + stillComes(view) : body;
}

QString LinkPage::stillComes(const LinkView& view) const
{
    QString items;
    for (const LinkSwitch& one : view.switches) {
        if (!one.category.required)
            continue;
        const QString& reason = one.category.requiredReason;
        const QString text = reason.isEmpty() ? m_words("stillRequired", titleOf(one.category))
                                              : m_words("stillReason", titleOf(one.category), reason);
        items += QStringLiteral("<li>%1</li>\n").arg(text.toHtmlEscaped());
    }
    if (items.isEmpty())
        return {};
    return QStringLiteral("<div class=\"kept\"><h2>%1</h2>\n<ul>\n%2</ul></div>\n")
        .arg(m_words("stillComes").toHtmlEscaped(), items);
}

/// Below a title that says that it is off.
QString LinkPage::inForce(const LinkView& view, const LinkSwitch& one) const
{
    const QString body = paragraph(howBackWords(view, one), "detail");
    return isAll(one.category) ? body + stillComes(view) : body;
}

web::Response LinkPage::single(const LinkView& view, const LinkSwitch& one, const Note& note) const
{
    const Category& category = one.category;
    if (category.archived)
        return framed(view, note.status, named("ended", category), note.html + paragraph(m_words("endedWhat")));
    if (category.required) {
        QString body = note.html + paragraph(m_words("requiredWhat"));
        if (!category.requiredReason.isEmpty())
            body += paragraph(m_words("requiredReason", category.requiredReason), "description");
        return framed(view, note.status, named("required", category), body);
    }
    if (!isOut(one))
        return framed(view, note.status,
                      isAll(category) ? ownOr("askStopAll", named("ask", category)) : named("ask", category),
                      note.html + question(view, one, note));
    QString body = note.html;
    if (one.preference.at)
        body += paragraph(m_words("offSince", moment(view, *one.preference.at)));
    return framed(view, note.status, named("offAlready", category), body + inForce(view, one));
}

QString LinkPage::row(const LinkView& view, const LinkSwitch& one) const
{
    const Category& category = one.category;
    QString state = m_words(one.decision.deliver ? "on" : "off");
    const char* style = one.decision.deliver ? "on" : "off";
    QString detail = category.description;
    bool canStop = !isOut(one);
    if (category.required) {
        state = m_words("always");
        style = "fixed";
        canStop = false;
        if (!category.requiredReason.isEmpty())
            detail = m_words("requiredReason", category.requiredReason);
    } else if (one.decision.rule == Rule::Paused && !isOut(one)) {
        state = m_words("paused");
    } else if (one.decision.rule == Rule::Snoozed && one.preference.isSnoozedAt(view.now)) {
        state = m_words("silent", moment(view, *one.preference.snoozedUntil));
    } else if (one.decision.rule == Rule::DefaultOut || one.decision.rule == Rule::OptedOutOfParent ||
               one.decision.rule == Rule::OptedOutOfEverything) {
        canStop = false;
    }
    const QString title = titleOf(category);
    QString html = QStringLiteral("<li><div class=\"what\"><h2>%1 <span class=\"state %2\">%3</span></h2>\n")
                       .arg(title.toHtmlEscaped(), QLatin1String(style), state.toHtmlEscaped());
    html += paragraph(detail) + paragraph(finalWords(view, one));
    html += QStringLiteral("</div>\n");
    if (canStop)
        html += button({}, QStringLiteral("category"), category.slug.toString(), m_words("stop"),
                       m_words("stopNamed", title));
    return html + QStringLiteral("</li>\n");
}

web::Response LinkPage::all(const LinkView& view, const Note& note) const
{
    const LinkSwitch* every = view.find(everyCategory());
    const bool allOff = every && isOut(*every);
    QString rows;
    for (const LinkSwitch& one : view.switches) {
        if (!isAll(one.category))
            rows += row(view, one);
    }
    QString inner = QStringLiteral("<ul class=\"switches\">\n%1</ul>\n").arg(rows);
    if (every && !allOff)
        inner += button(QStringLiteral("wide"), QStringLiteral("category"), everyCategory().toString(),
                        m_words("confirmAll"));
    QString body = note.html + paragraph(m_words(allOff ? "allOff" : "allWhat")) + form(inner);
    if (every && every->category.resubscribe == Resubscribe::Never)
        body += paragraph(finalWords(view, *every), "detail");
    else
        body += paragraph(m_words("turnOnAgain"), "detail");
    const bool toChannel = view.subject.kind == SubjectKind::Channel;
    return framed(view, note.status,
                  toChannel ? m_words("allOfChannel", nameOf(view.subject)) : m_words("all", view.workspaceName), body);
}

QString LinkPage::undoForm(const BatchOutcome& outcome) const
{
    QString fields;
    for (const ChangeOutcome& item : outcome.items) {
        if (item.kind == ChangeOutcome::Kind::Changed && item.preference.correctableUntil)
            fields +=
                QStringLiteral("<input type=\"hidden\" name=\"undo\" value=\"%1\">\n").arg(item.preference.version);
    }
    if (fields.isEmpty())
        return {};
    return paragraph(m_words("undoTime")) +
           form(fields + QStringLiteral("<button>%1</button>\n").arg(m_words("undo").toHtmlEscaped()));
}

web::Response LinkPage::turnedOff(const LinkView& view, const BatchOutcome& outcome) const
{
    QString said;
    bool refused = false;
    for (const ChangeOutcome& item : outcome.items) {
        const LinkSwitch* one = view.find(item.preference.category);
        refused = refused || item.isFailure();
        if (one && item.kind == ChangeOutcome::Kind::Changed)
            said += paragraph(named("offNow", one->category), "done") + paragraph(ownStop(one->category));
        else if (one && item.kind == ChangeOutcome::Kind::Unchanged)
            said += paragraph(named("offAlready", one->category));
    }
    const int status = refused ? 409 : 200;
    const LinkSwitch* own = view.find(view.link.category);
    const bool changed = !outcome.items.empty() && outcome.items.front().kind == ChangeOutcome::Kind::Changed;
    if (own && !changed)
        return single(view, *own, {status, {}});
    if (own) {
        const QString stops = ownStop(own->category);
        return framed(view, status, named("offNow", own->category),
                      QStringLiteral("<div class=\"notice\">") +
                          paragraph(stops.isEmpty() ? m_words("offNowWhat") : stops, "done") + undoForm(outcome) +
                          QStringLiteral("</div>\n") + inForce(view, *own));
    }
    if (refused)
        said += paragraph(m_words("refused"));
    return all(view, {status, QStringLiteral("<div class=\"notice\" role=\"status\">") + said + undoForm(outcome) +
                                  QStringLiteral("</div>\n")});
}

web::Response LinkPage::takenBack(const LinkView& view, const BatchOutcome& outcome) const
{
    QString said;
    bool isNew = false;
    for (const ChangeOutcome& item : outcome.items) {
        if (item.isFailure())
            return failed(Error::precondition(m_words("changedMeanwhile")));
        const bool isChanged = item.kind == ChangeOutcome::Kind::Changed;
        isNew = isNew || isChanged;
        if (const LinkSwitch* one = view.find(item.preference.category))
            said = paragraph(isBackWords(*one, isChanged), "done") + said;
    }
    said += paragraph(m_words(isNew ? "taken" : "takenAlready"));
    const Note note{200, QStringLiteral("<div class=\"notice\" role=\"status\">") + said + QStringLiteral("</div>\n")};
    const LinkSwitch* one = view.find(view.link.category);
    return one ? single(view, *one, note) : all(view, note);
}

web::Response LinkPage::nothingChosen(const LinkView& view) const
{
    return all(view, {422, QStringLiteral("<div class=\"notice\" role=\"status\">") +
                               paragraph(m_words("nothingChosenWhat")) + QStringLiteral("</div>\n")});
}

web::Response LinkPage::failed(const Error& error) const
{
    const wire::Problem problem = wire::problemOf(error);
    const auto page = [this](int status, const char* title, const char* sentence) {
        return Page{status, m_words(title), {m_words(sentence)}, {}, m_words.language()}.response();
    };
    switch (problem.code) {
        case wire::ProblemCode::NotFound: return page(404, "unknown", "unknownWhat");
        case wire::ProblemCode::Gone: return page(410, "over", "overWhat");
        case wire::ProblemCode::Conflict: return page(409, "refused", "tooLate");
        case wire::ProblemCode::PreconditionFailed: return page(409, "refused", "changedMeanwhile");
        default: return page(503, "busy", "busyWhat").set("Retry-After", "5");
    }
}

}  // namespace refrain::service
