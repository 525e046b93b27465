// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsBetween, circlesOf, filesOf, listed } from '../sources/structure.mjs';

const fn = (name, ...called) => `fn ${name}() { ${called.map((one) => `Self::${one}();`).join(' ')} }`;

test('files of subfolders should be found', () => {
  const all = filesOf('pallets/pools/src');
  for (const file of ['book.rs', 'capital/deposits.rs', 'cover/capacity.rs', 'losses/incidents.rs']) {
    assert.ok(all.includes(`pallets/pools/src/${file}`), file);
  }
});

test('a circle between files of several folders should be found', () => {
  const sources = [
    ['pool.rs', fn('open', 'load')],
    ['book.rs', fn('load', 'required')],
    ['cover/capacity.rs', fn('required', 'taken')],
    ['losses/settlement.rs', fn('taken', 'load')],
    ['losses/shorts.rs', fn('keep', 'taken')],
  ];
  assert.deepEqual(circlesOf(callsBetween(sources)), [['book.rs', 'cover/capacity.rs', 'losses/settlement.rs']]);
});

test('files of one name in several folders should be told apart', () => {
  const sources = [
    ['capital/mod.rs', fn('deposit', 'back')],
    ['cover/mod.rs', fn('back', 'leave')],
    ['losses/mod.rs', fn('leave')],
  ];
  assert.deepEqual(circlesOf(callsBetween(sources)), []);
  const closed = [...sources.slice(0, 2), ['losses/mod.rs', fn('leave', 'deposit')]];
  assert.deepEqual(circlesOf(callsBetween(closed)), [['capital/mod.rs', 'cover/mod.rs', 'losses/mod.rs']]);
});

test('a list of circles should have a reason on each line', () => {
  assert.deepEqual(listed('# none\npools: cover/a.rs losses/b.rs - halves\n'), ['pools: cover/a.rs losses/b.rs']);
  assert.throws(() => listed('pools: cover/a.rs losses/b.rs'));
});
