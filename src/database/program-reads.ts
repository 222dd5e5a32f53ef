import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { all } from '../journal/transaction.js';

/** Somewhere to send reading statements to. */
export interface Reads {
  query<R extends QueryResultRow>(query: string | QueryConfig, values?: unknown[]): Promise<QueryResult<R>>;
}

const TELL = { name: 'tell_program', text: `select set_config('laurel.program_id', $1, false)` };

/**
 * Reads on behalf of one programme, behind the second wall: the connections have the role laurel_tenant, whose row
 * level security shows the rows of the programme that the connection was told, so that a statement which forgets to
 * ask for the programme finds nothing of another one.
 */
export class ProgramReads {
  private readonly told = new WeakMap<PoolClient, string>();

  constructor(private readonly pool: Pool) {}

  of(programId: string): Reads {
    return {
      query: async <R extends QueryResultRow>(query: string | QueryConfig, values?: unknown[]): Promise<QueryResult<R>> => {
        const client = await this.pool.connect();
        let isBroken = false;
        try {
          if (this.told.get(client) === programId) return await client.query<R>(query as string, values);
          // In one write with the statement. Should the telling fail, the statement's rows are thrown away.
          const [, result] = await all<[unknown, QueryResult<R>]>([
            client.query({ ...TELL, values: [programId] }),
            client.query<R>(query as string, values),
          ]);
          this.told.set(client, programId);
          return result;
        } catch (error) {
          // What it was told, or whether it still answers, is not certain any more, unless the server itself refused the statement.
          isBroken = this.told.get(client) !== programId || !/^[0-9A-Z]{5}$/.test(String((error as { code?: unknown }).code));
          throw error;
        } finally {
          client.release(isBroken);
        }
      },
    };
  }
}
