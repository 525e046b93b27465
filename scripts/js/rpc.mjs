#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// rpc.mjs PORT METHOD [PARAMS]: one JSON-RPC request to a node on this machine. PARAMS is JSON (default []).
// Prints the result, or the error as {"error": …} with exit code 3; exit code 2 if nobody answers.

const [port, method, params = '[]'] = process.argv.slice(2);
if (!port || !method) {
  console.error('usage: rpc.mjs PORT METHOD [PARAMS]');
  process.exit(1);
}
const body = `{"jsonrpc":"2.0","id":1,"method":${JSON.stringify(method)},"params":${params}}`;
try {
  const reply = await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  const answer = await reply.json();
  if (answer.error) {
    console.log(JSON.stringify({ error: answer.error }));
    process.exitCode = 3;
  } else {
    console.log(typeof answer.result === 'string' ? answer.result : JSON.stringify(answer.result));
  }
} catch (error) {
  console.error(`nobody answers on port ${port}: ${error.cause?.code ?? error.message}`);
  process.exitCode = 2;
}
