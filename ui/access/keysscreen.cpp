#include "ui/access/keysscreen.h"

#include "console/access/rolewords.h"
#include "console/desk/desk.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/listbody.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

using console::AccessKey;

KeysScreen::KeysScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk)
    : ListScreen(
          {theme, clock, zone, desk},
          new ListBody(theme, QStringLiteral("keys"),
                       {{tr("Name")}, {tr("May do")}, {tr("Last used")}, {tr("Made by")}, {tr("Made")}, {tr("Status")}},
                       {200, 100, 110, 150, 100, 100}, 0, nullptr)),
      m_keys(desk.calls()),
      m_pane(new KeyPane(theme))
{
    setObjectName(QStringLiteral("keysScreen"));
    setWhatsThis(
        tr("API keys\nWith a key another program asks Refrain before it sends, or sends through it. A key is "
           "shown once, when it is made. Making and revoking one is in the activity log."));
    m_list->table().setAccessibleName(tr("API keys"));
    layOut(buildBar());
    connectPane();
    connect(m_list, &ListBody::chosenChanged, this, [this] {
        if (m_pane->showsSecret())
            emit said(tr("Put the key away first: it is shown this once."));
        else if (!m_list->chosen().isEmpty() || !m_pane->isKept())
            showChosen();
    });
    connect(m_list, &ListBody::actionTriggered, this, [this] {
        if (isLoaded())
            begin();
        else
            load();
    });
}

KeysScreen::~KeysScreen() = default;

QWidget* KeysScreen::buildBar()
{
    auto* bar = new QWidget(this);
    auto* fresh = new QPushButton(tr("New API key"), bar);
    fresh->setObjectName(QStringLiteral("newApiKey"));
    m_revoked = new QCheckBox(tr("Show revoked"), bar);
    m_revoked->setObjectName(QStringLiteral("showRevoked"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->addWidget(fresh);
    row->addStretch();
    row->addWidget(m_revoked);
    connect(fresh, &QPushButton::clicked, this, &KeysScreen::begin);
    connect(m_revoked, &QCheckBox::toggled, this, &KeysScreen::showRows);
    return bar;
}

void KeysScreen::connectPane()
{
    connect(m_pane, &KeyPane::createWanted, this, &KeysScreen::create);
    connect(m_pane, &KeyPane::revokeWanted, this, &KeysScreen::revoke);
    connect(m_pane, &KeyPane::copied, this, [this] { emit said(tr("The key is on the clipboard.")); });
    for (const auto leave : {&KeyPane::cancelWanted, &KeyPane::doneWanted}) {
        connect(m_pane, leave, this, [this] {
            m_pane->showNothing();
            showRows();
        });
    }
}

bool KeysScreen::isOffered() const
{
    return m_desk.mayAdminister();
}

QWidget* KeysScreen::inspector()
{
    return m_pane;
}

void KeysScreen::load()
{
    showLoading();
    whenDone(m_keys.list(), this, [this](const Result<std::vector<AccessKey>>& keys) {
        if (!hasCome(keys))
            return;
        m_rows = *keys;
        std::sort(m_rows.begin(), m_rows.end(), [](const AccessKey& a, const AccessKey& b) {
            return std::tuple(a.revokedAt.has_value(), -a.createdAt, a.id) <
                   std::tuple(b.revokedAt.has_value(), -b.createdAt, b.id);
        });
        showRows();
    });
}

void KeysScreen::showRows()
{
    if (!isLoaded())
        return;
    std::vector<TextRow> rows;
    qint64 good = 0;
    for (const AccessKey& key : m_rows) {
        good += key.revokedAt ? 0 : 1;
        if (!key.revokedAt || m_revoked->isChecked())
            rows.push_back(rowFor(key));
    }
    m_list->setNone(QStringLiteral("keys"),
                    tr("No program has a key. With one, other programs ask Refrain before they send."),
                    tr("New API key"));
    m_list->setRows(std::move(rows));
    emit countChanged(good);
    if (m_pane->isKept())
        return;
    if (m_list->chosen().isEmpty() && m_list->hasRows())
        m_list->table().selectRow(0);
    showChosen();
}

TextRow KeysScreen::rowFor(const AccessKey& key) const
{
    const Millis now = m_clock.now();
    const QString used = key.lastUsedAt ? relativeTime(key.lastUsedAt, now, m_zone) : tr("never");
    const bool isGood = !key.revokedAt;
    return {
        key.id,
        {{key.name, isGood ? Tone::Text : Tone::Muted, true},
         {console::roleName(key.role), isGood ? Tone::Text : Tone::Muted, false, false, console::roleMeaning(key.role)},
         {used, Tone::Muted, false, true, exactTime(key.lastUsedAt, m_zone)},
         {shownName(m_desk, SubjectId(key.createdBy))},
         {relativeTime(key.createdAt, now, m_zone), Tone::Muted, false, true, exactTime(key.createdAt, m_zone)},
         {isGood ? tr("good") : tr("revoked"), Tone::Muted, false, false, exactTime(key.revokedAt, m_zone)}}};
}

void KeysScreen::showChosen()
{
    if (!m_pane)
        return;
    const AccessKey* key = chosen();
    if (!key) {
        m_pane->showNothing();
        return;
    }
    m_pane->showKey({*key, shownName(m_desk, SubjectId(key->createdBy)), exactTime(key->createdAt, m_zone),
                     key->lastUsedAt ? exactTime(key->lastUsedAt, m_zone) : tr("never"),
                     exactTime(key->revokedAt, m_zone)});
}

void KeysScreen::begin()
{
    if (m_pane->showsSecret()) {
        emit said(tr("Put the key away first: it is shown this once."));
        return;
    }
    emit inspectorWanted();
    m_pane->showForm();
    m_list->choose({});
}

void KeysScreen::create(const QString& name, Role role)
{
    m_pane->setBusy(true);
    m_pane->setProblem({});
    whenDone(m_keys.create(name, role), this, [this](const Result<console::AccessKeys::Made>& made) {
        m_pane->setBusy(false);
        if (!made) {
            m_pane->setProblem(made.error().message());
            return;
        }
        m_pane->showMade(made->key.name, made->secret);
        load();
    });
}

void KeysScreen::revoke()
{
    const AccessKey* key = chosen();
    if (!key)
        return;
    auto* dialog = new ConfirmDialog(
        m_theme,
        {tr("Revoke the key “%1”?").arg(key->name),
         key->lastUsedAt
             ? tr("Programs that use it are refused from then on; it was last used %1. It cannot be brought back.")
                   .arg(relativeTime(key->lastUsedAt, m_clock.now(), m_zone))
             : tr("It was never used. It cannot be brought back."),
         tr("Revoke it")},
        this);
    connect(dialog, &QDialog::accepted, this, [this, id = key->id, name = key->name] {
        m_pane->setBusy(true);
        whenDone(m_keys.revoke(id), this, [this, name](const Result<>& done) {
            m_pane->setBusy(false);
            emit said(done ? tr("The key “%1” is revoked.").arg(name) : done.error().message());
            load();
        });
    });
    dialog->open();
}

const AccessKey* KeysScreen::chosen() const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const AccessKey& key) { return key.id == m_list->chosen(); });
    return found == m_rows.end() ? nullptr : &*found;
}

}  // namespace refrain::ui
