import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const STOP_MS_MAX = 30_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The real process on a data folder of its own; with the embedded database unless `env` names another. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  /** Everything it printed. */
  output = '';

  constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly env: Readonly<Record<string, string>> = {},
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  get pid(): number {
    return this.child?.pid as number;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Gives how long it took to be ready, in ms. `env` is for this start alone. */
  async start(more: Readonly<Record<string, string>> = {}): Promise<number> {
    const startedAt = performance.now();
    const env = { ...this.environment, ...more, PORT: String(this.port), LAUREL_DEMO: 'off' };
    this.child = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => {
        this.output += String(chunk);
      });
    }
    while (performance.now() - startedAt < 60_000) {
      const answer = await fetch(this.url.replace('/graphql', '/readyz')).catch(() => null);
      if (answer?.ok) return performance.now() - startedAt;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the server did not become ready: ${this.output.slice(-1_000)}`);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    const gone = once(this.child as ChildProcess, 'exit');
    this.child?.kill(signal);
    await gone;
  }

  /** Ends it, where it still runs; by force where it does not end in time. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.isRunning) return;
    const force = setTimeout(() => this.child?.kill('SIGKILL'), STOP_MS_MAX);
    await this.kill(signal);
    clearTimeout(force);
  }

  /** `npm run verify` on its database, or on what `env` names. */
  async verify(env: Readonly<Record<string, string>> = {}): Promise<{ code: number; output: string }> {
    const child = spawn(process.execPath, ['dist/cli/verify.js'], {
      env: { ...this.environment, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, LAUREL_DATA_DIR: this.dataDir, DATABASE_URL: '', LAUREL_RATE_LIMIT: 'off', ...this.env };
  }
}
