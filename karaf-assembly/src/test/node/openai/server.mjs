// What the tests know of the server: its address and a person's key.
import { readFileSync } from "node:fs";
import http from "node:http";
import assert from "node:assert/strict";
import OpenAI from "openai";

export const base = process.env.IMAGE2AI_BASE;
const key = process.env.IMAGE2AI_KEY;

export const client = (options = {}) => new OpenAI({ baseURL: `${base}/v1`, apiKey: key, ...options });

export const picture = (name) => new Blob([readFileSync(`${process.env.IMAGE2AI_PICTURES}/${name}`)], { type: "image/png" });

export async function native(path) {
  const answer = await fetch(`${base}${path}`, { headers: { Authorization: `Bearer ${key}` } });
  assert.equal(answer.status, 200);
  return answer.json();
}

/** The ids of the person's jobs, newest first. */
export const jobs = async () => (await native("/api/v1/jobs?limit=200")).items.map((job) => job.id);

/** The type and the sides of a picture, by its bytes. */
export function look(base64) {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.readUInt32BE(0) === 0x89504e47) {
    return { type: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.readUInt16BE(0) === 0xffd8) {
    return { type: "jpeg" };
  }
  return { type: bytes.subarray(8, 12).toString("latin1") === "WEBP" ? "webp" : "unknown" };
}

/**
 * A bad way to the server: it lets requests through, and answers the first of them as `fault` says although the server
 * did its work.
 *
 * @param fault (response) => void
 */
export async function badWay(times, fault) {
  let left = times;
  const proxy = http.createServer((request, response) => {
    const onward = http.request(`${base}${request.url}`, { method: request.method, headers: request.headers }, (answer) => {
      if (left > 0) {
        left -= 1;
        answer.resume().on("end", () => fault(response));
      } else {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      }
    });
    request.pipe(onward);
  });
  await new Promise((ready) => proxy.listen(0, "127.0.0.1", ready));
  return { baseURL: `http://127.0.0.1:${proxy.address().port}/v1`, close: () => proxy.close() };
}
