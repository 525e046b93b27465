#!/usr/bin/env node
// tick.mjs PORT: asks a development node on this machine for a block every three seconds, until it is gone.

const port = process.argv[2];
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'dev_newBlock', params: [] });
for (;;) {
  try {
    await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  } catch {
    process.exit(0);
  }
  await new Promise((resolve) => setTimeout(resolve, 3_000));
}
