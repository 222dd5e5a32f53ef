import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The real process, as it is started in production, with everything that it wrote. */
export class LaurelProcess {
  output = '';

  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        this.output += String(chunk);
      });
  }

  static async start(settings: Readonly<Record<string, string>>): Promise<LaurelProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'laurel-attacked-'));
    const port = await freePort();
    const inherited = Object.entries(process.env).filter(([name]) => !/^(LAUREL_|NODE_|OTEL_|PORT$|HOST$|JEST_)/.test(name));
    const env = { ...Object.fromEntries(inherited), PORT: String(port), LAUREL_DATA_DIR: folder, LAUREL_DEMO: 'off', ...settings };
    const child = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const laurel = new LaurelProcess(port, child, folder);
    await laurel.untilReady();
    return laurel;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resident memory in MB; null where the system does not tell. */
  async memory(): Promise<number | null> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8').catch(() => '');
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  }

  /** Asks it to stop; gives its exit code. */
  async stop(): Promise<number | null> {
    if (this.isAlive) {
      const gone = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      const force = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
      await gone;
      clearTimeout(force);
    }
    await rm(this.folder, { recursive: true, force: true });
    return this.child.exitCode;
  }

  private async untilReady(): Promise<void> {
    const until = Date.now() + 30_000;
    while (Date.now() < until && this.isAlive) {
      const answer = await fetch(this.url.replace('/graphql', '/readyz')).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not become ready: ${this.output}`);
  }
}
