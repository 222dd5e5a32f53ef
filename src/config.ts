import { resolve } from 'node:path';

/** Everything that the environment decides, read and checked once. */
export interface Config {
  /** Port of HTTP and WebSocket; 0 takes a free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** A PostgreSQL of yours, 15 or newer; null: the embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Folder of data sets that some tests use. */
  readonly datasets: string;
  /** A fixed operator key, for several processes on one database; null: one is made at the first start. */
  readonly operatorKey: string | null;
  /** Makes the demonstration programme where there is no programme yet. */
  readonly isDemoWanted: boolean;
}

/** @throws Error naming the variable that cannot be used */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a port number, not "${env.PORT}".`);
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Error('DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  return {
    port,
    host: env.HOST ?? '127.0.0.1',
    databaseUrl,
    dataDir: resolve(env.LAUREL_DATA_DIR ?? '.laurel'),
    datasets: resolve(env.LAUREL_DATASETS ?? '../shared/data'),
    operatorKey: env.LAUREL_OPERATOR_KEY || null,
    isDemoWanted: env.LAUREL_DEMO !== 'off',
  };
}
