// What goes on beside the jobs: keys are made, changed and ended, passwords changed, credits given, backups taken.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from '../server.mjs';
import { Person } from './client.mjs';

const GRANT = 7;
const EMAIL = 'chaos-grants@example.org';

export class Operator {
  constructor(server) {
    const text = readFileSync(join(server.home, 'etc/first-boot.properties'), 'utf8');
    const said = (name) => new RegExp(`^${name.replace('.', '\\.')} = (.*)$`, 'm').exec(text)[1];
    this.server = server;
    this.admin = new Person(server, said('admin.apiKey'), 'admin');
    this.login = ['-u', said('shell.user'), '-p', said('shell.password')];
    Object.assign(this, { good: new Set(), ended: new Set(), grants: 0, backups: [], sure: 0, changes: 0, locked: 0 });
  }

  /** An account that gets credits only from here. */
  async open() {
    const key = await this.server.person(1, EMAIL, { password: this.word() });
    this.grantee = new Person(this.server, key, 'grantee');
    this.account = (await this.grantee.ask('GET', '/api/v1/me')).body.id;
    this.before = (await this.grantee.ask('GET', '/api/v1/credits')).body.available;
  }

  /** The life of a key: what was answered is so from then on, whatever dies. */
  async key() {
    const made = (await this.grantee.ask('POST', '/api/v1/api-keys', JSON.stringify({ name: 'chaos' }))).body;
    const kept = (await this.grantee.ask('POST', `/api/v1/api-keys/${made.id}/rotate`, '{}')).body;
    this.ended.add(made.key);
    if (Math.random() < 0.3 && this.good.size < 20) {
      this.good.add(kept.key);
      return;
    }
    await this.grantee.ask('DELETE', `/api/v1/api-keys/${made.id}`);
    this.ended.add(kept.key);
  }

  word() {
    return `correct horse battery ${this.changes}`;
  }

  async signsIn() {
    return (await this.grantee.ask('POST', '/api/v1/sessions', JSON.stringify({ email: EMAIL, password: this.word() }))).status === 201;
  }

  /** A changed password is the one from then on. 403 says that a try whose answer was lost had changed it. */
  async password() {
    const current = this.word();
    this.changes++;
    const { status, body } = await this.grantee.ask('PUT', '/api/v1/me/password', JSON.stringify({ current, password: this.word() }));
    if (![204, 403].includes(status)) throw new Error(`a password: ${status} ${JSON.stringify(body)}`);
    if (!(await this.signsIn())) this.locked++;
  }

  async grant() {
    const body = JSON.stringify({ account: this.account, credits: GRANT, reason: 'chaos' });
    const { status } = await this.admin.ask('POST', '/api/v1/admin/credits', body, () => ({ 'idempotency-key': `grant-${this.grants}` }));
    if (status !== 200) throw new Error(`a grant: ${status}`);
    this.grants++;
  }

  shell(command) {
    return new Promise((resolve) => {
      execFile(join(this.server.home, 'bin/client'), [...this.login, command], { timeout: 120_000 }, (failure, out) => resolve({ good: !failure, out })).stdin.on('error', () => {});
    });
  }

  /** A backup that the server's death breaks off counts for nothing; one that was said to be made must be whole. */
  async backup() {
    const file = join(this.server.home, 'data/backup', `chaos-${this.backups.length}.zip`);
    const { out } = await this.shell(`image2ai:backup ${file}`);
    this.backups.push(file);
    // The client ends well when the server dies under it: only what was said counts.
    if (out.includes(' tables with ')) this.sure++;
    await pause(5);
  }

  /** What became of it all, as counts of broken promises. */
  async look() {
    const status = async (key) => (await new Person(this.server, key, 'look').ask('GET', '/api/v1/me')).status;
    if (!(await this.signsIn())) this.locked++;
    let dead = 0, alive = 0, torn = 0;
    for (const key of this.good) if ((await status(key)) !== 200) dead++;
    for (const key of this.ended) if ((await status(key)) !== 401) alive++;
    const has = (await this.grantee.ask('GET', '/api/v1/credits')).body.available;
    const folder = join(this.server.home, 'data/backup');
    const whole = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : [];
    for (const name of whole) if (!(await this.shell(`image2ai:backup-verify ${join(folder, name)}`)).good) torn++;
    const trail = await this.shell('image2ai:audit-verify');
    return {
      summary: `${this.good.size} keys kept, ${this.ended.size} ended, ${this.changes} passwords, ${this.grants} grants, ${whole.length} backups`,
      'keys that no longer work': dead,
      'ended keys that still work': alive,
      'passwords that do not sign in': this.locked,
      'credits given twice or not at all': Math.abs(has - this.before - GRANT * this.grants),
      'backups that are lost or not whole': torn + Math.max(0, this.sure - whole.length),
      'breaks in the audit trail': trail.good ? 0 : 1,
    };
  }
}
