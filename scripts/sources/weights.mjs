#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// weights.mjs: whether the weights of the pallets are those of their benchmarks.
//
// - Every benchmark has a weight with the same components, and every weight a benchmark.
// - Every call is charged a weight of its pallet.
// - No storage that the comments of a weight name is gone from the pallets.
//
// A weights.rs that is older than its benchmarks in one of these ways is measured again by ./scripts/weights --pallet NAME.
//
// Exit code 1 if there is a finding, with a line for each.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bare } from './steps.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** The names of the parameters of a list, without their types. */
const parametersOf = (list) => [...list.matchAll(/(?<!:)\b(\w+)\s*:(?!:)/g)].map(([, name]) => name);
const signature = (name, parameters) => `${name}(${[...parameters].sort().join(', ')})`;

/** The benchmarks of a file, as `name(components)`. */
export const benchmarksOf = (text) =>
  [...bare(text).matchAll(/#\[benchmark\][\s\S]*?\bfn (\w+)\s*\(([^)]*)\)/g)].map(([, name, list]) =>
    signature(name, parametersOf(list)),
  );

/** The weights of a file, as `name(components)`. */
export function weightsOf(text) {
  const trait = /pub trait WeightInfo \{([\s\S]*?)\n\}/.exec(bare(text))?.[1] ?? '';
  return [...trait.matchAll(/\bfn (\w+)\s*\(([^)]*)\)/g)].map(([, name, list]) => signature(name, parametersOf(list)));
}

/** The calls whose weight is no weight of the pallet. */
export const unweighed = (lib) =>
  [...bare(lib).matchAll(/#\[pallet::call_index\([^)]*\)\]([\s\S]*?)\bfn (\w+)/g)]
    .filter(([, attributes]) => !/#\[pallet::weight[\s\S]*(WeightInfo::|_weight\()/.test(attributes))
    .map(([, , name]) => name);

/** The storage that a file's comments name, as `[pallet, item]`. */
export const storageIn = (weights) =>
  [...weights.matchAll(/Storage: `(\w+)::(\w+)`/g)].map(([, pallet, item]) => [pallet, item]);

/** The storage items of a pallet, in the source that declares them. */
export const itemsOf = (lib) => [...lib.matchAll(/#\[pallet::storage\][\s\S]*?\bpub type (\w+)/g)].map(([, name]) => name);

/** The findings in the weights of a pallet. `known` has the items of each pallet of the project by its name in the runtime. */
export function inWeights({ benchmarks, weights, lib }, known) {
  const [measured, given] = [benchmarksOf(benchmarks), weightsOf(weights)];
  const gone = storageIn(weights)
    .filter(([pallet, item]) => known.has(pallet) && !known.get(pallet).includes(item))
    .map(([pallet, item]) => `${pallet}::${item} is named, and is no storage any more`);
  return [
    ...measured.filter((name) => !given.includes(name)).map((name) => `the benchmark ${name} has no weight`),
    ...given.filter((name) => !measured.includes(name)).map((name) => `the weight ${name} has no benchmark`),
    ...unweighed(lib).map((name) => `the call ${name} is not charged a weight of the pallet`),
    ...new Set(gone),
  ];
}

function main() {
  const text = (pallet, file) => readFileSync(join(top, 'pallets', pallet, 'src', file), 'utf8');
  const pallets = readdirSync(join(top, 'pallets')).filter((name) => existsSync(join(top, 'pallets', name, 'src/weights.rs')));
  // a pallet's name in the runtime is that of its folder
  const inRuntime = (name) => name[0].toUpperCase() + name.slice(1);
  // a long pallet has its storage in a file of its own
  const declaring = (name) => (existsSync(join(top, 'pallets', name, 'src/storage.rs')) ? 'storage.rs' : 'lib.rs');
  const known = new Map(pallets.map((name) => [inRuntime(name), itemsOf(text(name, declaring(name)))]));
  let findings = 0;
  for (const name of pallets) {
    const files = { benchmarks: text(name, 'benchmarking.rs'), weights: text(name, 'weights.rs'), lib: text(name, 'lib.rs') };
    for (const found of inWeights(files, known)) {
      console.error(`pallets/${name}/src/weights.rs: ${found}`);
      findings += 1;
    }
  }
  console.log(
    findings === 0
      ? `The weights of ${pallets.length} pallets are those of their benchmarks.`
      : `${findings} findings. Measure the weights again: ./scripts/weights --pallet NAME`,
  );
  return findings === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
