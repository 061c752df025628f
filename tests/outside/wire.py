# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections 1 and 2: one request and its answer. CBOR by python3-cbor2, in the deterministic form the page asks for."""
import http.client
import urllib.parse

import cbor2
import zstandard

import page

LIMIT = 8 * 1024 * 1024 + 64 * 1024  # of what an answer may unpack to
DICTIONARY = zstandard.ZstdCompressionDict(page.dictionary_1())


class Refused(Exception):
    """An answer other than 200: code, sentence, and the status it came with."""

    def __init__(self, status, answer):
        self.status, self.code, self.sentence, self.field = status, answer[0], answer.get(1, ""), answer.get(2, "")
        super().__init__(f"{status} {self.code}: {self.sentence}")


def pack(item):
    return cbor2.dumps(item, canonical=True)


def unpack(octets):
    item = cbor2.loads(octets)
    if pack(item) != octets:
        raise ValueError("What came is not CBOR in its deterministic form.")
    return item


def message(fields):
    """A message without the keys that are at their defaults."""
    return {key: value for key, value in fields.items()
            if value not in (None, 0, "", b"", [], {}) and not (isinstance(value, bytes) and not any(value))}


def unzip(octets, dictionary):
    frame = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=2 * 1024 * 1024).decompressobj()
    whole = frame.decompress(octets)
    if len(whole) > LIMIT:
        raise ValueError("An answer unpacks to more than a client takes.")
    return whole


class Wire:
    """One connection to the server. `dictionary`: whether to speak with dictionary 1; `seen`: ways answers were packed."""

    def __init__(self, address, dictionary=True):
        self.host = urllib.parse.urlsplit(address).netloc
        self.line = http.client.HTTPConnection(self.host, timeout=120)
        self.dictionary, self.token, self.seen = dictionary, "", set()
        self.octets, self.last = 0, {}  # of bodies, both ways; the answer before

    def headers(self):
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def post(self, path, fields):
        status, answer = self.raw(path, pack(message(fields)))
        if status != 200:
            raise Refused(status, answer)
        return answer

    def sent(self, path, body, headers):
        """Once more where the server has closed a line on which nothing was said for long: any request may be repeated."""
        for last in (False, True):
            try:
                self.line.request("POST", path, body, headers)
                reply = self.line.getresponse()
                return reply, reply.read()
            except (ConnectionError, http.client.HTTPException):
                self.line.close()
                if last:
                    raise

    def raw(self, path, body):
        """Sends these bytes whatever they are; the answer's status and what it holds."""
        headers = {"Content-Type": "application/cbor", "Accept-Encoding": "zstd", **self.headers()}
        if self.dictionary:
            headers["Satchel-Dictionary"] = "1"
        if len(body) > 256:
            body = zstandard.ZstdCompressor(dict_data=DICTIONARY if self.dictionary else None).compress(body)
            headers["Content-Encoding"] = "zstd"
        reply, octets = self.sent(path, body, headers)
        self.octets += len(body) + len(octets)
        used = reply.headers.get("Satchel-Dictionary")
        if reply.headers.get("Content-Encoding") == "zstd":
            self.seen.add("dictionary" if used else "zstd")
            octets = unzip(octets, DICTIONARY if used else None)
        else:
            self.seen.add("plain")
        self.last = unpack(octets) if octets else {}
        return reply.status, self.last
