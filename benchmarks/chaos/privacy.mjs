// node benchmarks/chaos/privacy.mjs [kills]: the server is killed at random instants of erasures and copies and started
// again. Whenever a request is COMPLETE, the person is gone, or the copy is whole. Exits with 1 where one was not.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server, pause, root } from '../server.mjs';
import { Operator } from './operator.mjs';
import { Person } from './client.mjs';

const kills = Number(process.argv[2] ?? 50);
const PICTURES = 25;
const REQUESTS = '/api/v1/privacy/requests';
const PASSWORD = 'correct horse battery staple';
const broken = new Map();
const wrong = (what) => broken.set(what, (broken.get(what) ?? 0) + 1);

const server = await Server.unpack('chaos-privacy');
await server.start();
const operator = new Operator(server);
const { admin } = operator;
const picture = readFileSync(join(root, 'bundles/tck/src/main/resources/org/image2ai/tck/pictures/small.jpg'));
const copies = join(root, 'benchmarks/target/copies');
mkdirSync(copies, { recursive: true });

async function someone(name) {
  const person = new Person(server, await server.person(10, `${name}@example.org`, { password: PASSWORD }), name);
  person.account = (await person.ask('GET', '/api/v1/me')).body.id;
  for (let i = 0; i < PICTURES; i++) await person.upload(picture);
  await person.keyed({ operation: 'generate', prompt: `a fox for ${name}`, parameters: { width: 256, height: 256 } });
  return person;
}

/** What an officer sees of a request, which outlives the person's access; null while the server is away. */
async function seen(id) {
  try {
    const answer = await admin.fetch('GET', `/api/v1/admin/privacy/requests/${id}`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

async function erased({ account }, view) {
  const of = (bundle) => view.outcomes.find((part) => part.bundle === bundle).items.reduce((sum, line) => sum + line.items, 0);
  if (view.outcomes.some((part) => part.state !== 'DONE')) wrong('COMPLETE with a part that is not done');
  if (of('org.image2ai.library') < PICTURES) wrong('pictures that were not counted');
  if ((await admin.ask('GET', `/api/v1/admin/accounts/${account}`)).status !== 404) wrong('accounts that are there after COMPLETE');
}

async function copied(person, view) {
  const { status, body } = await person.ask('GET', `${REQUESTS}/${view.id}`);
  if (status !== 200 || !body.exportId) return wrong('COMPLETE without a copy');
  const answer = await person.fetch('GET', `/api/v1/privacy/exports/${body.exportId}`);
  const file = join(copies, `${person.name}.zip`);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const read = (...more) => execFileSync('unzip', [...more], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const names = read('-Z1', file).toString().split('\n').filter((name) => name && !name.endsWith('/'));
  const manifest = JSON.parse(read('-p', file, names.find((name) => name.endsWith('manifest.json'))));
  let pictures = 0;
  for (const entry of manifest.entries) {
    const bytes = read('-p', file, entry.name);
    if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) wrong('files of a copy that are other bytes');
    if (bytes.equals(picture)) pictures++;
  }
  if (pictures !== PICTURES) wrong('copies without every picture');
}

const states = new Map();
async function follow(request, until) {
  for (;;) {
    const view = await seen(request.id);
    if (view) states.set(view.state, (states.get(view.state) ?? 0) + 1);
    if (view?.state === 'COMPLETE') {
      await request.look(view);
      return true;
    }
    if (until()) return false;
    await pause(0.05);
  }
}

const begin = async (person, type) => (await person.ask('POST', REQUESTS, JSON.stringify({ type }))).body.id;
const began = Date.now();
let before = 0;
for (let kill = 1; kill <= kills; kill++) {
  const [leaves, stays] = await Promise.all([someone(`leaves-${kill}`), someone(`stays-${kill}`)]);
  const erasure = { id: await begin(leaves, 'erasure'), look: (view) => erased(leaves, view) };
  const confirmed = await leaves.fetch('POST', `${REQUESTS}/${erasure.id}/confirm`, JSON.stringify({ password: PASSWORD }));
  if (confirmed.status !== 202) throw new Error(`a confirmation: ${confirmed.status} ${await confirmed.text()}`);
  const copy = { id: await begin(stays, 'access'), look: (view) => copied(stays, view) };
  let dead = false;
  const watched = [erasure, copy].map((request) => follow(request, () => dead).catch(() => false));
  await pause(Math.random() * 1.5);
  dead = true;
  await server.kill();
  before += (await Promise.all(watched)).filter(Boolean).length;
  await server.start();
  const late = Date.now() + 120_000;
  for (const request of [erasure, copy]) {
    if (!(await follow(request, () => Date.now() > late))) wrong('requests that did not end');
  }
  if (kill % 10 === 0) console.log(`${kill} kills, ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

const verified = await operator.shell('image2ai:privacy-verify');
if (!verified.out.includes('chains are whole')) wrong('chains of evidence that are not whole');
const log = readFileSync(join(server.home, 'data/log/karaf.log'), 'utf8').split('\n');
const errors = log.filter((line) => / \| ERROR +\| /.test(line));
errors.slice(0, 5).forEach((line) => console.log(line));
if (errors.length > 0) wrong('errors in the log');
console.log(`${kills} kills of an erasure and a copy each, ${before} of them over before; states seen: ${[...states].map(([state, times]) => `${state} ${times}`).join(', ')}`);
console.log(broken.size ? [...broken].map(([what, times]) => `${String(times).padStart(8)} ${what}`).join('\n') : 'every one ended right');
await server.stop();
process.exit(broken.size > 0 ? 1 : 0);
