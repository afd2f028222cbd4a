// The public REST API as any client may use it; the document is at /api/openapi.json.
import { randomUUID } from "node:crypto";
import { Failure, plain } from "./terminal.mjs";

const ENDED = new Set(["SUCCEEDED", "FAILED", "CANCELLED"]);
const ANSWER_MILLIS = 60_000;
const SILENCE_MILLIS = 15_000;
const POLL_MILLIS = 500;
const RETRY_MILLIS = 2_000;
const POLLS_WITHOUT_ANSWER = 10;

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Api {
  #url;
  #key;

  constructor(url, key) {
    this.#url = url;
    this.#key = key;
  }

  /** @returns the id of the stored picture */
  async upload(bytes, mediaType) {
    const answer = await this.#call("POST", "/api/v1/assets", { body: bytes, headers: { "Content-Type": mediaType } });
    return (await answer.json()).id;
  }

  /** @returns the bytes of a stored picture */
  async download(asset) {
    const answer = await this.#call("GET", `/api/v1/assets/${encodeURIComponent(asset)}/content`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** The key makes it safe to send a request again whose answer was lost: the server makes one job of both. */
  async submit(job) {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": randomUUID() };
    const send = () => this.#call("POST", "/api/v1/jobs", { body: JSON.stringify(job), headers });
    const answer = await send().catch(async (error) => {
      if (!error.retryable) {
        throw error;
      }
      await pause(RETRY_MILLIS);
      return send();
    });
    return answer.json();
  }

  /** Tells every state of a job until it has ended; by its stream of events, or by asking when that fails. */
  async *follow(job, deadline) {
    try {
      for await (const event of this.#events(job.id, deadline)) {
        job = { ...job, ...event };
        yield job;
        if (ENDED.has(job.state)) {
          break;
        }
      }
    } catch {
      // Asking below tells whether more than the stream is wrong.
    }
    yield* this.#poll(job, deadline);
  }

  /** The last word is a plain answer, which is whole, unlike an event. */
  async *#poll(job, deadline) {
    for (let misses = 0; Date.now() < deadline; await pause(POLL_MILLIS)) {
      try {
        job = await (await this.#call("GET", `/api/v1/jobs/${encodeURIComponent(job.id)}`)).json();
        misses = 0;
      } catch (error) {
        if (!error.retryable || ++misses === POLLS_WITHOUT_ANSWER) {
          throw error;
        }
        continue;
      }
      yield job;
      if (ENDED.has(job.state)) {
        return;
      }
    }
    throw new Failure(`Job ${plain(job.id)} is still ${plain(job.state)} and was waited for long enough.`);
  }

  async *#events(id, deadline) {
    const abort = new AbortController();
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), Math.min(SILENCE_MILLIS, deadline - Date.now()));
    };
    try {
      wait();
      const headers = { Accept: "text/event-stream" };
      const path = `/api/v1/jobs/${encodeURIComponent(id)}/events`;
      const answer = await this.#call("GET", path, { headers, signal: abort.signal });
      let text = "";
      for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
        wait();
        const blocks = (text + chunk).split(/\r?\n\r?\n/);
        text = blocks.pop();
        yield* blocks.map(eventOf).filter(Boolean);
      }
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
  }

  async #call(method, path, { body, headers = {}, signal = AbortSignal.timeout(ANSWER_MILLIS) } = {}) {
    let answer;
    try {
      const authorized = { ...headers, Authorization: `Bearer ${this.#key}` };
      answer = await fetch(this.#url + path, { method, body, headers: authorized, signal });
    } catch (error) {
      const failure = new Failure(`The server at ${this.#url} does not answer: ${error.cause?.code ?? error.message}.`);
      throw Object.assign(failure, { retryable: true });
    }
    if (!answer.ok) {
      const failure = new Failure(`${method} ${path} was refused: ${await problem(answer)}.`);
      throw Object.assign(failure, { retryable: answer.status >= 500 || answer.status === 429 });
    }
    return answer;
  }
}

/** The job in a block of an event stream; undefined for comments and for events of other kinds. */
function eventOf(block) {
  let type = "message";
  let data = "";
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith("event:")) {
      type = line.slice(6).trim();
    } else if (line.startsWith("data:")) {
      data += `${line.slice(5)}\n`;
    }
  }
  return data && (type === "state" || type === "progress") ? JSON.parse(data) : undefined;
}

/** One clause of an RFC 9457 problem, or what is known without one. */
async function problem(answer) {
  const text = await answer.text().catch(() => "");
  try {
    const { title, detail, code } = JSON.parse(text);
    const said = [title, detail].map(plain).filter(Boolean).join(": ").replace(/\.$/, "");
    return `${said || "no reason given"} (${[plain(code), answer.status].filter(Boolean).join(", ")})`;
  } catch {
    return `status ${answer.status}`;
  }
}
