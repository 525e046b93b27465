// SPDX-License-Identifier: Apache-2.0
// The image and the network of docker/: what a container may do, what is published, what is pinned, and the script of the keys.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const top = fileURLToPath(new URL('../../', import.meta.url));
const docker = join(top, 'docker');
const read = (path) => readFileSync(join(top, path), 'utf8');
const compose = parse(read('docker/compose.yaml'), { merge: true });
const services = Object.entries(compose.services);
const readme = read('docker/README.md');
const version = read('Cargo.toml').match(/^version = "(.+)"$/m)[1];

/** The nodes of the network. */
const VALIDATORS = ['validator-1', 'validator-2', 'validator-3'];
const NODES = [...VALIDATORS, 'sentry', 'archive'];
/** Images whose tag moves, as their makers give them no versions. The README says how to pin them. */
const MOVING = ['gcr.io/distroless/cc-debian12:nonroot'];

/** A text with its settings replaced by what .env.example or the text itself says; `needed` if there is no value. */
function settled(text, values = {}) {
  let before;
  do {
    before = text;
    text = text.replace(
      /\$\{(\w+)(?:(:-|:\?)([^${}]*))?\}/g,
      (_, name, kind, rest) => values[name] || (kind === ':-' ? rest : 'needed'),
    );
  } while (text !== before);
  return text;
}

/** The instructions of a Dockerfile by stage: `[{ name, arguments }]`; what is before the first FROM is stage 0. */
function stagesOf(text) {
  const stages = [[]];
  const whole = text.replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, ' ');
  for (const line of whole.split('\n').filter((one) => one.trim())) {
    const [, name, rest] = line.match(/^([A-Z]+)\s+(.*)$/) ?? assert.fail(`"${line}" is no instruction`);
    if (name === 'FROM') stages.push([]);
    stages.at(-1).push({ name, rest: rest.trim() });
  }
  return stages;
}

const stages = stagesOf(read('docker/Dockerfile'));
const last = stages.at(-1);
const all = (stage, name) => stage.filter((one) => one.name === name).map((one) => one.rest);
const [args] = [Object.fromEntries(all(stages[0], 'ARG').map((one) => one.split('=')))];

/** Whether an image is pinned: `digest`, `tag` for an exact version, or undefined. */
function pinned(image) {
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return 'digest';
  return /:v?\d+\.\d+\.\d+(-[\w.-]+)?$/.test(image) ? 'tag' : undefined;
}

test('an image should be pinned by its digest or an exact version only', () => {
  assert.equal(pinned(`debian@sha256:${'0'.repeat(64)}`), 'digest');
  assert.equal(pinned('prom/prometheus:v3.5.0'), 'tag');
  for (const image of ['debian', 'debian:latest', 'debian:12', 'debian:bookworm', 'grafana/grafana:12.1', 'debian@sha256:0123']) {
    assert.equal(pinned(image), undefined, image);
  }
});

test('every image should be pinned, and the README name those that only a tag pins', (t) => {
  const images = [...services.map(([, service]) => settled(service.image)), ...Object.values(args)];
  const byTag = [];
  for (const image of new Set(images)) {
    const how = MOVING.includes(image) ? 'moving' : pinned(image);
    assert.ok(how, `${image} is neither pinned by a digest nor by an exact version`);
    if (how === 'digest' || image === `breakwater-node:${version}`) continue;
    byTag.push(image);
    assert.ok(readme.includes(`\`${image}\``), `docker/README.md does not say that ${image} is pinned by its tag only`);
  }
  t.diagnostic(`pinned by a tag only: ${byTag.join(', ')}`);
});

test('the node should be that of the workspace, and the compiler that of rust-toolchain.toml', () => {
  for (const name of NODES) assert.equal(settled(compose.services[name].image), `breakwater-node:${version}`);
  const toolchain = read('rust-toolchain.toml');
  assert.equal(args.BUILD_IMAGE, `rust:${toolchain.match(/^channel = "(.+)"$/m)[1]}-slim-bookworm`);
  const [, target] = toolchain.match(/^targets = \["(.+)"\]$/m);
  assert.ok(all(stages[1], 'RUN').includes(`rustup target add ${target}`));
  assert.match(all(stages[1], 'RUN').join(' '), /cargo build --release --locked -p breakwater-node /);
  // what scripts/lib.sh installs; build-essential is the compilers and make
  const installed = all(stages[1], 'RUN').find((one) => one.includes('apt-get install')).split(/\s+/);
  for (const one of ['protobuf-compiler', 'g++', 'make', 'perl']) assert.ok(installed.includes(one), one);
});

test('the last stage of the image should run nothing, have no root and say what it is', () => {
  assert.deepEqual(all(last, 'RUN'), []);
  assert.deepEqual(all(last, 'FROM'), ['${RUNTIME_IMAGE}']);
  assert.match(args.RUNTIME_IMAGE, /^gcr\.io\/distroless\/cc-debian12:nonroot(@|$)/);
  const user = all(last, 'USER');
  assert.equal(user.length, 1);
  assert.match(user[0], /^(nonroot:nonroot|65532:65532)$/);
  const labels = all(last, 'LABEL').join(' ');
  for (const label of ['title', 'description', 'version', 'revision', 'licenses']) {
    assert.match(labels, new RegExp(`org\\.opencontainers\\.image\\.${label}="[^"]+"`));
  }
  assert.match(labels, /image\.version="\$\{VERSION\}".*image\.revision="\$\{REVISION\}"/);
  for (const name of ['VERSION', 'REVISION']) assert.ok(all(last, 'ARG').some((one) => one.startsWith(`${name}=`)), name);
  assert.deepEqual(all(last, 'STOPSIGNAL'), ['SIGTERM']);
  assert.deepEqual(all(last, 'EXPOSE'), ['30333 9944 9615 9616']);
});

test('what the image runs should be in exec form, as it has no shell', () => {
  const [entry] = all(last, 'ENTRYPOINT').map((one) => JSON.parse(one));
  assert.deepEqual(entry, ['/usr/local/bin/breakwater-node']);
  const [health] = all(last, 'HEALTHCHECK').map((one) => JSON.parse(one.match(/CMD (\[.*\])$/)[1]));
  assert.deepEqual(health.slice(0, 2), [entry[0], 'health']);
  const [command] = all(last, 'CMD').map((one) => JSON.parse(one));
  const [volume] = all(last, 'VOLUME').map((one) => JSON.parse(one)[0]);
  assert.equal(command[command.indexOf('--base-path') + 1], volume);
  assert.equal(command[command.indexOf('--health-addr') + 1], health[health.indexOf('--addr') + 1]);
  assert.ok(all(last, 'COPY').some((one) => one === `--from=build --chown=65532:65532 /out/data ${volume}`));
});

test('the build should see the workspace and its licences, and nothing else', () => {
  const lines = read('docker/Dockerfile.dockerignore').split('\n').filter((one) => one && !one.startsWith('#'));
  assert.equal(lines[0], '*');
  const seen = lines.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  for (const one of seen) assert.ok(existsSync(join(top, one)), one);
  const copied = stages.flatMap((stage) => all(stage, 'COPY')).filter((one) => !one.includes('--from='));
  const sources = copied.flatMap((one) => one.split(/\s+/).slice(0, -1));
  assert.deepEqual([...sources].sort(), [...seen].sort());
  const members = read('Cargo.toml').match(/^members = \[([^\]]*)\]/m)[1].match(/"[^"]+"/g).map((one) => one.slice(1, -1));
  for (const member of members) assert.ok(seen.includes(member.split('/')[0]), member);
  for (const one of ['**/target', '**/.git']) assert.ok(lines.indexOf(one) > lines.indexOf('!node'), one);
});

for (const [name, service] of services) {
  test(`the container of ${name} should be able to do no more than it needs`, () => {
    assert.equal(service.read_only, true);
    assert.deepEqual(service.cap_drop, ['ALL']);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true']);
    assert.equal(service.restart, 'unless-stopped');
    const rights = ['privileged', 'cap_add', 'pid', 'ipc', 'network_mode', 'devices', 'userns_mode'];
    for (const key of rights) assert.ok(!(key in service), key);
    assert.equal(service.healthcheck.test[0], 'CMD');
    for (const key of ['interval', 'timeout', 'retries', 'start_period']) assert.ok(service.healthcheck[key], key);
    for (const key of ['cpus', 'memory', 'pids']) assert.ok(service.deploy.resources.limits[key], key);
    assert.ok(service.logging.options['max-size'] && service.logging.options['max-file']);
    assert.ok(service.networks.length > 0 && service.networks.every((one) => one in compose.networks));
    for (const volume of service.volumes ?? []) {
      if (typeof volume !== 'string') {
        assert.equal(volume.read_only, true, `${volume.source} can be written`);
        continue;
      }
      const [from, , mode] = settled(volume).split(':');
      assert.doesNotMatch(from, /docker\.sock/);
      if (!from.startsWith('.')) assert.ok(from in compose.volumes, from);
      else {
        assert.equal(mode, 'ro', `${from} can be written`);
        assert.ok(existsSync(join(docker, from)), from);
      }
    }
  });
}

test('what is published should be for this machine alone, but for the peers of the sentry', () => {
  const published = services.flatMap(([name, service]) => (service.ports ?? []).map((port) => [name, settled(String(port))]));
  assert.ok(published.length > 0);
  for (const [name, port] of published) {
    if (name === 'sentry' && port === '30333:30333') continue;
    assert.match(port, /^127\.0\.0\.1:\d+:\d+$/, `${name} publishes ${port}`);
  }
  const outside = published.map(([, port]) => port.split(':').at(-2));
  assert.equal(new Set(outside).size, outside.length, 'a port is published twice');
});

const commandOf = (name) => compose.services[name].command.map((one) => settled(one));

test('a validator should be reached by its own network only', () => {
  const values = { VALIDATOR_1_PEER: 'one', VALIDATOR_2_PEER: 'two', VALIDATOR_3_PEER: 'three', SENTRY_PEER: 'four' };
  const address = { 'validator-1': 'one', 'validator-2': 'two', 'validator-3': 'three', sentry: 'four' };
  for (const name of VALIDATORS) {
    const service = compose.services[name];
    assert.ok(!service.ports, `${name} publishes a port`);
    for (const network of service.networks) assert.equal(compose.networks[network]?.internal, true, `${network} has a way out`);
    const command = service.command.map((one) => settled(one, values));
    assert.ok(command.includes('--reserved-only'));
    const reserved = command.filter((one) => one.startsWith('--reserved-nodes=')).map((one) => one.split('=')[1]);
    const others = Object.entries(address).filter(([one]) => one !== name);
    assert.deepEqual(reserved.sort(), others.map(([one, peer]) => `/dns4/${one}/tcp/30333/p2p/${peer}`).sort());
    assert.ok(!command.some((one) => /^--(unsafe-)?rpc-|^--node-key=/.test(one)), `${name} serves RPC`);
  }
  // no one else is in their network
  const inside = services.filter(([, service]) => service.networks.includes('core')).map(([name]) => name);
  assert.deepEqual(inside, [...VALIDATORS, 'sentry']);
});

test('nodes that answer RPC should serve safe methods, and the archive keep everything', () => {
  for (const name of ['sentry', 'archive']) {
    const command = commandOf(name);
    assert.ok(command.includes('--rpc-methods=safe') && command.includes('--rpc-external'));
    assert.ok(!command.some((one) => one.startsWith('--unsafe-')), name);
  }
  for (const flag of ['--state-pruning=archive', '--blocks-pruning=archive']) assert.ok(commandOf('archive').includes(flag));
});

test('every node should keep its data in its own volume and show its metrics and health', () => {
  for (const name of NODES) {
    const command = commandOf(name);
    for (const flag of ['--chain=local', '--base-path=/data', `--name=${name}`, '--prometheus-external', '--no-mdns']) {
      assert.ok(command.includes(flag), `${name} has no ${flag}`);
    }
    const service = compose.services[name];
    assert.ok(service.volumes.includes(`${name}:/data`));
    assert.equal(service.user, '65532:65532');
    const [, program, ...rest] = service.healthcheck.test;
    assert.equal(program, '/usr/local/bin/breakwater-node');
    assert.ok(command.includes(`--health-addr=${rest[rest.indexOf('--addr') + 1]}`));
  }
  const roles = VALIDATORS.map((name) => commandOf(name).filter((one) => /^--(alice|bob|charlie|validator)$/.test(one)));
  assert.deepEqual(roles, [['--alice'], ['--bob'], ['--charlie']]);
});

test('every setting should be in .env.example, with the value that holds without it', () => {
  const text = read('docker/compose.yaml');
  const lines = read('docker/.env.example').split('\n').filter((one) => /^\w+=/.test(one));
  const example = Object.fromEntries(lines.map((one) => [one.split('=')[0], one.slice(one.indexOf('=') + 1)]));
  const used = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
  assert.deepEqual([...used].sort(), Object.keys(example).sort());
  for (const [, name, value] of text.matchAll(/\$\{(\w+):-([^${}]*)\}/g)) assert.equal(example[name], value, name);
});

// The script of the keys, on a copy of the folder with a docker that plays its part.
const folder = mkdtempSync(join(tmpdir(), 'docker-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A docker that says what the real one would, keeps keys in a folder, and notes each call. */
const DOCKER = `#!/usr/bin/env bash
echo "$*" >>"$CALLS"
case "$*" in
"compose version") exit 0 ;;
"image inspect breakwater-node:"*) exit "\${IMAGE_MISSING:-0}" ;;
"pull "*) exit 1 ;;
esac
[[ $1 == compose && $2 == --project-directory && $4 == run ]] || exit 9
[ -n "$VALIDATOR_1_PEER" ] && [ -n "$SENTRY_PEER" ] || exit 8
shift 7
service=$1
key=$KEYS/$service
case "$2 $3" in
"key generate-node-key")
	file=/data/chains/breakwater_local/network/secret_ed25519
	if [ -e "$key" ]; then
		echo "Skip generation, a key already exists in \\"$file\\"" >&2
		echo "Error: KeyAlreadyExistsInPath(\\"$file\\")" >&2
		exit 1
	fi
	printf '12D3KooW%s%s' "$(printf '%044d' 0 | tr 0 A | head -c 43)" "$(ls "$KEYS" | wc -l | tr 0 9)" >"$key"
	echo "Generating key in \\"$file\\"" >&2
	cat "$key" >&2
	;;
"key inspect-node-key") cat "$key" ;;
*) exit 7 ;;
esac
`;

function keys(...given) {
  const path = `${join(folder, 'bin')}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, KEYS: join(folder, 'keys'), CALLS: join(folder, 'calls'), ...given[1] };
  return spawnSync(join(folder, 'docker', 'keys'), given[0] ?? [], { encoding: 'utf8', env });
}
const settingsOf = () => readFileSync(join(folder, 'docker', '.env'), 'utf8');

for (const one of ['bin', 'keys', 'docker', 'scripts']) mkdirSync(join(folder, one));
for (const one of ['docker/keys', 'docker/.env.example', 'scripts/lib.sh']) cpSync(join(top, one), join(folder, one));
writeFileSync(join(folder, 'bin', 'docker'), DOCKER);
chmodSync(join(folder, 'bin', 'docker'), 0o755);

test('the script should say what is missing before it makes anything', () => {
  const missing = keys([], { IMAGE_MISSING: '1' });
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /^error: The image breakwater-node:.* is neither here nor in a registry\./m);
  assert.equal(keys(['--no']).status, 1);
  assert.match(keys(['--help']).stdout, /^Usage: \.\/docker\/keys/);
});

test('the script should make a key for each node once, and keep it', () => {
  const first = keys();
  assert.equal(first.status, 0, first.stderr);
  const settings = settingsOf();
  const peers = [...settings.matchAll(/^(\w+_PEER)=(12D3KooW\w{44})$/gm)];
  assert.deepEqual(peers.map(([, name]) => name), ['VALIDATOR_1_PEER', 'VALIDATOR_2_PEER', 'VALIDATOR_3_PEER', 'SENTRY_PEER']);
  assert.equal(new Set(peers.map(([, , peer]) => peer)).size, 4);
  assert.match(settings, /^GRAFANA_PASSWORD=[0-9a-f]{32}$/m);
  assert.equal(statSync(join(folder, 'docker', '.env')).mode & 0o777, 0o600);
  const calls = readFileSync(join(folder, 'calls'), 'utf8');
  assert.equal(calls.match(/ archive key generate-node-key --chain local --base-path \/data$/gm).length, 1);
  const again = keys();
  assert.equal(again.status, 0, again.stderr);
  assert.equal(settingsOf(), settings);
});

test('the script of the keys should be read by bash and, where it is, by shellcheck', (t) => {
  assert.equal(spawnSync('bash', ['-n', join(docker, 'keys')]).status, 0);
  const checked = spawnSync('shellcheck', ['--external-sources', 'docker/keys'], { cwd: top, encoding: 'utf8' });
  if (checked.error) t.skip('shellcheck is not installed');
  else assert.equal(checked.status, 0, checked.stdout);
});
