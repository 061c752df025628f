# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who cannot see the window: finds controls by role and name, presses them, and types. `visit` starts it.

person.py SERVER LOGIN PASSWORD FOLDER      ends with 1 and a sentence as soon as something is not as it must be
"""
import pathlib
import subprocess
import sys
import time

import pyatspi

PATIENCE = 60  # seconds for anything to appear
MOST_CHILDREN = 300  # of one list: its rows are alike
PLACES = ["Today", "Accounts", "Contacts", "Leads", "Quotes", "Orders", "Prices", "Approvals", "Inbox"]
# What a person can do something with. A combo box is named by its label (a relation) or by what is chosen.
CONTROLS = {"push button", "toggle button", "check box", "radio button", "text", "password text", "combo box", "list", "table",
            "tree", "tree table", "slider", "spin button", "page tab", "menu item", "link", "list item"}


class Never(Exception):
    """What a person waited for did not come."""


def application():
    for each in pyatspi.Registry.getDesktop(0):
        if each is not None and each.name == "satchel":
            return each
    return None


def showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def nodes():
    """Everything in sight, in reading order; what goes away meanwhile is left out."""
    root = application()
    waiting = [] if root is None else [child for child in root if child is not None and child.childCount]
    windows = set(map(hash, waiting))
    while waiting:
        node = waiting.pop(0)
        try:
            if hash(node) not in windows and not showing(node):
                continue
            yield node
            waiting[:0] = [node.getChildAtIndex(i) for i in range(min(node.childCount, MOST_CHILDREN))]
        except Exception:  # the bus tells in many ways that a node has gone
            continue


def found(role, name):
    for node in nodes():
        try:
            if node.getRoleName() == role and (name(node.name) if callable(name) else node.name == name):
                return node
        except Exception:
            continue
    return None


def until(look, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        result = look()
        if result:
            return result
        time.sleep(0.05)
    raise Never(what)


def control(role, name):
    return until(lambda: found(role, name), f"There is no {role} \"{name if not callable(name) else name.__name__}\".")


def press(role, name):
    def once():
        node = found(role, name)
        if node is None or not node.getState().contains(pyatspi.STATE_ENABLED):
            return False
        actions = node.queryAction()
        names = [actions.getName(i) for i in range(actions.nActions)]
        for wanted in ("Press", "Toggle"):
            if wanted in names:
                return actions.doAction(names.index(wanted))
        return False

    until(once, f"The {role} \"{name}\" cannot be pressed.")


def fill(role, name, text):
    until(lambda: control(role, name).queryEditableText().setTextContents(text), f"\"{name}\" cannot be filled in.")


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def typed(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def focused():
    """The name of what has the keyboard, "" for nothing."""
    for node in nodes():
        try:
            if node.getState().contains(pyatspi.STATE_FOCUSED) and node.getRoleName() not in ("frame", "application"):
                return node.name
        except Exception:
            continue
    return ""


def has_keyboard(node):
    return node.getState().contains(pyatspi.STATE_FOCUSED)


def is_labelled(node):
    return any(relation.getRelationType() == pyatspi.RELATION_LABELLED_BY for relation in node.getRelationSet())


def nameless():
    wrong = []
    for node in nodes():
        try:
            if node.getRoleName() in CONTROLS and not node.name.strip() and not is_labelled(node):
                wrong.append(f"{node.getRoleName()} in {[parent.name for parent in ancestors(node) if parent.name]}")
        except Exception:
            continue
    return wrong


def ancestors(node):
    while node is not None and node.getRoleName() != "application":
        node = node.parent
        if node is not None:
            yield node


def tell(sentence):
    print(sentence, flush=True)


def sign_in(server, login, password):
    fill("text", "Server", server)
    fill("text", "Login", login)
    fill("password text", "Password", password + "?")
    press("push button", "Sign in")
    control("label", lambda text: "password" in text.lower() and text.endswith("."))
    tell("a wrong password is said in words")
    fill("password text", "Password", password)
    press("push button", "Sign in")
    control("frame", lambda name: name.startswith("Today"))
    control("push button", lambda name: name.startswith("Synced"))
    tell("signed in; today's page is there and everything is synced")


def look_around():
    for place in PLACES:
        press("check box", lambda name: name == place or name.startswith(place + ","))
        control("label", place)
        until(lambda: focused() or place in ("Approvals", "Inbox"), f"In {place} nothing has the keyboard.")
        wrong = nameless()
        if wrong:
            raise Never(f"{place} has controls without a name: {'; '.join(wrong)}")
    tell(f"{len(PLACES)} places, and every control in them has a name")


def write_quote(folder):
    press("check box", "Quotes")
    press("push button", "New quote")
    until(lambda: has_keyboard(control("text", "Customer of the new quote")), "The new quote does not ask for its customer.")
    typed("Energ")
    keys("Return")
    control("label", "Title: empty")
    control("table cell", "Product, ")
    for product, quantity in (("CP-F125", "10"), ("BV-S065", "12")):
        typed(product)
        keys("Return")
        control("table cell", f"Product, {product}")
        typed(quantity)
        keys("Return")
        control("table cell", f"Quantity, {quantity}")
    control("table cell", "Amount, 392.40")
    control("label", lambda name: name.startswith("Total: "))
    number = until(lambda: found("label", lambda name: name.startswith("Q-")), "The quote has no number.").name
    tell(f"quote {number} has two lines and a total")
    press("push button", "Hand over")
    fill("text", "Folder", str(folder))
    until(lambda: len(list_named("push button", "Hand over")) == 2, "Nothing asks before the quote is handed over.")
    do(list_named("push button", "Hand over")[-1])
    until(lambda: sorted(path.suffix for path in folder.iterdir()) == [".eml", ".pdf", ".xlsx"],
          f"The papers are not in the folder: {[path.name for path in folder.iterdir()]}")
    control("push button", "Accepted")
    tell("it is handed over: mail draft, PDF and spreadsheet are in the folder")


def list_named(role, name):
    return [node for node in nodes() if node.getRoleName() == role and node.name == name]


def do(node):
    actions = node.queryAction()
    actions.doAction([actions.getName(i) for i in range(actions.nActions)].index("Press"))


def decide_conflict():
    press("check box", lambda name: name.startswith("Inbox"))
    mine = until(lambda: found("push button", lambda name: name.startswith("Use ")), "The inbox offers no other value.").name
    press("push button", mine)
    control("check box", "Inbox")  # nothing waits there any more
    press("push button", lambda name: name.startswith(("Synced", "1 change", "Syncing")))
    press("push button", "Sync now")
    control("push button", "Synced just now")
    tell(f"a conflict is decided with \"{mine}\", and synced")


def main():
    server, login, password, folder = sys.argv[1:]
    try:
        until(application, "The program is not on the accessibility bus.")
        sign_in(server, login, password)
        look_around()
        write_quote(pathlib.Path(folder))
        decide_conflict()
    except Never as sentence:
        print(f"{sentence}\nIn sight:", file=sys.stderr)
        for node in nodes():
            if node.name:
                print(f"  {node.getRoleName()} \"{node.name}\"", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
