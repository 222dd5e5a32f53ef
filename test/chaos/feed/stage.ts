import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/database/embedded-postgres.js';
import { runningServer } from '../../../src/database/postgres-pid-file.js';
import { freePort, ServerProcess } from '../../support/server-process.js';
import type { Undo } from '../../support/undo.js';
import { ChaosProgram, type ProgramOptions } from './program.js';
import { Records } from './records.js';

const OPERATOR_KEY = `lrl_${'feed-faults-'.repeat(3)}`;

const LAST_WORDS_MAX = 1_500;

export interface StageOptions {
  /** How many processes of the API; 1 when left out. */
  readonly processes?: number;
  /** A way for each process to the database, that a case has put something into; direct when left out. */
  readonly databaseOf?: (url: string, process: number) => string;
  readonly env?: Readonly<Record<string, string>>;
  /** A cluster of its own, which it may break for good; else the run's. */
  readonly clusterDir?: string;
}

/** Processes of the API on a database of their own, to be struck down; PostgreSQL is nobody's child. */
export class Stage {
  readonly processes: ServerProcess[] = [];

  private constructor(
    private readonly clusterDir: string,
    private readonly database: string,
    private postgres: EmbeddedPostgres,
  ) {}

  static async open(folder: string, name: string, undo: Undo, options: StageOptions = {}): Promise<Stage> {
    const { processes = 1, databaseOf = (url) => url, env = {}, clusterDir = join(folder, 'postgres') } = options;
    const database = `feed_${name.replaceAll(/\W/g, '_')}`;
    const stage = new Stage(clusterDir, database, await startEmbeddedPostgres({ dataDir: clusterDir, database }));
    undo.add(() => stage.destroy());
    for (let i = 0; i < processes; i += 1) {
      const dataDir = join(folder, `${database}_${i}`);
      await mkdir(dataDir, { recursive: true });
      const url = databaseOf(stage.databaseUrl, i);
      const own = { DATABASE_URL: url, LAUREL_OPERATOR_KEY: OPERATOR_KEY, ...env };
      stage.processes.push(new ServerProcess(dataDir, await freePort(), own));
    }
    // One after the other: the first makes the tables.
    for (const process of stage.processes) await process.start();
    return stage;
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  /** Of the first process, or another. */
  url(process = 0): string {
    return (this.processes[process] as ServerProcess).url;
  }

  /** A programme whose callers go to the first process, or to where `url` says. */
  program(options: ProgramOptions, url: () => string = () => this.url()): Promise<ChaosProgram> {
    return ChaosProgram.open(url, OPERATOR_KEY, options);
  }

  /** PostgreSQL ends at once. */
  async crashPostgres(): Promise<void> {
    await this.postgres.stop('immediate');
  }

  async startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    this.postgres = await startEmbeddedPostgres({ dataDir: this.clusterDir, database: this.database, settings });
  }

  async stopPostgres(): Promise<void> {
    await this.postgres.stop();
  }

  /** Of a cluster of its own, at the end. */
  async destroyPostgres(): Promise<void> {
    if (await runningServer(this.clusterDir)) await this.crashPostgres();
  }

  async sql<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => {});
    }
  }

  records(): Promise<Records> {
    return this.sql(Records.read);
  }

  /** Stops the processes in order; gives what `verify` found, empty: nothing. */
  async finish(): Promise<string[]> {
    const problems: string[] = [];
    for (const process of this.processes) {
      if (!process.isRunning) problems.push(`a server ended by itself: ${process.output.slice(-LAST_WORDS_MAX)}`);
      await process.stop();
    }
    const [first] = this.processes as [ServerProcess];
    const { code, output } = await first.verify({ DATABASE_URL: this.databaseUrl });
    if (code !== 0) problems.push(...output.trim().split('\n'));
    for (const { output: printed } of this.processes) {
      for (const line of printed.split('\n')) if (line.includes('ALARM')) problems.push(line.slice(0, 300));
    }
    return problems;
  }

  private async destroy(): Promise<void> {
    for (const process of this.processes) await process.stop('SIGKILL');
  }
}
