// SPDX-License-Identifier: Apache-2.0
// Does the steps of a plan, one transaction after the other, or shows what it would send.

import { u8aToHex } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { StoryError } from '../chain.mjs';
import { counted, showAmount } from './amounts.mjs';
import { readState } from './state.mjs';

/** How long a transaction may take into a block, and its block until it is final, in milliseconds. */
const PATIENCE = { block: 120_000, final: 180_000 };
/** More transactions than any command sends. */
const MOST_STEPS = 6;

/** The name of a call. */
const nameOf = ({ section, method }) => `${section}.${method}`;

/** A step as a line. */
export const lineOf = ({ status, text }) => `${status.padEnd(4)}  ${text}`;

/** What a dispatch error says: its name, and what the chain's metadata advises. */
export function explain(registry, error) {
  if (!error.isModule) return `${error.toString()}.`;
  try {
    const { section, name, docs } = registry.findMetaError(error.asModule);
    const advice = docs.join(' ').trim();
    return `${section}.${name}.${advice === '' ? '' : ` ${advice}`}`;
  } catch {
    return `module error ${error.asModule.toString()}.`;
  }
}

/**
 * Asks the node for new session keys of an account, with the proof that they are its.
 *
 * @param chain the connected chain
 * @param account the address
 * @returns `{ keys, proof }` in hexadecimal digits
 */
export async function newKeys({ provider }, account) {
  try {
    const { keys, proof } = await provider.send('author_rotateKeysWithOwner', [u8aToHex(decodeAddress(account))]);
    return { keys, proof };
  } catch (error) {
    const reason = error.message.replace(/\.?$/, '.');
    throw new StoryError(
      `The node makes no session keys: ${reason} It does so for its own machine, and not with --rpc-methods safe.`,
    );
  }
}

/** Sends a signed call, and waits until it is final. */
export function send(chain, pair, call, { block, final } = PATIENCE) {
  const what = nameOf(call.method);
  return new Promise((resolve, reject) => {
    let [place, stop, timer, isOver] = [undefined, undefined, undefined, false];
    const end = (act, value) => {
      isOver = true;
      clearTimeout(timer);
      deaf();
      stop?.();
      act(value);
    };
    const fail = (text) => end(reject, new StoryError(text));
    const late = () => {
      const isOut = place === undefined;
      const where = isOut
        ? `in no block after ${block / 1_000} s`
        : `in block ${place}, which is not final after ${final / 1_000} s`;
      fail(`${what} is ${where}. Look at the node, then run this again: what is on the chain is not sent twice.`);
    };
    const wait = (millis) => {
      clearTimeout(timer);
      timer = setTimeout(late, millis);
    };
    const lost = `The connection was lost while ${what} was on its way. Run this again.`;
    const deaf = chain.provider.on('disconnected', () => fail(lost));
    const hear = (result) => {
      const { status, dispatchError } = result;
      if (isOver) return;
      if (status.isInvalid || status.isDropped || status.isUsurped) {
        fail(`The node has dropped ${what} (${status.type}). Run this again.`);
      } else if (status.isFinalized) {
        // a block that is not final can be taken back, with its errors
        if (dispatchError) fail(`${what} was refused: ${explain(chain.api.registry, dispatchError)}`);
        else end(resolve, { block: result.blockNumber?.toNumber() ?? place, hash: status.asFinalized.toHex() });
      } else if (status.isInBlock) {
        place = result.blockNumber?.toNumber() ?? '?';
        wait(final);
      } else if (status.isRetracted) {
        place = undefined;
        wait(block);
      } else if (status.isFinalityTimeout) {
        late();
      }
    };
    wait(block);
    call
      .signAndSend(pair, { nonce: -1 }, hear)
      .then((unsubscribe) => {
        stop = unsubscribe;
        if (isOver) stop();
      })
      .catch((error) => fail(`The node does not take ${what}: ${error.message.replace(/\.?$/, '.')}`));
  });
}

/** The call of a step, by the names of its arguments. */
const callOf = (chain, { section, method, args }) => chain.call(section, method, args);

/** What a transaction would be, in lines. */
async function shown(chain, account, step, fees) {
  const { section, method } = step.call;
  const row = (name, value) => `      ${name.padEnd(9)}  ${value}`;
  const lines = [row('call', `${section}.${method}`)];
  if (step.keysFromNode) {
    return [
      ...lines,
      row('arguments', 'keys and proof, which the node makes when the step is done (author_rotateKeysWithOwner)'),
      row('call data', 'not known before: ./scripts/operator keys makes the keys, and --keys-file takes them'),
      row('fee', `about ${showAmount(fees.setKeys)}`),
    ];
  }
  const call = callOf(chain, step.call);
  // JSON has no numbers of this size
  const plain = (value) => (value.toBigInt === undefined ? value.toJSON() : value.toString());
  const args = Object.fromEntries(call.meta.args.map(({ name }, index) => [name.toString(), plain(call.method.args[index])]));
  const { partialFee } = await call.paymentInfo(account);
  return [
    ...lines,
    row('arguments', JSON.stringify(args)),
    row('call data', call.method.toHex()),
    row('fee', `about ${showAmount(partialFee.toBigInt())}`),
  ];
}

/** What a referendum would have to decide, in lines. */
function proposed(chain, proposal) {
  const { method } = callOf(chain, proposal);
  return [
    `      Note the preimage ${method.toHex()} (preimage.notePreimage).`,
    `      Then democracy.propose with its hash ${method.hash.toHex()} and its length ${method.encodedLength}, and second it.`,
  ];
}

/** Prints a plan, and what it would send. */
export async function show(chain, state, steps, say) {
  for (const step of steps) {
    say(lineOf(step));
    if (step.call !== undefined) for (const line of await shown(chain, state.account, step, state.fees)) say(line);
    if (step.proposal !== undefined) for (const line of proposed(chain, step.proposal)) say(line);
  }
}

/**
 * Does a plan until nothing is left to send, or the operator has to mend something. After each transaction the state is read
 * anew.
 *
 * @param chain the connected chain
 * @param account the address
 * @param pair that signs; without it the plan is shown, and nothing is sent
 * @param plan gives the steps of a state; `sent` are the names of the calls that are on the chain
 * @param say prints a line
 * @param read gives the state
 * @returns the exit code: 1 if the operator has to mend something
 */
export async function run({ chain, account, pair, plan, say, read = readState }) {
  const sent = [];
  const told = new Set();
  const tell = (step) => {
    const line = lineOf(step);
    if (!told.has(line)) say(line);
    told.add(line);
  };
  for (;;) {
    const state = await read(chain, account);
    const steps = plan(state, sent);
    if (pair === undefined) {
      await show(chain, state, steps, say);
      say('A dry run: nothing was sent, and the node made no keys.');
      return steps.some(({ status }) => status === 'stop') ? 1 : 0;
    }
    if (state.pending > 0) {
      // the same call could come twice
      throw new StoryError(
        `The pool has ${counted(state.pending, 'transaction')} of the account already. Wait a minute, then run this again.`,
      );
    }
    const place = steps.findIndex(({ status }) => status === 'next' || status === 'stop');
    const before = place === -1 ? steps : steps.slice(0, place);
    for (const step of before.filter(({ status }) => status !== 'wait' || place === -1)) {
      tell(step);
      if (step.proposal !== undefined) proposed(chain, step.proposal).forEach(say);
    }
    if (place === -1) return 0;
    const step = steps[place];
    tell(step);
    if (step.status === 'stop') return 1;
    if (sent.length >= MOST_STEPS || sent.includes(nameOf(step.call))) {
      const what = nameOf(step.call);
      throw new StoryError(`${what} is final, but has not changed the state as it should. Look at ./scripts/operator status.`);
    }
    const call = step.keysFromNode ? { ...step.call, args: await newKeys(chain, account) } : step.call;
    const { block, hash } = await send(chain, pair, callOf(chain, call));
    say(`sent  ${nameOf(call)} is final in block ${block} (${hash}).`);
    sent.push(nameOf(call));
  }
}
