#include "console/table/blockbuilder.h"

#include "console/table/textscan.h"

#include <algorithm>
#include <utility>

namespace refrain::console {

BlockBuilder::BlockBuilder(const std::vector<Category>& columns)
    : m_slugs{everyCategory().toString().toUtf8()}, m_block(std::make_shared<SubjectBlock>())
{
    for (const Category& column : columns) {
        m_lanes.push_back(column.slug);
        m_slugs.push_back(column.slug.toString().toUtf8());
    }
}

BlockBuilder BlockBuilder::next() const
{
    BlockBuilder next = *this;
    next.m_chosen = 0;
    next.m_block = std::make_shared<SubjectBlock>();
    next.m_block->rows.reserve(SubjectBlock::capacity);
    next.m_block->text.reserve(m_block->text.size() + m_block->text.size() / 16);
    next.m_block->details.reserve(m_block->details.size() + m_block->details.size() / 16);
    return next;
}

QByteArray BlockBuilder::idOf(size_t row) const
{
    const std::string_view id = m_block->field(static_cast<int>(row), PackedSubject::Id);
    return {id.data(), static_cast<qsizetype>(id.size())};
}

void BlockBuilder::add(Texts texts, SubjectKind kind, SubjectRole role, quint8 flags)
{
    SubjectBlock::Row row;
    row.text = static_cast<quint32>(m_block->text.size());
    row.kind = static_cast<quint8>(kind);
    row.role = static_cast<quint8>(role);
    row.flags = flags;
    for (size_t i = 0; i < texts.size(); ++i) {
        texts[i] = PackedSubject::bounded(texts[i]);
        row.lengths[i] = static_cast<quint16>(texts[i].size());
        m_block->text.append(texts[i].data(), static_cast<qsizetype>(texts[i].size()));
    }
    m_block->rows.push_back(row);
}

void BlockBuilder::choose(std::string_view subject, std::string_view category, const StoredChoice& choice, Millis at,
                          ChoiceOrigin origin)
{
    std::vector<SubjectBlock::Row>& rows = m_block->rows;
    while (m_chosen < rows.size() && m_block->field(static_cast<int>(m_chosen), PackedSubject::Id) < subject)
        ++m_chosen;
    if (m_chosen == rows.size() || m_block->field(static_cast<int>(m_chosen), PackedSubject::Id) != subject)
        return;
    const auto is = [category](const QByteArray& slug) {
        return std::string_view(slug.constData(), static_cast<size_t>(slug.size())) == category;
    };
    const auto lane = static_cast<size_t>(std::find_if(m_slugs.begin(), m_slugs.end(), is) - m_slugs.begin());
    if (lane == m_slugs.size())
        return;
    const auto row = static_cast<quint32>(m_chosen);
    m_block->setCell(row, lane, CellBits::of(choice, CellRing::None));
    const SubjectBlock::Detail detail{SubjectBlock::detailKey(row, lane), origin, choice.version,
                                      choice.snoozedUntil.value_or(0)};
    if (!detail.isNothing())
        m_block->details.push_back(detail);
    rows[m_chosen].changedAt = std::max(rows[m_chosen].changedAt, at);
}

ReadBlock BlockBuilder::finish()
{
    SubjectBlock& block = *m_block;
    block.folded.reserve(block.text.size() + block.text.size() / 8);
    block.folded += PackedSubject::separator;
    for (size_t row = 0; row < block.rows.size(); ++row)
        foldRow(block.rows[row], static_cast<int>(row));
    // What comes now comes seldom, so nothing is kept free for it.
    block.text.squeeze();
    block.folded.squeeze();
    block.rows.shrink_to_fit();
    const auto isBefore = [](const SubjectBlock::Detail& a, const SubjectBlock::Detail& b) { return a.key < b.key; };
    std::sort(block.details.begin(), block.details.end(), isBefore);
    block.details.shrink_to_fit();
    return {std::move(m_block), m_lanes};
}

void BlockBuilder::foldRow(SubjectBlock::Row& row, int number)
{
    Texts texts;
    for (size_t i = 0; i < texts.size(); ++i)
        texts[i] = m_block->field(number, static_cast<PackedSubject::Field>(i));
    QByteArray& folded = m_block->folded;
    row.folded = static_cast<quint32>(folded.size());
    row.nameHash = PackedSubject::appendFolded(folded, texts);
    row.foldedLength = static_cast<quint32>(folded.size()) - row.folded;
    row.starts = startBits(m_block->foldedText(number));
}

}  // namespace refrain::console
