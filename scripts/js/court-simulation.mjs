#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Draws the plots of the simulation of a court. Usage: court-simulation.mjs CSV FOLDER

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BadTable, linesOfFile, rowsOf } from './csv.mjs';
import { bars, plot } from './plot.mjs';

const COLUMNS = ['stakes', 'malicious', 'absent', 'cap', 'rounds', 'turnout', 'wrong'];
const ROUNDS = ['one assessor', '31 seats', 'and 63 seats', 'and a referendum'];
const ABSENT = [0, 10, 20, 30];
const Y_LABEL = '% of wrong choices';

/** The points of a table: numbers but for the name of the stakes; no cap is an empty field. */
export function pointsOf(lines, name) {
  const wanted = Object.fromEntries(COLUMNS.map((column) => [column, [column]]));
  return [...rowsOf(lines, name, wanted)].map(({ stakes, cap, where, ...row }) => {
    const numbers = Object.fromEntries(COLUMNS.filter((column) => column in row).map((column) => [column, Number(row[column])]));
    if (Object.values(numbers).some(Number.isNaN)) throw new BadTable(`${where} has a figure that is no number.`);
    return { stakes, isCapped: cap !== '', ...numbers };
  });
}

/** A line over the attacker's part of equal stakes, without a cap. */
const lineOf = (points, wanted) =>
  points
    .filter((point) => point.stakes === 'equal' && !point.isCapped && Object.entries(wanted).every(([key, value]) => point[key] === value))
    .map(({ malicious, wrong }) => [malicious, wrong]);

/** The plots, by the names of their files. */
export function plotsOf(points) {
  if (points.length === 0) throw new BadTable('The table has no points.');
  const xLabel = "the attacker's % of the stake";
  const { turnout } = points[0];
  const after = (stakes, isCapped) => points.find((point) => point.stakes === stakes && point.isCapped === isCapped && point.absent === 30 && point.rounds === 1)?.wrong ?? 0;
  return {
    rounds: plot({
      title: `Equal stakes, all seats vote, turnout ${turnout} %`,
      xLabel,
      yLabel: Y_LABEL,
      series: ROUNDS.map((name, rounds) => ({ name, points: lineOf(points, { rounds, absent: 0 }) })),
    }),
    absent: plot({
      title: 'Equal stakes, 31 seats, by the honest seats that are absent',
      xLabel,
      yLabel: Y_LABEL,
      series: ABSENT.map((absent) => ({ name: `${absent} % absent`, points: lineOf(points, { rounds: 1, absent }) })),
    }),
    whales: bars({
      title: '31 seats, 30 % of the honest seats absent',
      xLabel: 'holders of the malicious stake',
      yLabel: Y_LABEL,
      values: [
        { name: 'four of 10 %', value: after('four whales', false) },
        { name: 'with the cap', value: after('four whales', true) },
        { name: '400 accounts, cap', value: after('four whales as sybils', true) },
        { name: 'one of 25 %', value: after('one of 25 %', false) },
        { name: 'with the cap', value: after('one of 25 %', true) },
      ],
    }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [table, folder] = process.argv.slice(2);
  try {
    for (const [name, svg] of Object.entries(plotsOf(pointsOf(linesOfFile(table), table)))) writeFileSync(join(folder, `${name}.svg`), svg);
  } catch (error) {
    console.error(error instanceof BadTable ? `error: ${error.message}` : error);
    process.exitCode = 1;
  }
}
