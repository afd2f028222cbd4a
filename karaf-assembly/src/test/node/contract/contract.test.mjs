// The OpenAPI document of a live server: clean in the eyes of Spectral, and no fault of the server when Specmatic tries
// whatever the document allows and does not allow.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { countingProxy } from './counting-proxy.mjs';

const { IMAGE2AI_BASE: base, IMAGE2AI_KEY: key, IMAGE2AI_JAVA: java } = process.env;
let document;

before(async () => {
  const answer = await fetch(`${base}/api/openapi.json`);
  document = await answer.json();
  await writeFile('openapi.json', JSON.stringify(document));
  await writeFile('.spectral.yaml', 'extends: ["spectral:oas"]\n');
});

/** Runs a program; gives its code and all that it said. */
function run(command, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...environment } });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

test('Spectral finds nothing to say', async () => {
  const linted = await run('node_modules/.bin/spectral', ['lint', '--fail-severity=hint', 'openapi.json']);
  assert.equal(linted.code, 0, linted.said);
});

test('every operation says what it is, what it answers and how it fails', () => {
  const verbs = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => ({ name: `${verb} ${path}`, operation })),
  );
  assert.ok(verbs.length > 60);
  for (const { name, operation } of verbs) {
    assert.ok(operation.summary && operation.tags.length === 1, name);
    assert.ok(Object.keys(operation.responses).some((status) => /^[23]/.test(status)), name);
    assert.ok(operation.responses.default, name);
  }
});

test('Specmatic brings no fault of the server to light', { timeout: 900_000 }, async () => {
  const proxy = await countingProxy(base);
  await writeFile('specmatic.json', JSON.stringify({
    version: 2,
    contracts: [{ provides: ['openapi.json'] }],
    security: { OpenAPI: { securitySchemes: { apiKey: { type: 'bearer', token: key } } } },
  }));
  const tried = await run(
    java,
    ['-jar', 'node_modules/specmatic/specmatic.jar', 'test', '--config=specmatic.json', `--testBaseURL=${proxy.base}`],
    { SPECMATIC_GENERATIVE_TESTS: 'true' },
  );
  proxy.close();
  console.log(JSON.stringify(proxy.seen.statuses));
  assert.deepEqual(proxy.seen.failures, []);
  assert.ok(proxy.seen.requests > 1_000, tried.said.slice(-2_000));
  // A field that may be left out may also be null, which the document does not say.
  const failed = tried.said.match(/^-ve .* has FAILED$/gm) ?? [];
  const wronglyTaken = failed.filter((scenario) => !scenario.includes(' to null'));
  assert.deepEqual(wronglyTaken, [], 'requests that the document forbids');
});
