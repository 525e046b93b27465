// SPDX-License-Identifier: Apache-2.0
// An assessor of the story who votes with ./scripts/assess, as people do: in a process of its own, while blocks are sealed.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoryError } from '../../js/chain.mjs';

const PROGRAM = fileURLToPath(new URL('../../js/assess/main.mjs', import.meta.url));
/** Real time between two blocks while the program waits for its call, and the most that it may take. */
const BLOCK_EVERY = 400;
const PATIENCE = 120_000;

export class Assessor {
  /** @param one the voter, with its vote in words */
  constructor(tale, one) {
    Object.assign(this, { tale, one });
    this.uri = Object.entries(tale.people).find(([, { address }]) => address === one.voter)[0];
    this.folder = mkdtempSync(join(tmpdir(), 'breakwater-assessor-'));
    process.once('exit', () => rmSync(this.folder, { recursive: true, force: true }));
    this.secret = this.file('secret', this.uri, 0o600);
    this.reasons = this.file('reasons.md', 'The table is that of the trace.\n', 0o644);
  }

  file(name, text, mode) {
    const path = join(this.folder, name);
    writeFileSync(path, text, { mode });
    return path;
  }

  /** Runs the program, and seals blocks until it ends: `{ code, out }`. */
  async run(command, ...args) {
    const { chain } = this.tale;
    const { endpoint } = chain.provider;
    const child = spawn(process.execPath, [PROGRAM, command, '--url', endpoint, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, code] = ['', undefined];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (out += data));
    const ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve((code = status ?? 1)));
    });
    const began = Date.now();
    while (code === undefined) {
      if (Date.now() - began > PATIENCE) {
        child.kill();
        throw new StoryError(`./scripts/assess ${command} did not end: ${out}`);
      }
      await Promise.race([ended, new Promise((done) => setTimeout(done, BLOCK_EVERY))]);
      if (code === undefined) await chain.block();
    }
    // the program has signed by itself
    chain.nonces.delete(this.one.voter);
    return { code, out };
  }

  /** Runs the program as its assessor; it has to end so, and to say so. */
  async act(command, args, wanted, words) {
    const folders = ['--salts', join(this.folder, 'votes'), '--backup', join(this.folder, 'copies')];
    const signs = ['commit', 'reveal', 'watch'].includes(command);
    const { code, out } = await this.run(command, '--secret-file', this.secret, ...(signs ? folders : []), ...args);
    this.tale.check(`./scripts/assess ${command} ends with ${wanted}: ${words.source}`, code === wanted && words.test(out));
    if (code !== wanted || !words.test(out)) this.tale.account.line(out);
    return out;
  }

  /** Looks, commits, and tries to commit to another vote. */
  async commit(number) {
    const { tale, one } = this;
    const reasons = ['--reasons', this.reasons, '--reasons-uri', 'reasons/trace.md'];
    await this.act('status', [], 0, /Commit to a vote until/);
    const { code, out } = await this.run('cases', '--evidence', '20');
    tale.check('./scripts/assess cases shows choices and evidence', code === 0 && /proposal:1: \d+ accounts lost/.test(out) && /evidence\/trace\.json/.test(out));
    const choice = ['--case', String(number)];
    await this.act('commit', [...choice, '--vote', one.words, ...reasons], 0, /is final in block/);
    await this.act('commit', [...choice, '--vote', one.words], 0, /has this commitment already/);
    await this.act('commit', [...choice, '--vote', 'abstain'], 1, /one panel takes one/);
    await this.act('reveal', choice, 1, /The time to reveal in case \d+ begins/);
    const calendar = join(this.folder, 'court.ics');
    await this.act('calendar', ['--out', calendar], 0, /has 1 deadline with alarms/);
    tale.check('the calendar has an event and alarms', (readFileSync(calendar, 'utf8').match(/BEGIN:VALARM/g) ?? []).length === 3);
    const kept = ['votes', 'copies'].flatMap((name) => {
      const folder = join(this.folder, name);
      return readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777);
    });
    tale.check('the secret of the vote is in two files that their owner only reads', kept.join() === [0o600, 0o600].join());
    await tale.say(`${this.uri.slice(2)} commits with ./scripts/assess`);
  }

  /** The watch reveals by itself. */
  async reveal() {
    await this.act('watch', ['--until-idle', '--poll', '1'], 0, /is revealed in block \d+, with the reasons at reasons\/trace\.md/);
    await this.tale.say(`the watch of ${this.uri.slice(2)} reveals by itself`);
  }
}
