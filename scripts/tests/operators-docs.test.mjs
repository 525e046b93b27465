// SPDX-License-Identifier: Apache-2.0
// The operators' guides and runbooks: their form, their links, and the commands and flags that they name.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inDocument } from '../sources/words.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const guides = join(top, 'docs/operators');
const node = join(top, 'target/breakwater-node');
const unit = join(top, 'docker/systemd/breakwater-node.service');
const settings = join(top, 'docker/systemd/breakwater-node.env');
const HEADINGS = ['What it means', 'What is at risk', 'First five minutes', 'Mend', 'When it is over', 'Afterwards'];
/** The runbooks that alerts name. */
const RUNBOOKS = [
  'bridge-stalled', 'claims-waiting', 'clock', 'disk', 'feed-stale', 'few-peers', 'few-validators', 'incident', 'memory',
  'node-down', 'pool-full', 'reserve-owes', 'reserve-thin', 'stall', 'validator-suspended',
];

const read = (path) => readFileSync(path, 'utf8');
const documents = (folder) => readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => join(folder, name));
const everything = () => [...documents(guides), ...documents(join(guides, 'runbooks'))];
const nameOf = (path) => relative(top, path);

/** The blocks of code of a document, without the blanks before them. */
function blocksOf(text) {
  const blocks = [];
  let block;
  for (const line of text.split('\n')) {
    if (!/^\s*```/.test(line)) block?.push(line.trim());
    else if (block) {
      blocks.push(block.join('\n'));
      block = undefined;
    } else block = [];
  }
  assert.equal(block, undefined, 'a block of code without its end');
  return blocks;
}

/** The lines of a text without its blocks of code. */
function proseOf(text) {
  let isCode = false;
  return text.split('\n').filter((line) => {
    const isFence = /^\s*```/.test(line);
    if (isFence) isCode = !isCode;
    return !isCode && !isFence;
  });
}

/** The pieces of code between backticks in the prose. */
const piecesOf = (text) => [...proseOf(text).join('\n').matchAll(/`([^`]+)`/g)].map(([, piece]) => piece.replace(/\s+/g, ' '));

/** The name of a heading in a link, as it is made from its text. */
const anchorOf = (heading) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
const anchorsOf = (text) => proseOf(text).flatMap((line) => /^#+ (.*)$/.exec(line)?.slice(1).map(anchorOf) ?? []);

/** The links of a document that lead nowhere. */
function brokenLinks(path, text) {
  return [...proseOf(text).join('\n').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file, anchor] = link.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target === path ? text : read(target)).includes(anchor);
  });
}

/** Programs of which the node's program is a file or a name, and that do not call it. */
const NO_CALL = ['install', 'mv', 'cp', 'sha256sum', 'pgrep', 'ps', 'systemctl', 'journalctl'];

/** The calls of a program in a text of commands: the words after its name, each. */
function callsOf(text, program) {
  const lines = text.replace(/\\\n/g, ' ').split('\n').map((line) => line.replace(/(^|\s)#.*$/, ''));
  return lines.flatMap((line) =>
    line.split(/\||&&|;|>/).flatMap((part) => {
      const words = part.trim().split(/\s+/);
      const at = words.findIndex((word) => word === program || word.endsWith(`/${program}`));
      const isFile = words.slice(0, at).some((word) => NO_CALL.includes(word));
      return at < 0 || isFile ? [] : [words.slice(at + 1)];
    }),
  );
}

/** The settings of the node that a text sets: the words of BREAKWATER_ARGS. */
const argumentsOf = (text) =>
  [...text.matchAll(/^\s*BREAKWATER_ARGS=(.*)$/gm)].map(([, value]) => value.trim().split(/\s+/).filter(Boolean));

/** The flags among words. */
const flagsOf = (words) => words.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.replace(/=.*$/, ''));

test('runbooks should be those that the alerts name', () => {
  const names = documents(join(guides, 'runbooks')).map((path) => path.replace(/^.*\/|\.md$/g, ''));
  assert.deepEqual(names, RUNBOOKS);
});

test('a runbook should have all headings in order, numbered commands and a checklist', () => {
  for (const path of documents(join(guides, 'runbooks'))) {
    const text = read(path);
    const name = nameOf(path);
    assert.deepEqual([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading), HEADINGS, name);
    const section = (heading) => text.split(`## ${heading}\n`)[1].split('\n## ')[0];
    for (const heading of HEADINGS) assert.ok(section(heading).trim().length > 40, `${name}: "${heading}" is empty`);
    assert.ok([...section('First five minutes').matchAll(/^\d\. /gm)].length >= 3, `${name}: fewer than three steps`);
    assert.ok([...section('When it is over').matchAll(/^- \[ \] /gm)].length >= 2, `${name}: no checklist`);
    assert.ok(/^(Critical|Warning|Info)\. /m.test(text), `${name}: no severity`);
  }
});

test('the index should lead to each guide, and the table of alerts to each runbook', () => {
  const index = read(join(guides, 'README.md'));
  for (const path of everything().filter((each) => !each.endsWith('/README.md'))) {
    assert.ok(index.includes(`](${relative(guides, path)})`), `${nameOf(path)} is not in the index`);
  }
});

test('links should lead somewhere', () => {
  for (const path of everything()) assert.deepEqual(brokenLinks(path, read(path)), [], nameOf(path));
});

test('a link that leads nowhere should be found', () => {
  const path = join(guides, 'README.md');
  const links = '[a](#two-words) [b](#three) [c](nothing.md) [d](keys.md#nothing) [e](https://x.org)';
  const text = `# One\n\n## Two words\n${links}\n\`\`\`\n[f](no.md)\n\`\`\`\n`;
  assert.deepEqual(brokenLinks(path, text), ['#three', 'nothing.md', 'keys.md#nothing']);
});

test('documents should keep to the language of the project', () => {
  for (const path of everything()) {
    const text = read(path);
    assert.deepEqual(inDocument(text), [], nameOf(path));
    const found = proseOf(text).filter((line) => /\b(we|you|you'll|your|let's|please|simply)\b/i.test(line));
    assert.deepEqual(found, [], nameOf(path));
  }
});

test('calls of a program should be read from commands', () => {
  const text = 'a -x | /usr/bin/prog key -p # prog no\nsudo prog run \\\n  --two 2 > file\nmv prog prog.old\n';
  assert.deepEqual(callsOf(text, 'prog'), [['key', '-p'], ['run', '--two', '2']]);
  assert.deepEqual(flagsOf(['key', '-p', '--two=2', '2']), ['-p', '--two']);
});

/** The help of the node and of its subcommands. */
function help(...words) {
  const { status, stdout, stderr } = spawnSync(node, [...words, '--help'], { encoding: 'utf8' });
  assert.equal(status, 0, `breakwater-node ${words.join(' ')} --help: ${stderr}`);
  return stdout;
}
/** The subcommands that a text of help names. */
const commandsOf = (text) => {
  const [list] = (text.split('\nCommands:\n')[1] ?? '').split('\n\n');
  return [...list.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
};
/** The flags that a text of help names. */
const knownFlags = (text) =>
  new Set([...text.matchAll(/^ +(-\w\b)?(?:, )?(--[\w-]+)?/gm)].flatMap(([, short, long]) => [short, long]));
const skip = existsSync(node) ? false : `there is no ${nameOf(node)}: build it with ./scripts/run`;

test('subcommands and flags of the node should exist', { skip }, () => {
  const root = help();
  const subcommands = commandsOf(root);
  assert.ok(subcommands.includes('key') && subcommands.includes('purge-chain'), 'the help of the node is read');
  const helps = new Map([['', root]]);
  /** The words that name the subcommand, and its flags; `undefined` if there is none. */
  const subcommandOf = (words) => {
    if (words.length === 0 || /^[-$]/.test(words[0])) return [];
    if (!subcommands.includes(words[0])) return undefined;
    if (words[0] !== 'key') return [words[0]];
    helps.set('key', helps.get('key') ?? help('key'));
    return commandsOf(helps.get('key')).includes(words[1]) ? words.slice(0, 2) : undefined;
  };
  const missing = [];
  let checked = 0;
  const check = (where, words) => {
    const name = subcommandOf(words);
    if (name === undefined) {
      missing.push(`${where}: there is no breakwater-node ${words.slice(0, 2).join(' ')}`);
      return;
    }
    const key = name.join(' ');
    helps.set(key, helps.get(key) ?? help(...name));
    const known = knownFlags(helps.get(key));
    for (const flag of flagsOf(words)) {
      checked += 1;
      if (!known.has(flag)) missing.push(`${where}: breakwater-node ${key} has no ${flag}`);
    }
  };
  for (const path of everything()) {
    const text = read(path);
    for (const block of [...blocksOf(text), ...piecesOf(text)]) {
      for (const words of callsOf(block, 'breakwater-node')) check(nameOf(path), words);
      for (const words of argumentsOf(block)) check(nameOf(path), words);
    }
  }
  const calls = callsOf(read(unit).replace(/^ExecStart=/m, ''), 'breakwater-node');
  const command = calls.find((words) => words.includes('--chain'));
  assert.ok(command, 'the command of the unit is read');
  check(nameOf(unit), command);
  // flags of examples in comments
  for (const [, words] of read(settings).matchAll(/^# {3}(--.*)$/gm)) check(nameOf(settings), words.split(/\s+/));
  assert.ok(checked > 40, `only ${checked} flags were found`);
  assert.deepEqual(missing, []);
});

test('flags of the node in prose should exist', { skip }, () => {
  const all = [help(), help('key', 'generate-node-key'), read(join(top, 'scripts/operator')), read(join(top, 'scripts/feed'))];
  const known = new Set(all.flatMap((text) => [...knownFlags(text)]));
  for (const path of everything()) {
    const flags = piecesOf(read(path)).filter((piece) => piece.startsWith('--')).map((piece) => piece.split(/[\s=]/)[0]);
    assert.deepEqual(flags.filter((flag) => !known.has(flag)), [], nameOf(path));
  }
});

test('commands and flags of scripts/operator should exist', () => {
  const { status, stdout } = spawnSync(join(top, 'scripts/operator'), ['--help'], { encoding: 'utf8' });
  assert.equal(status, 0);
  const known = knownFlags(stdout);
  const commands = new Set([...stdout.matchAll(/\.\/scripts\/operator ([a-z]+)/g)].map(([, name]) => name));
  assert.ok(commands.has('join') && known.has('--secret-file'), 'the help of scripts/operator is read');
  let checked = 0;
  for (const path of everything()) {
    const text = read(path);
    const calls = [...blocksOf(text), ...piecesOf(text)].flatMap((block) => callsOf(block, 'operator'));
    for (const [command, ...words] of calls) {
      if (command === undefined) continue;
      checked += 1;
      if (!command.startsWith('-')) assert.ok(commands.has(command), `${nameOf(path)}: scripts/operator ${command}`);
      const missing = flagsOf([command, ...words]).filter((flag) => !known.has(flag));
      assert.deepEqual(missing, [], `${nameOf(path)}: scripts/operator ${command}`);
    }
  }
  assert.ok(checked > 10, `only ${checked} calls were found`);
});
