// SPDX-License-Identifier: Apache-2.0
// The runtime API as clients read it: whether an answer comes out as the chain gave it, and whether voters see calls.

import { Enum, Option, Result, Struct, Tuple, Vec } from '@polkadot/types-codec';
import { u8aConcat, u8aToHex } from '@polkadot/util';

/** The methods of Breakwater's runtime API, each with the client's definition of it. */
export function methodsOf(api) {
  return Object.fromEntries(Object.entries(api.call.breakwaterApi ?? {}).map(([name, ask]) => [name, ask.meta]));
}

/** The arguments of a method in one row of bytes. */
export function encode(registry, { params }, args) {
  return u8aToHex(u8aConcat(...params.map(({ type }, at) => registry.createTypeUnsafe(type, [args[at]]).toU8a())));
}

/** An answer as the client makes it of the bytes that `state_call` gives. */
export function decode(registry, { type }, hex) {
  return registry.createTypeUnsafe(type, [registry.createType('Bytes', hex)]);
}

/** Everything inside of a value, with its place. */
function* parts(value, place) {
  yield [value, place];
  if (value instanceof Option) {
    if (value.isSome) yield* parts(value.unwrap(), place);
  } else if (value instanceof Result) {
    yield* parts(value.isOk ? value.asOk : value.asErr, place);
  } else if (value instanceof Enum) {
    yield* parts(value.inner, `${place}.${value.type}`);
  } else if (value instanceof Struct) {
    for (const [name, field] of value) yield* parts(field, `${place}.${name}`);
  } else if (value instanceof Vec || value instanceof Tuple) {
    for (const [at, item] of [...value].entries()) yield* parts(item, `${place}[${at}]`);
  }
}

/**
 * What a client gets wrong of an answer, as sentences: other bytes than the chain gave, a field that cannot be read by its name,
 * a text that is shown as digits.
 */
export function misread(name, value, hex) {
  const wrong = [];
  const again = u8aToHex(value.toU8a());
  if (again !== hex) wrong.push(`${name} is read as ${again}, but is ${hex}`);
  for (const [part, place] of parts(value, name)) {
    if (part instanceof Struct) {
      for (const [field, held] of part) {
        if (part[field] !== held) wrong.push(`${place}.${field} cannot be read by its name`);
      }
    }
    if (part.toRawType?.() === 'Text' && /^0x/.test(String(part.toHuman()))) wrong.push(`${place} is shown as ${part.toHuman()}`);
  }
  return wrong;
}

/** The hash of the preimage that a referendum is on, as the list of Apps has it. */
const hashOf = (image) => (typeof image === 'string' ? image : image.toHex());

/**
 * The call of a preimage by its hash, as the list of Apps finds it: the status, by the old name and the new, says how long the
 * bytes are, and both together are the key to them. Without a call, `warning` says why.
 */
export async function callOfPreimage(api, hash) {
  const { preimage } = api.query;
  const named = ['statusFor', 'requestStatusFor'].filter((name) => preimage[name] !== undefined);
  const statuses = await Promise.all(named.map((name) => preimage[name](hash)));
  const status = statuses.find(({ isSome }) => isSome)?.unwrap();
  if (status === undefined) return { warning: 'the preimage has no status' };
  const length = status.isRequested ? (status.asRequested.maybeLen ?? status.asRequested.len).unwrapOr(undefined) : status.asUnrequested.len;
  const noted = await preimage.preimageFor([hash, length ?? 0]);
  if (noted.isNone) return { warning: 'no bytes of the preimage are found' };
  try {
    const call = api.registry.createType('Call', noted.unwrap());
    if (call.encodedLength !== length?.toNumber()) {
      return { warning: `the call has ${call.encodedLength} bytes, and the preimage ${length}` };
    }
    return { call };
  } catch (error) {
    return { warning: `the bytes are no call: ${error.message}` };
  }
}

/**
 * The referenda of the list of Polkadot.js Apps, with the call that it shows for each: `{ index, call, warning, image }`. It takes
 * the list and the hashes from `derive.democracy.referendums`, and the call from the preimage of the hash. `image` is the
 * call that the derivation has itself, which the dialog of a vote shows.
 */
export async function listedReferenda(api) {
  const [all, active] = await Promise.all([api.derive.democracy.referendums(), api.derive.democracy.referendumsActive()]);
  const numbers = active.map(({ index }) => index.toNumber());
  const listed = all.filter(({ index }) => numbers.includes(index.toNumber()));
  const shown = await Promise.all(
    listed.map(async ({ index, image, imageHash }) => ({
      index: index.toNumber(),
      image: image?.proposal,
      ...(await callOfPreimage(api, hashOf(imageHash))),
    })),
  );
  return shown.sort((a, b) => a.index - b.index);
}
