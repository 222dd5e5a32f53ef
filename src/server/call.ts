import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Actor } from '../access/actor.js';

const NAME = /^[A-Za-z_]\w{0,63}$/;

/** What the server knows of a request while it is being answered. */
export class Call {
  readonly startedAt = Date.now();
  private readonly start = performance.now();
  /** Who calls; undefined until it was looked up. */
  actor: Actor | null | undefined;
  cost: number | null = null;
  operation: OperationDefinitionNode | null = null;
  readonly errorCodes: string[] = [];
  /** Bytes of the body. */
  bytes = 0;

  get ms(): number {
    return performance.now() - this.start;
  }

  get operationName(): string | null {
    const name = this.operation?.name?.value;
    return name !== undefined && NAME.test(name) ? name : null;
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
