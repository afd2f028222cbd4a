// The server as seen from outside: its ports, its readiness, its log.
import { readFileSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure, Progress, say } from "./terminal.mjs";

const HOST = "127.0.0.1";
const PATIENCE_SECONDS = 180;
const ANSWER_MILLIS = 5_000;
const LINES = 15;

/** Ends with a sentence when a port cannot be ours. */
export async function ports(http, shell) {
  if (http === shell) {
    throw new Failure(`IMAGE2AI_PORT and IMAGE2AI_SHELL_PORT are both ${http}; let them differ.`);
  }
  await check(http, "IMAGE2AI_PORT", 8282);
  await check(shell, "IMAGE2AI_SHELL_PORT", 8201);
}

async function check(port, variable, other) {
  if (!/^\d{1,5}$/.test(port) || port < 1 || port > 65535) {
    throw new Failure(`${variable} is "${port}", but a port is a number from 1 to 65535.`);
  }
  const choose = `choose another port, as in: ${variable}=${other} ./quickstart`;
  if (await answers(port)) {
    throw new Failure(`Port ${port} of ${HOST} is taken by another program; stop that one or ${choose}`);
  }
  const code = await refused(port);
  if (code) {
    throw new Failure(`Port ${port} of ${HOST} cannot be opened (${code}); ${choose}`);
  }
}

// Where another listens on all addresses, macOS would let us open ours beside it: so it is called first.
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port: Number(port), timeout: 1000 });
    const end = (taken) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

function refused(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen(Number(port), HOST, () => server.close(() => resolve(undefined)));
  });
}

/**
 * Waits until the server is ready.
 *
 * @param pid of the server; when it ends, there is nothing to wait for
 * @param logs folder of karaf.log and console.log
 * @param from where this start begins in karaf.log, in bytes
 */
export async function ready(url, pid, logs, from) {
  const progress = new Progress("Starting the server");
  try {
    while (progress.seconds < PATIENCE_SECONDS) {
      const health = await ask(`${url}/health/ready`);
      if (health.status === 200) {
        progress.end();
        say(`The server is ready at ${url}${progress.seconds < 1 ? "" : ` (${progress.seconds.toFixed(0)} s)`}.`);
        return;
      }
      if (!alive(pid)) {
        throw new Failure(`The server ended before it was ready.${lastLines(logs, Number(from))}`);
      }
      progress.update(health.status ? "answers, not ready yet" : "");
      await pause(300);
    }
    const what = `The server (pid ${pid}) is not ready after ${PATIENCE_SECONDS} s; it goes on, ./quickstart stop ends it.`;
    throw new Failure(what + lastLines(logs, Number(from)));
  } finally {
    progress.end();
  }
}

export async function status(url, pid, pidFile) {
  const health = await ask(`${url}/health/ready`);
  const missing = health.body?.missing?.length ? ` (missing: ${health.body.missing.join(", ")})` : "";
  const since = statSync(pidFile).mtime.toLocaleString("sv-SE");
  say(`running: pid ${pid}, ${url}, ${health.status === 200 ? "ready" : `not ready${missing}`}, since ${since}`);
}

async function ask(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MILLIS) });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  } catch {
    return {};
  }
}

function alive(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** What the log of this start warns of; without a log, what the JVM said before it could write one. */
function lastLines(logs, from) {
  const log = join(logs, "karaf.log");
  const bytes = content(log);
  // A log that is shorter than before has been rotated.
  const text = bytes.subarray(bytes.length < from ? 0 : from).toString();
  const warnings = text.split("\n").filter((line) => /\| (WARN|ERROR) /.test(line));
  const lines = warnings.length ? warnings : content(join(logs, "console.log")).toString().trim().split("\n");
  return ` The log is ${log}; its last words:\n${lines.slice(-LINES).join("\n")}`;
}

function content(file) {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
