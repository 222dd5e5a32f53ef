import type { GraphQLError } from 'graphql';
import type { Session, SessionEnd } from '../access/session.js';
import type { Context } from '../context.js';
import { forbidden, publicError } from '../graphql/errors.js';
import { lackedScope } from '../graphql/policy.js';

/** Whether a caller may go on with a subscription that began with `context`. */
export class Permit {
  /** Why not; null: they may. */
  refusal: GraphQLError | null = null;
  private readonly stopListening: () => void;

  /** @param onChange told in the same turn when the caller's rights may be others */
  constructor(
    private readonly session: Session,
    private readonly context: Context,
    private readonly onChange: () => void,
  ) {
    this.stopListening = session.listen(() => this.look());
  }

  /** Looks at what the caller may by now. */
  look(): void {
    this.refusal ??= refusalOf(this.session, this.context);
    this.onChange();
  }

  /** Whether something may be sent now, with nothing to wait for. */
  get isSure(): boolean {
    return this.refusal === null && this.session.isSure;
  }

  /** Resolves when nothing is in doubt; to why not, or null. */
  async settled(): Promise<GraphQLError | null> {
    await this.session.settled();
    return this.refusal;
  }

  close(): void {
    this.stopListening();
  }
}

/** What a subscription that began with `context` ends with by now; null: with nothing. */
function refusalOf({ ended, actor }: Session, { doors }: Context): GraphQLError | null {
  if (ended) return ENDS[ended]();
  for (const policy of doors) {
    const scope = lackedScope(policy, actor);
    if (scope) return forbidden(scope);
  }
  return null;
}

const ENDS: Readonly<Record<SessionEnd, () => GraphQLError>> = {
  EXPIRED: () => publicError('The credential has expired. Come back with another one and your cursor.', 'UNAUTHENTICATED'),
  REVOKED: () => publicError('The credential is no longer valid.', 'UNAUTHENTICATED'),
  UNKNOWN: () =>
    publicError('It could not be found out whether the credential is still valid. Come back with your cursor.', 'TIMEOUT', {
      retryAfterMs: 1_000,
    }),
};
