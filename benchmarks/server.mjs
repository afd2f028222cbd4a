// A packed server for the benchmarks: unpacked anew, on free ports, with the provider that answers at once.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = join(root, 'benchmarks', 'target');

export const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function jar(folder, start) {
  const target = join(root, folder, 'target');
  const found = existsSync(target) && readdirSync(target).find((name) => name.startsWith(start.name) && name.endsWith(start.end));
  if (!found) throw new Error(`${folder} is not built: see benchmarks/README.md`);
  return join(target, found);
}

export function set(file, key, value) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => !new RegExp(`^${key.replaceAll('.', '\\.')}\\s*=`).test(line));
  writeFileSync(file, `${lines.join('\n')}\n${key} = ${value}\n`);
}

export class Server {
  static async unpack(name) {
    const server = new Server();
    server.home = join(work, name);
    rmSync(server.home, { recursive: true, force: true });
    mkdirSync(server.home, { recursive: true });
    const packed = jar('karaf-assembly', { name: 'karaf-assembly', end: '.tar.gz' });
    execFileSync('tar', ['xzf', packed, '-C', server.home, '--strip-components=1']);
    server.port = await freePort();
    server.base = `http://127.0.0.1:${server.port}`;
    set(join(server.home, 'etc/org.ops4j.pax.web.cfg'), 'org.osgi.service.http.port', server.port);
    set(join(server.home, 'etc/org.apache.karaf.shell.cfg'), 'sshPort', await freePort());
    return server;
  }

  /** Starts it and waits until it is ready. Gives the seconds that took. */
  async start(options = '-Xmx1g') {
    const began = Date.now();
    this.child = spawn(join(this.home, 'bin/karaf'), ['server'], {
      env: { ...process.env, EXTRA_JAVA_OPTS: options },
      stdio: 'ignore',
    });
    await this.until(() => this.ready());
    this.pid = Number(readFileSync(join(this.home, 'karaf.pid'), 'utf8'));
    return (Date.now() - began) / 1000;
  }

  async ready() {
    return (await fetch(`${this.base}/health/ready`)).ok;
  }

  async until(condition) {
    for (let tries = 0; tries < 1200; tries++) {
      if (await Promise.resolve(condition()).catch(() => false)) return;
      await pause(0.1);
    }
    throw new Error('The server did not get there in two minutes.');
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.on('exit', resolve));
    process.kill(this.pid, 'SIGTERM');
    await ended;
  }

  async call(method, path, key, body) {
    const answer = await fetch(this.base + path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** Ends the process as a failing machine does: at once. */
  async kill() {
    const ended = new Promise((resolve) => this.child.on('exit', resolve));
    process.kill(this.pid, 'SIGKILL');
    await ended;
  }

  /** Makes an account with credits, and gives its key. */
  async person(credits, email = 'bench@example.org', more = {}) {
    const admin = /^admin\.apiKey = (.*)$/m.exec(readFileSync(join(this.home, 'etc/first-boot.properties'), 'utf8'))[1];
    const account = { email, name: 'Bench', birthDate: '1990-05-17', ...more };
    const { id } = await this.call('POST', '/api/v1/admin/accounts', admin, account);
    const { key } = await this.call('POST', `/api/v1/admin/accounts/${id}/api-keys`, admin, { name: 'bench' });
    await this.call('POST', '/api/v1/admin/credits', admin, { account: id, credits, reason: 'benchmark' });
    return key;
  }

  /** Drops the provider that answers at once into the server and waits for its models. */
  async instantProvider(key) {
    cpSync(jar('benchmarks/instant-provider', { name: 'benchmarks-instant', end: 'SNAPSHOT.jar' }), join(this.home, 'deploy/instant.jar'));
    await this.until(async () => JSON.stringify(await this.call('GET', '/api/v1/models', key)).includes('instant/'));
  }

  /** Megabytes that the process has in memory. */
  resident() {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))[1]) / 1024;
  }

  /** Megabytes of heap in use, after a collection where that is asked for. */
  heap(collected) {
    if (collected) execFileSync('jcmd', [String(this.pid), 'GC.run'], { stdio: 'ignore' });
    const [names, values] = execFileSync('jstat', ['-gc', String(this.pid)], { encoding: 'utf8' })
      .trim().split('\n').map((line) => line.trim().split(/\s+/));
    return ['S0U', 'S1U', 'EU', 'OU'].reduce((sum, name) => sum + (Number(values[names.indexOf(name)]) || 0), 0) / 1024;
  }
}

/** Runs the load generator; gives its figures. */
export function load(url, pid, body, headers, more) {
  const args = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', join(root, 'benchmarks/load/Load.java'),
    '--url', url, '--body', JSON.stringify(body), '--pid', String(pid), ...more.map(String)];
  for (const [name, value] of Object.entries(headers)) args.push('--header', `${name}: ${value}`);
  return new Promise((resolve, reject) => {
    const child = spawn('java', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(said))));
  });
}
