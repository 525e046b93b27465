#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// structure.mjs: figures of the pallets' structure, and the circles between the files of each.
//
// Prints, for each pallet, its files and lines, its largest file, functions above 60 lines, storage items, errors, events, items of its
// Config and lines of its mocks; then the contracts, the comments, and the circles: files of a pallet whose functions call each other
// round and round. Which file calls which is read from `Self::name(` in the sources, without tests and benchmarks.
//
//   --check   only the circles, against the list in structure-circles.txt
//
// Exit code 1 with --check if a circle is not in the list, or one of the list is not there any more.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bare, functionsOf } from './steps.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(top, path), 'utf8');

/** The Rust files at and below a folder. */
export const filesOf = (path) =>
  statSync(join(top, path)).isDirectory()
    ? readdirSync(join(top, path)).sort().flatMap((name) => filesOf(join(path, name)))
    : path.endsWith('.rs') ? [path] : [];

const isWork = (path) => !/\/tests\/|\/tests\.rs$|\/testing\/|benchmark|\/weights\.rs$/.test(path);
const lines = (text) => text.split('\n').length - 1;

/** The files of a pallet that call each other's functions: a map from a file to the files that it calls. All of them emit events. */
export function callsBetween(sources) {
  const homes = new Map();
  for (const [file, text] of sources) {
    for (const { name } of functionsOf(bare(text))) homes.set(name, [...(homes.get(name) ?? []), file]);
  }
  const calls = new Map();
  for (const [file, text] of sources) {
    const called = [...bare(text).matchAll(/\b(?:Self|Pallet::<T>)::(?!deposit_event\b)(\w+)\s*(?:::<[^(]*>)?\(/g)].map(([, name]) => name);
    // a name that several files have is not told apart
    const others = called.map((name) => homes.get(name) ?? []).filter((home) => home.length === 1).map(([home]) => home);
    calls.set(file, new Set(others.filter((other) => other !== file)));
  }
  return calls;
}

/** The circles of a graph: the sets of files that reach each other, by Tarjan's algorithm. */
export function circlesOf(calls) {
  const [index, low, stack, circles] = [new Map(), new Map(), [], []];
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const other of calls.get(file) ?? []) {
      if (!index.has(other)) visit(other);
      if (stack.includes(other)) low.set(file, Math.min(low.get(file), low.get(other)));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const file of calls.keys()) if (!index.has(file)) visit(file);
  return circles;
}

/** The variants of an enum of a pallet, such as `Error`. */
function variants(text, name) {
  const start = bare(text).search(new RegExp(`\\bpub enum ${name}\\b`));
  if (start < 0) return 0;
  let [depth, count, fresh] = [0, 0, true];
  for (const [token] of bare(text).slice(start).slice(bare(text).slice(start).indexOf('{')).matchAll(/[{}(),]|#\[[^\]]*\]|\w+/g)) {
    if (token === '{' || token === '(') depth += 1;
    else if (token === '}' || token === ')') depth -= 1;
    else if (depth === 1 && token === ',') fresh = true;
    else if (depth === 1 && fresh && /^\w/.test(token)) [count, fresh] = [count + 1, false];
    if (depth === 0) break;
  }
  return count;
}

/** The figures of a pallet. */
function figures(pallet) {
  const all = filesOf(`pallets/${pallet}/src`);
  const work = all.filter(isWork).map((file) => [file.replace(`pallets/${pallet}/src/`, ''), read(file)]);
  const [largest, text] = work.reduce((a, b) => (lines(b[1]) > lines(a[1]) ? b : a));
  // The attribute that names deposit_event stands before the events, which are no function's body.
  const long = work.flatMap(([file, source]) => functionsOf(bare(source)).filter(({ name, body }) => name !== 'deposit_event' && lines(body) > 60).map(({ name }) => `${file} ${name}`));
  const joined = work.map(([, source]) => source).join('\n');
  const count = (pattern) => [...bare(joined).matchAll(pattern)].length;
  const config = /\bpub trait Config\b[^{]*\{([\s\S]*?)\n\t\}/.exec(bare(joined))?.[1] ?? '';
  return {
    pallet,
    files: work.length,
    lines: work.reduce((sum, [, source]) => sum + lines(source), 0),
    largest: `${largest} ${lines(text)}`,
    long: long.length,
    calls: count(/#\[pallet::call_index/g),
    storage: count(/#\[pallet::storage\]/g),
    errors: variants(joined, 'Error'),
    events: variants(joined, 'Event'),
    config: [...config.matchAll(/^\s*(type|const) /gm)].length,
    mocks: all.filter((file) => /mock/.test(file)).reduce((sum, file) => sum + lines(read(file)), 0),
    circles: circlesOf(callsBetween(work)),
  };
}

/** The contracts: `[trait, methods, most arguments]`. */
function contracts() {
  const text = filesOf('pallets/primitives/src').filter(isWork).map((file) => bare(read(file))).join('\n');
  return [...text.matchAll(/\bpub trait (\w+)[^{]*\{([\s\S]*?)\n\}/g)].map(([, name, body]) => {
    const methods = [...body.matchAll(/\bfn \w+(?:<[^(]*>)?\(([\s\S]*?)\)\s*(?:->|;|\{|where)/g)];
    const most = Math.max(0, ...methods.map(([, list]) => list.split(/,(?![^<(]*[>)])/).filter((one) => /:/.test(one)).length));
    return [name, methods.length, most];
  });
}

function comments() {
  const all = ['pallets', 'runtime/src', 'node/src'].flatMap(filesOf).filter((file) => !file.endsWith('/weights.rs')).map(read).join('\n').split('\n');
  const is = (pattern) => all.filter((line) => pattern.test(line)).length;
  // a tab is as wide as rustfmt makes it
  const width = (line) => line.replace(/\t/g, '    ').length;
  return {
    'doc comments that begin with What, Who, Whether or How': is(/^\s*\/\/[\/!] (What|Who|Whose|Whether|How)\b/),
    'comments with he, his, him, somebody, nobody, anybody, whoever': is(/^\s*\/\/.*\b(he|his|him|somebody|nobody|anybody|whoever)\b/i),
    'comment lines over 100 columns': all.filter((line) => /^\s*\/\//.test(line) && width(line) > 100).length,
    'comment lines over 120 columns': all.filter((line) => /^\s*\/\//.test(line) && width(line) > 120).length,
    'allow(clippy::too_many_arguments)': is(/too_many_arguments/),
  };
}

/** The circles of a list: `pallet: file file … - reason` a line. */
export function listed(text) {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => {
    const [, circle, reason] = /^(\S+: .*?) +- +(\S.*)$/.exec(line) ?? [];
    if (reason === undefined) throw new Error(`structure-circles.txt: "${line}" is not "pallet: files - reason".`);
    return circle;
  });
}

/** Compares the circles with those that have a reason. */
function check(found) {
  const known = listed(readFileSync(new URL('./structure-circles.txt', import.meta.url), 'utf8'));
  const fresh = found.filter((circle) => !known.includes(circle));
  const gone = known.filter((circle) => !found.includes(circle));
  for (const circle of fresh) console.error(`These files call each other round and round, without a reason in structure-circles.txt: ${circle}`);
  for (const circle of gone) console.error(`structure-circles.txt has a circle that is not there any more: ${circle}`);
  console.log(`${found.length} circles between files of a pallet, each with its reason.`);
  return fresh.length + gone.length === 0 ? 0 : 1;
}

function main(options) {
  // the crate of the mocks has no work of its own
  const pallets = readdirSync(join(top, 'pallets')).filter((pallet) => filesOf(`pallets/${pallet}/src`).some(isWork)).map(figures);
  const found = pallets.flatMap(({ pallet, circles }) => circles.map((circle) => `${pallet}: ${circle.join(' ')}`));
  if (options.includes('--check')) return check(found);
  const rows = pallets.map(({ pallet, circles, ...rest }) => [pallet, { ...rest, circles: circles.map(({ length }) => length).join(' ') }]);
  console.table(Object.fromEntries(rows));
  console.table(Object.fromEntries(contracts().map(([name, methods, most]) => [name, { methods, 'most arguments': most }])));
  for (const [what, count] of Object.entries(comments())) console.log(`${what}: ${count}`);
  for (const circle of found) console.log(`circle in ${circle}`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
