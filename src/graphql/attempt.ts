import type { Refusal } from '../journal/core/decide.js';
import { RetryLater } from '../journal/lanes.js';
import { type UserError, userError } from './user-error.types.js';

/** Leaves a use case with an expected refusal. Whatever transaction is open rolls back. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = 'Refused';
  }
}

/** The refusal that an error stands for; anything else is a defect and thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof RetryLater) {
    return { code: 'RETRY_LATER', message: error.message, data: { retryAfterMs: error.retryAfterMs } };
  }
  throw error;
}

/** Runs a mutation: what it gives becomes the payload, an expected refusal its `errors`. */
export async function attempt<T extends object>(mutation: () => Promise<T>): Promise<Partial<T> & { errors: UserError[] }> {
  try {
    return { ...(await mutation()), errors: [] };
  } catch (error) {
    return { errors: [userError(refusalOf(error))] } as Partial<T> & { errors: UserError[] };
  }
}
