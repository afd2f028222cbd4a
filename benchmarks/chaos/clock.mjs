// node benchmarks/chaos/clock.mjs: the clock of a running server is set an hour ahead and two hours back, under jobs.
// Needs libfaketime (Debian: faketime). Every job must succeed once, and nothing may be an ERROR in the log.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server, pause, root } from '../server.mjs';

const library = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((arch) => `/usr/lib/${arch}/faketime/libfaketimeMT.so.1`).find(existsSync);
if (!library) throw new Error('libfaketime is not installed.');
const JOBS = 30;
const offset = join(root, 'benchmarks/target/clock-offset');
mkdirSync(join(root, 'benchmarks/target'), { recursive: true });
const set = (text) => writeFileSync(offset, text);
set('+0');
Object.assign(process.env, {
  LD_PRELOAD: library,
  FAKETIME_TIMESTAMP_FILE: offset,
  // To read the file at every look at the clock is too slow for a server to start.
  FAKETIME_CACHE_DURATION: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

const server = await Server.unpack('clock');
await server.start();
for (const name of Object.keys(process.env).filter((name) => name === 'LD_PRELOAD' || name.startsWith('FAKETIME'))) delete process.env[name];
const key = await server.person(10_000);

async function round(name, jump) {
  const body = { operation: 'generate', prompt: 'a red fox', parameters: { width: 512, height: 512 } };
  const ids = [];
  for (let i = 0; i < JOBS; i++) ids.push((await server.call('POST', '/api/v1/jobs', key, body)).id);
  set(jump);
  await pause(2);
  const ended = new Map();
  for (let tries = 0; ended.size < JOBS && tries < 600; tries++) {
    for (const id of ids.filter((one) => !ended.has(one))) {
      const job = await server.call('GET', `/api/v1/jobs/${id}`, key);
      if (!['QUEUED', 'RUNNING'].includes(job.state)) ended.set(id, job);
    }
    await pause(0.2);
  }
  const good = [...ended.values()].filter((job) => job.state === 'SUCCEEDED').length;
  const now = await server.call('POST', '/api/v1/jobs?wait=30', key, body);
  console.log(name.padEnd(16), `${good} of ${JOBS} succeeded;`, `a new one: ${now.state};`, `the server's clock: ${now.created}`);
  if (good !== JOBS || now.state !== 'SUCCEEDED') process.exitCode = 1;
}

try {
  await round('as it is', '+0');
  await round('an hour ahead', '+3600');
  await round('two hours back', '-3600');
  const { available, held } = await server.call('GET', '/api/v1/credits', key);
  console.log('credits', { available, held });
  const wrong = readFileSync(join(server.home, 'data/log/karaf.log'), 'utf8').split('\n').filter((line) => / \| (ERROR|WARN) +\| /.test(line));
  console.log(`${wrong.length} warnings or errors in the log`, ...wrong.slice(0, 5));
  if (held !== 0 || wrong.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
}
