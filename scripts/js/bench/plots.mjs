// SPDX-License-Identifier: Apache-2.0
// The plots of the parts, as files.

import { writeFileSync } from 'node:fs';
import { bars, distribution, plot } from '../plot.mjs';

const PS_PER_MS = 1e9;

export class Plots {
  constructor(folder) {
    this.folder = folder;
  }

  #write(name, svg) {
    writeFileSync(`${this.folder}/${name}.svg`, svg);
  }

  /** Weight ÷ time of each kind of call. The last run's replaces those before. */
  books(run, values) {
    const title = `Weight charged ÷ time of execution (run ${run})`;
    this.#write('weight-to-time-calls', bars({ title, xLabel: 'call', yLabel: 'ratio', values }));
  }

  /** The latency, the purchases of each block, and weight ÷ time of each block, of a network. */
  live(validators, run, { blocks, toBlock, toFinality, prepared }) {
    const of = `${validators} ${validators === 1 ? 'authority' : 'authorities'}, run ${run}`;
    const from = blocks[0].slot;
    const seconds = ({ slot }) => (slot - from) * 3;
    this.#write(
      `latency-${validators}`,
      plot({
        title: `Latency of a purchase (${of})`,
        xLabel: 'seconds from sending, at most',
        yLabel: '% of purchases',
        series: [
          { name: 'to a block', points: distribution(toBlock) },
          { name: 'to finality', points: distribution(toFinality) },
        ],
      }),
    );
    this.#write(
      `buys-${validators}`,
      plot({
        title: `Purchases in a block (${of})`,
        xLabel: 'seconds since the first block with purchases',
        yLabel: 'purchases',
        series: [{ name: 'purchases', points: blocks.map((block) => [seconds(block), block.calls.length]), dots: true }],
      }),
    );
    const timed = blocks.filter((block) => prepared(block) > 0);
    this.#write(
      `weight-to-time-${validators}`,
      plot({
        title: `Weight of a block ÷ time in which it was prepared (${of})`,
        xLabel: 'seconds since the first block with purchases',
        yLabel: 'ratio',
        series: [{ name: 'ratio', points: timed.map((block) => [seconds(block), block.weight / PS_PER_MS / prepared(block)]), dots: true }],
      }),
    );
  }
}
