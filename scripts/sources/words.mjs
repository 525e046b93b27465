#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// words.mjs: whether the sources and documents keep to the language of the project.
//
// - A comment of the Rust sources fits into 100 columns, a tab counted as four.
// - A comment does not begin with What, Who, Whose or How: it begins with its noun, or with the verb of a function.
// - It names the role, or says "they": not he, his, him, somebody, nobody, anybody, whoever.
// - The name of a function does so too: none of these words, nor everybody, she, her or told, between its underscores.
// - No comment, name or document uses a word that the project has given up; the list says which word stands for it now.
//   The changelog, which tells what names were before, may.
// - Text of Markdown files fits into 100 columns; tables, code and links may be wider.
// - Every call of a pallet is in the table of its README.
// - Every source begins with its licence.
// - docs/glossary.md defines each term once: a term is the **bold** first cell of a table's row.
// - docs/design.md names only tests that exist.
//
// Files that a tool writes are left out: weights.rs, and those of the SDK's pallets in runtime/src/weights.
//
// Exit code 1 if there is a finding, with a line for each.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callsOf } from './steps.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const WIDTH = 100;
// The node is derived from a template with another licence.
const licence = (path) => (path.startsWith('node/') ? 'GPL-3.0-or-later WITH Classpath-exception-2.0' : 'Apache-2.0');
const OPENING = /^(What|Who|Whose|How)\b/;
const PRONOUN = /\b(he|his|him|himself|somebody|nobody|anybody|whoever)\b/i;
/** The declaration of a function with such a word between the underscores of its name. */
const NAMED = /\bfn (?:\w*?_)?(he|his|him|himself|she|her|somebodys?|nobodys?|anybody|everybody|whoever|told)(?![a-z0-9])/;
/** Words that have been given up, with the one that stands for each. */
const RETIRED = new Map([
  ['judge', 'assess'],
  ['judged', 'assessed'],
  ['judging', 'assessing'],
  ['judgement', 'assessment'],
  ['tallied', 'totalled'],
  ['tallying', 'totalling'],
  ['wiped', 'exhausted'],
  ['sentinel', 'the choice "not covered"'],
]);
const SKIPPED = /(^|\/)(node_modules|target|bench-results|\.git|corpus)(\/|$)|\/weights\.rs$|^runtime\/src\/weights\/(frame|pallet)/;

/** The files at and below a folder whose names end so. */
export const files = (path, end) =>
  readdirSync(join(top, path)).sort().flatMap((name) => {
    const below = path === '' ? name : `${path}/${name}`;
    if (SKIPPED.test(below)) return [];
    return statSync(join(top, below)).isDirectory() ? files(below, end) : below.endsWith(end) ? [below] : [];
  });

/** The words of a comment line; undefined if the line is none. */
const comment = (line) => /^\s*\/\/[\/!]?(?: (.*))?$/.exec(line)?.[1] ?? (/^\s*\/\/[\/!]?$/.test(line) ? '' : undefined);
const width = (line) => line.replace(/\t/g, '    ').length;

/** The retired words in a line, also as parts of names such as `judgedBuy` or `MAX_TALLIED`. */
const retired = (line) =>
  line
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .map((word) => word.toLowerCase())
    .filter((word) => RETIRED.has(word))
    .map((word) => `"${word}" is "${RETIRED.get(word)}" now`);

/** The findings in a Rust source: `[line, what]`. */
export function inSource(text) {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const words = comment(line);
    const found = retired(line);
    if (words === undefined) {
      const named = NAMED.exec(line);
      if (named) found.push(`"${named[1]}" in a name instead of ${named[1] === 'told' ? '"reported"' : 'the role'}`);
      return found.map((what) => [index + 1, what]);
    }
    if (width(line) > WIDTH && !words.startsWith('|')) found.push(`a comment of ${width(line)} columns`);
    const before = index > 0 ? comment(lines[index - 1]) : undefined;
    if ((before === undefined || before === '') && OPENING.test(words)) found.push(`a comment that begins with ${words.split(' ')[0]}`);
    const pronoun = PRONOUN.exec(words);
    if (pronoun) found.push(`"${pronoun[0]}" instead of the role`);
    return found.map((what) => [index + 1, what]);
  });
}

/** The findings in a document: `[line, what]`. A history may use retired words. */
export function inDocument(text, isHistory = false) {
  let isCode = false;
  return text.split('\n').flatMap((line, index) => {
    if (line.startsWith('```')) isCode = !isCode;
    const old = isHistory ? [] : retired(line).map((what) => [index + 1, what]);
    if (isCode || line.startsWith('|')) return old;
    const isWide = width(line) > WIDTH && !/\]\([^)]*\)|https?:\/\//.test(line);
    const pronoun = PRONOUN.exec(line);
    return [...old, ...(isWide ? [[index + 1, `a line of ${width(line)} columns`]] : []), ...(pronoun ? [[index + 1, `"${pronoun[0]}" instead of the role`]] : [])];
  });
}

/** The calls of a pallet that are in no row of a table of its README. */
export function missingCalls(lib, readme) {
  const rows = readme.split('\n').filter((line) => line.startsWith('|'));
  return callsOf(lib).filter((call) => !rows.some((row) => row.includes(`\`${call}\``) || row.includes(`\`${call}(`)));
}

/** The terms of a glossary: `[line, term]`. A term is the first cell of a row, in bold. */
export function termsOf(text) {
  return text.split('\n').flatMap((line, index) => {
    const term = /^\|\s*\*\*(.+?)\*\*\s*\|/.exec(line)?.[1].trim();
    return term === undefined ? [] : [[index + 1, term]];
  });
}

/** The findings in a glossary: rows without a term or its meaning, and terms that are defined twice. `[line, what]`. */
export function inGlossary(text) {
  const lines = text.split('\n');
  const terms = new Map();
  const twice = termsOf(text).flatMap(([line, term]) => {
    const key = term.toLowerCase();
    const first = terms.get(key);
    terms.set(key, first ?? line);
    return first === undefined ? [] : [[line, `"${term}" is defined in line ${first} already`]];
  });
  const poor = lines.flatMap((line, index) => {
    // The head of a table, and the line below it.
    const isHead = /^\|[\s:|-]+\|$/.test(line) || /^\|[\s:|-]+\|$/.test(lines[index + 1] ?? '');
    if (!line.startsWith('|') || isHead) return [];
    const [term, meaning] = line.split('|').slice(1).map((cell) => cell.trim());
    if (!/^\*\*.+\*\*$/.test(term)) return [[index + 1, 'a row without a term in bold']];
    return meaning ? [] : [[index + 1, `${term} has no meaning`]];
  });
  return [...twice, ...poor].sort(([a], [b]) => a - b);
}

/** The tests that a document names and no source has: `[line, what]`. */
export function missingTests(text, sources) {
  const known = new Set(sources.flatMap((source) => [...source.matchAll(/\bfn (\w+_should_\w+)/g)].map(([, name]) => name)));
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/`(\w+_should_\w+)`/g)].filter(([, name]) => !known.has(name)).map(([, name]) => [index + 1, `no test ${name}`]),
  );
}

const read = (path) => readFileSync(join(top, path), 'utf8');

function main() {
  const sources = ['pallets', 'runtime', 'node'].flatMap((folder) => files(folder, '.rs'));
  const found = [
    ...sources.flatMap((path) => inSource(read(path)).map(([line, what]) => `${path}:${line}: ${what}`)),
    ...files('', '.md').flatMap((path) => inDocument(read(path), path === 'CHANGELOG.md').map(([line, what]) => `${path}:${line}: ${what}`)),
    ...inGlossary(read('docs/glossary.md')).map(([line, what]) => `docs/glossary.md:${line}: ${what}`),
    ...missingTests(read('docs/design.md'), sources.map(read)).map(([line, what]) => `docs/design.md:${line}: ${what}`),
    ...readdirSync(join(top, 'pallets'))
      .filter((pallet) => callsOf(read(`pallets/${pallet}/src/lib.rs`)).length > 0)
      .flatMap((pallet) => missingCalls(read(`pallets/${pallet}/src/lib.rs`), read(`pallets/${pallet}/README.md`)).map((call) => `pallets/${pallet}/README.md: no row for the call ${call}`)),
    ...[...sources, ...files('scripts', '.mjs')].filter((path) => !read(path).split('\n', 2).join('\n').includes(`SPDX-License-Identifier: ${licence(path)}`)).map((path) => `${path}: no licence in the first two lines`),
  ];
  for (const line of found) console.error(line);
  console.log(found.length === 0 ? `${sources.length} sources keep to the language of the project.` : `${found.length} findings.`);
  return found.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
