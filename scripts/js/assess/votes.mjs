// SPDX-License-Identifier: Apache-2.0
// Votes of assessors: as the command line says them, as the chain takes them, and the hash that commits to one.

import { bnToU8a, compactAddLength, hexToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsHex, decodeAddress } from '@polkadot/util-crypto';
import { BadOption } from '../operator/options.mjs';

/** The worst rank that a choice can have. */
const WORST_RANK = 255;

/** A choice in the words of the command line: `proposal:1`, or `not-covered`. */
export const nameOf = (choice) => (choice === 'NotCovered' ? 'not-covered' : `proposal:${choice.Proposal}`);

/** A choice of the chain as plain data: `{ Proposal: 1 }`, or `NotCovered`. */
export const plainChoice = (choice) => (choice.isProposal ? { Proposal: choice.asProposal.toNumber() } : 'NotCovered');

/** The choices of a ballot for a sentence: `proposal:0, proposal:1, not-covered`. */
export const namesOf = (choices) => choices.map(nameOf).join(', ');

/** The ranks that prefer one choice to all others. */
const ranksFor = (choices, wanted) => {
  const place = choices.findIndex((choice) => nameOf(choice) === wanted);
  if (place === -1) throw new BadOption(`The case has no choice ${wanted}. Its choices are ${namesOf(choices)}.`);
  return choices.map((_, at) => (at === place ? 0 : 1));
};

/** The ranks of `ranked:0,1,1`. */
function ranksOf(list, choices) {
  const parts = list.split(',').map((part) => part.trim());
  const isRank = (part) => /^\d{1,3}$/.test(part) && Number(part) <= WORST_RANK;
  if (!parts.every(isRank)) {
    throw new BadOption(`--vote ranked: needs whole numbers from 0 to ${WORST_RANK} with commas between them, not "${list}".`);
  }
  if (parts.length !== choices.length) {
    const [count, wanted] = [parts.length, choices.length];
    throw new BadOption(`--vote ranked: has ${count} ranks, and the case ${wanted} choices: ${namesOf(choices)}. Rank each of them.`);
  }
  return parts.map(Number);
}

/**
 * Reads a vote.
 *
 * @param text of `--vote`
 * @param choices of the case, in the order of the ballot
 * @returns `{ vote, ranks }`: the vote as the chain takes it, and the rank of each choice
 */
export function parseVote(text, choices) {
  const said = text.trim().toLowerCase();
  if (said === 'abstain') return { vote: 'Abstain', ranks: choices.map(() => 0) };
  const ranked = /^ranked:(.*)$/.exec(said);
  if (ranked) {
    const ranks = ranksOf(ranked[1], choices);
    return { vote: { Ranked: `0x${Buffer.from(ranks).toString('hex')}` }, ranks };
  }
  const proposal = /^proposal:(\d{1,9})$/.exec(said);
  if (!proposal && said !== 'not-covered') {
    throw new BadOption(
      `"${text}" is no vote. --vote takes proposal:K, not-covered, abstain, or ranked: with a rank for each choice. ` +
        `The choices are ${namesOf(choices)}.`,
    );
  }
  const name = proposal ? `proposal:${Number(proposal[1])}` : said;
  const ranks = ranksFor(choices, name);
  return { vote: { For: proposal ? { Proposal: Number(proposal[1]) } : 'NotCovered' }, ranks };
}

/**
 * The hash that commits an account to a vote in one panel of one chain: of the SCALE encoding of the genesis hash, the panel, the
 * account, the ranks and the salt.
 */
export function commitmentOf({ genesis, panel, account, ranks, salt }) {
  const parts = [hexToU8a(genesis), bnToU8a(panel, { bitLength: 32, isLe: true }), decodeAddress(account)];
  return blake2AsHex(u8aConcat(...parts, compactAddLength(Uint8Array.from(ranks)), hexToU8a(salt)), 256);
}
