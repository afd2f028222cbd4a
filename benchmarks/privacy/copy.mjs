// node benchmarks/privacy/copy.mjs [megabytes] [records] [rounds]: the copy of one person's data against zip -0 over the
// same files, by turns, in a JVM of 512 MB: the module, the encrypted blob service and the file store of the distribution,
// and H2 in memory.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../server.mjs';

const [megabytes = '10240', records = '100000', rounds = '3'] = process.argv.slice(2);
const folder = join(root, 'benchmarks/target/privacy');
const classes = join(folder, 'classes');
const own = join(root, 'benchmarks/privacy');
const jar = (bundle) => {
  const target = join(root, 'bundles', bundle, 'target');
  const name = readdirSync(target).find((file) => file.startsWith(`${bundle}-`) && file.endsWith('.jar'));
  return join(target, name);
};
// The libraries that the server brings lie in the distribution.
const system = join(root, 'karaf-assembly/target/assembly/system');
const libraries = ['org/apache/openjpa', 'org/apache/xbean', 'org/apache/commons', 'commons-io', 'commons-collections',
  'com/h2database', 'com/fasterxml/jackson', 'org/eclipse/persistence', 'javax', 'org/apache/aries/jpa', 'org/osgi',
  'org/apache/felix/org.apache.felix.framework', 'org/ops4j/pax/logging/pax-logging-api', 'org/apache/servicemix/bundles',
  'net/sourceforge/serp'].filter((name) => existsSync(join(system, name)))
  .flatMap((name) => readdirSync(join(system, name), { recursive: true })
    .filter((file) => file.endsWith('.jar')).map((file) => join(system, name, file)));

rmSync(folder, { recursive: true, force: true });
mkdirSync(classes, { recursive: true });
// The blob service carries its cipher as a jar within its own.
execFileSync('unzip', ['-q', jar('blobs'), '*.jar', '-d', folder]);
const inner = readdirSync(folder).filter((file) => file.endsWith('.jar')).map((file) => join(folder, file));
const path = [...['api', 'kit', 'tck', 'blobs', 'storage-filesystem', 'privacy'].map(jar), ...inner, ...libraries].join(delimiter);
execFileSync('javac', ['-nowarn', '-proc:none', '-d', classes, '-cp', path,
  ...readdirSync(own).filter((file) => file.endsWith('.java')).map((file) => join(own, file))], { stdio: ['ignore', 'inherit', 'inherit'] });
cpSync(join(own, 'META-INF'), join(classes, 'META-INF'), { recursive: true });
try {
  execFileSync('java', ['-Xmx512m', '-cp', [classes, path].join(delimiter), 'org.image2ai.privacy.export.CopyBenchmark',
    folder, megabytes, records, rounds], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
