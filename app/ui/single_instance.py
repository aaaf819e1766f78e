"""One window for one data folder: a second start hands its text to the first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1_000
MOST_BYTES = 64_000


class SingleInstance:
    """Holds a lock file in the folder; `first` tells whether this process got it."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self.first = self._lock.tryLock(0)
        self._name = "bidwright-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]
        self._server: QLocalServer | None = None

    def listen(self, opened_again: Callable[[str], None]) -> None:
        """Calls back with the text of each later start."""
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        server.listen(self._name)

        def connected() -> None:
            socket = server.nextPendingConnection()

            def gone() -> None:
                handed = socket.read(MOST_BYTES).data()
                opened_again(bytes(handed).decode("utf-8", "replace"))
                socket.deleteLater()

            socket.disconnected.connect(gone)

        server.newConnection.connect(connected)
        self._server = server

    def hand_over(self, text: str) -> bool:
        """Gives the text to the window that is open; False where it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(text.encode())
        socket.waitForBytesWritten(WAIT_MS)
        socket.disconnectFromServer()
        if socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
            socket.waitForDisconnected(WAIT_MS)
        return True

    def close(self) -> None:
        """Lets the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()
