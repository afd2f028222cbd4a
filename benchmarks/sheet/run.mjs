// node benchmarks/sheet/run.mjs CASES.json SHEET.jpg [COLUMNS]: makes every case through the REST API of a packed server
// and lays the pictures out on one sheet. A case is
//   {"prompt", "parameters"}                                         a picture of a prompt
//   {"operation", "model", "input", "mask", "prompt", "parameters"}  input and result side by side; files are named
//                                                                    from the root of the repository
// The single pictures stay in benchmarks/target/sheet.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from '../../karaf-assembly/src/main/quickstart/api.mjs';
import { Server, root } from '../server.mjs';

const [casesFile, sheetFile, columns = '5'] = process.argv.slice(2);
if (!casesFile || !sheetFile) throw new Error('Usage: node benchmarks/sheet/run.mjs CASES.json SHEET.jpg [COLUMNS]');

const PATIENCE_MILLIS = 300_000;
const CREDITS = 100_000;
const cases = JSON.parse(readFileSync(casesFile, 'utf8'));
const folder = join(root, 'benchmarks', 'target', 'sheet');
const mediaType = (file) => (file.endsWith('.png') ? 'image/png' : 'image/jpeg');

async function inputs(api, { input, mask }) {
  const send = async (file, role) => ({ asset: await api.upload(readFileSync(join(root, file)), mediaType(file)), role });
  const given = [];
  if (input) given.push(await send(input, 'image'));
  if (mask) given.push(await send(mask, 'mask'));
  return given;
}

async function make(api, number, one) {
  const { operation = 'generate', model = 'embedded/illustrator', prompt, parameters } = one;
  let job = await api.submit({ operation, model, prompt, parameters, inputs: await inputs(api, one) });
  for await (job of api.follow(job, Date.now() + PATIENCE_MILLIS));
  const output = (job.outputs ?? []).find(({ status, asset }) => status === 'READY' && asset);
  if (!output) throw new Error(`Case ${number} (${prompt ?? operation}) ended ${job.state}: ${JSON.stringify(job.error)}`);
  const file = join(folder, `${String(number).padStart(2, '0')}.png`);
  writeFileSync(file, await api.download(output.asset));
  console.log(`${number} of ${cases.length}: ${prompt ?? operation}`);
  const caption = one.caption ?? [one.input ? operation : '', prompt].filter(Boolean).join(': ');
  return [caption.replaceAll(/\s+/g, ' '), ...(one.input ? [join(root, one.input)] : []), file].join('\t');
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = await Server.unpack('sheet-server');
await server.start();
try {
  const api = new Api(server.base, await server.person(CREDITS));
  const tiles = [];
  for (const [i, one] of cases.entries()) {
    tiles.push(await make(api, i + 1, one));
  }
  const list = join(folder, 'tiles.tsv');
  writeFileSync(list, tiles.join('\n') + '\n');
  execFileSync('java', [join(root, 'benchmarks/sheet/Compose.java'), list, sheetFile, columns], { stdio: 'inherit' });
} finally {
  await server.stop();
}
