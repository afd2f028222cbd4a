// The half of ./quickstart that speaks with the server; it needs Node 20 and no package.
import { jobs } from "./jobs.mjs";
import { ports, ready, status } from "./server.mjs";
import { Failure } from "./terminal.mjs";

const COMMANDS = { jobs, ports, ready, status };
const [command, ...parameters] = process.argv.slice(2);

try {
  await COMMANDS[command](...parameters);
} catch (error) {
  console.error(error instanceof Failure ? `quickstart: ${error.message}` : error);
  process.exitCode = 1;
}
