// node benchmarks/routing/run.mjs: how long the choice among 200 models takes, for each policy.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../server.mjs';

const classes = join(root, 'benchmarks/target/routing');
const jar = (bundle) => {
  const target = join(root, 'bundles', bundle, 'target');
  const name = readdirSync(target).find((file) => file.startsWith(`${bundle}-`) && file.endsWith('.jar'));
  return join(target, name);
};
// The libraries that the server brings lie in the distribution.
const system = join(root, 'karaf-assembly/target/assembly/system');
const library = (folder) => readdirSync(join(system, folder), { recursive: true })
  .filter((file) => file.endsWith('.jar')).map((file) => join(system, folder, file));
const libraries = ['org/apache/felix/org.apache.felix.framework', 'org/ops4j/pax/logging/pax-logging-api'].flatMap(library);
const path = [...['api', 'kit', 'models'].map(jar), ...libraries].join(delimiter);

rmSync(classes, { recursive: true, force: true });
mkdirSync(classes, { recursive: true });
execFileSync('javac', ['-nowarn', '-d', classes, '-cp', path, join(root, 'benchmarks/routing/Routing.java')],
  { stdio: ['ignore', 'inherit', 'ignore'] });
execFileSync('java', ['-Xmx1g', '-cp', [classes, path].join(delimiter), 'org.image2ai.models.Routing'], { stdio: 'inherit' });
