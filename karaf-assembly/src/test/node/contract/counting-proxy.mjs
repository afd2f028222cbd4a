import http from 'node:http';

/** Stands before a server and keeps what it answered. */
export async function countingProxy(base) {
  const target = new URL(base);
  const seen = { requests: 0, statuses: {}, failures: [] };
  const server = http.createServer((request, response) => {
    const sent = [];
    request.on('data', (chunk) => sent.push(chunk));
    const onward = http.request(
      { host: target.hostname, port: target.port, path: request.url, method: request.method, headers: request.headers },
      (answer) => {
        seen.requests++;
        seen.statuses[answer.statusCode] = (seen.statuses[answer.statusCode] ?? 0) + 1;
        if (answer.statusCode >= 500) {
          seen.failures.push(`${answer.statusCode} ${request.method} ${request.url} ${Buffer.concat(sent)}`);
        }
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', (error) => {
      seen.failures.push(`${error.message} ${request.method} ${request.url} ${Buffer.concat(sent)}`);
      response.destroy();
    });
    request.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { seen, base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
