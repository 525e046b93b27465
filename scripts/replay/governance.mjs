// A referendum from its first act to its last: preimage, proposal, vote, time, enactment.

import { StoryError } from './chain.mjs';

/** More blocks than any democracy period of a development chain. */
const MOST_BLOCKS = 6_000;

const is = (section, method) => (event) => event.section === section && event.method === method;

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
  const { data } = await api.query.system.account(voter.address);
  const balance = data.free.toBigInt() / 2n;
  await chain.submit(
    voter,
    chain.call('democracy', 'vote', {
      refIndex: index,
      vote: { Standard: { vote: { aye: true, conviction: 'Locked1x' }, balance } },
    }),
  );
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
