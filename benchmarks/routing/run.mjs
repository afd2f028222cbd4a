// node benchmarks/routing/run.mjs: how long the choice among 200 models takes, for each policy.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../server.mjs';

const classes = join(root, 'benchmarks/target/routing');
const jar = (bundle) => {
  const target = join(root, 'bundles', bundle, 'target');
  const name = readdirSync(target).find((file) => file.startsWith(`${bundle}-`) && file.endsWith('.jar'));
  return join(target, name);
};
// The libraries that the server brings: they lie in the distribution's own repository.
const system = join(root, 'karaf-assembly/target/assembly/system');
const libraries = ['org/osgi', 'org/ops4j/pax/logging'].flatMap((folder) =>
  readdirSync(join(system, folder), { recursive: true }).filter((f) => f.endsWith('.jar')).map((f) => join(system, folder, f)));
