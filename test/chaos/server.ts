import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { runningServer } from '../../src/database/postgres-pid-file.js';
import type { Moment, Strike } from './at-commit.js';

const READY_MS_MAX = 90_000;
const STRIKE_MS_MAX = 3_000;
const STOP_MS_MAX = 30_000;

/** The real server process with the embedded PostgreSQL, on a folder of its own, to be killed and started again. */
export class ChaosServer {
  private child: ChildProcess | undefined;

  constructor(
    readonly dataDir: string,
    readonly port: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** Everything that the server printed, through all its lives. */
  get logFile(): string {
    return `${this.dataDir}.log`;
  }

  async operatorKey(): Promise<string> {
    return (await readFile(join(this.dataDir, 'operator-key'), 'utf8')).trim();
  }

  launch(): void {
    const log = openSync(this.logFile, 'a');
    const hook = new URL('./at-commit.js', import.meta.url).href;
    this.child = spawn(process.execPath, ['--import', hook, 'dist/main.js'], {
      env: { ...this.environment, PORT: String(this.port) },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
  }

  /** Returns when it answers. A server that ends by itself instead is a failure of the run. */
  async ready(): Promise<void> {
    const giveUpAt = performance.now() + READY_MS_MAX;
    while (performance.now() < giveUpAt) {
      if (this.child?.exitCode !== null) throw new Error(`the server ended by itself with ${this.child?.exitCode}; see ${this.logFile}`);
      const answer = await fetch(this.url.replace('/graphql', '/readyz')).catch(() => null);
      if (answer?.ok) return;
      await sleep(20);
    }
    throw new Error(`the server was not ready within ${READY_MS_MAX / 1000} s; see ${this.logFile}`);
  }

  async start(): Promise<void> {
    this.launch();
    await this.ready();
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Ends it in order; false where it did not end in time and was killed. */
  async stop(): Promise<boolean> {
    const { child } = this;
    const isStopped = await Promise.race([this.kill('SIGTERM').then(() => true), sleep(STOP_MS_MAX, false)]);
    if (!isStopped) child?.kill('SIGKILL');
    return isStopped;
  }

  /** Kills the server at its next commit; gives whether one came in time. It is dead in both cases. */
  async killAtCommit(moment: Moment): Promise<boolean> {
    const gone = once(this.child as ChildProcess, 'exit').then(() => true);
    this.order({ moment, postmasterPid: null });
    const isHit = await Promise.race([gone, sleep(STRIKE_MS_MAX, false)]);
    await this.kill();
    return isHit;
  }

  /** PostgreSQL ends at once, like after a power cut but for the caches of the operating system. */
  async crashPostgres(): Promise<void> {
    await (await startEmbeddedPostgres({ dataDir: this.postgresDir })).stop('immediate');
  }

  /** The same at the server's next commit; gives whether one came in time. */
  async crashPostgresAtCommit(moment: Moment): Promise<boolean> {
    const pid = Number((await readFile(join(this.postgresDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const struck = once(this.child as ChildProcess, 'message').then(() => true);
    this.order({ moment, postmasterPid: pid });
    const isHit = await Promise.race([struck, sleep(STRIKE_MS_MAX, false)]);
    if (!isHit) await this.crashPostgres();
    return isHit;
  }

  /** Starts PostgreSQL, or finds it running; gives its URL. */
  async startPostgres(): Promise<string> {
    return (await startEmbeddedPostgres({ dataDir: this.postgresDir })).url;
  }

  /** Whatever still runs, without a word: for the end of a run that failed. */
  async destroy(): Promise<void> {
    await this.kill();
    if (await runningServer(this.postgresDir)) await this.crashPostgres();
  }

  /** `npm run verify` on the stopped server's folder. */
  async verify(): Promise<{ isClean: boolean; output: string }> {
    const child = spawn(process.execPath, ['dist/cli/verify.js'], { env: this.environment, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    const [code] = (await once(child, 'close')) as [number];
    return { isClean: code === 0, output: output.trim() };
  }

  private order(strike: Strike): void {
    this.child?.send(strike);
  }

  private get postgresDir(): string {
    return join(this.dataDir, 'postgres');
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, LAUREL_DATA_DIR: this.dataDir, DATABASE_URL: '', LAUREL_DEMO: 'off', LAUREL_RATE_LIMIT: 'off' };
  }
}
