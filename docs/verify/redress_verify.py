#!/usr/bin/env python3
"""Checks receipts and exported journals of Redress: Python's standard library and the
openssl program, nothing else. Written from docs/verify.md alone, apart from the code
that makes receipts and from redress-verify, so that three hands have to err alike.

    redress_verify.py PATH... [--key KEY] [--against FILE]... [--json]

PATH       a receipt (.tlog-proof, or the .proof.json that opens one), a case as one
           page (.html), or the folder of an export
--key      the public key, or a file with one key a line; else the one beside the proof
--against  a checkpoint or receipt kept elsewhere that the journal has to continue

Exit 0: everything was proved. 1: something was not. 2: asked in the wrong way.
"""
import base64
import binascii
import datetime
import hashlib
import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile

HEADING = "c2sp.org/tlog-proof@v1"
SIZE_MAX = 256 * 1024
PAGE_MAX = 256 * 1024 * 1024
EXACT = 2**53 - 1
# What precedes an Ed25519 key of 32 bytes in the DER that openssl reads (RFC 8410).
DER = bytes.fromhex("302a300506032b6570032100")
LEAF = ["about", "actor", "id", "kind", "occurred_at", "personal", "record", "recorded_at",
        "seq", "unit", "v", "version"]
LINE = ["leaf", "personal", "personal_salt", "record", "record_salt"]


class Wrong(Exception):
    """What is wrong, and with which entry."""

    def __init__(self, why, entry=0):
        super().__init__(why)
        self.why, self.entry = why, entry


class Usage(Exception):
    pass


# -- spelling ---------------------------------------------------------------------------

def decoded(text):
    """Base64 with its padding, and only as an encoder writes it."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        raise Wrong("base64 is damaged") from None
    if base64.b64encode(data).decode() != text:
        raise Wrong("base64 is damaged")
    return data


def digest(text):
    data = decoded(text)
    if len(data) != 32:
        raise Wrong("a hash has another length")
    return data


def number(text):
    if not re.fullmatch(r"0|[1-9][0-9]{0,18}", text):
        raise Wrong("a number is not written as one")
    return int(text)


def canonical(value):
    """RFC 8785 without fractions; members in the order of their UTF-16 code units."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        if abs(value) > EXACT:
            raise Wrong("a number beyond 2^53")
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"
    raise Wrong("a number with a fraction")


def strictly(data):
    """The value of bytes that are canonical JSON, and of no others."""
    try:
        text = data.decode("utf-8")
        value = json.loads(text)
        if canonical(value) == text:
            return value
    except (ValueError, RecursionError, Wrong):
        pass
    raise Wrong("its line is not written as an export writes it")


def is_hex(value, digits):
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{%d}" % digits, value) is not None


def is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


# -- the tree (RFC 6962, 2.1) -------------------------------------------------------------

def leaf_hash(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    def __init__(self):
        self.size, self.parts = 0, []

    def add(self, leaf):
        size, node = self.size, leaf
        while size & 1:
            node, size = node_hash(self.parts.pop(), node), size >> 1
        self.parts.append(node)
        self.size += 1

    def root(self):
        if not self.parts:
            return hashlib.sha256(b"").digest()
        node = self.parts[-1]
        for left in reversed(self.parts[:-1]):
            node = node_hash(left, node)
        return node


def root_from(index, size, leaf, path):
    """RFC 6962 by its own recursion: which siblings must stand on the way up."""
    sides, first, last = [], 0, size
    if not 0 <= index < size:
        return None
    while last - first > 1:
        middle = first + (1 << (last - first - 1).bit_length() - 1)
        if index < middle:
            sides.append("right")
            last = middle
        else:
            sides.append("left")
            first = middle
    if len(sides) != len(path):
        return None
    node = leaf
    for sibling, side in zip(path, reversed(sides)):
        node = node_hash(sibling, node) if side == "left" else node_hash(node, sibling)
    return node


# -- keys and signed notes ------------------------------------------------------------------

class Key:
    """name+id+key, where the key is a byte 1 and 32 bytes of Ed25519."""

    def __init__(self, text):
        self.text = text.strip()
        try:
            self.name, ident, coded = self.text.split("+", 2)
            typed = decoded(coded)
        except (ValueError, Wrong):
            raise Wrong("a public key cannot be read") from None
        self.id = hashlib.sha256(self.name.encode() + b"\n" + typed).digest()[:4]
        if len(typed) != 33 or typed[0] != 1 or self.id.hex() != ident:
            raise Wrong("a public key cannot be read")
        if not self.name or re.search(r"\s", self.name):
            raise Wrong("a public key cannot be read")
        self.raw = typed[1:]

    def signed(self, text, signature):
        return ed25519(self.raw, text, signature)


ASKED = {}


def ed25519(key, text, signature):
    """openssl is asked once for each signature."""
    asked = (key, text, signature)
    if asked not in ASKED:
        with tempfile.TemporaryDirectory() as folder:
            names = [os.path.join(folder, name) for name in ("key", "text", "signature")]
            for name, data in zip(names, (DER + key, text, signature)):
                with open(name, "wb") as file:
                    file.write(data)
            done = subprocess.run(
                ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey",
                 names[0], "-rawin", "-in", names[1], "-sigfile", names[2]],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        ASKED[asked] = done.returncode == 0
    return ASKED[asked]


class Note:
    """A signed checkpoint: origin, size, root, further lines; an empty line; signatures."""

    def __init__(self, note):
        text, gap, below = note.partition("\n\n")
        lines = text.split("\n")
        if not gap or not below.endswith("\n") or len(lines) < 3 or not all(lines):
            raise Wrong("it is no signed checkpoint")
        if any(c < " " and c != "\n" for c in note):
            raise Wrong("it is no signed checkpoint")
        self.text = (text + "\n").encode()
        self.origin, self.size, self.root = lines[0], number(lines[1]), digest(lines[2])
        self.lines = []
        for line in below[:-1].split("\n"):
            parts = re.fullmatch("\u2014 (\\S+) (\\S+)", line)
            if not parts:
                raise Wrong("it is no signed checkpoint")
            data = decoded(parts[2])
            if len(data) < 4:
                raise Wrong("it is no signed checkpoint")
            self.lines.append((parts[1], data[:4], data[4:]))
        if len(self.lines) > 32:
            raise Wrong("too many signatures")

    def signer(self, keys):
        found = None
        for name, ident, signature in self.lines:
            for key in keys:
                if (key.name, key.id) != (name, ident):
                    continue
                if not key.signed(self.text, signature):
                    raise Wrong("it is forged: the key that it names did not sign it")
                if key.name == self.origin:
                    found = found or key
        if not found:
            raise Wrong("it was not signed with this key")
        return found


# -- leaves, commitments, files --------------------------------------------------------------

def leaf_of(value):
    """The leaf's members are these and no others, each of its kind."""
    good = isinstance(value, dict) and sorted(value) == LEAF
    good = good and all(is_hex(value[name], 32) for name in ("about", "actor", "id"))
    good = good and isinstance(value["kind"], str) and is_hex(value["record"], 64)
    good = good and all(is_int(value[name]) for name in ("recorded_at", "seq", "version"))
    good = good and value["v"] == 1 and is_int(value["v"]) and value["seq"] >= 0
    good = good and (value["unit"] is None or is_hex(value["unit"], 32))
    good = good and (value["occurred_at"] is None or is_int(value["occurred_at"]))
    good = good and (value["personal"] is None or is_hex(value["personal"], 64))
    if not good:
        raise Wrong("it is no entry of a journal")
    return value


def opens(tag, committed, salt, data):
    if not is_hex(salt, 64):
        return False
    start = b"redress/" + tag + b"/v1\x00" + bytes.fromhex(salt)
    return hashlib.sha256(start + data).hexdigest() == committed


def files_in(record, personal, erased):
    """Every {"file": id, "commit": hash} anywhere in a record, with its salt."""
    if isinstance(record, list):
        for item in record:
            yield from files_in(item, personal, erased)
    if isinstance(record, dict):
        file, commit = record.get("file"), record.get("commit")
        if isinstance(file, str) and isinstance(commit, str):
            salts = personal.get("file_salts") if isinstance(personal, dict) else None
            salt = salts.get(file) if isinstance(salts, dict) else None
            yield file, commit, salt if isinstance(salt, str) else None, erased
        for item in record.values():
            yield from files_in(item, personal, erased)


def check_files(folder, said):
    gone = {file for _, (file, _, _, erased) in said if erased}
    for entry, (file, commit, salt, _) in said:
        path = os.path.join(folder, "files", file)
        there = is_hex(file, 32) and os.path.isfile(path)
        if file in gone:
            if there:
                raise Wrong("a file is there although it was erased", entry)
            continue
        if salt is None:
            continue
        if not there:
            raise Wrong("a file is missing", entry)
        with open(path, "rb") as opened:
            if not opens(b"file", commit, salt, opened.read()):
                raise Wrong("a file is not as it was", entry)


# -- receipts -----------------------------------------------------------------------------------

class Receipt:
    def __init__(self, data):
        if len(data) > SIZE_MAX:
            raise Wrong("it is far larger than a receipt")
        try:
            text = as_sent(data.decode("utf-8"))
        except ValueError:
            raise Wrong("it is no receipt") from None
        if not text:
            raise Wrong("it is empty")
        self.opened = None
        if text.startswith("{"):
            try:
                self.opened = json.loads(text)
                text = as_sent(self.opened["tlog_proof"])
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                raise Wrong("it is no receipt") from None
        self.read(text)

    def read(self, text):
        head, gap, note = text.partition("\n\n")
        lines = head.split("\n")
        if not lines[0].startswith(HEADING):
            raise Wrong("it is no receipt: it does not begin with " + HEADING)
        if not gap:
            raise Wrong("it is cut off before its end")
        if len(lines) < 3 or lines[0] != HEADING or not lines[1].startswith("extra ") \
                or not lines[2].startswith("index "):
            raise Wrong("a line of it is damaged")
        try:
            extra = decoded(lines[1][6:]).decode("utf-8")
        except ValueError:
            raise Wrong("a line of it is damaged") from None
        self.leaf_text, below, key = extra.partition("\n")
        self.claimed = Key(key) if below else None
        self.leaf = leaf_of(strictly(self.leaf_text.encode()))
        self.index = number(lines[2][6:])
        self.path = [digest(line) for line in lines[3:]]
        self.note = Note(note)

    def check(self, keys):
        signer = self.note.signer(keys)
        leaf = leaf_hash(self.leaf_text.encode())
        root = root_from(self.index, self.note.size, leaf, self.path)
        if root != self.note.root or self.leaf["seq"] != self.index:
            raise Wrong("the signature is right, but the entry does not belong to the signed journal")
        if self.opened is not None:
            self.check_opened()
        return signer

    def check_opened(self):
        leaf = self.leaf
        beside = {"entry": leaf["seq"], "kind": leaf["kind"], "leaf": self.leaf_text,
                  "recorded_at": utc(leaf["recorded_at"])}
        for name, value in beside.items():
            if name in self.opened and self.opened[name] != value:
                raise Wrong("what stands beside the receipt is not what it is of", leaf["seq"])
        for name in ("record", "personal"):
            part = self.opened.get(name)
            if part is None:
                continue
            good = isinstance(part, dict) and isinstance(part.get("text"), str)
            if not good or leaf[name] is None or \
                    not opens(name.encode(), leaf[name], part.get("salt"), part["text"].encode()):
                raise Wrong("a text is not the one that the entry commits to", leaf["seq"])

    def files(self):
        parts = {}
        for name in ("record", "personal"):
            part = (self.opened or {}).get(name)
            parts[name] = json.loads(part["text"]) if part else None
        return [(self.index, said) for said in files_in(parts["record"], parts["personal"], False)]


def as_sent(text):
    """Undoes what mail programs and forms do to a text."""
    text = text.replace("\r\n", "\n").lstrip("\ufeff").strip(" \t\n\r")
    return text + "\n" if text else ""


def utc(micros):
    at = datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=micros)
    text = at.isoformat()
    return (text.rstrip("0") if "." in text else text) + "Z"


# -- exported folders -------------------------------------------------------------------------

def lines_of(path):
    with open(path, "rb") as file:
        for place, line in enumerate(file):
            if not line.endswith(b"\n"):
                raise Wrong("the file is cut in the middle of a line", place)
            yield line[:-1]


class Journal:
    def __init__(self, folder, opened, marks):
        self.folder, self.opened = folder, opened
        self.tree, self.marks, self.last_at = Tree(), marks, None
        self.gone, self.erased_by, self.files = [], {}, []

    def check(self, path):
        self.passed()
        for line in lines_of(path):
            entry = self.tree.size
            try:
                self.line(entry, line)
            except Wrong as wrong:
                raise Wrong(wrong.why, entry) from None
            self.passed()
        for name, note in self.marks:
            if note.size > self.tree.size:
                raise Wrong("%s covers %d entries, and there are only %d: the end was cut off, or an "
                            "older state was put back" % (name, note.size, self.tree.size), self.tree.size)
        if self.opened:
            self.erasures()
            check_files(self.folder, self.files)

    def line(self, entry, data):
        value = strictly(data)
        if self.opened and (not isinstance(value, dict) or sorted(value) != LINE):
            raise Wrong("its line lacks a part or has one too many")
        leaf = leaf_of(value["leaf"] if self.opened else value)
        if leaf["seq"] != entry:
            raise Wrong("entry %d stands in its place" % leaf["seq"])
        if self.last_at is not None and leaf["recorded_at"] < self.last_at:
            raise Wrong("it says it was recorded before the one in front of it")
        if self.opened:
            self.parts(entry, leaf, value)
        self.last_at = leaf["recorded_at"]
        self.tree.add(leaf_hash(canonical(leaf).encode()))

    def parts(self, entry, leaf, value):
        record, personal = value["record"], value["personal"]
        if not opens(b"record", leaf["record"], value["record_salt"], canonical(record).encode()):
            raise Wrong("its record is not what its leaf commits to")
        gone = None
        if personal is None and value["personal_salt"] is None:
            gone = True if leaf["personal"] is not None else None
        elif leaf["personal"] is None or not opens(
                b"personal", leaf["personal"], value["personal_salt"], canonical(personal).encode()):
            raise Wrong("its personal part is not what its leaf commits to")
        else:
            gone = False
        self.gone.append(gone)
        self.files += [(entry, said) for said in files_in(record, personal, gone is True)]
        if leaf["kind"] == "erased" and isinstance(record, dict):
            for erased in record.get("entries") or []:
                if not is_int(erased) or not 0 <= erased < entry:
                    raise Wrong("it erases what is not before it")
                self.erased_by[erased] = entry

    def passed(self):
        for name, note in self.marks:
            if note.size == self.tree.size and note.root != self.tree.root():
                raise Wrong("up to here it is not what %s signed" % name, self.tree.size)

    def erasures(self):
        for entry, gone in enumerate(self.gone):
            if gone is True and entry not in self.erased_by:
                raise Wrong("its personal part is gone and no entry erased it", entry)
            if gone is False and entry in self.erased_by:
                raise Wrong("it was erased, and its personal part is there", entry)


def exported(folder):
    for name in ("journal.jsonl", "leaves.jsonl", "entries.jsonl"):
        if os.path.isfile(os.path.join(folder, name)):
            return name
    return None


def read_text(path, what):
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8")
    except (OSError, ValueError):
        raise Wrong(what + " is missing or damaged") from None


def check_folder(folder, keys, against):
    of = exported(folder)
    own = keys is None
    if own:
        keys = keys_of(read_text(os.path.join(folder, "key.txt"), "key.txt"))
    note = Note(read_text(os.path.join(folder, "checkpoint.txt"), "checkpoint.txt"))
    signer = note.signer(keys)
    for name, other in against:
        other.signer(keys)
        if other.origin != note.origin:
            raise Wrong("%s is of another journal" % name)
    if of == "entries.jsonl":
        entries = check_case(folder, keys, note, against)
    else:
        journal = Journal(folder, of == "journal.jsonl", [("checkpoint.txt", note)] + against)
        journal.check(os.path.join(folder, of))
        entries = journal.tree.size
        if entries != note.size:
            raise Wrong("there are entries that no checkpoint covers", note.size)
    return {"of": of, "entries": entries, "size": note.size, "root": note.root.hex(),
            "origin": note.origin, "signer": signer.text, "own_key": own, "against": len(against)}


def check_case(folder, keys, note, against):
    entries, files = 0, []
    for name, other in against:
        if other.size == note.size and other.root != note.root:
            raise Wrong("%s has another root for the same entries" % name)
    for place, line in enumerate(lines_of(os.path.join(folder, "entries.jsonl"))):
        try:
            receipt = Receipt(line)
            receipt.check(keys)
        except Wrong as wrong:
            raise Wrong("line %d proves nothing: %s" % (place + 1, wrong.why), place) from None
        if receipt.note.origin != note.origin:
            raise Wrong("it is of another journal", receipt.index)
        files += receipt.files()
        entries += 1
    check_files(folder, files)
    return entries


# -- a case as one page -----------------------------------------------------------------------

TURNS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


def plain(text):
    """Marks that only turn the direction of text are left out of pages."""
    return TURNS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class Page(html.parser.HTMLParser):
    """What a page shows of each entry, and the data that it carries."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.entries, self.data, self.headings, self.into = [], [], [], None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        its = dict(attributes)
        if tag == "li" and (its.get("id") or "").startswith("e-"):
            self.entries.append({"number": its["id"][2:], "rows": [], "utc": []})
        elif tag == "dd" and self.entries:
            self.into = [(its.get("data-part") or "") + (its.get("data-at") or ""), ""]
            self.entries[-1]["rows"].append(self.into)
        elif tag == "span" and its.get("class") == "utc" and self.entries:
            self.into = ["", ""]
            self.entries[-1]["utc"].append(self.into)
        elif tag == "h1":
            self.into = ["", ""]
            self.headings.append(self.into)
        elif tag == "script" and its.get("id") == "bundle":
            self.into = ["", ""]
            self.data.append(self.into)

    def handle_endtag(self, tag):
        if tag in ("dd", "span", "script", "h1"):
            self.into = None

    def handle_data(self, data):
        if self.into is not None:
            self.into[1] += data


def values(at, value):
    if value is None or value == "":
        return
    if isinstance(value, bool):
        yield at, "true" if value else "false"
    elif isinstance(value, (str, int, float)):
        yield at, plain(str(value))
    else:
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for name, item in inner:
            yield from values("%s/%s" % (at, name), item)


def shown_as_recorded(receipt, shown):
    said = []
    for name in ("record", "personal"):
        part = receipt.opened.get(name)
        if part is not None:
            said += values(name, json.loads(part["text"]))
    rows = [(at, plain(text)) for at, text in shown["rows"]]
    utc_shown = [plain(text) for _, text in shown["utc"]]
    return (shown["number"] == str(receipt.index) and sorted(rows) == sorted(said)
            and utc_shown == [utc(receipt.leaf["recorded_at"])])


def whole(entry, checkpoint):
    """A line has these members and no others, and ends with the page's checkpoint."""
    names = ["entry", "kind", "leaf", "personal", "record", "recorded_at", "tlog_proof"]
    parts = isinstance(entry, dict) and sorted(entry) == names and (entry["record"], entry["personal"])
    return (parts and all(part is None or sorted(part) == ["salt", "text"] for part in parts)
            and entry["tlog_proof"].endswith("\n\n" + checkpoint))


def check_page(data, keys, against):
    if len(data) > PAGE_MAX:
        raise Wrong("the page is larger than any case")
    try:
        page = Page(data.decode("utf-8"))
        if len(page.data) != 1:
            raise Wrong("the page carries no data of a case, or more than once")
        head, *entries = page.data[0][1].strip().split("\n")
        bundle, own = json.loads(head), keys is None
        note, reference, about = Note(bundle["checkpoint"]), bundle["reference"], None
        headed = reference and any(reference in plain(text) for _, text in page.headings)
        keys = keys_of("\n".join(bundle["keys"])) if own else keys
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Wrong("the data in the page is damaged") from None
    signer = note.signer(keys)
    for name, other in against:
        other.signer(keys)
        same = other.origin == note.origin and other.size == note.size
        if same and other.root != note.root:
            raise Wrong("%s has another root for the same entries" % name)
    if len(entries) != len(page.entries):
        raise Wrong("the page shows more entries than it proves, or fewer")
    for line, shown in zip(entries, page.entries):
        try:
            receipt = Receipt(line.encode())
            if not whole(receipt.opened, bundle["checkpoint"]):
                raise Wrong("it lacks something or has one too many")
            receipt.check(keys)
        except Wrong as wrong:
            named = int(shown["number"]) if shown["number"].isdecimal() else 0
            raise Wrong("its part of the page proves nothing: " + wrong.why, named) from None
        if (receipt.note.text, receipt.note.lines) != (note.text, note.lines):
            raise Wrong("it lies under another checkpoint than the page", receipt.index)
        if not shown_as_recorded(receipt, shown):
            raise Wrong("what the page shows of it is not what was recorded", receipt.index)
        about = about or receipt.leaf["about"]
        got = reference
        if receipt.leaf["kind"] == "received" and receipt.opened.get("record"):
            got = json.loads(receipt.opened["record"]["text"]).get("reference")
        if not headed or receipt.leaf["about"] != about or got != reference:
            raise Wrong("it is of another complaint than the page says", receipt.index)
    return {"of": "page", "entries": len(entries), "size": note.size, "root": note.root.hex(),
            "origin": note.origin, "signer": signer.text, "own_key": own, "against": len(against)}


def check_file(path, keys, against):
    with open(path, "rb") as file:
        data = file.read(PAGE_MAX + 1)
    if data[:64].decode("utf-8", "replace").lstrip("\ufeff \t\r\n").lower().startswith("<!doctype html"):
        return check_page(data, keys, against)
    receipt = Receipt(data)
    own = keys is None
    if own:
        if receipt.claimed is None:
            raise Wrong("it names no key: get that of %s and give it with --key" % receipt.note.origin)
        keys = [receipt.claimed]
    signer = receipt.check(keys)
    for name, other in against:
        same = other.origin == receipt.note.origin and other.size == receipt.note.size
        if same and other.root != receipt.note.root:
            other.signer(keys)
            raise Wrong("it and %s are both signed, with different roots: there are two versions of "
                        "this journal" % name, receipt.index)
    leaf = receipt.leaf
    mark = leaf_hash(receipt.leaf_text.encode()).hex()[:32]
    return {"of": "receipt", "entry": leaf["seq"], "kind": leaf["kind"], "mark": mark,
            "recorded_at": utc(leaf["recorded_at"]), "origin": receipt.note.origin,
            "size": receipt.note.size, "signer": signer.text, "own_key": own,
            "opened": receipt.opened is not None}


# -- the command ------------------------------------------------------------------------------

def keys_of(text):
    keys = [Key(line) for line in text.splitlines() if line.strip()]
    if not keys:
        raise Wrong("no public key was given")
    return keys


def given_keys(given):
    try:
        return [Key(given)]
    except Wrong:
        try:
            with open(given, encoding="utf-8") as file:
                return keys_of(file.read())
        except (OSError, ValueError, Wrong):
            raise Usage("%s is neither a public key nor a file of them" % given) from None


def outside(path):
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8").replace("\r\n", "\n")
        if text.startswith(HEADING):
            text = text.partition("\n\n")[2]
        return path, Note(text)
    except (OSError, ValueError, Wrong):
        raise Usage("%s is no checkpoint" % path) from None


def asked(arguments):
    paths, keys, against, as_json, rest = [], None, [], False, list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument in ("--key", "--against") and not rest:
            raise Usage(argument + " needs a value")
        if argument == "--key":
            keys = given_keys(rest.pop(0))
        elif argument == "--against":
            against.append(outside(rest.pop(0)))
        elif argument == "--json":
            as_json = True
        elif argument.startswith("-"):
            raise Usage("there is no option " + argument)
        else:
            paths.append(argument)
    if not paths:
        raise Usage("name a receipt or an exported folder; see --help")
    return paths, keys, against, as_json


def judged(path, keys, against):
    if os.path.isdir(path):
        if not exported(path):
            raise Usage(path + " holds no export")
        return check_folder(path, keys, against)
    if not os.path.isfile(path):
        raise Usage(path + " is not there")
    return check_file(path, keys, against)


def told(path, result):
    if result["of"] == "receipt":
        yield "Entry %(entry)d (%(kind)s) was in the journal %(origin)s when it had %(size)d entries." % result
        yield "It says that it was recorded at %(recorded_at)s. Mark %(mark)s" % result
        if result["opened"]:
            yield "The texts in the file are, letter by letter, what the entry commits to."
        yield "Not proved: that it is still there today, and that what it says is true."
    else:
        yield "%(entries)d entries of %(origin)s are as they were signed. Root %(root)s" % result
        if not result["against"]:
            yield "Nothing kept elsewhere was compared (--against): an old state would look the same."
        if result["of"] == "page":
            yield "Every value that the page shows of an entry is what was recorded; its headings are not proved."
    yield "Signed by " + result["signer"]
    if result["own_key"]:
        yield "The key came with the proof: compare it with the one that the organisation publishes."


def main(arguments):
    if "--help" in arguments or "-h" in arguments:
        print(__doc__)
        return 0
    try:
        paths, keys, against, as_json = asked(arguments)
        bad = 0
        for path in paths:
            try:
                result = judged(path, keys, against)
                answer = dict(result, path=path, proved=True)
                words = ["PROVED  " + path] + list(told(path, result))
            except Wrong as wrong:
                bad = 1
                answer = {"path": path, "proved": False, "first_bad": wrong.entry, "why": wrong.why}
                words = ["NOT PROVED  " + path, "Entry %d: %s" % (wrong.entry, wrong.why)]
            print(json.dumps(answer) if as_json else "\n  ".join(words))
        return bad
    except Usage as usage:
        print("redress_verify.py:", usage, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
