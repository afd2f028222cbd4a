// node benchmarks/memory/run.mjs: what an 80-megapixel upload takes above the idle server, sampled while it is stored.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server, pause, root } from '../server.mjs';

const folder = join(root, 'benchmarks/target');
const server = await Server.unpack('memory');
await server.start();
try {
  execFileSync('java', [join(root, 'benchmarks/memory/Large.java'), folder]);
  const key = await server.person(10);
  const send = (file, type) => fetch(`${server.base}/api/v1/assets`, {
    method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': type }, body: readFileSync(join(folder, file)),
  });
  await send('small.png', 'image/png');
  for (const [file, type] of [['large.png', 'image/png'], ['large.jpg', 'image/jpeg'], ['progressive.jpg', 'image/jpeg']]) {
    const heap = server.heap(true);
    await pause(1);
    const resident = server.resident();
    let mostHeap = heap;
    let mostResident = resident;
    let done = false;
    const answer = send(file, type).finally(() => (done = true));
    while (!done) {
      mostHeap = Math.max(mostHeap, server.heap(false));
      mostResident = Math.max(mostResident, server.resident());
      await pause(0.02);
    }
    console.log(file.padEnd(16), (await answer).status, `heap ${heap.toFixed(0)} + ${(mostHeap - heap).toFixed(0)} MB`,
      `resident ${resident.toFixed(0)} + ${(mostResident - resident).toFixed(0)} MB`);
  }
} finally {
  await server.stop();
}
