import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { firstSubscription } from './first-steps.js';
import { readServer, SERVER_OPTIONS, SERVER_USAGE } from './server-options.js';
import { openSocket, sayWhy } from './socket.js';

const USAGE = `npm run -s watch -- [FILE.graphql] ${SERVER_USAGE}
Runs a subscription, the first one of the README when no file is given, and prints each item as a line of JSON. Ctrl-C ends it.`;

const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exit(64);
};

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: SERVER_OPTIONS });
    const [file] = positionals;
    return { server: readServer(values), query: file ? readFileSync(file, 'utf8') : firstSubscription() };
  } catch (error) {
    return fail(error);
  }
}

const { server, query } = readArguments();
const socket = openSocket(server.url, server.key, () => process.stderr.write('The server went away; coming back.\n'));
process.once('SIGINT', () => void socket.dispose());
try {
  for await (const { data, errors } of socket.iterate({ query })) process.stdout.write(`${JSON.stringify(errors ? { errors } : data)}\n`);
} catch (error) {
  process.stderr.write(`${sayWhy(error)}\n`);
  process.exitCode = 1;
}
