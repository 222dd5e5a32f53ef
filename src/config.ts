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
  /** Whether the schema may be asked for. */
  readonly isIntrospectionOn: boolean;
  /** Whether GraphiQL is served at /graphiql. */
  readonly isGraphiqlOn: boolean;
  /** Origins of web pages that may call the API, beside its own. */
  readonly corsOrigins: readonly string[];
  /** Manifest of the documents that are trusted; null: any document is run. */
  readonly trustedDocuments: string | null;
  /** Cost points that a caller may spend in a minute, before its role's share; null: no limit. */
  readonly rateLimitPerMinute: number | null;
  /** Whether X-Forwarded-For of a proxy in front is believed. */
  readonly isProxyTrusted: boolean;
  /** Port of the Prometheus metrics; null: none. */
  readonly metricsPort: number | null;
  /** Whether traces are sent to the collector of OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly isTracingOn: boolean;
  /** How long a stopping process goes on answering while load balancers look elsewhere. */
  readonly drainMs: number;
  /** Whether processes tell each other of commits by LISTEN and NOTIFY; else each finds them by its timer. */
  readonly doorbell: boolean;
  /** Addresses and networks that webhooks and identity providers may be at although they are private, like 10.1.0.0/16. */
  readonly outboundAllow: readonly string[];
}

/** @throws Error naming the variable that cannot be used */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const isProduction = env.NODE_ENV === 'production';
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Error('DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  const number = (name: string, fallback: number, max: number): number => {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < 0 || value > max) throw new Error(`${name} must be a whole number from 0 to ${max}.`);
    return value;
  };
  const isOn = (name: string, fallback: boolean): boolean => {
    const value = env[name] || (fallback ? 'on' : 'off');
    if (value !== 'on' && value !== 'off') throw new Error(`${name} must be on or off.`);
    return value === 'on';
  };
  const list = (name: string): string[] => (env[name] ?? '').split(',').flatMap((item) => item.trim() || []);
  return {
    port: number('PORT', 4000, 65_535),
    host: env.HOST ?? '127.0.0.1',
    databaseUrl,
    dataDir: resolve(env.LAUREL_DATA_DIR ?? '.laurel'),
    datasets: resolve(env.LAUREL_DATASETS ?? '../shared/data'),
    operatorKey: env.LAUREL_OPERATOR_KEY || null,
    isDemoWanted: isOn('LAUREL_DEMO', true),
    isIntrospectionOn: isOn('LAUREL_INTROSPECTION', !isProduction),
    isGraphiqlOn: isOn('LAUREL_GRAPHIQL', !isProduction),
    corsOrigins: list('LAUREL_CORS_ORIGINS'),
    trustedDocuments: env.LAUREL_TRUSTED_DOCUMENTS || null,
    rateLimitPerMinute: env.LAUREL_RATE_LIMIT === 'off' ? null : number('LAUREL_RATE_LIMIT', 600_000, 1_000_000_000),
    isProxyTrusted: isOn('LAUREL_TRUST_PROXY', false),
    metricsPort: env.LAUREL_METRICS_PORT ? number('LAUREL_METRICS_PORT', 0, 65_535) : null,
    isTracingOn: Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT || env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT),
    drainMs: number('LAUREL_DRAIN_MS', 0, 60_000),
    doorbell: isOn('LAUREL_DOORBELL', true),
    outboundAllow: list('LAUREL_OUTBOUND_ALLOW'),
  };
}
