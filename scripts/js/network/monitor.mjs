// SPDX-License-Identifier: Apache-2.0
// Trial of the monitoring: Prometheus with the rules of docker/prometheus watches four validators, of which two stop.
//
// The alerts must fire and go, with their durations as they are. Every metric that a rule or a dashboard names must exist.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Chain, StoryError } from '../chain.mjs';
import { market } from '../../replay/market.mjs';
import { secretOf } from '../bench/blocks.mjs';
import { NAMES } from '../bench/genesis.mjs';
import { tellPrices } from '../bench/network.mjs';
import { freePort, sleep, start, stop, tail } from '../bench/nodes.mjs';
import { prepare } from '../bench/prepare.mjs';
import { finalise, makeNodes, startNodes, until } from './node.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const RULES = join(ROOT, 'docker/prometheus/rules.yml');
const SETTINGS = join(ROOT, 'docker/prometheus/prometheus.yml');
const DASHBOARDS = join(ROOT, 'docker/grafana/dashboards');
const RUNBOOK = /docs\/operators\/runbooks\/[a-z-]+\.md/;

/** The alerts of a stop, by their names. */
const ALERTS = ['NodeDown', 'FinalityStalled'];
/** The validators that stop: the others are too few for finality. */
const STOPPED = 2;
/** A gift to the reserve, in units of 10^-6 USDB. */
const GIFT = 1_000_000_000n;
/** Seconds between two scrapes, and between two evaluations. */
const EVERY = 2;
/** The longest time to the first final blocks, to all metrics, to the alerts and to their end, in seconds. */
const MOST_FIRST = 120;
const MOST_METRICS = 120;
const MOST_FIRING = 600;
const MOST_GONE = 300;

/** Words of PromQL that are no metric. */
const WORDS = new Set([
  ...['and', 'or', 'unless', 'bool', 'offset', 'atan2', 'inf', 'nan', 'start', 'end'],
  ...['by', 'without', 'on', 'ignoring', 'group_left', 'group_right'],
]);
/** Series of Prometheus, and of the exporter for machines, which the node does not have. */
const OTHERS = /^(up$|ALERTS|scrape_|prometheus_|alertmanager_|node_)/;

/** The metrics that an expression of PromQL names. */
export function metricsIn(expression) {
  const bare = expression
    .replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '""')
    .replaceAll(/#.*$/gm, ' ')
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .replaceAll(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ')
    .replaceAll(/\$\w+/g, ' ');
  // a name before a bracket is a function
  const names = [...bare.matchAll(/(?<![\w:.])([a-zA-Z_:][\w:]*)(\s*\()?/g)].filter(([, , bracket]) => bracket === undefined);
  return [...new Set(names.map(([, name]) => name))].filter((name) => !WORDS.has(name.toLowerCase()));
}

/** The expressions of a dashboard: those of its panels, and the metrics of its variables. */
export function expressionsIn(dashboard) {
  if (typeof dashboard !== 'object' || dashboard === null) return [];
  return Object.entries(dashboard).flatMap(([key, value]) => {
    if (typeof value !== 'string') return expressionsIn(value);
    if (key === 'expr') return [value];
    const variable = /^label_values\((.*),[^,]*\)$|^query_result\((.*)\)$/.exec(value);
    return variable && (key === 'query' || key === 'definition') ? [variable[1] ?? variable[2]] : [];
  });
}

/** The names of the series in what a node answers at /metrics. */
export function seriesIn(text) {
  return new Set([...text.matchAll(/^([a-zA-Z_:][\w:]*)[{ ]/gm)].map(([, name]) => name));
}

/** The settings of Prometheus for these nodes. */
export function settingsOf(job, targets, rules) {
  const every = `${EVERY}s`;
  return JSON.stringify({
    global: { scrape_interval: every, scrape_timeout: every, evaluation_interval: every },
    rule_files: [rules],
    scrape_configs: [{ job_name: job, static_configs: [{ targets }] }],
  });
}

/** The name under which the project's settings scrape nodes, on which rules may rest. */
export function jobIn(settings) {
  const jobs = [...settings.matchAll(/job_name:\s*["']?([\w-]+)/g)].map(([, job]) => job);
  const job = jobs.find((name) => name.startsWith('breakwater'));
  if (job !== undefined) return job;
  throw new StoryError(`docker/prometheus/prometheus.yml has no job of nodes named breakwater…, only ${jobs.join(', ')}.`);
}

/** Prometheus as a process of this trial. */
class Prometheus {
  static async start(folder, targets) {
    const [settings, log, port] = [join(folder, 'prometheus.yml'), join(folder, 'prometheus.log'), await freePort()];
    // JSON is YAML
    writeFileSync(settings, settingsOf(jobIn(readFileSync(SETTINGS, 'utf8')), targets, RULES));
    const data = join(folder, 'prometheus');
    const args = [`--config.file=${settings}`, `--storage.tsdb.path=${data}`, `--web.listen-address=127.0.0.1:${port}`];
    const one = new Prometheus(start('prometheus', args, log), log, `http://127.0.0.1:${port}`);
    const answers = async () => {
      const isGone = one.child.exitCode !== null || one.child.pid === undefined;
      if (isGone) throw new StoryError(`Prometheus ended. The end of its log:\n${tail(log)}`);
      return one.get('rules').catch(() => undefined);
    };
    await until(answers, 'The first answer of Prometheus', MOST_FIRST);
    return one;
  }

  constructor(child, log, url) {
    Object.assign(this, { child, log, url });
  }

  async get(what) {
    const reply = await fetch(`${this.url}/api/v1/${what}`, { signal: AbortSignal.timeout(10_000) });
    const { status, data, error } = await reply.json();
    if (status !== 'success') throw new StoryError(`Prometheus, ${what}: ${error}`);
    return data;
  }

  /** All rules, with their expressions. */
  async rules() {
    return (await this.get('rules')).groups.flatMap(({ rules }) => rules);
  }

  /** The names of the alerts that fire. */
  async firing() {
    const { alerts } = await this.get('alerts');
    return new Set(alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname));
  }

  stop() {
    return stop(this.child);
  }
}

/** All rules are evaluated without an error, and each alert names a runbook that exists. */
async function expectRules(prometheus) {
  const isEvaluated = async () => (await prometheus.rules()).every(({ health }) => health !== 'unknown');
  await until(isEvaluated, 'The first evaluation of the rules', MOST_FIRST);
  const rules = await prometheus.rules();
  const broken = rules.find(({ health }) => health !== 'ok');
  if (broken) throw new StoryError(`The rule ${broken.name} fails: ${broken.lastError}`);
  const alerts = rules.filter(({ type }) => type === 'alerting');
  for (const { name, annotations } of alerts) {
    const runbook = Object.values(annotations).map((text) => RUNBOOK.exec(text)?.[0]).find(Boolean);
    if (runbook === undefined) throw new StoryError(`The alert ${name} names no runbook of docs/operators/runbooks.`);
    if (!existsSync(join(ROOT, runbook))) throw new StoryError(`The alert ${name} names ${runbook}, which does not exist.`);
  }
  const missing = ALERTS.find((name) => !alerts.some((alert) => alert.name === name));
  if (missing) throw new StoryError(`docker/prometheus/rules.yml has no alert ${missing}.`);
  return rules;
}

/** The metrics that rules and dashboards name, each with the places that do. */
function namedMetrics(rules) {
  const recorded = new Set(rules.filter(({ type }) => type === 'recording').map(({ name }) => name));
  const places = rules.map(({ name, query }) => [`the rule ${name}`, query]);
  const dashboards = readdirSync(DASHBOARDS).filter((one) => one.endsWith('.json'));
  if (dashboards.length === 0) throw new StoryError(`${DASHBOARDS} has no dashboard.`);
  for (const file of dashboards) {
    const dashboard = JSON.parse(readFileSync(join(DASHBOARDS, file), 'utf8'));
    places.push(...expressionsIn(dashboard).map((expression) => [`the dashboard ${file}`, expression]));
  }
  const named = new Map();
  for (const [place, expression] of places) {
    for (const name of metricsIn(expression)) {
      if (!OTHERS.test(name) && !recorded.has(name) && !named.has(name)) named.set(name, place);
    }
  }
  return named;
}

/** Every metric that a rule or a dashboard names is one of the nodes. Returns the number of the metrics. */
async function expectMetrics(nodes, rules) {
  const named = namedMetrics(rules);
  if (named.size === 0) throw new StoryError('The rules and dashboards name no metric.');
  const missing = async () => {
    const texts = await Promise.all(nodes.map(async ({ metrics }) => (await fetch(`http://${metrics}/metrics`)).text()));
    const known = seriesIn(texts.join('\n'));
    return [...named].filter(([name]) => !known.has(name));
  };
  let left = await missing();
  // some come with the first blocks
  for (const end = Date.now() + MOST_METRICS * 1_000; left.length > 0 && Date.now() < end; ) {
    await sleep(1_000);
    left = await missing();
  }
  if (left.length > 0) {
    const words = left.map(([name, place]) => `${name} of ${place}`).join(', ');
    throw new StoryError(`The nodes have no metric ${words}. Mend the name, or the node.`);
  }
  return named.size;
}

/** The operators' prices, a purchase and a gift: money is in pools, a part of it is locked, and the reserve has some. */
async function trade(node, ground) {
  const chain = await Chain.connect(`ws://${node.host}:9944`);
  try {
    await tellPrices(chain);
    const from = await node.finalised();
    await until(async () => (await node.finalised()) > from + 2, 'The prices', MOST_FIRST);
    const buyer = chain.keyring.addFromSeed(secretOf(0));
    await finalise(chain.api, buyer, chain.api.tx(chain.api.createType('Call', ground.call)));
    const gift = { asset: { WithId: market.asset.id }, amount: GIFT };
    await finalise(chain.api, chain.account(market.pool.manager), chain.call('reserve', 'donate', gift));
  } finally {
    await chain.close();
  }
}

/** Seconds until something is so. */
async function timed(so, what, most) {
  const began = Date.now();
  await until(so, what, most);
  return Math.round((Date.now() - began) / 100) / 10;
}

/** Half of the validators stop, and start again: seconds to the alerts, and to their end. */
async function stopAndStart(nodes, prometheus, say) {
  const early = [...(await prometheus.firing())].filter((name) => ALERTS.includes(name));
  if (early.length > 0) throw new StoryError(`${early.join(' and ')} fired before anything had stopped.`);
  const stopped = nodes.slice(-STOPPED);
  await Promise.all(stopped.map((node) => node.stop()));
  say(`${stopped.map(({ name }) => name).join(' and ')} have stopped.`);
  const fires = (name) => timed(async () => (await prometheus.firing()).has(name), `The alert ${name}`, MOST_FIRING);
  const fired = await Promise.all(ALERTS.map(fires));
  say(`${ALERTS.map((name, at) => `${name} fires after ${fired[at]} s`).join(', ')}.`);
  await startNodes(stopped);
  const goes = (name) => timed(async () => !(await prometheus.firing()).has(name), `The end of the alert ${name}`, MOST_GONE);
  const gone = await Promise.all(ALERTS.map(goes));
  say(`They have started again. ${ALERTS.map((name, at) => `${name} is gone after ${gone[at]} s`).join(', ')}.`);
  return Object.fromEntries(ALERTS.map((name, at) => [name, { fired: fired[at], gone: gone[at] }]));
}

export async function monitor({ binary, folder, hosts, say }) {
  for (const file of [RULES, SETTINGS, DASHBOARDS]) if (!existsSync(file)) throw new StoryError(`${file} is missing.`);
  say('Preparing a market, so that there are pools, policies and prices to watch.');
  const ground = await prepare({ binary, folder, validators: NAMES.length, say });
  const network = { hosts, binary, spec: ground.spec, folder };
  const nodes = makeNodes(network, NAMES.map((name) => ({ name, args: [`--${name}`], isMeasured: true })));
  await startNodes(nodes);
  await until(async () => (await nodes[0].finalised()) > 2, 'The first final blocks', MOST_FIRST);
  await trade(nodes[0], ground);
  const prometheus = await Prometheus.start(folder, nodes.map(({ metrics }) => metrics));
  const rules = await expectRules(prometheus);
  const metrics = await expectMetrics(nodes, rules);
  say(`Prometheus watches four validators, with the project's ${rules.length} rules as they are.`);
  say(`The nodes have all ${metrics} metrics that rules and dashboards name.`);
  const alerts = await stopAndStart(nodes, prometheus, say);
  await prometheus.stop();
  await Promise.all(nodes.map((node) => node.stop()));
  return { trial: 'monitor', rules: rules.length, metrics, alerts };
}
