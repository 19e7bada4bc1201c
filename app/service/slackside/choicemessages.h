#pragma once

#include "service/slackside/choicewords.h"
#include "slack/blocks/optoutbuttons.h"

#include <QJsonArray>
#include <QJsonObject>

/// Whole messages about a person's choices: words and buttons. Pure.
namespace refrain::service {

/// A message, not yet said where it goes.
struct Told {
    QString text;  ///< mrkdwn: what notifications show, and the message itself where there are no blocks.
    QJsonArray blocks;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Told fromJson(const QJsonObject& object);
};

/// `text` with buttons below it.
[[nodiscard]] Told told(const QString& text, const QJsonArray& buttons = {});

/// A person's categories as they stand: what messages are made of.
struct Shown {
    Category every;                         ///< The policy of all optional messages.
    PreferenceView everything;              ///< The choice for `*`.
    std::vector<ShownCategory> categories;  ///< Those not archived, in the order in which people see them.
    std::vector<Category> archived;
    Speech speech;            ///< The person's own language and zone.
    bool isStranger = false;  ///< Of another company, who has buttons but no commands.

    /// Of those not archived; null for any other.
    [[nodiscard]] const ShownCategory* find(const CategorySlug& slug) const;
    /// `*` and archived ones too; null where there is none.
    [[nodiscard]] const Category* category(const CategorySlug& slug) const;
    /// All that have a name, for reading what people write.
    [[nodiscard]] std::vector<Category> named() const;
};

/// Which way a question leads.
enum class Direction { Out, In };

/// All categories to choose from, however many; what `/optout` alone and "All settings" show.
[[nodiscard]] Told picker(const Shown& shown);
/// One category with what can be done about it.
[[nodiscard]] Told card(const Shown& shown, const ShownCategory& chosen);
[[nodiscard]] Told statusMessage(const Shown& shown, const QString& lead = {});
/// All that is in force, a line for each category.
[[nodiscard]] QString allWords(const Shown& shown);
[[nodiscard]] Told helpMessage(const Shown& shown, const QString& lead = {});
/// "Stop all optional messages?"; nothing has been changed yet.
[[nodiscard]] Told confirmation(const Shown& shown, std::optional<Millis> until);
/// "Did you mean …?": nothing is done before one is pressed.
[[nodiscard]] Told didYouMean(const Shown& shown, const QString& said, const std::vector<CategorySlug>& nearest,
                              Direction direction, std::optional<Millis> until);
/// The same as words alone: "There is nothing called “x”, so nothing was changed. Did you mean *y*?"
[[nodiscard]] QString notCalledWords(const Shown& shown, const QString& said, const std::vector<CategorySlug>& nearest,
                                     std::optional<Millis> until = std::nullopt);
/// "For how long?"
[[nodiscard]] Told snoozeQuestion(const Category& category, const slack::ButtonValue& value, const Speech& speech);

/// Below a message that Refrain sends, for whoever is spoken to: as slack::optOutButtons().
[[nodiscard]] QJsonArray messageButtons(const Category& category, const Speech& speech, const QString& reference,
                                        const QString& channel = {});

[[nodiscard]] QJsonObject settingsButton(const Speech& speech);
/// A button that takes these changes back.
[[nodiscard]] QJsonObject undoButton(const QList<qint64>& changes, const Speech& speech);

}  // namespace refrain::service
