#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// steps.mjs: whether every call, and every method of the pallets' traits that changes state, is a step of the random sequences.
//
// A pallet's calls and the methods of the traits that it implements have to be in the sequences of its own tests, its calls also in
// the lives of the whole runtime. All is read from the sources. A step is what is called, as `Pools::deposit(`,
// `<Pools as LossSettlement<_>>::settle(` or `Call::deposit {`, in a function that matches on steps, or in one that such a function
// calls. What need not be one stands in steps-exempt.txt, each with its reason; what is there and need not be is told too.
//
// Exit code 1 if something is missing, with a line for each.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** Where the lives of the whole runtime are, and the functions in which something is done. */
const LIVES = {
  files: ['runtime/src/tests/lives.rs', 'runtime/src/tests/random.rs', 'runtime/src/tests/random/court.rs'],
  roots: ['act', 'attend', 'decree', 'heal', 'step'],
};

/** Pallets whose tests share one mock, a chain of all of them: the sequences of one are those of the others. */
const ONE_CHAIN = ['triggers', 'assessment', 'claims'];

/** Rust without comments, and without the content of texts and characters. */
export function bare(text) {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|b?"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\\n]|\\[^\n]{1,8})'/g, (found) =>
    found.startsWith('/') ? ' ' : '""',
  );
}

/** The text from the first `{` at or after `start` to its `}`. */
function block(text, start) {
  const open = text.indexOf('{', start);
  let depth = 0;
  for (let at = open; at >= 0 && at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(open, at + 1);
  }
  return '';
}

/** The functions of bare Rust: `{ name, isMethod, body }`, also those within others, but not those that set up a test. */
export function functionsOf(text) {
  const found = [];
  const setUps = [...text.matchAll(/\bimpl ExtBuilder\b/g)].map(({ index }) => [index, index + block(text, index).length]);
  for (const { 1: name, index } of text.matchAll(/\bfn (\w+)/g)) {
    const rest = text.slice(index);
    // what is only declared ends before a body begins
    const isDeclared = rest[rest.search(/[;{]/)] !== '{';
    if (isDeclared || setUps.some(([from, to]) => index > from && index < to)) continue;
    found.push({ name, isMethod: /^fn \w+(<[^(]*>)?\(\s*(&?\s*(mut\s+)?self)\b/.test(rest), body: block(text, index) });
  }
  return found;
}

/** The names of the calls of a pallet. */
export const callsOf = (lib) => [...bare(lib).matchAll(/#\[pallet::call_index\([^)]*\)\][\s\S]*?\bfn (\w+)/g)].map(([, name]) => name);

/** The methods of the traits of a file: `[trait, method]`. */
export function methodsOf(source) {
  const text = bare(source);
  return [...text.matchAll(/\bpub trait (\w+)/g)].flatMap(({ 1: trait, index }) =>
    [...block(text, index).matchAll(/\bfn (\w+)/g)].map(([, method]) => [trait, method]),
  );
}

/** The traits that a pallet's sources implement for it. */
export const traitsOf = (source) => [...bare(source).matchAll(/\bimpl<[^{]*?> (?:\w+::)*(\w+)(?:<[^{]*?>)? for Pallet<T>/g)].map(([, name]) => name);

/** An arm of a match on steps. */
const ARM = /\b(Step|Act)::\w+(\s*(\([^=;]*?\)|\{[^=;]*?\}))?\s*(\|[^=]*)?=>/;

/**
 * The text in which the steps of some sequences are done: the functions that match on steps, or those named, and all functions of the
 * sequences and the helpers that they call.
 * @param {string[]} sources of the sequences
 * @param {string[]} helpers sources in which functions may be that they call
 */
export function stepsOf(sources, helpers, roots) {
  const own = sources.flatMap((source) => functionsOf(bare(source)));
  const known = [...own, ...helpers.flatMap((source) => functionsOf(bare(source)))];
  const queue = own.filter(({ name, body }) => (roots ? roots.includes(name) : ARM.test(body)));
  const done = new Set(queue);
  for (const { body } of queue) {
    for (const [, before, name] of body.matchAll(/(\.|\w+::|\b)\b(\w+)(?=\()/g)) {
      for (const one of known) {
        // `x.name(` is a method, `name(` is none
        if (one.name !== name || done.has(one) || (before === '.') !== one.isMethod) continue;
        done.add(one);
        queue.push(one);
      }
    }
  }
  return queue.map(({ body }) => body).join('\n');
}

/** Whether a step of the text is a call, or a method of a trait, of a pallet named as in `Pools`. */
export function isStep(text, pallet, name, traits = []) {
  const module = `breakwater_${pallet.toLowerCase()}`;
  const aliases = [...text.matchAll(new RegExp(`\\b${module}::Call as (\\w+)`, 'g'))].map(([, alias]) => alias);
  const calls = [`${module}::Call`, ...aliases.map((alias) => `\\b${alias}`)].join('|');
  const owners = [pallet, ...traits].join('|');
  return [
    `\\b(?:${owners})(?:::<[^(]*?>)?::${name}\\(`,
    `<${pallet} as [^(;]*?>::${name}\\(`,
    `(?:${calls})(?:::<\\w+>)?::${name}\\s*\\{`,
  ].some((pattern) => new RegExp(pattern).test(text));
}

/** The exemptions of a text: `where what reason` a line. */
export function exemptionsOf(text) {
  const found = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, where, what, reason] = /^(\S+)\s+(\S+)\s+(\S.*)$/.exec(line) ?? [];
    if (reason === undefined) throw new Error(`steps-exempt.txt, line ${index + 1}: it is "where what reason".`);
    found.push({ where, what, reason });
  }
  return found;
}

const read = (path) => readFileSync(join(top, path), 'utf8');

/** The Rust files at and below a path. */
function files(path) {
  if (!existsSync(join(top, path))) return [];
  if (!statSync(join(top, path)).isDirectory()) return path.endsWith('.rs') ? [path] : [];
  return readdirSync(join(top, path)).sort().flatMap((name) => files(join(path, name)));
}

/** All that has to be a step: `{ where, what, done }`. */
function wanted() {
  const primitives = files('pallets/primitives/src').flatMap((file) => methodsOf(read(file)));
  const sourcesOf = (pallet) => files(`pallets/${pallet}/src`).filter((file) => dirname(file) === `pallets/${pallet}/src`);
  const pallets = readdirSync(join(top, 'pallets')).filter((name) => /#\[frame_support::pallet\]/.test(read(`pallets/${name}/src/lib.rs`)));
  const lives = stepsOf(
    LIVES.files.map(read),
    files('runtime/src/tests').filter((file) => !LIVES.files.includes(file)).map(read),
    LIVES.roots,
  );
  const found = [];
  for (const pallet of pallets) {
    const isSequence = (file) => /\/tests\/(invariants\w*\.rs|model\.rs|model\/.*)$/.test(file);
    const isHelper = (file) => /\/tests\/(mock\.rs|mock\/.*)$/.test(file);
    const all = (ONE_CHAIN.includes(pallet) ? ONE_CHAIN : [pallet]).flatMap((one) => files(`pallets/${one}/src/tests`));
    const text = stepsOf(all.filter(isSequence).map(read), all.filter(isHelper).map(read));
    const name = `${pallet[0].toUpperCase()}${pallet.slice(1)}`;
    const traits = sourcesOf(pallet).flatMap((file) => traitsOf(read(file)));
    for (const call of callsOf(read(`pallets/${pallet}/src/lib.rs`))) {
      const what = `${pallet}.${call}`;
      found.push({ where: pallet, what, done: isStep(text, name, call) });
      found.push({ where: 'lives', what, done: isStep(lives, name, call) });
    }
    for (const [trait, method] of primitives.filter(([trait]) => traits.includes(trait))) {
      found.push({ where: pallet, what: `${trait}.${method}`, done: isStep(text, name, method, [trait]) });
    }
  }
  return found;
}

function main() {
  const exempt = exemptionsOf(readFileSync(new URL('./steps-exempt.txt', import.meta.url), 'utf8'));
  const all = wanted();
  const covers = (exemption, { where, what }) => exemption.what === what && (exemption.where === where || exemption.where === 'all');
  const isExempt = (one) => exempt.some((exemption) => covers(exemption, one));
  const missing = all.filter((one) => !one.done && !isExempt(one));
  for (const { where, what } of missing) {
    console.error(where === 'lives' ? `${what} is no step of the runtime's lives.` : `${what} is no step of the random sequences of ${where}.`);
  }
  const idle = exempt.filter((exemption) => !all.some((one) => !one.done && covers(exemption, one)));
  for (const { where, what } of idle) console.error(`steps-exempt.txt: ${what} in ${where} is a step by now, or is not there at all.`);
  const done = all.filter((one) => one.done).length;
  console.log(`${done} calls and methods are steps of the random sequences, ${all.length - done - missing.length} need not be.`);
  return missing.length + idle.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
