import type { EntityManager } from '@mikro-orm/postgresql';
import { transactionOf } from '../database/orm.js';
import type { Row } from '../journal/transaction.js';

/** A statement within the unit of work, for what is a set and no entity. What the unit changed itself must be flushed before. */
export const sql = (em: EntityManager, text: string, values: readonly unknown[]): Promise<Row[]> =>
  transactionOf(em).query({ name: '', text }, [...values]);
