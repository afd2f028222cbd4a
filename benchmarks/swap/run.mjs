// node benchmarks/swap/run.mjs [swaps] [calls a second]: model-openai before a stub of OpenAI is replaced again and again
// under load. Says how long the first picture takes from the drop of the account's file, and how many calls failed. Exits
// with 1 if any did.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server, load, pause, root, set } from '../server.mjs';
import { dropAccount, openStub } from '../vendor.mjs';

const swaps = Number(process.argv[2] ?? 10);
const rate = Number(process.argv[3] ?? 200);
const work = join(root, 'benchmarks/target/versions');
const target = join(root, 'bundles/model-openai/target');
const built = join(target, readdirSync(target).find((name) => /^model-openai-.*SNAPSHOT\.jar$/.test(name)));

/** The same bundle under another version. */
function version(number) {
  const folder = join(work, String(number));
  mkdirSync(folder, { recursive: true });
  execFileSync('jar', ['xf', built], { cwd: folder });
  const file = join(folder, 'META-INF/MANIFEST.MF');
  const manifest = readFileSync(file, 'utf8').replace(/Bundle-Version: .*/, `Bundle-Version: 1.${number}.0`);
  rmSync(file);
  writeFileSync(join(work, 'MANIFEST.MF'), manifest);
  execFileSync('jar', ['cfm', join(work, `${number}.jar`), join(work, 'MANIFEST.MF'), '-C', folder, '.']);
}

rmSync(work, { recursive: true, force: true });
for (let i = 1; i <= swaps; i++) version(i);
const stub = await openStub(57);
const server = await Server.unpack('swap');
const moderation = join(server.home, 'etc/org.image2ai.moderation.cfg');
set(moderation, 'reviewPictures', 'false');
set(moderation, 'requiredReviewers', 'words');
await server.start('-Xmx1g');
const key = await server.person(100_000_000);
const body = { model: 'stub/gpt-image-1', prompt: 'a fox', quality: 'low', size: '1024x1024' };
const ask = () => fetch(`${server.base}/v1/images/generations`, {
  method: 'POST', body: JSON.stringify(body), headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
});
let failed = 1;
try {
  const dropped = Date.now();
  dropAccount(server, 'stub', stub.port);
  while (!(await ask()).ok) await pause(0.05);
  console.log('from file drop to first picture', (Date.now() - dropped) / 1000, 's');
  const url = `${server.base}/v1/images/generations`;
  const under = (seconds) => load(url, server.pid, body, { Authorization: `Bearer ${key}` }, ['--rate', rate, '--seconds', seconds]);
  console.log('warm-up', JSON.stringify(await load(url, server.pid, body, { Authorization: `Bearer ${key}` }, ['--callers', 16, '--seconds', 120])));
  const running = under(5 + 4 * swaps);
  await pause(3);
  for (let i = 1; i <= swaps; i++) {
    // A jar appears whole: it is written beside and then given its name.
    execFileSync('cp', [join(work, `${i}.jar`), join(server.home, 'data/next.jar')]);
    renameSync(join(server.home, 'data/next.jar'), join(server.home, 'deploy/model-openai.jar'));
    await pause(4);
    console.log('swap', i);
  }
  const figures = await running;
  failed = figures.failed;
  console.log(`${swaps} swaps`, JSON.stringify(figures));
} finally {
  await server.stop();
  stub.close();
}
process.exit(failed === 0 ? 0 : 1);
