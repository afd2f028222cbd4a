// node benchmarks/outage/run.mjs: of two vendors the better one dies in three ways under 20 jobs a second. Says when it got its
// last call but for probes, how many calls it got until then, when it was back after its recovery, and how many jobs failed.
import http from 'node:http';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server, freePort, pause, set } from '../server.mjs';
import { dropAccount, openStub } from '../vendor.mjs';

const healthy = await openStub(57);
const calls = [];
let mode = 'well';
const dying = http.createServer((request, response) => {
  calls.push(Date.now());
  if (mode === 'reset') return request.socket.destroy();
  if (mode === 'hangs') return undefined;
  if (mode === 'errors') return request.resume().on('end', () => response.writeHead(503).end());
  const onward = http.request({ port: healthy.port, path: request.url, method: 'POST', headers: request.headers },
    (answer) => answer.pipe(response.writeHead(answer.statusCode, answer.headers)));
  return request.pipe(onward);
});
const port = await freePort();
await new Promise((resolve) => dying.listen(port, '127.0.0.1', resolve));

const server = await Server.unpack('outage');
set(join(server.home, 'etc/org.image2ai.models.cfg'), 'quality', 'first/gpt-image-1, second/gpt-image-1');
await server.start('-Xmx1g');
const key = await server.person(100_000_000);
dropAccount(server, 'first', port);
dropAccount(server, 'second', healthy.port);
appendFileSync(join(server.home, 'etc/org.image2ai.model.openai-first.cfg'), 'timeoutSeconds = 1\n');
await server.until(async () => {
  const models = JSON.stringify(await server.call('GET', '/api/v1/models', key));
  return ['first', 'second'].every((name) => models.includes(`${name}/gpt-image-1`));
});

const body = { operation: 'generate', prompt: 'a fox', count: 1, routing: { policy: 'quality', excludeVendors: ['embedded'] } };
let over = false;
let asked = 0;
let failed = 0;
const ask = async () => {
  asked++;
  let job = await server.call('POST', '/api/v1/jobs?wait=30', key, body).catch((e) => ({ state: e.message }));
  while (['QUEUED', 'RUNNING'].includes(job.state)) {
    await pause(1);
    job = await server.call('GET', `/api/v1/jobs/${job.id}`, key).catch(() => job);
  }
  if (job.state !== 'SUCCEEDED') {
    failed++;
    console.log('failed', job.state, JSON.stringify(job.error ?? ''));
  }
};
const running = (async () => {
  const open = [];
  while (!over) {
    open.push(ask());
    await pause(0.05);
  }
  await Promise.all(open);
})();
/** Milliseconds from an instant to the end of the first second in which it got at most a probe. */
const quiet = (since) => {
  const later = calls.filter((at) => at >= since);
  const last = later.findIndex((at, i) => (later[i + 2] ?? Infinity) - at > 1000);
  return { millis: last < 0 ? 0 : later[last] - since, calls: last + 1 };
};

await pause(15);
for (const death of ['reset', 'errors', 'hangs']) {
  mode = death;
  const died = Date.now();
  await pause(12);
  const { millis, calls: got } = quiet(died);
  mode = 'well';
  const recovered = Date.now();
  // Back: ten calls within one second.
  let back;
  await server.until(() => {
    const later = calls.filter((at) => at >= recovered);
    back = later.find((at, i) => (later[i + 9] ?? Infinity) - at < 1000);
    return back !== undefined;
  });
  console.log(death.padEnd(7), `last call after ${millis} ms, ${got} calls until then; back ${back - recovered} ms after its recovery`);
  await pause(5);
}
over = true;
await running;
console.log(`${asked} jobs, ${failed} failed`);
await server.stop();
healthy.close();
dying.closeAllConnections();
dying.close();
process.exit(failed === 0 ? 0 : 1);
