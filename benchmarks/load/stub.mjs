// node stub.mjs PORT [SIDE] [MILLIS]: a vendor that answers with a PNG of noise as OpenAI would send it; with a side of 57
// pixels it has 10 kB, with 605 about 1.1 MB. It takes no time, or as many milliseconds as it is told.
import http from 'node:http';
import { randomBytes } from 'node:crypto';
import { deflateSync, crc32 } from 'node:zlib';

const side = Number(process.argv[3] ?? 57);
const millis = Number(process.argv[4] ?? 0);
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
const header = Buffer.alloc(13);
header.writeUInt32BE(side, 0);
header.writeUInt32BE(side, 4);
header.set([8, 2, 0, 0, 0], 8);
const rows = Array.from({ length: side }, () => Buffer.concat([Buffer.alloc(1), randomBytes(3 * side)]));
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.concat(rows))),
  chunk('IEND', Buffer.alloc(0)),
]);
const answer = JSON.stringify({ created: 1, data: [{ b64_json: png.toString('base64') }] });

http.createServer((request, response) => {
  const end = () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  };
  request.resume().on('end', () => (millis > 0 ? setTimeout(end, millis) : end()));
}).listen(Number(process.argv[2]), '127.0.0.1');
