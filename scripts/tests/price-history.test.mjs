// SPDX-License-Identifier: Apache-2.0
// What the story makes of the withdrawal, whatever the dates of its table.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { COOLDOWN } from '../replay/stories/plan.mjs';
import * as scenario from '../replay/scenarios/usdc-2023-03.mjs';
import { Story } from '../replay/stories/price-history.mjs';
import { readTable } from '../js/table.mjs';

const rounds = readTable(fileURLToPath(new URL('./tables/daily-event.csv', import.meta.url)));

/** The story on a chain that stands at `time`, with an incident in a state; the leaver asked when he had 5. */
function storyAt(time, word, has) {
  const chain = { time: async () => time, block: async () => undefined, submit: async () => undefined, call: () => undefined };
  const story = new Story(chain, scenario, rounds, { say: () => undefined, line: () => undefined, act: () => undefined });
  story.acts = {};
  story.leaverAsked = rounds[17].time;
  story.leaverHad = 5n;
  story.refusedLate = true;
  story.incidents.set(0, { id: 0, name: 'A', word });
  story.balance = async () => has;
  story.person = () => ({});
  story.letPay = async () => undefined;
  return story;
}
const outcome = (story) => story.checks.map(({ what, ok }) => [what, ok]);

test('a withdrawal that waits while an incident is open should be seen waiting, and be paid afterwards', async () => {
  const story = storyAt(rounds[17].time + COOLDOWN, 'observing', 5n);
  await story.actsAfter(31);
  assert.deepEqual(outcome(story), [['the withdrawal waited while an incident was open', true]]);
  story.incidents.get(0).word = 'paid';
  story.balance = async () => 9n;
  await story.afterwards();
  assert.deepEqual(outcome(story).at(-1), ['the withdrawal was paid once the incidents were settled', true]);
});

test('a withdrawal whose cooldown was over before the event should be no failure', async () => {
  const story = storyAt(rounds[17].time + COOLDOWN, 'observing', 9n);
  await story.actsAfter(31);
  story.incidents.get(0).word = 'paid';
  await story.afterwards();
  assert.deepEqual(outcome(story), []);
});

test('a withdrawal should not be tried while an incident is being settled, or before its cooldown is over', async () => {
  for (const [time, word] of [[COOLDOWN, 'upheld'], [COOLDOWN - 1n, 'observing']]) {
    const story = storyAt(rounds[17].time + time, word, 5n);
    await story.actsAfter(31);
    assert.deepEqual(outcome(story), []);
    assert.equal(story.withdrawalWaits, true);
  }
});

test('the words of an incident should follow the events of the pallets that deal with it', () => {
  const said = [];
  const story = storyAt(0n, 'none', 5n);
  story.incidents.clear();
  story.account.say = (_, text) => said.push(text);
  story.ids = { A: 1 };
  const number = (value) => ({ toNumber: () => Number(value), toBigInt: () => BigInt(value), toString: () => String(value) });
  const upheld = { isAverage: true, asAverage: number(9n * 10n ** 17n) };
  const words = [
    ['claims.IncidentOpened', { product: number(1), occurredAt: number(rounds[17].time) }, 'observing'],
    ['triggers.ObservationSuspended', {}, 'undecided'],
    ['triggers.ObservationResumed', {}, 'observing'],
    ['triggers.ObservationSuspended', {}, 'undecided'],
    ['claims.IncidentReferred', {}, 'undecided'],
    ['assessment.AssessmentBegun', {}, 'assessment'],
    ['claims.IncidentUpheld', { upheld }, 'upheld'],
    ['claims.ClaimsTotalled', { claims: number(3) }, 'totalled'],
    // another pallet's event of the same name
    ['pools.IncidentPaid', {}, 'totalled'],
    ['claims.IncidentPaid', {}, 'paid'],
  ];
  for (const [name, data, word] of words) {
    const [section, method] = name.split('.');
    story.hear({ time: rounds[17].time, events: [{ section, method, data: { incident: number(7), ...data } }] });
    assert.equal(story.incidents.get(7).word, word, name);
  }
  assert.ok(said.includes('incident 7 on product A is upheld: the binding average is 0.900000000000000000'));
  assert.ok(said.includes('incident 7 on product A: assessment'));
});
