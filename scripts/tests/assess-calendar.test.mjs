// SPDX-License-Identifier: Apache-2.0
// The calendar of an assessor, as RFC 5545 has it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf, escaped, eventsOf, folded, utc } from '../js/assess/calendar.mjs';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 29, 21, 43);
const revealPeriod = 48 * HOUR;
const account = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const genesis = `0x${'5b'.repeat(32)}`;
const duty = (task, until = now + 30 * HOUR) => ({ case: 7, panel: 3, task, until });
const made = (...tasks) => calendarOf({ genesis, account, duties: tasks.map((task) => ({ duty: duty(task), revealPeriod })), now });
const unfolded = (text) => text.replace(/\r\n /g, '').split('\r\n');

test('each line should end in CRLF and have at most 75 octets', () => {
  const { text } = made('Commit');
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  assert.equal(text.replace(/\r\n/g, '').match(/[\r\n]/), null);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});

test('folding should cut no character and lose none', () => {
  const line = `SUMMARY:${'é'.repeat(60)}${'🦀'.repeat(40)}`;
  const parts = folded(line).split('\r\n');
  assert.ok(parts.length > 2 && parts.every((part) => Buffer.byteLength(part) <= 75));
  assert.ok(parts.slice(1).every((part) => part.startsWith(' ')));
  assert.equal(parts.map((part, at) => (at === 0 ? part : part.slice(1))).join(''), line);
  assert.equal(folded('x'.repeat(75)), 'x'.repeat(75));
});

test('text should be escaped, and times be in UTC', () => {
  assert.equal(escaped('a,b;c\\d\ne'), 'a\\,b\\;c\\\\d\\ne');
  assert.equal(utc(now), '20261129T214300Z');
});

test('a seat that has to commit should have both deadlines', () => {
  const [commit, reveal] = eventsOf(duty('Commit'), revealPeriod);
  assert.equal(commit.to, now + 30 * HOUR);
  assert.deepEqual([reveal.from, reveal.to], [now + 30 * HOUR, now + 78 * HOUR]);
  assert.deepEqual(eventsOf(duty('WaitToReveal'), revealPeriod).map(({ kind }) => kind), ['reveal']);
  const [last] = eventsOf(duty('Reveal'), revealPeriod);
  assert.deepEqual([last.from, last.to], [now - 18 * HOUR, now + 30 * HOUR]);
  assert.deepEqual(eventsOf(duty('WaitForOutcome', undefined), revealPeriod), []);
});

test('the parts of a calendar should be nested, and have what they must have', () => {
  const { text, count } = made('Commit');
  assert.equal(count, 2);
  const lines = unfolded(text).slice(0, -1);
  const open = [];
  const seen = new Map();
  for (const line of lines) {
    const [name, ...rest] = line.split(':');
    if (name === 'BEGIN') open.push(rest[0]);
    else if (name === 'END') assert.equal(open.pop(), rest[0]);
    else {
      const key = `${open.at(-1)} ${name.split(';')[0]}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  assert.deepEqual(open, []);
  for (const once of ['VCALENDAR PRODID', 'VCALENDAR VERSION']) assert.equal(seen.get(once), 1);
  for (const each of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE']) assert.equal(seen.get(`VEVENT ${each}`), 2);
  const alarms = lines.filter((line) => line === 'BEGIN:VALARM').length;
  for (const each of ['ACTION', 'TRIGGER', 'DESCRIPTION']) assert.equal(seen.get(`VALARM ${each}`), alarms);
  assert.equal(alarms, 5);
});

test('the times should be said to be estimates', () => {
  const notes = unfolded(made('Reveal').text).filter((line) => line.startsWith('DESCRIPTION:./scripts/assess'));
  assert.ok(notes.length > 0 && notes.every((line) => /The time is an estimate/.test(line)));
});

test('the same deadline should keep its UID, and two should differ', () => {
  const uids = (text) => unfolded(text).filter((line) => line.startsWith('UID:'));
  const first = uids(made('Commit').text);
  assert.equal(new Set(first).size, 2);
  assert.deepEqual(uids(made('WaitToReveal').text), first.slice(1));
  assert.equal(made('WaitForOutcome').count, 0);
});
