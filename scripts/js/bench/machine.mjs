// SPDX-License-Identifier: Apache-2.0
// The benches of cargo: the import of blocks, the database, a mass settlement, the runtime at three sizes.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StoryError } from '../chain.mjs';
import { BENCHES, figuresIn } from './cargo.mjs';
import { start, tail } from './nodes.mjs';
import { part } from './results.mjs';

const LIBRARY = fileURLToPath(new URL('../../lib.sh', import.meta.url));
/** The folders of the packages that have benches. */
const FOLDERS = { 'breakwater-node': 'node', 'breakwater-runtime': 'runtime' };
/** Runs cargo as the other scripts do, with one checkout at a time in the target directory. */
const COMMAND = `source "$0" && unset SKIP_WASM_BUILD && in_target "$CARGO_TARGET_DIR" cargo bench --locked -p "$1" --bench "$2" -- "\${@:3}"`;

/** Whether a package has a bench of a name. */
export const hasBench = (manifest, name) =>
  manifest.split(/^\[\[bench\]\]$/m).slice(1).some((section) => section.split(/^\[/m)[0].includes(`name = "${name}"`));

/** The part of a run. */
export async function machine(context, run) {
  const { folder, results, say } = context;
  const add = part(results, 'machine');
  for (const [at, bench] of BENCHES.entries()) {
    const { package: name, bench: wanted, args = [] } = bench;
    const manifest = readFileSync(new URL(`../../../${FOLDERS[name]}/Cargo.toml`, import.meta.url), 'utf8');
    if (!hasBench(manifest, wanted)) {
      say(`${name} has no bench ${wanted}; left out.`);
      continue;
    }
    const command = `cargo bench -p ${name} --bench ${[wanted, ...args].join(' -- ')}`;
    say(command);
    const log = `${folder}/machine-${run}-${at}.log`;
    const code = await start('bash', ['-c', COMMAND, LIBRARY, name, wanted, ...args], log).ended;
    const text = readFileSync(log, 'utf8');
    const found = figuresIn(text, bench);
    // a bench that misses its own bound has figures all the same
    if (code !== 0) say(`${command} ended with ${code}. The end of its output:\n${tail(log)}`);
    if (found.length === 0) throw new StoryError(`${command} printed no figure that this script knows. The end of its output:\n${tail(log)}`);
    for (const { figure, unit, value } of found) add(figure, unit, value);
  }
}
