#pragma once

#include <QList>
#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

namespace refrain::ui {

class Appearance;
class MainWindow;

/// `--screenshot-dir`: saves every screen of the running workspace, light and dark, in two sizes, then ends the
/// program.
class Camera final : public QObject {
    Q_OBJECT

public:
    Camera(Appearance& appearance, MainWindow& window, QString folder);

    void begin();

private:
    struct Shot {
        int screen;
        bool dark;
        QSize size;
    };
    void prepare();
    void take();

    Appearance& m_appearance;
    MainWindow& m_window;
    QString m_folder;
    QList<Shot> m_shots;
    QTimer m_pause;
};

}  // namespace refrain::ui
