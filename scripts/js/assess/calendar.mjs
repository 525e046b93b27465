// SPDX-License-Identifier: Apache-2.0
// A calendar of an assessor's deadlines, in the form of RFC 5545.

/** The most octets of a line, without its end. */
const MOST_OCTETS = 75;
const HOUR = 3_600_000;
const NOTE =
  'The time is an estimate. The chain counts active time, which stands still while the chain does: after a halt the deadline is ' +
  'later. ./scripts/assess status has the present estimate.';

/** A time in UTC: `20261129T214300Z`. */
export const utc = (millis) => `${new Date(millis).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

/** A text value: backslash, comma, semicolon and line ends are escaped. */
export const escaped = (text) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\n|\r/g, '\\n');

/** A content line, folded so that no part has more than 75 octets, and no character is cut. */
export function folded(line) {
  const parts = [];
  let [part, octets] = ['', 0];
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      // the space that continues a line counts
      [part, octets] = [' ', 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** The events of a duty: `{ kind, title, from, to, alarms }`, times in milliseconds, alarms as hours before the end. */
export function eventsOf(duty, revealPeriod) {
  const of = `case ${duty.case}, panel ${duty.panel}`;
  const commit = (end) => ({ kind: 'commit', title: `Commit to the vote in ${of}`, from: end - HOUR, to: end, alarms: [24, 3] });
  const reveal = (from, to) => ({ kind: 'reveal', title: `Reveal the vote in ${of}`, from, to, alarms: [24, 3], atStart: true });
  if (duty.task === 'Commit') return [commit(duty.until), reveal(duty.until, duty.until + revealPeriod)];
  if (duty.task === 'WaitToReveal') return [reveal(duty.until, duty.until + revealPeriod)];
  if (duty.task === 'Reveal') return [reveal(duty.until - revealPeriod, duty.until)];
  return [];
}

const alarm = (trigger, text) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(text)}`, `TRIGGER${trigger}`, 'END:VALARM'];

/** The lines of an event. The same deadline has the same UID in each calendar, so that an import brings it up to date. */
function eventLines(event, { genesis, account, duty, now }) {
  const advice = {
    commit: `./scripts/assess commit --case ${duty.case} --vote ...`,
    reveal: `./scripts/assess reveal --case ${duty.case} --reasons FILE --reasons-uri URI`,
  }[event.kind];
  const loss = 'A vote that is not revealed loses the stake of its seats.';
  return [
    'BEGIN:VEVENT',
    `UID:${genesis.slice(2, 18)}-${duty.panel}-${event.kind}-${account}@breakwater`,
    `DTSTAMP:${utc(now)}`,
    // a newer calendar has the larger number, also within a minute of the older
    `SEQUENCE:${Math.floor(now / 1_000) % 2_147_483_647}`,
    `DTSTART:${utc(event.from)}`,
    `DTEND:${utc(event.to)}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(`${advice}\n${loss}\n${NOTE}`)}`,
    'TRANSP:TRANSPARENT',
    ...(event.atStart ? alarm(':PT0S', `${event.title}: it is possible from now on`) : []),
    ...event.alarms.flatMap((hours) => alarm(`;RELATED=END:-PT${hours}H`, `${event.title}: about ${hours} hours are left`)),
    'END:VEVENT',
  ];
}

/**
 * The calendar of an account.
 *
 * @param duties entries `{ duty, revealPeriod }`
 * @param now the time at which it is made, in milliseconds
 * @returns the text, and the number of its events
 */
export function calendarOf({ genesis, account, duties, now }) {
  const events = duties.flatMap(({ duty, revealPeriod }) => eventsOf(duty, revealPeriod).map((event) => ({ event, duty })));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Breakwater//assess//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(`Breakwater court, ${account}`)}`,
    ...events.flatMap(({ event, duty }) => eventLines(event, { genesis, account, duty, now })),
    'END:VCALENDAR',
  ];
  return { text: lines.map((line) => `${folded(line)}\r\n`).join(''), count: events.length };
}
