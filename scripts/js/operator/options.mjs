// SPDX-License-Identifier: Apache-2.0
// What the operator asks for. A mistake in it is a sentence.

import { parseArgs } from 'node:util';
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto';
import { StoryError } from '../chain.mjs';

/** A mistake on the command line, or in a file that it names. The message is a sentence that says what to do. */
export class BadOption extends StoryError {}

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const chain = { url: { type: 'string', default: 'ws://127.0.0.1:9944' }, 'unsafe-url': flag };
const signer = { ...chain, 'secret-file': text, account: text, 'dry-run': flag };

/** The options of each command. */
const COMMANDS = {
  prepare: { 'base-path': text, chain: text, node: text },
  keys: { ...chain, account: text },
  join: { ...signer, bond: text, 'keys-file': text, 'new-keys': flag },
  status: { ...chain, account: text, json: flag },
  resume: { ...signer, 'add-bond': flag },
  leave: { ...signer, 'purge-keys': flag },
};
/** The commands that ask the node for keys. The method is unsafe: a node serves it to its own machine only. */
const NEED_OWN_NODE = ['keys', 'join'];

/** Whether the host of a URL is this machine. */
export function isLoopback(url) {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Checks the address of a node's websocket.
 *
 * @param url the address
 * @param mustBeOwn the node has to be on this machine
 */
export function checkUrl(url, mustBeOwn) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    parsed = undefined;
  }
  if (parsed === undefined || !['ws:', 'wss:'].includes(parsed.protocol) || parsed.hostname === '') {
    throw new BadOption(`--url needs the address of a node's websocket, such as ws://127.0.0.1:9944, not "${url}".`);
  }
  if (mustBeOwn && !isLoopback(url)) {
    throw new BadOption(
      `${url} is not on this machine. Session keys come from an unsafe method, which a node serves to its own machine only. ` +
        'Run this there, or through a tunnel of ssh to 127.0.0.1. --unsafe-url takes the address as it is.',
    );
  }
  return url;
}

/** An address with the chain's prefix. */
export function checkAddress(address) {
  try {
    return encodeAddress(decodeAddress(address), 42);
  } catch {
    throw new BadOption(`"${address}" is not an address of an account.`);
  }
}

/** Needs an option. */
function need(given, command, name, what) {
  if (given[name] === undefined || given[name] === '') throw new BadOption(`${command} needs --${name} ${what}; see --help.`);
}

/**
 * Reads the command line.
 *
 * @param args the arguments
 * @returns the command, and its options by their names
 */
export function parseOptions([command, ...args]) {
  if (command === undefined || command.startsWith('-')) {
    throw new BadOption(`Name a command: ${Object.keys(COMMANDS).join(', ')}; see --help.`);
  }
  if (!Object.hasOwn(COMMANDS, command)) {
    throw new BadOption(`There is no command ${command}; there are ${Object.keys(COMMANDS).join(', ')}.`);
  }
  if (args.some((one) => /^--(secret|key|seed|suri|mnemonic)(=|$)/.test(one))) {
    throw new BadOption(
      'A secret on the command line can be read by everybody: put it into a file of mode 600, and name it with --secret-file.',
    );
  }
  let given;
  try {
    given = parseArgs({ args, options: COMMANDS[command] }).values;
  } catch (error) {
    throw new BadOption(`${error.message.replace(/\.?$/, '.')} See --help.`);
  }
  if (command === 'prepare') {
    need(given, command, 'base-path', 'DIR');
    need(given, command, 'chain', 'CHAIN');
    return { command, ...given };
  }
  checkUrl(given.url, NEED_OWN_NODE.includes(command) && !given['unsafe-url']);
  if (given.account !== undefined) given.account = checkAddress(given.account);
  if (command === 'keys' || command === 'status') {
    need(given, command, 'account', 'ADDRESS');
    return { command, ...given };
  }
  if (given['secret-file'] !== undefined && given.account !== undefined) {
    throw new BadOption('--secret-file says which account it is; leave --account out.');
  }
  if (given['secret-file'] === undefined && !(given['dry-run'] && given.account !== undefined)) {
    throw new BadOption(`${command} needs --secret-file FILE, or --dry-run with --account ADDRESS; see --help.`);
  }
  if (given['keys-file'] !== undefined && given['new-keys']) {
    throw new BadOption('--keys-file and --new-keys do not go together: the file has the keys.');
  }
  return { command, ...given };
}
