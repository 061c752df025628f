# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 1, Being woken: a WebSocket (RFC 6455) by hand, as far as the page needs one."""
import base64
import hashlib
import secrets
import socket

import wire

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
BINARY, CLOSE, PING, PONG = 2, 8, 9, 10


class Wake:
    def __init__(self, laptop, patience=60):
        host, _, port = laptop.wire.host.rpartition(":")
        key = base64.b64encode(secrets.token_bytes(16))
        self.line = socket.create_connection((host, int(port)), patience)
        self.line.sendall(b"GET /v1/wake HTTP/1.1\r\nHost: " + laptop.wire.host.encode() + b"\r\nConnection: Upgrade\r\n"
                          b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key + b"\r\n"
                          b"Authorization: Bearer " + laptop.wire.token.encode() + b"\r\n\r\n")
        self.come = self.line.makefile("rb")
        self.status = int(self.come.readline().split()[1])
        head = {}
        while (line := self.come.readline().strip()):
            name, _, value = line.decode().partition(":")
            head[name.lower()] = value.strip()
        if self.status == 101 and head["sec-websocket-accept"] != base64.b64encode(hashlib.sha1(key + MAGIC).digest()).decode():
            raise ValueError("The server's handshake is not the answer to this client's.")

    def send(self, kind, octets):
        """One frame, masked as a client must."""
        mask = secrets.token_bytes(4)
        self.line.sendall(bytes([0x80 | kind, 0x80 | len(octets)]) + mask + bytes(one ^ mask[i % 4] for i, one in enumerate(octets)))

    def frame(self):
        head = self.come.read(2)
        if len(head) < 2:
            return CLOSE, b""
        kind, size = head
        if size == 126:
            size = int.from_bytes(self.come.read(2), "big")
        return kind & 0x0F, self.come.read(size)

    def next(self):
        """The checkpoint the next frame tells; None when the server has closed the connection."""
        while True:
            kind, octets = self.frame()
            if kind == PING:
                self.send(PONG, octets)
            elif kind == CLOSE:
                return None
            elif kind == BINARY:
                return wire.unpack(octets)[0]

    def wait_for(self, checkpoint):
        while (told := self.next()) is not None and told < checkpoint:
            pass
        return told

    def close(self):
        self.send(CLOSE, (1000).to_bytes(2, "big"))
        self.line.close()
