// SPDX-License-Identifier: Apache-2.0
// The specification of a network that is tried: validators with bonds, open seats, and short sessions.

import { writeFileSync } from 'node:fs';
import { keysOf } from '../bench/genesis.mjs';
import { ask } from '../bench/nodes.mjs';

/** The bond of each validator, in units of 10^-12 BRKW: 10,000 BRKW. */
export const BOND = 10_000n * 10n ** 12n;
/** The endowment of an account: a million BRKW. */
const ENDOWMENT = 1_000_000n * 10n ** 12n;

/** The account of a name, as `//Alice` of `alice`. */
export const uriOf = (name) => `//${name[0].toUpperCase()}${name.slice(1)}`;

/** The argument of `parameters.setParameter` for so many open seats: area validators, its second number, some value. */
const openSeats = (count) => {
  const value = Buffer.alloc(4);
  value.writeUInt32LE(count);
  return `0x080101${value.toString('hex')}`;
};

/** JSON in which a big integer is a number of any size. */
const write = (value) =>
  JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `big:${one}` : one)).replaceAll(/"big:(\d+)"/g, '$1');

/**
 * Writes the raw specification of a network.
 *
 * @param binary the node's program
 * @param folder the folder for files
 * @param names the validators of genesis
 * @param slots the slots of a session
 * @param seats the open seats
 * @param others further accounts with an endowment
 * @returns the specification's file
 */
export function specification({ binary, folder, names, slots, seats = 0, others = [] }) {
  const founders = names.map((name) => keysOf(uriOf(name)));
  const addresses = founders.map(({ address }) => address);
  const spec = JSON.parse(ask(binary, ['export-chain-spec', '--chain', 'local']));
  Object.assign(spec, { name: 'Breakwater Trial', id: 'breakwater_trial', chainType: 'Local' });
  const { patch } = spec.genesis.runtimeGenesis;
  patch.session.keys = founders.map(({ address, keys }) => [address, address, keys]);
  patch.validators.candidates = addresses.map((address) => [address, BOND]);
  // large numbers of the specification do not survive JSON.parse exactly: all balances are named anew
  const known = patch.balances.balances.map(([address]) => address);
  patch.balances.balances = [...new Set([...known, ...addresses, ...others])].map((address) => [address, ENDOWMENT]);
  patch.feeds = { operators: [], rewardPool: 0 };
  patch.genesisParameters = { ...patch.genesisParameters, parameters: [openSeats(seats)], sessionSlots: slots };
  const [plain, raw] = [`${folder}/plain.json`, `${folder}/chain.json`];
  writeFileSync(plain, write(spec));
  ask(binary, ['export-chain-spec', '--chain', plain, '--raw', '--output', raw]);
  return raw;
}
