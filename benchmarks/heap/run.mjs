// node benchmarks/heap/run.mjs: the heap after 1,000 and after 10,000 jobs, each after a collection.
import { Server, load } from '../server.mjs';

const server = await Server.unpack('heap');
await server.start();
try {
  const key = await server.person(100_000);
  await server.instantProvider(key);
  let calls = 0;
  const until = async (goal) => {
    while (calls < goal) {
      const figures = await load(`${server.base}/v1/images/generations`, server.pid,
        { model: 'instant/10kb', prompt: 'a fox', response_format: 'b64_json' }, { Authorization: `Bearer ${key}` },
        ['--callers', 16, '--seconds', 5]);
      calls += figures.calls;
    }
    const heap = [server.heap(true), server.heap(true), server.heap(true)].at(-1);
    console.log(`${calls} jobs: heap ${heap.toFixed(1)} MB, resident ${server.resident().toFixed(0)} MB`);
    return heap;
  };
  const few = await until(1_000);
  const many = await until(10_000);
  console.log(`ratio ${(many / few).toFixed(3)}`);
} finally {
  await server.stop();
}
