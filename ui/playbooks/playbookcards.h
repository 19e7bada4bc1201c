#pragma once

#include "ui/common/textdelegate.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace refrain::ui {

/// One card of the Playbooks screen.
struct PlaybookCard {
    QString id;
    QString section;  ///< Stands above the first card of it.
    QString title;
    QString about;
    QString state;  ///< Empty: nothing is said.
    Tone tone = Tone::Muted;

    friend bool operator==(const PlaybookCard&, const PlaybookCard&) = default;
};

/// The cards in their order; somebody else makes them.
class PlaybookCards final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { AboutRole = Qt::UserRole + 1, StateRole, StateToneRole, SectionRole, IdRole };

    using QAbstractListModel::QAbstractListModel;

    /// Where the ids are the same in the same order, nothing moves.
    void setCards(std::vector<PlaybookCard> cards);
    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<PlaybookCard> m_cards;
};

/// Draws a card: the title, what it does in two lines, and its state at the right.
class PlaybookCardDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    PlaybookCardDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace refrain::ui
