// SPDX-License-Identifier: Apache-2.0
// A referendum from its first act to its last: preimage, proposal, vote, time, enactment.

import { StoryError } from './chain.mjs';

/** More blocks than any democracy period of a development chain. */
const MOST_BLOCKS = 6_000;

const is = (section, method) => (event) => event.section === section && event.method === method;

/** Votes with half of what the voter has. */
export async function vote(chain, voter, refIndex, aye) {
  const { data } = await chain.api.query.system.account(voter.address);
  const balance = data.free.toBigInt() / 2n;
  const call = chain.call('democracy', 'vote', {
    refIndex,
    vote: { Standard: { vote: { aye, conviction: 'Locked1x' }, balance } },
  });
  await chain.submit(voter, call);
}

/** The referenda that can be voted on now, each with its call: `{ index, call }`. */
export async function ongoing(chain) {
  const { api } = chain;
  const found = [];
  for (const [key, info] of await api.query.democracy.referendumInfoOf.entries()) {
    if (info.isNone || !info.unwrap().isOngoing) continue;
    const { proposal } = info.unwrap().asOngoing;
    let bytes;
    if (proposal.isInline) {
      bytes = proposal.asInline;
    } else {
      // a structure's own hash has the name `hash`
      const { hash_: hash, len } = proposal.asLookup;
      bytes = (await api.query.preimage.preimageFor([hash, len])).unwrapOr(undefined);
    }
    // a call whose preimage is not there cannot be enacted
    if (bytes !== undefined) found.push({ index: key.args[0].toNumber(), call: api.createType('Call', bytes.toU8a(true)) });
  }
  return found.sort((a, b) => a.index - b.index);
}

/**
 * Carries `call` through a public referendum. Returns the events from its vote to its enactment.
 * @param say tells the reader what is happening
 */
export async function referendum(chain, voter, call, say) {
  const { api } = chain;
  const encoded = call.method.toHex();
  const hash = call.method.hash.toHex();
  const len = (encoded.length - 2) / 2;
  await chain.submit(voter, chain.call('preimage', 'notePreimage', { bytes: encoded }));
  await chain.submit(
    voter,
    chain.call('democracy', 'propose', {
      proposal: { Lookup: { hash, len } },
      value: api.consts.democracy.minimumDeposit,
    }),
  );
  await chain.block();
  say(`preimage ${hash.slice(0, 10)}… noted (${len} bytes), referendum proposed`);

  const started = await chain.blocksUntil(is('democracy', 'Started'), MOST_BLOCKS, 'The referendum');
  const index = (started.found.data.refIndex ?? started.found.data['0']).toNumber();
  await vote(chain, voter, index, true);
  const voted = await chain.block();
  say(`referendum ${index} opened after ${started.count} blocks, voted aye`);
  const events = [...voted.events];
  let count = 0;
  const ended = (event) =>
    (event.section === 'democracy' && ['Passed', 'NotPassed'].includes(event.method)) ||
    (event.section === 'scheduler' && event.method === 'Dispatched');
  while (!events.some(ended)) {
    if (count === MOST_BLOCKS) throw new StoryError(`Referendum ${index} did not end within ${MOST_BLOCKS} blocks.`);
    const block = await chain.block();
    count += 1;
    events.push(...block.events);
  }
  if (events.some(is('democracy', 'NotPassed'))) throw new StoryError(`Referendum ${index} did not pass.`);
  let dispatched = events.find(is('scheduler', 'Dispatched'));
  if (!dispatched) {
    const last = await chain.blocksUntil(is('scheduler', 'Dispatched'), MOST_BLOCKS, 'The enactment');
    dispatched = last.found;
    events.push(...last.seen);
    count += last.count;
  }
  const { result } = dispatched.data;
  if (result.isErr) {
    throw new StoryError(`Referendum ${index} passed, but its call failed: ${chain.errorName(result.asErr)}.`);
  }
  say(`referendum ${index} passed and enacted after ${count} more blocks`);
  return events;
}

/**
 * The call that sets a governed parameter, by the parameter's name: the group it stands in is looked up in the chain's
 * metadata.
 */
export function setParameter(chain, name, value) {
  const { api } = chain;
  const make = api.tx.parameters.setParameter;
  const { lookup } = api.registry;
  const variantsOf = (type) => {
    const { def } = lookup.getSiType(type);
    return def.isVariant ? def.asVariant.variants : [];
  };
  for (const group of variantsOf(make.meta.fields[0].type)) {
    const parameters = group.fields.flatMap(({ type }) => [...variantsOf(type)]);
    if (parameters.some((parameter) => parameter.name.toString() === name)) {
      // the key is a word without content
      return make({ [group.name.toString()]: { [name]: [null, value] } });
    }
  }
  throw new StoryError(`The chain has no parameter named ${name}.`);
}
