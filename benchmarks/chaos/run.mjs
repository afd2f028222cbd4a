// node benchmarks/chaos/run.mjs [kills]: the server is killed at random instants under mixed load and started again.
// At the end every promise that it gave is looked at: nothing lost, nothing double. Exits with 1 where one was broken.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Server, pause, root, set } from '../server.mjs';
import { Person, Sink } from './client.mjs';
import { Operator } from './operator.mjs';

const kills = Number(process.argv[2] ?? 50);
const PEOPLE = 3;
const CREDITS = 1_000_000;
const broken = [];
const promise = (what, count) => {
  console.log(String(count).padStart(8), what);
  if (count > 0) broken.push(what);
};

const sink = new Sink();
const sinkPort = await sink.open();
const hook = `http://127.0.0.1:${sinkPort}`;
const server = await Server.unpack('chaos');
const etc = (name) => join(server.home, 'etc', `org.image2ai.${name}.cfg`);
set(etc('egress'), 'allowedInner', `127.0.0.1:${sinkPort}`);
set(etc('notify'), 'webhookHttp', 'true');
set(etc('notify'), 'webhookRetrySeconds', '1, 2, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5');
set(etc('generation'), 'maxAttempts', String(kills + 5));
set(etc('security'), 'guessesPerAccount', '1000');
set(etc('security'), 'guessesPerNetwork', '1000');
await server.start();

const people = [];
for (let i = 0; i < PEOPLE; i++) {
  people.push(new Person(server, await server.person(CREDITS, `chaos-${i}@example.org`), `p${i}`));
}
await server.instantProvider(people[0].key);
const picture = (name) => readFileSync(join(root, 'bundles/tck/src/main/resources/org/image2ai/tck/pictures', name));
const [small, photo, mask] = ['small.jpg', 'photo.jpg', 'photo-mask.png'].map(picture);
for (const person of people) {
  person.before = (await person.ask('GET', '/api/v1/credits')).body.available;
  const { status } = await person.ask('POST', '/api/v1/webhooks', JSON.stringify({ url: `${hook}/account`, events: ['job.succeeded'] }));
  if (status !== 201 && status !== 200) throw new Error(`a webhook: ${status}`);
}

const operator = new Operator(server);
await operator.open();

let over = false;
let asked = 0;
const worker = async (work) => {
  while (!over) await work(asked++);
};
const instant = (number) => ({ operation: 'generate', model: 'instant/10kb', prompt: `number ${number}`, count: 1 + (number % 3) });
const kinds = [
  (person) => (number) => person.keyed({ ...instant(number), webhook: `${hook}/job` }).then(() => pause(0.05)),
  (person) => (number) => person.keyed({ operation: 'generate', prompt: `a red fox by a lake ${number}`, parameters: { width: 512, height: 512 } }).then(() => pause(1)),
  (person) => (number) => person.openAi(`openai ${person.name} ${number}`),
  (person) => async (number) => {
    const asset = await person.upload(small);
    await person.keyed({ operation: 'upscale', model: 'embedded/enhance-x4', inputs: [{ asset, role: 'image' }] });
    await pause(3);
  },
  (person) => async () => {
    const inputs = [{ asset: await person.upload(photo), role: 'image' }, { asset: await person.upload(mask), role: 'mask' }];
    await person.keyed({ operation: 'inpaint', model: 'embedded/inpaint', inputs });
    await pause(3);
  },
  (person) => async (number) => {
    const id = await person.keyed({ ...instant(number), model: 'auto' });
    await person.ask('DELETE', `/api/v1/jobs/${id}`);
    await pause(1);
  },
  (person) => async (number) => {
    await person.watch(await person.keyed(instant(number)));
    const ready = (await person.ask('GET', '/api/v1/assets?limit=50')).body.items.filter((asset) => asset.origin === 'RESULT' || asset.origin === 'result');
    if (ready.length > 20) {
      const gone = ready[20].id;
      person.deleted.add(gone);
      await person.ask('DELETE', `/api/v1/assets/${gone}`);
    }
    await pause(0.3);
  },
];
const beside = [
  () => operator.key().then(() => pause(0.5)),
  () => operator.grant().then(() => pause(0.5)),
  () => operator.password().then(() => pause(0.5)),
  () => operator.backup(),
];
const load = [...people.flatMap((person) => kinds.map((kind) => worker(kind(person)))), ...beside.map(worker)];

const began = Date.now();
for (let kill = 1; kill <= kills; kill++) {
  await pause(0.2 + Math.random() * 4);
  await server.kill();
  await server.start();
  if (kill % 10 === 0) console.log(`${kill} kills, ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
await pause(3);
over = true;
await Promise.all(load);

let lost = 0, doubled = 0, running = 0, failed = 0, unpaid = 0, held = 0, unread = 0, changed = 0, still = 0, unheard = 0, twice = 0, jobs = 0, pictures = 0;
for (const person of people) {
  let mine = [];
  for (let tries = 0; tries < 300; tries++) {
    mine = await person.all('/api/v1/jobs');
    if (mine.every((job) => !['QUEUED', 'RUNNING'].includes(job.state))) break;
    await pause(1);
  }
  jobs += mine.length;
  const byId = new Map(mine.map((job) => [job.id, job]));
  running += mine.filter((job) => ['QUEUED', 'RUNNING'].includes(job.state)).length;
  failed += mine.filter((job) => job.state === 'FAILED').length;
  for (const [key, { id, body }] of person.jobs) {
    if (!byId.has(id)) lost++;
    const again = await person.ask('POST', '/api/v1/jobs', JSON.stringify(body), () => ({ 'idempotency-key': key }));
    if (again.body.id !== id) doubled++;
  }
  for (const [prompt, times] of person.joined) {
    const made = mine.filter((job) => job.prompt === prompt).length;
    if (made < 1) lost++;
    if (made > times) doubled++;
  }
  const spent = mine.reduce((sum, job) => sum + (job.state === 'SUCCEEDED' ? job.receipt.credits : 0), 0);
  const credits = (await person.ask('GET', '/api/v1/credits')).body;
  if (credits.available !== person.before - spent) unpaid++;
  held += credits.held;
  for (const output of mine.filter((job) => job.state === 'SUCCEEDED').flatMap((job) => job.outputs).filter((one) => one.asset)) {
    const answer = await person.fetch('GET', `/api/v1/assets/${output.asset}/content`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (person.deleted.has(output.asset)) {
      if (answer.status !== 404) still++;
    } else if (answer.status !== 200) unread++;
    else if (answer.headers.get('etag') !== `"${createHash('sha256').update(bytes).digest('hex')}"`) changed++;
    else pictures++;
  }
  const tellers = new Set([...person.jobs.values()].filter(({ body }) => body.webhook).map(({ id }) => id));
  const events = mine.filter((job) => job.state === 'SUCCEEDED').map((job) => `/account ${job.id}`)
    .concat(mine.filter((job) => tellers.has(job.id)).map((job) => `/job ${job.id}`));
  for (let tries = 0; tries < 90 && events.some((event) => !sink.taken.has(event)); tries++) await pause(1);
  unheard += events.filter((event) => !sink.taken.has(event)).length;
  twice += events.filter((event) => (sink.taken.get(event)?.size ?? 1) > 1).length;
}

set(etc('library'), 'sweepGraceMinutes', '0');
await server.stop();
await server.start();
const files = () => {
  try {
    return readdirSync(join(server.home, 'data/blobs/library'), { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).length;
  } catch (e) {
    if (e.code !== 'ENOENT') throw e;
    return Infinity; // The sweep took a folder away while it was being read.
  }
};
let rows = 0;
for (const person of people) rows += (await person.all('/api/v1/assets')).length;
for (let tries = 0; tries < 90 && files() > rows; tries++) await pause(1);
const log = readFileSync(join(server.home, 'data/log/karaf.log'), 'utf8').split('\n');
const errors = log.filter((line) => / \| ERROR +\| /.test(line));

const { summary, ...besides } = await operator.look();
console.log(`${kills} kills; ${jobs} jobs, ${pictures} pictures; ${people.reduce((sum, p) => sum + p.answers, 0)} answers, ` +
  `${people.reduce((sum, p) => sum + p.broken, 0)} calls broken off; ${sink.taken.size} events taken, ${sink.refused} refused`);
console.log(summary);
promise('jobs lost', lost);
promise('jobs begun twice for one wish', doubled);
promise('jobs that did not end', running);
promise('jobs that failed', failed);
promise('accounts whose credits do not add up', unpaid);
promise('credits still held', held);
promise('pictures that cannot be read', unread);
promise('pictures that are other bytes', changed);
promise('deleted pictures that are still there', still);
promise('events that never came', unheard);
promise('events with two ids', twice);
promise('files without a row, or rows without a file', Math.abs(files() - rows));
for (const [what, count] of Object.entries(besides)) promise(what, count);
promise('errors in the log', errors.length);
errors.slice(0, 5).forEach((line) => console.log(line));
await server.stop();
sink.close();
process.exit(broken.length > 0 ? 1 : 0);
