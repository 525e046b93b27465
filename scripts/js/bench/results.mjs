// SPDX-License-Identifier: Apache-2.0
// The samples of all runs, their medians, and the tables.

import { median } from './figures.mjs';

/** A number with as many digits as say something. */
export function shown(value) {
  if (Number.isInteger(value) || Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en-US');
  return Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
}

/** A cell of a CSV table. */
const cell = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

const csv = (rows) => rows.map((row) => `${row.map(cell).join(',')}\n`).join('');

export class Results {
  constructor() {
    this.samples = [];
    this.run = 1;
  }

  /** Takes one value of a figure, which is told by its part, its name and its unit. The figures keep the order in which they come first. */
  add(part, figure, unit, value) {
    if (!Number.isFinite(value)) throw new RangeError(`${part}, ${figure}: ${value} is not a number.`);
    this.samples.push({ part, figure, unit, run: this.run, value });
  }

  /** Each figure with the median, the least and the most of its runs. */
  figures() {
    const groups = new Map();
    for (const { part, figure, unit, value } of this.samples) {
      const key = JSON.stringify([part, figure, unit]);
      if (!groups.has(key)) groups.set(key, { part, figure, unit, values: [] });
      groups.get(key).values.push(value);
    }
    return [...groups.values()].map(({ part, figure, unit, values }) => ({
      part,
      figure,
      unit,
      median: median(values),
      least: Math.min(...values),
      most: Math.max(...values),
      runs: values.length,
    }));
  }

  figuresCsv() {
    const columns = ['part', 'figure', 'unit', 'median', 'least', 'most', 'runs'];
    return csv([columns, ...this.figures().map((row) => columns.map((column) => row[column]))]);
  }

  samplesCsv() {
    const columns = ['part', 'figure', 'unit', 'run', 'value'];
    return csv([columns, ...this.samples.map((row) => columns.map((column) => row[column]))]);
  }

  /** The table for docs/performance.md. */
  markdown() {
    const rows = this.figures().map(({ part, figure, unit, median: middle, least, most, runs }) => {
      const range = least === most ? '' : `${shown(least)} to ${shown(most)}`;
      return `| ${[part, figure, shown(middle), unit, range, runs].join(' | ')} |`;
    });
    return ['| part | figure | median | unit | range | runs |', '|---|---|---|---|---|---|', ...rows].join('\n');
  }
}

/** A short name for adding figures of one part. */
export const part = (results, name) => (figure, unit, value) => results.add(name, figure, unit, value);
