// node benchmarks/load/run.mjs [seconds]: calls a second and latencies of /v1/images/generations on the packed server,
// by turns with Portkey's gateway, which does no authentication, storage, billing or durable job.
import { join } from 'node:path';
import { Server, load, pause, set } from '../server.mjs';
import { openPortkey, openStub, through } from '../vendor.mjs';

const seconds = Number(process.argv[2] ?? 20);
const ROUNDS = 3;
const stub = await openStub(57);
const gateway = await openPortkey();
const server = await Server.unpack('load');
// Its cost is measured apart: see benchmarks/README.md.
const moderation = join(server.home, 'etc/org.image2ai.moderation.cfg');
set(moderation, 'reviewPictures', 'false');
set(moderation, 'requiredReviewers', 'words');
await server.start(`-Xmx1g -Dimage2ai.benchmarks.stub=http://127.0.0.1:${stub.port}/v1/images/generations`);
const key = await server.person(100_000_000);
await server.instantProvider(key);

const ours = (model, ...more) => load(`${server.base}/v1/images/generations`, server.pid,
  { model: `instant/${model}`, prompt: 'a fox', response_format: 'b64_json' }, { Authorization: `Bearer ${key}` }, [...more, '--seconds', seconds]);
const theirs = () => load(`http://127.0.0.1:${gateway.port}/v1/images/generations`, gateway.pid,
  { model: 'm', prompt: 'a fox', response_format: 'b64_json' },
  through(stub),
  ['--callers', 16, '--seconds', seconds]);
const show = (name, figures) => console.log(name.padEnd(34), JSON.stringify(figures));

try {
  for (let i = 0; i < 6; i++) show('warm-up 10kb', await ours('10kb-stub', '--callers', 16));
  show('warm-up portkey', await theirs());
  const ratios = [];
  for (let i = 0; i < ROUNDS; i++) {
    const a = await ours('10kb-stub', '--callers', 16);
    const b = await theirs();
    show('10 kB closed 16, stub over HTTP', a);
    show('portkey closed 16, the same stub', b);
    ratios.push(a.perSecond / b.perSecond);
    show('10 kB closed 16, in the process', await ours('10kb', '--callers', 16));
  }
  console.log('ratio to portkey', ratios.map((ratio) => ratio.toFixed(2)).join(' '));
  show('1 MB warm-up', await ours('1mb', '--callers', 16));
  for (let i = 0; i < ROUNDS; i++) show('1 MB closed 16', await ours('1mb', '--callers', 16));
  await pause(5);
  for (let i = 0; i < ROUNDS; i++) show('1 MB open 50/s', await ours('1mb', '--rate', 50));
} finally {
  await server.stop();
  gateway.close();
  stub.close();
}
