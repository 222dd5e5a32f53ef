import { parseArgs } from 'node:util';
import { runDemo } from './run-demo.js';
import { readServer, SERVER_OPTIONS, SERVER_USAGE } from './server-options.js';

const USAGE = `npm run -s demo -- [--rate 1] [--members 8] [--for 60] ${SERVER_USAGE}
Lets members of the running server buy, review and redeem, and prints what the feed says about it.
--rate: commands a second; --members: how many shop, 1 to 100; --for: seconds, until Ctrl-C when left out.`;

const fail = (error: unknown, code: number): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${code === 64 ? `\n${USAGE}\n` : ''}`);
  process.exit(code);
};

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { ...SERVER_OPTIONS, rate: text, members: text, for: text } });
    const number = (name: 'rate' | 'members' | 'for', fallback: number, max: number): number => {
      const value = Number(values[name] ?? fallback);
      if (!(value > 0 && value <= max)) throw new Error(`--${name} must be a number above 0, at most ${max}.`);
      return value;
    };
    const members = Math.ceil(number('members', 8, 100));
    const seconds = values.for === undefined ? null : number('for', 60, 86_400);
    return { server: readServer(values), rate: number('rate', 1, 50), members, seconds };
  } catch (error) {
    return fail(error, 64);
  }
}

const { server, seconds, ...options } = readArguments();
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => (stop.signal.aborted ? process.exit(130) : stop.abort()));
}
if (seconds !== null) setTimeout(() => stop.abort(), seconds * 1_000).unref();
const print = (line: string) => process.stdout.write(`${line}\n`);
await runDemo({ ...server, ...options, signal: stop.signal, print }).catch((error: unknown) => fail(error, 1));
