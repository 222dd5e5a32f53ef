import type { ExecutionResult } from 'graphql';
import type { Actor } from '../access/actor.js';
import type { Deliveries, Delivery } from '../feed/deliveries.js';
import { Projection } from '../graphql/projection.js';
import type { Candidate, Group, Groups, Render } from './groups.js';
import type { DirectOutlet } from './outlet.js';
import { Permit } from './permit.js';
import type { ShareKey } from './share-key.js';
import { type Direct, endOf, executeFresh, type Results, type SubscriptionArgs } from './subscribe-fresh.js';

/** How results that are shared are made and kept. */
export interface Sharing {
  readonly groups: Groups;
  readonly keyOf: ShareKey;
  /** A result as callers may see it. */
  readonly masked: (result: ExecutionResult) => ExecutionResult;
}

const DONE = { done: true, value: undefined } as const;

/**
 * A subscription that goes on in a group once it has been given everything there is: `next` rests, and what the group renders
 * once is written to the connection. It goes on by itself, behind the last cursor, when its reader is slow or its rights are in
 * doubt, and comes back to a group afterwards. Of `next`, one call at a time.
 */
export class SharedSubscription implements Results, Candidate {
  private group: Group | null = null;
  /** Of the group that it may go on in. */
  private key: string | null = null;
  private isOver = false;
  private failure: { readonly error: unknown } | null = null;
  /** Cursor of the last delivery. */
  private cursor = '';
  private readonly opening: Buffer;
  private readonly outlet: DirectOutlet;
  private readonly permit: Permit;
  /** Resolves when it joins or leaves a group, or is over. */
  private turn = Promise.withResolvers<null>();
  pending!: Promise<IteratorResult<Delivery, void>>;

  constructor(
    private readonly args: SubscriptionArgs,
    { outlet, opening }: Direct,
    public events: Deliveries,
    private readonly sharing: Sharing,
  ) {
    this.outlet = outlet;
    this.opening = opening;
    events.onIdle = this.seekGroup;
    this.permit = new Permit(args.session, args.contextValue, () => this.rightsChanged());
    // What changed while it began.
    this.permit.look();
  }

  async next(): Promise<IteratorResult<ExecutionResult, void>> {
    for (;;) {
      if (this.failure) throw this.failure.error;
      if (this.isOver) return DONE;
      if (this.group) await this.turn.promise;
      else {
        const delivery = await this.ownDelivery();
        if (delivery) {
          const value = await executeFresh(this.args, delivery, this.args.session.actor);
          await this.requirePermission();
          const end = endOf(value);
          if (end) {
            await this.end();
            throw end;
          }
          this.cursor = delivery.item.cursor;
          return { done: false, value };
        }
      }
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult, void>> {
    await this.end();
    return DONE;
  }

  async throw(error: unknown): Promise<IteratorResult<ExecutionResult, void>> {
    await this.end();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
  }

  joined(group: Group): void {
    this.group = group;
    this.takeTurn();
  }

  renderer(): Render {
    const { actor } = this.args.session;
    return async (delivery) => {
      const projected = await this.projected(delivery, actor);
      if (projected) return Buffer.from(JSON.stringify(projected));
      const executed = await executeFresh(this.args, delivery, actor);
      const end = endOf(executed);
      if (end) throw end;
      return Buffer.from(JSON.stringify(this.sharing.masked(executed)));
    };
  }

  /** The answer without an execution; null where that does not do. */
  private async projected(delivery: Delivery, actor: Actor): Promise<ExecutionResult | null> {
    const { schema, document, operationName, contextValue } = this.args;
    const projection = Projection.for(schema, document, operationName ?? null);
    if (!projection) return null;
    try {
      return projection.answer(await projection.deliver(delivery, contextValue.fresh(actor)));
    } catch {
      // Whatever went wrong, an execution says where in the answer.
      return null;
    }
  }

  receive(payloads: readonly Buffer[], cursor: string): void {
    if (!this.permit.isSure || this.outlet.isFull) {
      this.goOnAlone();
      return;
    }
    for (const payload of payloads) this.outlet.push(this.opening, payload);
    this.cursor = cursor;
  }

  groupEnded(error?: unknown): void {
    this.group = null;
    this.outlet.flush();
    if (error === undefined) this.isOver = true;
    else this.failure = { error };
    this.permit.close();
    this.takeTurn();
  }

  /** The next delivery that is not a group's; null when there is none, or it joined or left one meanwhile. */
  private async ownDelivery(): Promise<Delivery | null> {
    await this.outlet.drained();
    this.pending = this.events.next();
    const event = await Promise.race([this.pending, this.turn.promise]);
    if (this.group || !event) return null;
    await this.requirePermission();
    if (!event.done) return event.value;
    await this.end();
    return null;
  }

  /** Looks for a group, when it has been given everything there is. */
  readonly seekGroup = async (): Promise<void> => {
    await this.permit.settled();
    if (this.group || this.isOver || !this.permit.isSure || this.events.place === null) return;
    this.key = this.sharing.keyOf(this.args, this.args.session.actor, this.events.memberId);
    this.sharing.groups.offer(this.key, this);
  };

  /** Leaves the group; what that gives from now on is read from the journal. */
  private goOnAlone(): void {
    if (!this.group) return;
    this.group.leave(this);
    this.group = null;
    this.outlet.flush();
    this.events = this.events.goOn(this.cursor);
    this.events.onIdle = this.seekGroup;
    this.takeTurn();
  }

  /** The others of its group may see something else by now. */
  private rightsChanged(): void {
    this.withdraw();
    this.goOnAlone();
    // A reader that waits is woken by it.
    if (this.permit.refusal) void this.events.return();
    else void this.seekGroup();
  }

  private async requirePermission(): Promise<void> {
    const refusal = await this.permit.settled();
    if (!refusal) return;
    await this.end();
    throw refusal;
  }

  private async end(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    this.permit.close();
    this.withdraw();
    if (this.group) {
      this.group.leave(this);
      this.group = null;
      this.outlet.flush();
    } else await this.events.return();
    this.takeTurn();
  }

  private withdraw(): void {
    if (this.key !== null) this.sharing.groups.withdraw(this.key, this);
    this.key = null;
  }

  private takeTurn(): void {
    this.turn.resolve(null);
    this.turn = Promise.withResolvers();
  }
}
