"""The files and folders that a kit changes on a machine, with what each was before: it comes back byte for byte."""

import base64
import json
import os
import re
import sys

STATE = '/var/lib/writ/policies.json'
OWN = re.compile(r'^\.?\d\d-writ-.*\.json(\.new)?$')


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def content(path):
    if not os.path.exists(path):
        return None
    with open(path, 'rb') as file:
        return file.read()


class Machine:
    """The files and folders that were changed, with what each was before."""

    def __init__(self, root):
        self.root = root.rstrip('/')
        self.state = self.root + STATE
        self.changed = load(self.state) if os.path.exists(self.state) else {'files': {}, 'folders': []}
        self.written = set()

    def save(self):
        os.makedirs(os.path.dirname(self.state), mode=0o755, exist_ok=True)
        with open(self.state + '.new', 'w', encoding='utf-8') as file:
            json.dump(self.changed, file, indent=1)
        os.replace(self.state + '.new', self.state)

    def open_folder(self, folder):
        """Makes a folder with those above it, and lets every user's browser look into it."""
        if folder in (self.root, self.root + '/etc', '/'):
            return
        self.open_folder(os.path.dirname(folder))
        if not os.path.isdir(folder):
            os.mkdir(folder)
            os.chmod(folder, 0o755)
            self.changed['folders'].append({'path': folder, 'mode': None})
            return
        mode = os.stat(folder).st_mode & 0o7777
        if mode & 0o055 != 0o055:
            os.chmod(folder, mode | 0o055)
            self.changed['folders'].append({'path': folder, 'mode': mode})

    def before(self, path):
        """The file as it would be without the kit, and its mode: an installation before this one counts for nothing."""
        change = self.changed['files'].get(path)
        if change is not None:
            return without_kit(path, change)
        if OWN.match(os.path.basename(path)) or not os.path.exists(path):
            return None, None
        return content(path), os.stat(path).st_mode & 0o7777

    def write(self, path, data, mine):
        before, mode = self.before(path)
        self.changed['files'][path] = {
            'before': None if before is None else base64.b64encode(before).decode(),
            'mode': mode,
            'wrote': base64.b64encode(data).decode(),
            'mine': mine,
        }
        self.save()
        replace(path, data, 0o644)
        self.written.add(path)

    def put_back(self, paths):
        for path in paths:
            before, mode = self.before(path)
            if before is not None:
                replace(path, before, mode)
            elif os.path.exists(path):
                os.remove(path)
            del self.changed['files'][path]

    def finish(self):
        """Takes away what only the kit before this one had."""
        self.put_back([path for path in self.changed['files'] if path not in self.written])
        self.save()

    def undo(self):
        self.put_back(list(self.changed['files']))
        for folder in reversed(self.changed['folders']):
            close_folder(folder['path'], folder['mode'])
        if os.path.exists(self.state):
            os.remove(self.state)
        below = os.path.dirname(self.state)
        if os.path.isdir(below) and not os.listdir(below):
            os.rmdir(below)


def without_kit(path, change):
    now = content(path)
    before = base64.b64decode(change['before']) if change['before'] is not None else None
    if now is None:
        return None, None
    if now == base64.b64decode(change['wrote']) or OWN.match(os.path.basename(path)):
        return before, change['mode']
    # Somebody has edited it since: only what the kit put in goes.
    mode = os.stat(path).st_mode & 0o7777
    try:
        edited = json.loads(now)
    except ValueError:
        print(path + ' was edited and is not JSON now: take the entries of Writ out of it by hand', file=sys.stderr)
        return now, mode
    without(edited, change['mine'], json.loads(before) if before else {})
    return (json.dumps(edited, indent=2, ensure_ascii=False) + '\n').encode(), mode


def close_folder(folder, mode):
    if not os.path.isdir(folder):
        return
    if mode is not None:
        os.chmod(folder, mode)
    elif not os.listdir(folder):
        os.rmdir(folder)


def replace(path, data, mode):
    """Writes a file whole. What is half written lies one folder above, where no browser looks."""
    above = os.path.dirname(os.path.dirname(path))
    beside = os.path.join(above, '.writ-' + os.path.basename(path) + '.new')
    owner = os.stat(path) if os.path.exists(path) else None
    with open(beside, 'wb') as file:
        file.write(data)
        os.fchmod(file.fileno(), mode)
        if owner is not None:
            os.fchown(file.fileno(), owner.st_uid, owner.st_gid)
    os.replace(beside, path)


def without(now, mine, before):
    """Takes `mine` out of `now`, and puts back what `before` had in its place."""
    for key, value in mine.items():
        had = before.get(key) if isinstance(before, dict) else None
        if key not in now:
            continue
        if isinstance(value, dict) and isinstance(now[key], dict):
            without(now[key], value, had if isinstance(had, dict) else {})
            if not now[key] and not isinstance(had, dict):
                del now[key]
        elif isinstance(value, list) and isinstance(now[key], list):
            kept = had if isinstance(had, list) else []
            now[key] = [entry for entry in now[key] if entry in kept or entry not in value]
            if not now[key] and not isinstance(had, list):
                del now[key]
        elif now[key] == value:
            if had is None:
                del now[key]
            else:
                now[key] = had
