// SPDX-License-Identifier: Apache-2.0
// The checks of language and structure, on texts that break them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsBetween, circlesOf, listed } from '../sources/structure.mjs';
import { inDocument, inGlossary, inSource, missingCalls, missingTests, termsOf } from '../sources/words.mjs';

test('a comment that is too wide, begins with a question or says he is found', () => {
  assert.deepEqual(inSource('/// The pool.\nfn pool() {}\n'), []);
  assert.deepEqual(inSource(`\t/// ${'x'.repeat(93)}\n`), [[1, 'a comment of 101 columns']]);
  assert.deepEqual(inSource('/// What is locked.\n'), [[1, 'a comment that begins with What']]);
  assert.deepEqual(inSource('/// The part of the price\n/// What is called so.\n'), []);
  assert.deepEqual(inSource('/// The holder and his claim.\n'), [[1, '"his" instead of the role']]);
  assert.deepEqual(inSource('let s = "what his";\n'), []);
});

test('a name of a function that says nobody instead of the role is found', () => {
  const found = (word) => [[1, `"${word}" in a name instead of the role`]];
  assert.deepEqual(inSource('fn incident_should_end_when_nobody_votes() {\n'), found('nobody'));
  assert.deepEqual(inSource('\tpub(super) fn somebody<T: Config>() {}\n'), found('somebody'));
  assert.deepEqual(inSource('fn steps_should_change_nobodys_share(\n'), found('nobodys'));
  assert.deepEqual(inSource('fn account_should_not_be_his() {}\n'), found('his'));
  assert.deepEqual(inSource('fn crash_should_be_told_once() {}\n'), [[1, '"told" in a name instead of "reported"']]);
  assert.deepEqual(inSource('fn other_history_should_be_there() {}\nlet nobody = told();\n// fn nobody_knows\n'), []);
});

test('a line of a document that is too wide is found outside of tables, code and links', () => {
  const wide = 'x'.repeat(101);
  assert.deepEqual(inDocument(`${wide}\n`), [[1, 'a line of 101 columns']]);
  assert.deepEqual(inDocument(`| ${wide} |\n\`\`\`\n${wide}\n\`\`\`\n[x](${wide})\n`), []);
});

test('a retired word is found in comments, names and documents, but not in a history', () => {
  const found = '"judged" is "assessed" now';
  assert.deepEqual(inSource('/// A judged product.\n'), [[1, found]]);
  assert.deepEqual(inSource('fn judged_buy() {}\nlet x = isJudged;\n'), [[1, found], [2, found]]);
  assert.deepEqual(inSource('let prejudged = 1;\n'), []);
  assert.deepEqual(inDocument('| judged |\n'), [[1, found]]);
  assert.deepEqual(inDocument('It is judged.\n', true), []);
});

test('a call without a row of its README is found', () => {
  const lib = '#[pallet::call_index(0)]\npub fn buy() {}\n#[pallet::call_index(1)]\npub fn sell() {}';
  assert.deepEqual(missingCalls(lib, '| `buy` | x |\n`sell` is said elsewhere'), ['sell']);
});

const GLOSSARY = '# Glossary\n\n| term | meaning | unit |\n|---|---|---|\n| **cover** | An amount. | amount |\n| **holder** | An account. | |\n';

test('each term of a glossary is read, and one that is defined twice is found', () => {
  assert.deepEqual(termsOf(GLOSSARY), [[5, 'cover'], [6, 'holder']]);
  assert.deepEqual(inGlossary(GLOSSARY), []);
  const twice = `${GLOSSARY}\n## More\n\n| term | meaning | unit |\n|---|---|---|\n| **Cover** | Another one. | |\n`;
  assert.deepEqual(inGlossary(twice), [[12, '"Cover" is defined in line 5 already']]);
});

test('a row of a glossary without a term or a meaning is found', () => {
  assert.deepEqual(inGlossary(`${GLOSSARY}| policy | A record. | |\n| **line** | | |\n`), [
    [7, 'a row without a term in bold'],
    [8, '**line** has no meaning'],
  ]);
});

test('a test that a document names and no source has is found', () => {
  const sources = ['#[test]\nfn one_should_be_there() {}\n', 'proptest! { fn two_should_hold(n in 0..9) {} }'];
  assert.deepEqual(missingTests('`one_should_be_there` and\n`two_should_hold`, `three_should_not`\n', sources), [[2, 'no test three_should_not']]);
});

test('a circle between files is found, and events make none', () => {
  const sources = [
    ['a.rs', 'fn one() { Self::two(); Self::deposit_event(e) }'],
    ['b.rs', 'fn two() { Self::three() }'],
    ['c.rs', 'fn three() { Self::one() } fn deposit_event() {}'],
    ['d.rs', 'fn four() { Self::one() }'],
  ];
  assert.deepEqual(circlesOf(callsBetween(sources)), [['a.rs', 'b.rs', 'c.rs']]);
  assert.deepEqual(listed('# x\npools: a.rs b.rs - a reason\n'), ['pools: a.rs b.rs']);
  assert.throws(() => listed('pools: a.rs b.rs\n'), /a reason|reason/);
});
