import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';

interface Tables {
  readonly members: { readonly id: string; readonly shard: number; readonly program_id: string };
  readonly streams: { readonly stream_id: string; readonly shard: number; readonly status: string };
}

/** Makes text of queries; it runs none. */
export const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
