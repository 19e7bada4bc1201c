#include "sandbox/pages/html.h"

namespace refrain::sandbox {

namespace {

const char* const style = R"(
:root{color-scheme:light dark;--window:#f7f6f3;--surface:#fff;--line:#e3e1db;--text:#1f2328;--muted:#5f646b;--accent:#0b6e75;--on:#fff}
@media (prefers-color-scheme:dark){:root{--window:#16181b;--surface:#1e2125;--line:#343a41;--text:#e8e6e1;--muted:#a3a9b1;--accent:#5cc3c9;--on:#0c2224}}
*{box-sizing:border-box}body{margin:0;background:var(--window);color:var(--text);font:16px/24px system-ui,sans-serif}
main{max-width:36rem;margin:3rem auto;padding:2rem;background:var(--surface);border:1px solid var(--line);border-radius:8px}
h1{font-size:1.375rem;line-height:1.75rem;margin:0 0 1rem}h2{font-size:1rem;margin:1.5rem 0 .25rem}
p,ul{margin:.5rem 0}ul{padding-left:1.25rem}.muted,.note{color:var(--muted)}.note{font-size:.875rem;line-height:1.25rem}
label{display:block;font-weight:500;margin:1rem 0 .25rem}fieldset{border:0;margin:1rem 0 0;padding:0}legend{font-weight:500;padding:0}input{accent-color:var(--accent)}input[type=radio]{margin:0 .25rem 0 0}
.scopes{list-style:none;padding:0}.scopes label{display:inline;font-weight:400;margin:0}fieldset label{font-weight:400;margin:.25rem 0}code{overflow-wrap:anywhere}bdi{unicode-bidi:isolate}
select,input[type=search]{width:100%;font:inherit;padding:.5rem;border:1px solid var(--line);border-radius:6px;background:var(--surface);color:inherit}
.row{display:flex;gap:.5rem;flex-wrap:wrap;margin-top:1.5rem}.row input{flex:1;width:auto}
button{font:inherit;padding:.5rem 1rem;border:1px solid var(--line);border-radius:6px;background:var(--surface);color:inherit;cursor:pointer}
button.primary{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
)";

}  // namespace

QString escaped(const QString& text)
{
    return text.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;"));
}

web::Response page(const QString& title, const QString& body, int status)
{
    const QString text = QStringLiteral(
                             "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                             "<title>%1</title><style>%2</style></head>\n<body><main>\n%3\n</main></body></html>\n")
                             .arg(escaped(title), QLatin1String(style), body);
    // same-origin, not no-referrer: under that, Chromium sends `Origin: null` with the page's own forms.
    return web::Response::html(text.toUtf8(), status)
        .set("Cache-Control", "no-store")
        .set("Referrer-Policy", "same-origin")
        .set("X-Content-Type-Options", "nosniff")
        .set("Content-Security-Policy",
             "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http: https:; base-uri 'none'; "
             "frame-ancestors 'none'");
}

web::Response errorPage(const QString& word, const QString& sentence, int status)
{
    return page(QStringLiteral("Something is wrong with this link"),
                QStringLiteral("<h1>Something is wrong with this link</h1>\n<p>%1</p>\n"
                               "<p class=\"muted\">Slack calls it <code id=\"error\">%2</code>.</p>")
                    .arg(escaped(sentence), escaped(word)),
                status);
}

QString option(const QString& value, const QString& text, bool selected)
{
    return QStringLiteral("<option value=\"%1\"%2>%3</option>\n")
        .arg(escaped(value), selected ? QStringLiteral(" selected") : QString(), escaped(text));
}

}  // namespace refrain::sandbox
