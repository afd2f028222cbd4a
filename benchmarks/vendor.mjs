// What the benchmarks of vendors share: a stub of OpenAI's API, an account at it, and Portkey's gateway before it.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, pause, root } from './server.mjs';

const here = join(root, 'benchmarks/load');

/** A stub that answers with a picture of that side, after that many milliseconds. */
export async function openStub(side, millis = 0) {
  const port = await freePort();
  const child = spawn('node', [join(here, 'stub.mjs'), port, side, millis], { stdio: 'inherit' });
  return { port, close: () => child.kill() };
}

/** Drops an account at a stub into etc/; its models are named after it. */
export function dropAccount(server, name, port) {
  writeFileSync(join(server.home, `etc/org.image2ai.model.openai-${name}.cfg`), [
    `id = ${name}`, 'apiKey = sk-benchmark', `baseUrl = http://127.0.0.1:${port}/v1`, 'egress.allowPrivate = true',
    'maxConcurrent = 128', 'models = gpt-image-1=1', ''].join('\n'));
}

/** Portkey's gateway, on the loopback address only. */
export async function openPortkey() {
  const peer = join(root, 'benchmarks/target/portkey');
  mkdirSync(peer, { recursive: true });
  cpSync(join(here, 'package.json'), join(peer, 'package.json'));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: peer, stdio: 'inherit' });
  const port = await freePort();
  const child = spawn('node', [join(peer, 'node_modules/@portkey-ai/gateway/build/start-server.js'), '--headless', `--port=${port}`],
    { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: `--require ${join(here, 'loopback.cjs')}` } });
  await pause(3);
  return { port, pid: child.pid, close: () => child.kill() };
}

/** The headers that lead through it to a stub. */
export const through = (stub) => ({
  Authorization: 'Bearer x', 'x-portkey-provider': 'openai', 'x-portkey-custom-host': `http://127.0.0.1:${stub.port}/v1`,
});
