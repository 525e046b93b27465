#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// wait.mjs PORT PID SECONDS: waits until the node answers on PORT; a dot a second. Exit code 1 if it does not in time,
// 2 if the process has ended before.

const [port, pid, seconds] = process.argv.slice(2).map(Number);
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'system_health', params: [] });
const started = Date.now();
let dots = 0;
for (;;) {
  try {
    process.kill(pid, 0);
  } catch {
    process.exit(2);
  }
  try {
    const reply = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    if (reply.ok) break;
  } catch {
    // not yet
  }
  const passed = (Date.now() - started) / 1_000;
  if (passed > seconds) process.exit(1);
  while (dots < passed) {
    process.stdout.write('.');
    dots += 1;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}
process.stdout.write('\n');
