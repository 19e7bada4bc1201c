#include "ui/playbooks/playbookwords.h"

#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace refrain::ui {

using console::MessagePart;
using console::Playbook;
using console::PlaybookCopy;
using console::PlaybookText;

namespace {

struct PlaybookWords {
    Q_DECLARE_TR_FUNCTIONS(PlaybookWords)
};

/// The library is the backend's, in English; these are its words of this version.
[[maybe_unused]] const char* const library[] = {
    QT_TRANSLATE_NOOP("PlaybookWords", "Announce a new category"),
    QT_TRANSLATE_NOOP(
        "PlaybookWords",
        "Tells people about a new kind of messages and how to leave it. Publishing sends the announcement "
        "once, through the same decisions as every message; unpublishing stops what has not gone out "
        "yet."),
    QT_TRANSLATE_NOOP("PlaybookWords", "The announcement"),
    QT_TRANSLATE_NOOP("PlaybookWords", "Opt out, confirmed and for good"),
    QT_TRANSLATE_NOOP(
        "PlaybookWords",
        "All optional messages end after a confirmation, or at once where somebody writes “stop” or another "
        "word that the law knows. For 15 minutes that can be taken back; then nobody does, neither the "
        "person nor staff. While this is published, the choice for all optional messages has the policy “never”; "
        "unpublishing brings the policy of before back, and with it everybody's way to return."),
    QT_TRANSLATE_NOOP("PlaybookWords", "The question"),
    QT_TRANSLATE_NOOP("PlaybookWords", "Below the question"),
    QT_TRANSLATE_NOOP("PlaybookWords", "The button that confirms"),
    QT_TRANSLATE_NOOP("PlaybookWords", "The button that does not"),
    QT_TRANSLATE_NOOP("PlaybookWords", "After it was confirmed"),
    QT_TRANSLATE_NOOP("PlaybookWords", "That it is final"),
    QT_TRANSLATE_NOOP("PlaybookWords", "Opt out"),
    QT_TRANSLATE_NOOP(
        "PlaybookWords",
        "What somebody reads right after turning a kind of messages off, in the words of your company. It "
        "holds from the moment they ask, whatever the text says."),
    QT_TRANSLATE_NOOP("PlaybookWords", "After one kind of messages was turned off"),
    QT_TRANSLATE_NOOP("PlaybookWords", "After all optional messages were turned off"),
    QT_TRANSLATE_NOOP("PlaybookWords", "How to come back"),
    QT_TRANSLATE_NOOP("PlaybookWords", "Re-subscribe"),
    QT_TRANSLATE_NOOP(
        "PlaybookWords",
        "What somebody reads who comes back, and the buttons that lead there. Who opted out is never asked "
        "to return."),
    QT_TRANSLATE_NOOP("PlaybookWords", "After one kind of messages was turned on"),
    QT_TRANSLATE_NOOP("PlaybookWords", "After optional messages were turned on"),
    QT_TRANSLATE_NOOP("PlaybookWords", "The button for one kind of messages"),
    QT_TRANSLATE_NOOP("PlaybookWords", "The button for all optional messages"),
    QT_TRANSLATE_NOOP("PlaybookWords", "Snooze"),
    QT_TRANSLATE_NOOP(
        "PlaybookWords",
        "Which pauses are offered behind “Snooze”, and what is said about them. The saved choice comes back "
        "by itself."),
    QT_TRANSLATE_NOOP("PlaybookWords", "After one kind of messages was paused"),
    QT_TRANSLATE_NOOP("PlaybookWords", "After all optional messages were paused"),
    QT_TRANSLATE_NOOP("PlaybookWords", "opt out"),
    QT_TRANSLATE_NOOP("PlaybookWords", "acknowledgement"),
    QT_TRANSLATE_NOOP("PlaybookWords", "confirmation"),
    QT_TRANSLATE_NOOP("PlaybookWords", "permanent"),
    QT_TRANSLATE_NOOP("PlaybookWords", "opt in"),
    QT_TRANSLATE_NOOP("PlaybookWords", "come back"),
    QT_TRANSLATE_NOOP("PlaybookWords", "snooze"),
    QT_TRANSLATE_NOOP("PlaybookWords", "pause"),
    QT_TRANSLATE_NOOP("PlaybookWords", "announcement"),
    QT_TRANSLATE_NOOP("PlaybookWords", "category"),
};

/// Texts that stand in the message of the one before them. `asks`: that one is a question.
bool goesOn(const PlaybookText& text, bool asks)
{
    return text.isButton() ? asks : text.key == QLatin1String("nothingYet") || text.key == QLatin1String("isFinal");
}

/// What Refrain itself puts below an answer to somebody who turned something off, paused it or came back.
QStringList buttonsOfAnswer(const QString& key, const QString& language)
{
    const bool isGerman = language == QLatin1String("de");
    const QString undo = isGerman ? QStringLiteral("Rückgängig") : QStringLiteral("Undo");
    if (key.startsWith(QLatin1String("starts")))
        return {undo};
    if (key.startsWith(QLatin1String("stops")) || key.startsWith(QLatin1String("pauses")))
        return {undo, isGerman ? QStringLiteral("Alle Einstellungen") : QStringLiteral("All settings")};
    return {};
}

/// The way back stands under every answer that turns something off; all together are called `all`.
void addWayBack(std::vector<ShownMessage>& messages, const QStringList& keys, const PlaybookText& text,
                const PlaybookCopy& copy, const QString& language)
{
    for (size_t i = 0; i < messages.size(); ++i) {
        const QString& key = keys[qsizetype(i)];
        const QStringList samples =
            key == QLatin1String("stopsAll") ? QStringList{QStringLiteral("all")} : text.samples;
        if (key.startsWith(QLatin1String("stops")))
            messages[i].parts.push_back(
                {MessagePart::Sort::Text, console::withSamples(copy.textOf(text, language), samples), {}, false});
    }
}

QStringList samplesFor(const Playbook& playbook, const PlaybookText& text, const Category* about)
{
    return playbook.announces && about ? QStringList{about->title, about->description} : text.samples;
}

/// What stands under every message that Refrain sends, in the language in which that one is sent, not the console's.
QStringList buttonsBelow(const QString& language, const Category* about)
{
    const QString title = about ? about->title : QString();
    if (language == QLatin1String("de"))
        return {QStringLiteral("%1 abbestellen").arg(title), QStringLiteral("Pausieren"),
                QStringLiteral("Alle Einstellungen")};
    return {QStringLiteral("Stop %1").arg(title), QStringLiteral("Snooze"), QStringLiteral("All settings")};
}

void addTo(ShownMessage& message, const PlaybookText& text, const QString& words)
{
    using Sort = MessagePart::Sort;
    if (!text.isButton())
        message.parts.push_back({Sort::Text, words, {}, false});
    else if (!message.parts.empty() && message.parts.back().sort == Sort::Buttons)
        message.parts.back().items << words;
    else
        message.parts.push_back({Sort::Buttons, {}, {words}, true});
}

}  // namespace

QString libraryWords(const QString& text)
{
    return QCoreApplication::translate("PlaybookWords", text.toUtf8().constData());
}

QString stateWords(const PlaybookCopy& copy)
{
    return copy.published ? PlaybookWords::tr("Published", "a playbook") : PlaybookWords::tr("Draft", "a playbook");
}

Tone stateTone(const PlaybookCopy& copy)
{
    return copy.published ? Tone::Good : Tone::Waiting;
}

QString stateAbout(const PlaybookCopy& copy, const QTimeZone& zone)
{
    const bool knowsWho = copy.published && copy.publishedAt && !copy.publishedBy.name.isEmpty();
    const Actor& who = knowsWho ? copy.publishedBy : copy.updatedBy;
    const QString when = shortTime(copy.published ? copy.publishedAt.value_or(copy.updatedAt) : copy.updatedAt, zone);
    return who.name.isEmpty() ? when : PlaybookWords::tr("by %1, %2", "who, when").arg(inSentence(who.name), when);
}

QString pauseWords(const QString& duration)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,3}) ?(h|d|w|mo)"));
    const QRegularExpressionMatch match = form.match(duration);
    const int count = match.captured(1).toInt();
    const QString unit = match.captured(2);
    if (unit == QLatin1String("h"))
        return PlaybookWords::tr("%n hour(s)", nullptr, count);
    if (unit == QLatin1String("d"))
        return PlaybookWords::tr("%n day(s)", nullptr, count);
    if (unit == QLatin1String("w"))
        return PlaybookWords::tr("%n week(s)", nullptr, count);
    if (unit == QLatin1String("mo"))
        return PlaybookWords::tr("%n month(s)", nullptr, count);
    return duration;
}

QString languageName(const QString& language)
{
    if (language == QLatin1String("en"))
        return QStringLiteral("English");  // not one country's English, as QLocale has it
    const QString name = QLocale(language).nativeLanguageName();
    return name.isEmpty() ? language : name;
}

std::vector<ShownMessage> shownMessages(const Playbook& playbook, const PlaybookCopy& copy, const QString& language,
                                        const Category* about)
{
    std::vector<ShownMessage> messages;
    QStringList keys;  // of what each begins with
    bool asks = false;
    for (const PlaybookText& text : playbook.texts) {
        if (text.key == QLatin1String("wayBack")) {
            addWayBack(messages, keys, text, copy, language);
            continue;
        }
        const QString words = console::withSamples(copy.textOf(text, language), samplesFor(playbook, text, about));
        if (!goesOn(text, asks) || messages.empty()) {
            asks = text.key == QLatin1String("askStopAll");
            messages.push_back({libraryWords(text.title), {}});
            keys << text.key;
        }
        addTo(messages.back(), text, words);
        if (text.key == QLatin1String("howLong") && !copy.durations.isEmpty()) {
            QStringList pauses;
            for (const QString& duration : copy.durations)
                pauses << pauseWords(duration);
            messages.back().parts.push_back({MessagePart::Sort::Buttons, {}, pauses, true});
        }
    }
    for (size_t i = 0; i < messages.size(); ++i) {
        if (const QStringList buttons = buttonsOfAnswer(keys[qsizetype(i)], language); !buttons.isEmpty())
            messages[i].parts.push_back({MessagePart::Sort::Buttons, {}, buttons, true});
    }
    if (playbook.announces && !messages.empty())
        messages.back().parts.push_back({MessagePart::Sort::Buttons, {}, buttonsBelow(language, about), true});
    return messages;
}

QString announcementText(const Playbook& playbook, const PlaybookCopy& copy, const Category* about)
{
    if (playbook.texts.empty())
        return {};
    const PlaybookText& text = playbook.texts.front();
    return console::withSamples(copy.textOf(text, copy.language), samplesFor(playbook, text, about));
}

}  // namespace refrain::ui
