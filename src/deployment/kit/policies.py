"""Puts the kit's policies beside those that a machine has, and takes them away again, exactly.

usage: policies.py install|remove [--root DIR]

Chromiums read every file of a folder: the kit's files go beside the others. Firefox reads one file: the kit's entries are merged
into it, key by key. Everything that was there before is kept in /var/lib/writ, and comes back byte for byte; where somebody has edited a
file since, only the kit's own entries are taken out of it.
"""

import json
import os
import sys

# The kit's folder stays as it is.
sys.dont_write_bytecode = True
from machine import OWN, Machine, content, load  # noqa: E402

LISTS = {'dict': 'PolicyDictionaryMultipleSourceMergeList', 'list': 'PolicyListMultipleSourceMergeList'}


def merge(there, mine):
    """Puts `mine` into `there`, key by key; lists are joined, and other values are ours."""
    for key, value in mine.items():
        if isinstance(value, dict) and isinstance(there.get(key), dict):
            merge(there[key], value)
        elif isinstance(value, list) and isinstance(there.get(key), list):
            there[key] += [entry for entry in value if entry not in there[key]]
        else:
            there[key] = json.loads(json.dumps(value))


def install_chromium(machine, source, folder):
    machine.open_folder(folder)
    names = sorted(os.listdir(source))
    own = {name: load(os.path.join(source, name)) for name in names}
    others = read_others(folder)
    joined = merge_lists(own, others)
    for name in names:
        machine.write(os.path.join(folder, name), content(os.path.join(source, name)), {})
    if joined:
        data = (json.dumps(joined, indent=2) + '\n').encode()
        machine.write(os.path.join(folder, '90-writ-merge.json'), data, {})
    for name in os.listdir(folder):
        # A run that was ended, or an older kit, has left it.
        path = os.path.join(folder, name)
        if OWN.match(name) and path not in machine.written and path not in machine.changed['files']:
            os.remove(path)
    warn(folder, {**own, '90-writ-merge.json': joined}, others, joined)


def read_others(folder):
    others = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if OWN.match(name) or not os.path.isfile(path):
            continue
        try:
            others[name] = load(path)
        except ValueError:
            print('cannot look into ' + path + ': check it with "writ policy check"', file=sys.stderr)
    return {name: policies for name, policies in others.items() if isinstance(policies, dict)}


def merge_lists(own, others):
    """The policies that have Chromium join what the kit and the site both set, with those that the site has joined already."""
    joined = {}
    for kind, name in LISTS.items():
        both = {
            policy
            for policies in own.values()
            for policy, value in policies.items()
            if isinstance(value, dict if kind == 'dict' else list)
            and (kind == 'list' or policy == 'ExtensionSettings')
            and any(policy in other for other in others.values())
        }
        sites = [policy for other in others.values() for policy in other.get(name, [])]
        if both:
            joined[name] = sorted(both.union(sites))
    return joined


def warn(folder, own, others, joined):
    merged = {policy for list in joined.values() for policy in list}
    for policy in {policy for policies in own.values() for policy in policies} - merged - {'3rdparty'}:
        last = max(name for name, policies in own.items() if policy in policies)
        for name, policies in others.items():
            if policy in policies and name > last:
                print(os.path.join(folder, name) + ' sets ' + policy + ' too, and wins', file=sys.stderr)


def install_firefox(machine, source, path):
    mine = load(source)
    there, _ = machine.before(path)
    try:
        policies = json.loads(there.decode('utf-8')) if there is not None else None
        if there is not None and not isinstance(policies.get('policies'), dict):
            raise ValueError('it has no object "policies"')
    except (ValueError, AttributeError) as error:
        sys.exit(path + ' is there, and Firefox does not read it (' + str(error) + '): mend it or move it first')
    machine.open_folder(os.path.dirname(path))
    if policies is None:
        return machine.write(path, content(source), mine)
    merge(policies, mine)
    machine.write(path, (json.dumps(policies, indent=2, ensure_ascii=False) + '\n').encode(), mine)


def main(arguments):
    verb = arguments[0] if arguments else ''
    root = arguments[2] if len(arguments) == 3 and arguments[1] == '--root' else ''
    if verb not in ('install', 'remove') or len(arguments) not in (1, 3) or (len(arguments) == 3 and not root):
        sys.exit(__doc__.split('\n\n')[1])
    os.umask(0o022)
    kit = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    machine = Machine(root)
    if verb == 'remove':
        return machine.undo()
    try:
        for place in load(os.path.join(kit, 'linux', 'places.json'))['writ']:
            source = os.path.join(kit, place['from'])
            install = install_firefox if place['browser'] == 'firefox' else install_chromium
            install(machine, source, machine.root + place['to'])
        machine.finish()
    except BaseException:
        # Half of a kit would be worse than none: what was there comes back.
        machine.undo()
        raise


main(sys.argv[1:])
