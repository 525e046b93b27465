// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Averages, ceilDiv, expected, incidents, payoutOf } from '../replay/expected/payouts.mjs';

const ONE = 10n ** 18n;
const SECOND = 1_000n;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;

/** Rounds from pairs of seconds and prices in percent. */
const table = (...pairs) => pairs.map(([s, percent]) => ({ time: BigInt(s) * SECOND, price: (BigInt(percent) * ONE) / 100n }));

/** 10 s of window, 20 s of duration, threshold 0.9. */
const TERMS = { window: 10n * SECOND, threshold: (9n * ONE) / 10n, duration: 20n * SECOND, waiting: 5n * SECOND, payout: 'full' };

test('division should round up', () => {
  assert.equal(ceilDiv(7n, 2n), 4n);
  assert.equal(ceilDiv(8n, 2n), 4n);
  assert.equal(ceilDiv(0n, 2n), 0n);
});

test('the average should be the area under the steps', () => {
  // 1.00 until 100 s, then 0.50: five seconds later the last ten were half and half
  const averages = new Averages(table([0, 100], [100, 50]), 10n * SECOND);
  assert.equal(averages.weight(100n * SECOND), ONE * 10n * SECOND);
  assert.equal(averages.weight(105n * SECOND), ((3n * ONE) / 4n) * 10n * SECOND);
  assert.equal(averages.weight(110n * SECOND), (ONE / 2n) * 10n * SECOND);
});

test('the crossing should be exact when it falls on a millisecond', () => {
  // 1 - 0.5 x/10 = 0.9 at x = 2 s
  const sides = new Averages(table([0, 100], [100, 50]), 10n * SECOND).crossings(TERMS.threshold, 200n * SECOND);
  assert.deepEqual(sides, [
    { time: 10n * SECOND, breached: false },
    { time: 102n * SECOND, breached: true },
  ]);
});

test('the crossing should be rounded up to a millisecond', () => {
  // 1 - 0.7 x/10 = 0.9 at x = 1.42857… s
  const sides = new Averages(table([0, 100], [100, 30]), 10n * SECOND).crossings(TERMS.threshold, 200n * SECOND);
  assert.equal(sides[1].time, 101_429n);
});

test('an average that touches the threshold should be a breach', () => {
  const sides = new Averages(table([0, 100], [100, 90]), 10n * SECOND).crossings(TERMS.threshold, 200n * SECOND);
  assert.deepEqual(sides.at(-1), { time: 110n * SECOND, breached: true });
});

test('a recovery should begin one millisecond after the last moment at the threshold', () => {
  // 0.5 until 200 s, then 1.0: 0.5 + 0.5 x/10 = 0.9 at x = 8 s
  const sides = new Averages(table([0, 100], [100, 50], [200, 100]), 10n * SECOND).crossings(TERMS.threshold, 300n * SECOND);
  assert.deepEqual(sides.at(-1), { time: 208_001n, breached: false });
});

test('the lowest average should be found inside the span and rounded up', () => {
  // a dip of 4 s to 0.50 inside a window of 10 s: 0.8 at its end
  const dip = new Averages(table([0, 100], [100, 50], [104, 100]), 10n * SECOND);
  assert.equal(dip.lowest(90n * SECOND, 130n * SECOND), (8n * ONE) / 10n);
  // a third: 1 - 0.7 * 1/3 has no end in decimals
  const third = new Averages(table([0, 100], [100, 30], [101, 100]), 3n * SECOND);
  assert.equal(third.lowest(90n * SECOND, 130n * SECOND), 766666666666666667n);
});

test('a breach that lasts should be upheld with its binding average', () => {
  const found = incidents(table([0, 100], [100, 50]), TERMS, 200n * SECOND);
  assert.deepEqual(found, [
    { occurredAt: 102n * SECOND, endsAt: 122n * SECOND, upheld: true, worst: ONE / 2n },
  ]);
});

test('a breach that recovers in time should be rejected', () => {
  const found = incidents(table([0, 100], [100, 50], [110, 100]), TERMS, 200n * SECOND);
  assert.equal(found.length, 1);
  assert.equal(found[0].upheld, false);
  assert.equal(found[0].endsAt, 118_001n);
});

test('a breach that recovers in the millisecond in which it is complete should be upheld', () => {
  // complete at 122 s; 0.5 + 0.5 x/10 is above 0.9 one millisecond after x = 8 s
  const upheld = incidents([...table([0, 100], [100, 50]), { time: 113_999n, price: ONE }], TERMS, 200n * SECOND);
  assert.equal(upheld[0].upheld, true);
  const rejected = incidents([...table([0, 100], [100, 50]), { time: 113_998n, price: ONE }], TERMS, 200n * SECOND);
  assert.equal(rejected[0].upheld, false);
});

test('a price that is broken from the beginning should open nothing before it has recovered', () => {
  const found = incidents(table([0, 50], [100, 100], [200, 50]), TERMS, 300n * SECOND);
  assert.equal(found.length, 1);
  assert.equal(found[0].occurredAt, 202n * SECOND);
});

test('a breach should stay open while the table ends before the duration', () => {
  const found = incidents(table([0, 100], [100, 50]), TERMS, 121n * SECOND);
  assert.equal(found[0].upheld, undefined);
});

test('a second breach should count only after the same time of recovery', () => {
  // recovered at 208.001 s; armed again at 228.001 s
  const soon = incidents(table([0, 100], [100, 50], [200, 100], [220, 50]), TERMS, 400n * SECOND);
  assert.equal(soon.length, 1);
  const later = incidents(table([0, 100], [100, 50], [200, 100], [240, 50]), TERMS, 400n * SECOND);
  assert.equal(later.length, 2);
  assert.equal(later[1].occurredAt, 242n * SECOND);
});

test('a linear payout should be rounded down', () => {
  const curve = { attachment: (97n * ONE) / 100n, exhaustion: (90n * ONE) / 100n };
  assert.equal(payoutOf(1_000_000n, curve, (98n * ONE) / 100n), 0n);
  assert.equal(payoutOf(1_000_000n, curve, (97n * ONE) / 100n), 0n);
  assert.equal(payoutOf(1_000_000n, curve, (90n * ONE) / 100n), 1_000_000n);
  assert.equal(payoutOf(1_000_000n, curve, (88n * ONE) / 100n), 1_000_000n);
  // 0.05 of 0.07: 714285.714…
  assert.equal(payoutOf(1_000_000n, curve, (92n * ONE) / 100n), 714_285n);
});

test('only policies in force at the moment of the event should be paid', () => {
  const rounds = table([0, 100], [100, 50]);
  const policy = (id, boughtAt, period) => ({ id, product: 'a', cover: 100n, boughtAt, period });
  const result = expected(
    rounds,
    { a: TERMS },
    [
      policy('in force', 50n * SECOND, HOUR),
      policy('over', 50n * SECOND, 52n * SECOND),
      policy('just in force', 50n * SECOND, 52_001n),
      policy('waiting', 97_001n, HOUR),
      policy('just past waiting', 97n * SECOND, HOUR),
    ],
    200n * SECOND,
  );
  assert.deepEqual(Object.fromEntries(result.paid), {
    'in force': 100n,
    over: 0n,
    'just in force': 100n,
    waiting: 0n,
    'just past waiting': 100n,
  });
  assert.equal(result.total, 300n);
});

test('a policy should never be paid more than its cover over two incidents', () => {
  const rounds = table([0, 100], [100, 50], [200, 100], [240, 50]);
  const curve = { attachment: (9n * ONE) / 10n, exhaustion: (3n * ONE) / 10n };
  const policies = [{ id: 'p', product: 'a', cover: 90n, boughtAt: 0n, period: HOUR }];
  const result = expected(rounds, { a: { ...TERMS, payout: curve } }, policies, 400n * SECOND);
  // each incident is worth 2/3 of the cover
  assert.equal(result.total, 90n);
});
