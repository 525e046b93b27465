// SPDX-License-Identifier: Apache-2.0
// The running account that people read.

import { stamp } from '../js/chain.mjs';

const WIDTH = 18;

/** An amount of the asset's smallest unit with its decimals: `12,345.678901`. */
export function money(amount, { decimals }) {
  const sign = amount < 0n ? '-' : '';
  const text = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${text.slice(-decimals)}`;
}

/** A price or rate in 10^-18, cut to `digits`. */
export function decimal(value, digits = 8) {
  const text = value.toString().padStart(19, '0');
  return `${text.slice(0, -18)}.${text.slice(-18, digits - 18 || undefined)}`;
}

export class Account {
  constructor(asset, out = process.stdout) {
    this.asset = asset;
    this.out = out;
  }

  line(text = '') {
    this.out.write(`${text}\n`);
  }

  /** A new act of the story. */
  act(title) {
    this.line();
    this.line(`== ${title}`);
  }

  /** A sentence of the story, with the chain's time. */
  say(time, text) {
    this.line(`${stamp(time).padEnd(19)}  ${text}`);
  }

  /** The head of the table of rounds. */
  head(names) {
    const states = names.map((name) => name.padEnd(11));
    this.line(['time (UTC)         ', 'price     ', 'average    ', ...states, 'pool assets'.padStart(WIDTH), 'paid out'.padStart(WIDTH)].join('  '));
  }

  /** One round: time, price, the first trigger's average, the state of each trigger, the money. */
  round(time, { price, average, states, assets }, paid) {
    const text = (amount) => money(amount, this.asset).padStart(WIDTH);
    const mean = (average === undefined ? '-' : decimal(average)).padEnd(11);
    const words = states.map((state) => state.padEnd(11));
    this.line([stamp(time).padEnd(19), decimal(price), mean, ...words, text(assets), text(paid)].join('  '));
  }

  /** A table of rows with columns of their own width. */
  rows(rows) {
    const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
    for (const row of rows) {
      // words to the left, numbers to the right
      const cells = row.map((cell, at) =>
        /^-?[\d,.]+$/.test(String(cell)) ? String(cell).padStart(widths[at]) : String(cell).padEnd(widths[at]),
      );
      this.line(`  ${cells.join('  ').trimEnd()}`);
    }
  }
}
