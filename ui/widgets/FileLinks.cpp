// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FileLinks.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Kit.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace satchel::ui {

FileLinks::FileLinks(QWidget* parent) : QFrame(parent), m_rows(new QVBoxLayout(this))
{
    setProperty("kind", QStringLiteral("kept"));
    setMargins(m_rows, 12, 8, 12, 8, 4);
    hide();
}

bool FileLinks::open(const QString& path)
{
    return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void FileLinks::show(const QString& sentence, const QStringList& files)
{
    clearLayout(m_rows);
    QLabel* said = makeLabel(sentence, "strong", this);
    wrap(said);
    m_rows->addWidget(said);
    for (const QString& file : files) {
        const QString name = QFileInfo(file).fileName();
        auto* row = new QHBoxLayout;
        setMargins(row, 0, 0, 0, 0, 8);
        row->addWidget(new ElidedLabel(name, "", this), 0);
        QPushButton* link = makeButton(tr("Open"), "link", this);
        link->setAccessibleName(tr("Open %1").arg(name));
        connect(link, &QPushButton::clicked, this, [file] { open(file); });
        row->addWidget(link);
        row->addStretch(1);
        m_rows->addLayout(row);
    }
    if (!files.isEmpty()) {
        const QString folder = QFileInfo(files.first()).absolutePath();
        auto* row = new QHBoxLayout;
        setMargins(row, 0, 0, 0, 0, 8);
        row->addWidget(new ElidedLabel(QDir::toNativeSeparators(folder), "small", this), 0);
        QPushButton* link = makeButton(tr("Open folder"), "link", this);
        connect(link, &QPushButton::clicked, this, [folder] { open(folder); });
        row->addWidget(link);
        row->addStretch(1);
        m_rows->addLayout(row);
    }
    setVisible(true);
}

} // namespace satchel::ui
