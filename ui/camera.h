#pragma once

#include <QList>
#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

namespace refrain::ui {

class Appearance;
class MainWindow;

/// `--screenshot-dir`: saves every screen of the running workspace, light and dark, at one size, then ends the program.
class Camera final : public QObject {
    Q_OBJECT

public:
    Camera(Appearance& appearance, MainWindow& window, QString folder, QSize size);

    /// Takes the page that the window shows, then pageTaken() follows.
    void beginWithPage(const QString& name);
    /// Takes every screen, then ends the program. REQUIRES: the screens are there.
    void begin();

signals:
    void pageTaken();

private:
    struct Shot {
        QString name;
        int screen;  ///< -1: what the window shows.
        bool dark;
    };
    void prepare();
    void take();

    Appearance& m_appearance;
    MainWindow& m_window;
    QString m_folder;
    QSize m_size;
    QList<Shot> m_shots;
    QTimer m_pause;
};

}  // namespace refrain::ui
