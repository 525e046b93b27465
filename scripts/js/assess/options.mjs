// SPDX-License-Identifier: Apache-2.0
// What an assessor asks for. A mistake in it is a sentence that says what to do.

import { parseArgs } from 'node:util';
import { BadOption, checkAddress, checkUrl } from '../operator/options.mjs';
import { checkFolders, defaultFolders } from './files.mjs';

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const chain = { url: { type: 'string', default: 'ws://127.0.0.1:9944' } };
const reader = { ...chain, account: text, 'secret-file': text };
const files = { salts: text, backup: text };
const reasons = { reasons: text, 'reasons-uri': text };
const signer = { ...chain, 'secret-file': text, ...files, ...reasons };

/** The options of each command. */
export const COMMANDS = {
  status: { ...reader, json: flag },
  cases: { ...chain, evidence: text },
  commit: { ...signer, case: text, vote: text },
  reveal: { ...signer, case: text, 'no-reasons': flag },
  watch: { ...signer, poll: { type: 'string', default: '15' }, 'until-idle': flag },
  calendar: { ...reader, out: text },
};
const NAMES = Object.keys(COMMANDS).join(', ');

/** Needs an option. */
function need(given, command, name, what) {
  if (given[name] === undefined || given[name] === '') throw new BadOption(`${command} needs --${name} ${what}; see --help.`);
}

/** A whole number of an option; undefined without it. */
function whole(given, name, least, most) {
  if (given[name] === undefined) return undefined;
  if (!/^\d{1,10}$/.test(given[name]) || Number(given[name]) < least || Number(given[name]) > most) {
    throw new BadOption(`--${name} needs a whole number from ${least} to ${most}, not "${given[name]}".`);
  }
  return Number(given[name]);
}

/** The account of a command that only reads. */
function checkReader(given, command) {
  if (given['secret-file'] !== undefined && given.account !== undefined) {
    throw new BadOption('--secret-file says which account it is; leave --account out.');
  }
  if (given['secret-file'] === undefined) need(given, command, 'account', 'ADDRESS, or --secret-file FILE');
}

/** The files of a command that signs. */
function checkSigner(given, command) {
  need(given, command, 'secret-file', 'FILE with the account\'s secret');
  if ((given.reasons === undefined) !== (given['reasons-uri'] === undefined)) {
    throw new BadOption('--reasons FILE and --reasons-uri URI go together: the hash of the file, and the place where others read it.');
  }
  const usual = defaultFolders();
  Object.assign(given, checkFolders({ salts: given.salts ?? usual.salts, backup: given.backup ?? usual.backup }));
}

/**
 * Reads the command line.
 *
 * @param args the arguments
 * @returns the command, and its options by their names
 */
export function parseOptions([first, ...rest]) {
  // the watch is a state rather than a question, and both ways of asking for it are usual
  const command = first === '--watch' ? 'watch' : first;
  if (command === undefined || command.startsWith('-')) throw new BadOption(`Name a command: ${NAMES}; see --help.`);
  if (!Object.hasOwn(COMMANDS, command)) throw new BadOption(`There is no command ${command}; there are ${NAMES}.`);
  if (rest.some((one) => /^--(secret|key|seed|suri|mnemonic)(=|$)/.test(one))) {
    throw new BadOption(
      'A secret on the command line can be read by everybody: put it into a file of mode 600, and name it with --secret-file.',
    );
  }
  let given;
  try {
    given = parseArgs({ args: rest, options: COMMANDS[command] }).values;
  } catch (error) {
    throw new BadOption(`${error.message.replace(/\.?$/, '.')} See --help.`);
  }
  checkUrl(given.url, false);
  if (given.account !== undefined) given.account = checkAddress(given.account);
  if (['status', 'calendar'].includes(command)) checkReader(given, command);
  if (['commit', 'reveal', 'watch'].includes(command)) checkSigner(given, command);
  if (command === 'commit') {
    need(given, command, 'case', 'N');
    need(given, command, 'vote', 'VOTE: proposal:K, not-covered, abstain, or ranked:0,1,1');
  }
  if (command === 'calendar') need(given, command, 'out', 'FILE.ics');
  if (given['no-reasons'] && given.reasons !== undefined) throw new BadOption('--reasons and --no-reasons do not go together.');
  given.case = whole(given, 'case', 0, 4_294_967_295);
  given.poll = whole(given, 'poll', 1, 3_600);
  given.evidence = whole(given, 'evidence', 1, 100_000);
  return { command, ...given };
}
