// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal, money } from '../replay/report.mjs';

test('money should be written with thousands and decimals', () => {
  const asset = { decimals: 6 };
  assert.equal(money(0n, asset), '0.000000');
  assert.equal(money(1n, asset), '0.000001');
  assert.equal(money(1_234_567_890_123n, asset), '1,234,567.890123');
  assert.equal(money(-5_000_000n, asset), '-5.000000');
});

test('a price should be cut, not rounded', () => {
  assert.equal(decimal(992091830000000000n), '0.99209183');
  assert.equal(decimal(999999999999999999n), '0.99999999');
  assert.equal(decimal(10n ** 18n, 18), '1.000000000000000000');
});
