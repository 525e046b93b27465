// SPDX-License-Identifier: Apache-2.0
// The records of the reserve's solvency as text, CSV and SVG.

import { plot } from '../plot.mjs';

/** The amounts of a day, by their names in the answer, in the order of the table. */
const AMOUNTS = ['own', 'stake', 'setAside', 'owed', 'lent', 'exposure', 'stress', 'target', 'received', 'paidOut', 'programmes', 'disbursed', 'salvage'];
/** The columns that are printed. */
const PRINTED = ['own', 'stake', 'owed', 'exposure', 'stress', 'target', 'programmes', 'disbursed', 'salvage'];

const percent = (millionths) => `${(Number(millionths) / 10_000).toFixed(2)} %`;
const ratio = (millionths) => (millionths === null ? 'no target' : percent(millionths));

/** A day of the runtime API in plain values: amounts as bigints of smallest units, and as texts. */
export function dayOf(record) {
  const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, record[name].units.toBigInt()]));
  const texts = Object.fromEntries(AMOUNTS.map((name) => [name, record[name].text.toString()]));
  const groups = [...record.groups].map(({ group, exposure }) => ({ group: group.toNumber(), exposure: exposure.units.toBigInt() }));
  return {
    date: record.day.utc.toString(),
    ...amounts,
    texts,
    groups,
    ratio: record.ratio.isSome ? record.ratio.unwrap().toBigInt() : null,
    premiumShare: record.premiumShare.toNumber(),
  };
}

/** A calendar year of the runtime API in plain values. */
export function yearOf(record) {
  const amounts = ['received', 'paidOut', 'disbursed', 'own', 'stake', 'owed'];
  return {
    year: record.year.toNumber(),
    days: record.days.toNumber(),
    ...Object.fromEntries(amounts.map((name) => [name, record[name].units.toBigInt()])),
    texts: Object.fromEntries(amounts.map((name) => [name, record[name].text.toString()])),
    thinnest: record.thinnest.utc.toString(),
    thinnestRatio: record.thinnestRatio.isSome ? record.thinnestRatio.unwrap().toBigInt() : null,
  };
}

/** Rows of cells as lines, each column as wide as its widest cell; the first one is set to the left. */
function columns(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ').trimEnd());
}

/** The lines that are printed: the days, the oldest first, then the years. */
export function linesOf(days, years) {
  if (days.length === 0) return ['No day is recorded yet: the first survey after the first income, stake or admitted pool of the asset records one.'];
  const rows = days.map((day) => [
    day.date,
    ...PRINTED.map((name) => day.texts[name]),
    ratio(day.ratio),
    percent(day.premiumShare),
    day.groups.map(({ group }) => group).join(' ') || 'none',
  ]);
  const head = ['day', 'own', 'stake', 'owed', 'exposure', 'stress', 'target', 'programmes', 'disbursed', 'salvage', 'own and stake', 'share', 'largest groups'];
  const ofYears = years.map((year) => [
    String(year.year),
    String(year.days),
    ...['received', 'paidOut', 'disbursed', 'own', 'stake', 'owed'].map((name) => year.texts[name]),
    `${year.thinnest}, ${ratio(year.thinnestRatio)}`,
  ]);
  const headOfYears = ['year', 'days', 'received', 'paid', 'disbursed', 'own at the end', 'stake', 'owed', 'thinnest day'];
  return [...columns([head, ...rows]), '', ...columns([headOfYears, ...ofYears])];
}

/** The days as CSV: amounts in smallest units, ratio and share in parts of a million, groups as `group:exposure`. */
export function csvOf(days) {
  const head = ['date', ...AMOUNTS, 'ratio_millionths', 'premium_share_millionths', 'groups'];
  const rows = days.map((day) => [
    day.date,
    ...AMOUNTS.map((name) => day[name]),
    day.ratio ?? '',
    day.premiumShare,
    day.groups.map(({ group, exposure }) => `${group}:${exposure}`).join(' '),
  ]);
  return `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

/** The days as a plot, in whole tokens. */
export function svgOf(days, { symbol, decimals }) {
  const tokens = (units) => Number(units) / 10 ** decimals;
  const series = [
    ['own funds', 'own'],
    ['stake', 'stake'],
    ['target', 'target'],
    ['owed', 'owed'],
    ['stress', 'stress'],
  ];
  const dates = days.map(({ date }) => date);
  return plot({
    title: `The reserve in ${symbol}, ${dates[0]} to ${dates.at(-1)}`,
    xLabel: `days since ${dates[0]}`,
    yLabel: symbol,
    series: series.map(([name, key]) => ({
      name,
      points: days.map((day) => [(Date.parse(day.date) - Date.parse(dates[0])) / 86_400_000, tokens(day[key])]),
    })),
  });
}
