// A person and her programs, who do not know that the server dies now and then: what gave no answer is asked again.
import { createServer } from 'node:http';
import { pause } from '../server.mjs';

/** Between kills that come fast one call may wait for very many lives of the server. */
const MOST_MILLIS = 4 * 3_600_000;

export class Person {
  constructor(server, key, name) {
    Object.assign(this, { server, key, name, jobs: new Map(), joined: new Map(), deleted: new Set(), answers: 0, broken: 0 });
  }

  async fetch(method, path, body, headers = {}) {
    const answer = await fetch(this.server.base + path, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}), ...headers },
      body,
      signal: AbortSignal.timeout(90_000),
    });
    this.answers++;
    return answer;
  }

  /** Asks until there is an answer of ours (the container's own, while we start, has no id) that is no 5xx; the headers may depend on how often it was asked before. */
  async ask(method, path, body, headers = () => ({})) {
    const began = Date.now();
    for (let tries = 0; ; tries++) {
      try {
        const answer = await this.fetch(method, path, body, headers(tries));
        const text = await answer.text();
        const ours = answer.headers.has('x-request-id');
        if (ours && answer.status < 500 && answer.status !== 429) return { status: answer.status, body: text && JSON.parse(text) };
      } catch (e) {
        this.broken++;
        if (Date.now() - began > MOST_MILLIS) throw e;
      }
      await pause(0.2);
    }
  }

  /** A job under a key: whatever happens on the way, there is one. */
  async keyed(body) {
    const key = `${this.name}-${this.jobs.size}-${Math.random()}`;
    const { status, body: job } = await this.ask('POST', '/api/v1/jobs', JSON.stringify(body), () => ({ 'idempotency-key': key }));
    if (status !== 202 && status !== 200) throw new Error(`a job: ${status} ${JSON.stringify(job)}`);
    this.jobs.set(key, { id: job.id, body });
    return job.id;
  }

  /** A call of OpenAI's client, which repeats itself with a count and no key. */
  async openAi(prompt) {
    const body = JSON.stringify({ model: 'instant/10kb', prompt });
    const { status } = await this.ask('POST', '/v1/images/generations', body, (tries) => ({ 'x-stainless-retry-count': String(tries) }));
    if (status !== 200) throw new Error(`an OpenAI call: ${status}`);
    this.joined.set(prompt, (this.joined.get(prompt) ?? 0) + 1);
  }

  async upload(bytes) {
    const { status, body } = await this.ask('POST', '/api/v1/assets', bytes, () => ({ 'content-type': 'image/png' }));
    if (status !== 201 && status !== 200) throw new Error(`an upload: ${status}`);
    return body.id;
  }

  /** Reads the events of a job until they end, or break off with the server. */
  async watch(id) {
    try {
      await (await this.fetch('GET', `/api/v1/jobs/${id}/events`)).text();
    } catch {
      this.broken++;
    }
  }

  async all(path) {
    const items = [];
    for (let cursor = ''; cursor !== undefined; ) {
      const { body } = await this.ask('GET', `${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      items.push(...body.items);
      cursor = body.next ?? undefined;
    }
    return items;
  }
}

/** Somebody's server for webhooks, which fails one delivery in five. Keeps the ids of events by address and job. */
export class Sink {
  constructor() {
    this.taken = new Map();
    this.refused = 0;
  }

  open() {
    return new Promise((resolve) => {
      this.http = createServer((request, response) => {
        let text = '';
        request.on('data', (part) => (text += part));
        request.on('end', () => {
          const good = Math.random() < 0.8;
          if (good) this.take(request, JSON.parse(text));
          else this.refused++;
          response.writeHead(good ? 204 : 503).end();
        });
      }).listen(0, '127.0.0.1', () => resolve(this.http.address().port));
    });
  }

  take(request, event) {
    const what = `${request.url} ${event.data.id}`;
    this.taken.set(what, (this.taken.get(what) ?? new Set()).add(`${event.type} ${request.headers['webhook-id']}`));
  }

  close() {
    this.http.close();
  }
}
