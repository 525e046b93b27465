// SPDX-License-Identifier: Apache-2.0
// Hosts of a network on this machine: namespaces with addresses of their own, on one bridge.
//
// Needs root and the program ip (iproute2). Everything is named after this process, and taken away at the end.

import { spawnSync } from 'node:child_process';
import { StoryError } from '../chain.mjs';

/** The first two bytes of the addresses. The third is the first that no other trial has. */
const NETS = '10.77';
/** The address of this machine on the bridge. */
const GATE = 1;

const ip = (...args) => {
  const { status, stdout, stderr, error } = spawnSync('ip', args, { encoding: 'utf8' });
  if (status !== 0) throw new StoryError(`ip ${args.join(' ')} failed: ${(error?.message ?? stderr).trim()}`);
  return stdout;
};

/** The first three bytes of addresses that the interfaces of this machine, as `ip -4 address` tells them, do not have. */
export function freeNet(addresses) {
  for (let third = 0; third < 256; third += 1) {
    const net = `${NETS}.${third}`;
    if (!addresses.includes(` ${net}.`)) return net;
  }
  throw new StoryError(`All networks of ${NETS} are taken on this machine. Is a trial left? See ip address.`);
}

/** Whether this process may make namespaces, and has the program for it. */
export function canMakeHosts() {
  return process.getuid() === 0 && spawnSync('ip', ['-V']).status === 0;
}

export class Hosts {
  constructor() {
    // the names of interfaces have 15 characters at most
    this.tag = `bw${process.pid}`;
    this.bridge = `${this.tag}b`;
    this.names = [];
    this.net = freeNet(ip('-4', 'address'));
    ip('link', 'add', 'name', this.bridge, 'type', 'bridge');
    ip('address', 'add', `${this.net}.${GATE}/24`, 'dev', this.bridge);
    ip('link', 'set', this.bridge, 'up');
  }

  #space(name) {
    return `${this.tag}-${name}`;
  }

  #link(name) {
    return `${this.tag}v${this.names.indexOf(name)}`;
  }

  /** Makes a host, and returns its address. */
  add(name) {
    this.names.push(name);
    const [space, link, address] = [this.#space(name), this.#link(name), `${this.net}.${GATE + this.names.length}`];
    ip('netns', 'add', space);
    ip('link', 'add', 'name', link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space);
    ip('link', 'set', link, 'master', this.bridge, 'up');
    ip('-n', space, 'address', 'add', `${address}/24`, 'dev', 'eth0');
    ip('-n', space, 'link', 'set', 'eth0', 'up');
    ip('-n', space, 'link', 'set', 'lo', 'up');
    return address;
  }

  /** The words before a command that runs it on a host. `ip` becomes the command, so that signals reach it. */
  on(name) {
    return ['ip', 'netns', 'exec', this.#space(name)];
  }

  /** Cuts the cable of a host. */
  cut(name) {
    ip('link', 'set', this.#link(name), 'down');
  }

  mend(name) {
    ip('link', 'set', this.#link(name), 'up');
  }

  /** Takes all of it away. What is gone already is no fault. */
  remove() {
    for (const name of this.names) spawnSync('ip', ['netns', 'del', this.#space(name)]);
    spawnSync('ip', ['link', 'del', this.bridge]);
  }
}
