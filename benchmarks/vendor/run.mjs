// node benchmarks/vendor/run.mjs [seconds]: /v1/images/generations through model-openai to a stub of OpenAI, by turns with
// Portkey's gateway before the same stub: 10 kB and 1.1 MB at 1, 16 and 64 callers, and a vendor that takes 200 ms.
import { join } from 'node:path';
import { Server, load, pause, set } from '../server.mjs';
import { dropAccount, openPortkey, openStub, through } from '../vendor.mjs';

const seconds = Number(process.argv[2] ?? 15);
const ROUNDS = 2;
const stubs = { small: await openStub(57), large: await openStub(605), slow: await openStub(57, 200) };
const portkey = await openPortkey();
const server = await Server.unpack('vendor');
const moderation = join(server.home, 'etc/org.image2ai.moderation.cfg');
set(moderation, 'reviewPictures', 'false');
set(moderation, 'requiredReviewers', 'words');
await server.start('-Xmx1g');
const key = await server.person(100_000_000);
for (const [name, stub] of Object.entries(stubs)) dropAccount(server, name, stub.port);
await server.until(async () => {
  const models = JSON.stringify(await server.call('GET', '/api/v1/models', key));
  return Object.keys(stubs).every((name) => models.includes(`${name}/gpt-image-1`));
});

const path = '/v1/images/generations';
const body = (model) => ({ model, prompt: 'a fox', quality: 'low', size: '1024x1024' });
const ours = (name, callers) => load(server.base + path, server.pid, body(`${name}/gpt-image-1`),
  { Authorization: `Bearer ${key}` }, ['--callers', callers, '--seconds', seconds]);
const theirs = (name, callers) => load(`http://127.0.0.1:${portkey.port}${path}`, portkey.pid, body('gpt-image-1'),
  through(stubs[name]), ['--callers', callers, '--seconds', seconds]);
const figures = ({ perSecond, p50, p99, cpuMillisPerCall, failed, failure }) =>
  `${perSecond}/s p50 ${p50} p99 ${p99} ms CPU ${cpuMillisPerCall} ms${failed ? ` FAILED ${failed} ${failure}` : ''}`;

try {
  for (let warm = 0; warm < 120; warm += seconds) console.log('warm-up', figures(await ours('small', 16)));
  for (const [name, callers] of [['small', 1], ['small', 16], ['small', 64], ['large', 1], ['large', 16], ['large', 64], ['slow', 16]]) {
    for (let round = 0; round < ROUNDS; round++) {
      const a = await ours(name, callers);
      const b = await theirs(name, callers);
      console.log(`${name} ${callers}`.padEnd(10), figures(a), '| portkey', figures(b),
        '| ratio', (a.perSecond / b.perSecond).toFixed(2), 'of p99', (a.p99 / b.p99).toFixed(2));
    }
    await pause(1);
  }
} finally {
  await server.stop();
  portkey.close();
  Object.values(stubs).forEach((stub) => stub.close());
}
