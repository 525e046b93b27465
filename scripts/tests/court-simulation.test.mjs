// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../js/csv.mjs';
import { plotsOf, pointsOf } from '../js/court-simulation.mjs';

const HEAD = 'stakes,malicious,absent,cap,rounds,turnout,wrong,undecided,exact,standard_errors';
const read = (...rows) => pointsOf(linesOf([HEAD, ...rows].join('\n'), 'a table'), 'a table');

test('points are read, and a cap is told from none', () => {
  const [free, capped] = read('four whales,40,30,,1,50,48.5,0,,', 'four whales,40,30,10,1,50,9.8,0,,');
  assert.deepEqual(free, { stakes: 'four whales', isCapped: false, malicious: 40, absent: 30, rounds: 1, turnout: 50, wrong: 48.5 });
  assert.ok(capped.isCapped && capped.wrong === 9.8);
  assert.throws(() => read('equal,x,0,,1,50,1,0,,'), /line 2 has a figure that is no number/);
});

test('the plots show equal stakes without a cap, and the whales', () => {
  const points = read(
    'equal,10,0,,1,50,20,0,,',
    'equal,50,0,,1,50,100,0,,',
    'equal,50,0,10,1,50,7,0,,',
    'four whales,40,30,,1,50,48.5,0,,',
    'four whales,40,30,10,1,50,9.8,0,,',
    'one of 25 %,25,30,,1,50,4.5,0,,',
  );
  const { rounds, absent, whales } = plotsOf(points);
  // one line of two points, in the colour of the second series: that of 31 seats
  assert.match(rounds, /points="\S+ \S+" fill="none" stroke="#d1495b"/);
  assert.match(absent, /points="\S+ \S+" fill="none" stroke="#1b6ca8"/);
  for (const value of ['48.50', '9.80', '4.50']) assert.ok(whales.includes(`>${value}<`));
  assert.throws(() => plotsOf([]), /no points/);
});
