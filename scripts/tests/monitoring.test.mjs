// SPDX-License-Identifier: Apache-2.0
// The monitoring of docker/: alerts with their runbooks and cases, metrics that the node has, a dashboard that Grafana can show.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const top = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(top, path), 'utf8');
const load = (path) => parse(read(path), { merge: true });

const prometheus = load('docker/prometheus/prometheus.yml');
const rules = load('docker/prometheus/rules.yml').groups.flatMap((group) => group.rules);
const alerts = rules.filter((rule) => rule.alert);
const cases = load('docker/prometheus/rules.test.yml').tests.flatMap((one) => one.alert_rule_test);
const compose = load('docker/compose.yaml');
const dashboard = JSON.parse(read('docker/grafana/dashboards/breakwater.json'));
const panels = dashboard.panels.filter((panel) => panel.type !== 'row');
const shown = panels.flatMap((panel) => panel.targets.map((target) => target.expr));
const sources = load('docker/grafana/provisioning/datasources/prometheus.yml').datasources;

/** Each alert with its severity and its runbook, as the operators' guides list them. */
const ALERTS = {
  NodeDown: ['critical', 'node-down'],
  FinalityStalled: ['critical', 'stall'],
  BlocksStalled: ['critical', 'stall'],
  FewPeers: ['warning', 'few-peers'],
  ClockAhead: ['critical', 'clock'],
  BridgeStalled: ['warning', 'bridge-stalled'],
  ValidatorSuspended: ['warning', 'validator-suspended'],
  FewValidators: ['critical', 'few-validators'],
  FeedStale: ['critical', 'feed-stale'],
  IncidentOpened: ['info', 'incident'],
  ClaimsWaiting: ['warning', 'claims-waiting'],
  ReserveThin: ['warning', 'reserve-thin'],
  ReserveOwes: ['warning', 'reserve-owes'],
  PoolFull: ['info', 'pool-full'],
  DiskFillsUp: ['warning', 'disk'],
  MemoryHigh: ['warning', 'memory'],
};

/** Runs a program on a file of the configuration; the test is left out where the program is missing. */
function checked(t, program, ...given) {
  const ran = spawnSync(program, given, { cwd: join(top, 'docker', 'prometheus'), encoding: 'utf8' });
  if (ran.error?.code === 'ENOENT') return t.skip(`${program} is not installed`);
  assert.equal(ran.status, 0, `${program} ${given.join(' ')}:\n${ran.stdout}${ran.stderr}`);
  return undefined;
}

test('there should be the alerts of the runbooks, each once', () => {
  const found = Object.fromEntries(alerts.map((rule) => [rule.alert, rule]));
  assert.equal(alerts.length, Object.keys(found).length);
  assert.deepEqual(Object.keys(found).sort(), Object.keys(ALERTS).sort());
  for (const [name, [severity, runbook]] of Object.entries(ALERTS)) {
    assert.equal(found[name].labels.severity, severity, name);
    assert.equal(found[name].annotations.runbook, `docs/operators/runbooks/${runbook}.md`, name);
  }
});

for (const { alert, annotations } of alerts) {
  test(`${alert} should say what it is and have a runbook, a case in which it fires and one in which it does not`, () => {
    for (const key of ['summary', 'description']) assert.match(annotations[key] ?? '', /\w/, key);
    assert.ok(existsSync(join(top, annotations.runbook)), `there is no ${annotations.runbook}`);
    const own = cases.filter((one) => one.alertname === alert);
    assert.ok(own.some((one) => one.exp_alerts.length > 0), 'no case in which it fires');
    assert.ok(own.some((one) => one.exp_alerts.length === 0), 'no case in which it does not');
  });
}

test('promtool should accept the configuration', (t) => checked(t, 'promtool', 'check', 'config', 'prometheus.yml'));
test('promtool should accept the rules', (t) => checked(t, 'promtool', 'check', 'rules', '--lint-fatal', 'rules.yml'));
test('promtool should find the alerts as the cases say', (t) => checked(t, 'promtool', 'test', 'rules', 'rules.test.yml'));
test('amtool should accept the configuration', (t) => checked(t, 'amtool', 'check-config', '../alertmanager/alertmanager.yml'));

test('the metrics of rules and panels should be those of the node', (t) => {
  const path = join(top, 'node', 'src', 'metrics.rs');
  if (!existsSync(path)) return t.skip('node/src/metrics.rs is not there yet');
  const known = new Set([...readFileSync(path, 'utf8').matchAll(/"(breakwater_[a-z_]+)"/g)].map(([, name]) => name));
  assert.ok(known.size > 0, 'node/src/metrics.rs names no metric that begins with breakwater_');
  const used = [...rules.map((rule) => rule.expr), ...shown].flatMap((expr) => expr.match(/\bbreakwater_[a-z_]+/g) ?? []);
  assert.deepEqual([...new Set(used)].filter((name) => !known.has(name)), []);
  return undefined;
});

test('a recorded series should be recorded before it is used', () => {
  const recorded = new Set();
  const named = (expr) => expr.match(/\b[a-z]+:[a-z_]+:[a-z]+\b/g) ?? [];
  for (const rule of rules) {
    for (const name of named(rule.expr)) assert.ok(recorded.has(name), `${rule.alert ?? rule.record} uses ${name}`);
    if (rule.record) recorded.add(rule.record);
  }
  for (const name of shown.flatMap(named)) assert.ok(recorded.has(name), `a panel shows ${name}`);
});

test('Prometheus should ask every node, and what compose.yaml starts', () => {
  const nodes = Object.keys(compose.services).filter((name) => compose.services[name].image.includes('breakwater-node'));
  const asked = load('docker/prometheus/targets/nodes.yml').flatMap((one) => one.targets);
  assert.deepEqual(asked.sort(), nodes.map((name) => `${name}:9615`).sort());
  const others = [
    ...load('docker/prometheus/targets/machines.yml').flatMap((one) => one.targets),
    ...prometheus.alerting.alertmanagers.flatMap((one) => one.static_configs).flatMap((one) => one.targets),
    new URL(sources[0].url).host,
  ];
  for (const target of others) assert.ok(target.split(':')[0] in compose.services, target);
  // in a network that both are in
  const networks = (name) => compose.services[name].networks;
  for (const target of [...asked, ...others]) {
    const name = target.split(':')[0];
    assert.ok(networks(name).some((one) => networks('prometheus').includes(one)), `Prometheus does not reach ${name}`);
  }
  const jobs = prometheus.scrape_configs.map((one) => one.job_name);
  const text = [...rules.map((rule) => rule.expr), ...shown].join(' ');
  for (const [, job] of text.matchAll(/job="(\w+)"/g)) assert.ok(jobs.includes(job), job);
  const files = prometheus.scrape_configs.flatMap((one) => one.file_sd_configs ?? []).flatMap((one) => one.files);
  for (const file of [...prometheus.rule_files, ...files]) assert.ok(existsSync(join(top, 'docker', 'prometheus', file)), file);
});

test('the receiver of the repository should be one that no network has', () => {
  const { receivers, route } = load('docker/alertmanager/alertmanager.yml');
  const urls = receivers.flatMap((one) => one.webhook_configs ?? []).map((one) => new URL(one.url));
  assert.ok(urls.length > 0 && urls.every((url) => url.hostname.endsWith('.invalid') && !url.password), 'a real address');
  const names = receivers.map((one) => one.name);
  for (const one of [route, ...route.routes]) assert.ok(names.includes(one.receiver), one.receiver);
});

test('Grafana should find the dashboard and its source', () => {
  const [provider] = load('docker/grafana/provisioning/dashboards/breakwater.yml').providers;
  const mounted = compose.services.grafana.volumes.map((one) => one.split(':'));
  assert.ok(mounted.some(([from, to]) => from === './grafana/dashboards' && to === provider.options.path));
  assert.ok(mounted.some(([from, to]) => from === './grafana/provisioning' && to === '/etc/grafana/provisioning'));
  const uids = new Set(sources.map((one) => one.uid));
  const found = [...JSON.stringify(dashboard).matchAll(/"datasource":(\{[^}]*\}|"[^"]*")/g)].map(([, one]) => JSON.parse(one));
  assert.ok(found.length > panels.length);
  for (const one of found) assert.ok(uids.has(one.uid), `no source ${JSON.stringify(one)} is provisioned`);
});

test('every panel should have an id of its own, a unit, a text, a question and a place', () => {
  const ids = dashboard.panels.map((panel) => panel.id);
  assert.equal(new Set(ids).size, ids.length);
  const titles = new Set();
  const taken = new Set();
  for (const panel of dashboard.panels) {
    const { x, y, w, h } = panel.gridPos;
    assert.ok(x + w <= 24, panel.title);
    for (let column = x; column < x + w; column += 1) {
      for (let line = y; line < y + h; line += 1) {
        assert.ok(!taken.has(`${column} ${line}`), `${panel.title} lies on another panel`);
        taken.add(`${column} ${line}`);
      }
    }
  }
  for (const panel of panels) {
    assert.ok(panel.title && panel.description, `panel ${panel.id}`);
    assert.ok(panel.fieldConfig.defaults.unit, `${panel.title} has no unit`);
    assert.ok(panel.targets.length > 0 && panel.targets.every((target) => target.expr), panel.title);
    titles.add(`${panel.type} ${panel.title}`);
  }
  assert.equal(titles.size, panels.length);
});

test('the dashboard should show what operators look at, for the nodes that they choose', () => {
  const text = shown.join('\n');
  for (const metric of [
    'status="best"', 'status="finalized"', 'breakwater_block_time_seconds', 'peers_count', 'ready_transactions_number',
    'breakwater_validators_active', 'breakwater_validators_suspended', 'breakwater_clock_offset_seconds',
    'breakwater_incidents_open', 'breakwater_claims_waiting', 'breakwater_feed_age_seconds', 'breakwater_feed_priced',
    'breakwater_pool_capital_tokens', 'breakwater_pool_locked_tokens', 'breakwater_reserve_own_tokens',
    'breakwater_reserve_owed_tokens', 'breakwater_reserve_ratio', 'substrate_beefy_best_block',
    'substrate_database_cache_bytes', 'node_memory_MemAvailable_bytes', 'node_cpu_seconds_total',
  ]) {
    assert.ok(text.includes(metric), `no panel shows ${metric}`);
  }
  const variables = dashboard.templating.list.map((one) => one.name);
  assert.ok(variables.includes('instance'));
  for (const [, name] of text.matchAll(/\$(?!__)(\w+)/g)) assert.ok(variables.includes(name), `no variable ${name}`);
});
