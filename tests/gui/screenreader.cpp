#include "tests/gui/screenreader.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>

// GLib has a member of this name.
#undef signals
#include <X11/Xlib.h>
#include <atspi/atspi.h>

namespace refrain::test {

namespace {

AtspiAccessible* raw(const std::shared_ptr<void>& accessible)
{
    return static_cast<AtspiAccessible*>(accessible.get());
}

QString taken(char* text)
{
    const QString out = QString::fromUtf8(text);
    g_free(text);
    return out;
}

/// Calls that fail answer as if there was nothing: the program may have closed what was asked for.
struct Failure {
    GError* error = nullptr;
    ~Failure() { g_clear_error(&error); }
    GError** operator&() { return &error; }
};

}  // namespace

Spoken::Spoken(void* accessible)
    : m_accessible(accessible, [](void* held) {
          if (held)
              g_object_unref(held);
      })
{
}

QString Spoken::name() const
{
    Failure f;
    return isNull() ? QString() : taken(atspi_accessible_get_name(raw(m_accessible), &f));
}

QString Spoken::role() const
{
    Failure f;
    return isNull() ? QString() : taken(atspi_accessible_get_role_name(raw(m_accessible), &f));
}

bool Spoken::is(const char* state) const
{
    if (isNull())
        return false;
    AtspiStateSet* states = atspi_accessible_get_state_set(raw(m_accessible));
    GEnumClass* kinds = G_ENUM_CLASS(g_type_class_ref(ATSPI_TYPE_STATE_TYPE));
    const GEnumValue* kind = g_enum_get_value_by_nick(kinds, state);
    const bool yes = states && kind && atspi_state_set_contains(states, AtspiStateType(kind->value));
    g_type_class_unref(kinds);
    if (states)
        g_object_unref(states);
    return yes;
}

int Spoken::childCount() const
{
    Failure f;
    return isNull() ? 0 : atspi_accessible_get_child_count(raw(m_accessible), &f);
}

Spoken Spoken::child(int index) const
{
    Failure f;
    return isNull() ? Spoken() : Spoken(atspi_accessible_get_child_at_index(raw(m_accessible), index, &f));
}

Spoken Spoken::parent() const
{
    Failure f;
    return isNull() ? Spoken() : Spoken(atspi_accessible_get_parent(raw(m_accessible), &f));
}

int Spoken::rowCount() const
{
    Failure f;
    return isNull() ? 0 : atspi_table_get_n_rows(ATSPI_TABLE(raw(m_accessible)), &f);
}

int Spoken::columnCount() const
{
    Failure f;
    return isNull() ? 0 : atspi_table_get_n_columns(ATSPI_TABLE(raw(m_accessible)), &f);
}

Spoken Spoken::cell(int row, int column) const
{
    Failure f;
    return isNull() ? Spoken() : Spoken(atspi_table_get_accessible_at(ATSPI_TABLE(raw(m_accessible)), row, column, &f));
}

QString Spoken::columnTitle(int column) const
{
    Failure f;
    return isNull() ? QString() : taken(atspi_table_get_column_description(ATSPI_TABLE(raw(m_accessible)), column, &f));
}

int Spoken::row() const
{
    Failure f;
    const Spoken table = parent();
    if (table.isNull())
        return -1;
    const int at = atspi_accessible_get_index_in_parent(raw(m_accessible), &f);
    return at < 0 ? -1 : atspi_table_get_row_at_index(ATSPI_TABLE(raw(table.m_accessible)), at, &f);
}

QString Spoken::rowTitle() const
{
    Failure f;
    const Spoken table = parent();
    if (table.isNull())
        return {};
    return Spoken(atspi_table_get_row_header(ATSPI_TABLE(raw(table.m_accessible)), row(), &f)).name();
}

QStringList Spoken::actions() const
{
    Failure f;
    QStringList names;
    const int count = isNull() ? 0 : atspi_action_get_n_actions(ATSPI_ACTION(raw(m_accessible)), &f);
    for (int i = 0; i < count; ++i)
        names << taken(atspi_action_get_action_name(ATSPI_ACTION(raw(m_accessible)), i, &f));
    return names;
}

bool Spoken::act(const QString& action) const
{
    Failure f;
    const qsizetype at = actions().indexOf(action);
    return at >= 0 && atspi_action_do_action(ATSPI_ACTION(raw(m_accessible)), int(at), &f);
}

void Spoken::walk(const std::function<void(const Spoken&)>& look) const
{
    look(*this);
    if (role() == QLatin1String("table"))
        return;
    const int count = childCount();
    for (int i = 0; i < count; ++i) {
        const Spoken below = child(i);
        if (below.is("showing"))
            below.walk(look);
    }
}

Spoken Spoken::find(const QString& role, const QString& name) const
{
    Spoken found;
    walk([&](const Spoken& object) {
        if (found.isNull() && object.role() == role && object.name() == name)
            found = object;
    });
    return found;
}

struct ScreenReader::Ears {
    QStringList heard;
    Spoken focus;
    AtspiEventListener* listener = nullptr;

    static void hear(AtspiEvent* event, void* ears)
    {
        auto* self = static_cast<Ears*>(ears);
        const QString type = QString::fromUtf8(event->type);
        const Spoken source(g_object_ref(event->source));
        const bool isFocus = type == QLatin1String("object:state-changed:focused");
        if (isFocus && event->detail1 == 1)
            self->focus = source;
        const QString what = isFocus                                                  ? QStringLiteral("focused")
                             : type.startsWith(QLatin1String("object:state-changed")) ? QStringLiteral("appeared")
                                                                                      : QStringLiteral("changed");
        if (event->detail1 == 1 || what == QLatin1String("changed"))
            self->heard << QStringLiteral("%1: %2 [%3]").arg(what, source.name(), source.role());
        g_boxed_free(ATSPI_TYPE_EVENT, event);
    }
};

ScreenReader::ScreenReader() : m_ears(std::make_unique<Ears>()) {}

ScreenReader::~ScreenReader()
{
    if (!m_ears->listener)
        return;
    m_ears->focus = {};
    g_object_unref(m_ears->listener);
}

QString ScreenReader::begin()
{
    QDBusMessage on =
        QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                       QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Set"));
    on << QStringLiteral("org.a11y.Status") << QStringLiteral("ScreenReaderEnabled")
       << QVariant::fromValue(QDBusVariant(true));
    const QDBusMessage reply = QDBusConnection::sessionBus().call(on);
    if (reply.type() == QDBusMessage::ErrorMessage)
        return reply.errorMessage();
    if (atspi_init() > 1)
        return QStringLiteral("libatspi did not start");
    m_ears->listener = atspi_event_listener_new(&Ears::hear, m_ears.get(), nullptr);
    for (const char* type :
         {"object:state-changed:focused", "object:state-changed:showing", "object:property-change:accessible-name"}) {
        Failure f;
        if (!atspi_event_listener_register(m_ears->listener, type, &f))
            return QString::fromUtf8(f.error ? f.error->message : type);
    }
    return {};
}

Spoken ScreenReader::program(const QString& name)
{
    const Spoken desktop(atspi_get_desktop(0));
    for (int i = 0; i < desktop.childCount(); ++i) {
        if (const Spoken program = desktop.child(i); program.name() == name)
            return program;
    }
    return {};
}

QStringList ScreenReader::heard() const
{
    return m_ears->heard;
}

void ScreenReader::forget()
{
    m_ears->heard.clear();
}

Spoken ScreenReader::focus() const
{
    return m_ears->focus;
}

void ScreenReader::press(const char* name)
{
    Failure f;
    atspi_generate_keyboard_event(long(XStringToKeysym(name)), nullptr, ATSPI_KEY_SYM, &f);
}

}  // namespace refrain::test
