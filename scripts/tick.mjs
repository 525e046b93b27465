#!/usr/bin/env node
// tick.mjs PORT: asks a development node on this machine for a block every three seconds, until it is gone: until
// nothing listens on the port. A slow or broken answer is not the end.

const port = process.argv[2];
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'dev_newBlock', params: [] });
let told = '';

/** Says what is wrong, once for as long as it stays the same. */
function tell(trouble) {
  if (trouble && trouble !== told) console.error(`No block every three seconds: ${trouble}`);
  told = trouble;
}

for (;;) {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(30_000),
    });
    const { error } = await reply.json();
    tell(error ? `the node answers "${error.message}"${error.data ? ` (${JSON.stringify(error.data)})` : ''}.` : '');
  } catch (error) {
    if (error.cause?.code === 'ECONNREFUSED') process.exit(0);
    tell(`${error.cause?.code ?? error.message}; trying again.`);
  }
  await new Promise((resolve) => setTimeout(resolve, 3_000));
}
