import { type GraphQLFormattedError, Kind, type OperationDefinitionNode } from 'graphql';
import type { Actor } from '../access/actor.js';

const ROOT_FIELDS_MAX = 5;

/** What the server knows of a request while it is being answered. */
export class Call {
  readonly startedAt = Date.now();
  private readonly start = performance.now();
  /** Who calls; undefined until it was looked up. */
  actor: Actor | null | undefined;
  cost: number | null = null;
  operation: OperationDefinitionNode | null = null;
  readonly errorCodes: string[] = [];
  /** Its answer lasts as long as its reader wants. */
  isStream = false;
  /** Bytes of the body. */
  bytes = 0;

  get ms(): number {
    return performance.now() - this.start;
  }

  /** The first root fields that were asked for, by their names in the schema: unlike the operation's name, no caller made them up. */
  get rootFields(): readonly string[] {
    const selections = this.operation?.selectionSet.selections ?? [];
    return selections.flatMap((each) => (each.kind === Kind.FIELD ? each.name.value : [])).slice(0, ROOT_FIELDS_MAX);
  }

  note(errors: readonly GraphQLFormattedError[]): void {
    for (const { extensions } of errors) if (this.errorCodes.length < 10) this.errorCodes.push(String(extensions?.code));
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    call: Call;
  }
}
