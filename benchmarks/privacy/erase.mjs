// node benchmarks/privacy/erase.mjs [items]: how many items a second an erasure erases, on the packed server with H2: a
// person makes pictures until so many items are held, then an officer asks for the erasure and says yes to its plan.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server, load, pause, set } from '../server.mjs';

const wanted = Number(process.argv[2] ?? 100_000);
const SECONDS = 30;
const server = await Server.unpack('erase');
set(join(server.home, 'etc/org.image2ai.moderation.cfg'), 'reviewPictures', 'false');
set(join(server.home, 'etc/org.image2ai.moderation.cfg'), 'requiredReviewers', 'words');
await server.start('-Xmx1g');

const admin = /^admin\.apiKey = (.*)$/m.exec(readFileSync(join(server.home, 'etc/first-boot.properties'), 'utf8'))[1];
const requests = '/api/v1/admin/privacy/requests';
const sum = (lines) => lines.reduce((all, line) => all + line.items, 0);
const planned = async (account) => {
  let view = await server.call('POST', requests, admin, { account, type: 'erasure' });
  while (view.state === 'RECEIVED') {
    await pause(0.2);
    view = await server.call('GET', `${requests}/${view.id}`, admin);
  }
  if (view.state !== 'PLANNED') throw new Error(`the plan is ${view.state}, blocked by ${view.blockedBy}`);
  return view;
};

try {
  const { id } = await server.call('POST', '/api/v1/admin/accounts', admin, { email: 'erase@example.org', name: 'Erase', birthDate: '1990-05-17' });
  const { key } = await server.call('POST', `/api/v1/admin/accounts/${id}/api-keys`, admin, { name: 'bench' });
  await server.call('POST', '/api/v1/admin/credits', admin, { account: id, credits: 100_000_000, reason: 'benchmark' });
  await server.instantProvider(key);
  let view = await planned(id);
  while (sum(view.plan.items) < wanted) {
    await load(`${server.base}/v1/images/generations`, server.pid, { model: 'instant/10kb', prompt: 'a fox', response_format: 'url' },
      { Authorization: `Bearer ${key}` }, ['--callers', 16, '--seconds', SECONDS]);
    await server.call('POST', `${requests}/${view.id}/refuse`, admin, { reason: 'not yet enough' });
    view = await planned(id);
    console.log(`${sum(view.plan.items)} items are held`);
  }
  const heap = server.heap(true);
  const began = Date.now();
  await server.call('POST', `${requests}/${view.id}/confirm`, admin, {});
  let mostHeap = heap;
  do {
    await pause(0.1);
    view = await server.call('GET', `${requests}/${view.id}`, admin);
    mostHeap = Math.max(mostHeap, server.heap(false));
  } while (view.state === 'PLANNED' || view.state === 'RUNNING');
  const seconds = (Date.now() - began) / 1000;
  const items = view.outcomes.reduce((all, part) => all + sum(part.items), 0);
  console.log(`${items} items in ${seconds.toFixed(1)} s: ${(items / seconds).toFixed(0)} items/s; ${view.state}; heap ${heap.toFixed(0)} + ${(mostHeap - heap).toFixed(0)} MB`);
} finally {
  await server.stop();
}
