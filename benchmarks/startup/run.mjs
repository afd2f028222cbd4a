// node benchmarks/startup/run.mjs [rounds]: warm start to ready, by turns with the same Karaf and the same third-party
// features without our bundles, whose start ends when its ssh and its HTTP port answer.
import { connect } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server } from '../server.mjs';

const rounds = Number(process.argv[2] ?? 5);

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && true));
    socket.on('error', () => resolve(false));
  });
}

async function bare() {
  const server = await Server.unpack('bare');
  const file = join(server.home, 'etc/org.apache.karaf.features.cfg');
  const cfg = readFileSync(file, 'utf8');
  const ours = /^(featuresBoot = [\s\S]*?)image2ai[^\n]*$/m;
  if (!ours.test(cfg)) throw new Error('The boot features are not where they were.');
  const libraries = ['web', 'data', 'shiro', 'pictures'].map((name) => `image2ai-lib-${name}`).join(', ');
  writeFileSync(file, cfg.replace(ours, (all, before) => `${before}${libraries}`));
  const ssh = Number(/sshPort = (\d+)/.exec(readFileSync(join(server.home, 'etc/org.apache.karaf.shell.cfg'), 'utf8'))[1]);
  server.ready = async () => (await answers(ssh)) && (await answers(server.port));
  return server;
}

const servers = { image2ai: await Server.unpack('startup'), bare: await bare() };
const times = { image2ai: [], bare: [] };
for (const server of Object.values(servers)) {
  await server.start();
  await server.stop();
}
for (let i = 0; i < rounds; i++) {
  for (const [name, server] of Object.entries(servers)) {
    times[name].push(await server.start());
    if (i === rounds - 1) console.log(`${name}: resident ${server.resident().toFixed(0)} MB, heap ${server.heap(true).toFixed(0)} MB`);
    await server.stop();
  }
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
for (const [name, values] of Object.entries(times)) console.log(name, values.map((t) => t.toFixed(1)).join(' '), 'median', median(values).toFixed(1));
console.log(`ratio ${(median(times.image2ai) / median(times.bare)).toFixed(2)}`);
