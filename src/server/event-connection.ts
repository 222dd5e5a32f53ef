import type { Session } from '../access/session.js';
import { EventFlow } from './event-flow.js';
import { EventOutlet } from './event-outlet.js';
import { SUBSCRIPTIONS_MAX, tooMany } from './subscriptions.js';

interface Operation {
  readonly over: Promise<void>;
  isCompleted: boolean;
}

/** A caller's event stream, or the reservation of one, and what runs in it. */
export class EventConnection {
  readonly flow = new EventFlow();
  readonly outlet: EventOutlet;
  isOpen = false;
  private isOver = false;
  private running = 0;
  /** By the ids that the client gave. */
  private readonly operations = new Map<string, Operation>();

  /** @param isShared it is a reservation, and carries many operations */
  constructor(
    readonly session: Session,
    isShared: boolean,
  ) {
    this.outlet = new EventOutlet(this.flow, isShared);
  }

  get isGone(): boolean {
    return this.isOver;
  }

  /**
   * Takes one of the places; gives back how to free it.
   * @throws GraphQLError when there is none
   */
  take(): () => void {
    if (this.running >= SUBSCRIPTIONS_MAX) throw tooMany();
    this.running += 1;
    let isFree = false;
    return () => {
      if (!isFree) this.running -= 1;
      isFree = true;
    };
  }

  /** Notes that an operation begins, and gives what is to be called at its end; null where one of this id runs. */
  note(id: string): (() => void) | null {
    if (this.operations.has(id)) return null;
    let resolve = () => {};
    const over = new Promise<void>((each) => (resolve = each));
    this.operations.set(id, { over, isCompleted: false });
    return () => {
      this.operations.delete(id);
      resolve();
    };
  }

  /** The client wants no more of an operation. */
  complete(id: string): void {
    const operation = this.operations.get(id);
    if (operation) operation.isCompleted = true;
  }

  /** Waits for the end of an operation that the client has completed: then its id is free again. */
  async free(id: string): Promise<void> {
    const operation = this.operations.get(id);
    if (operation?.isCompleted) await operation.over;
  }

  close(): void {
    this.isOver = true;
    this.flow.end();
    this.outlet.close();
    this.session.close();
  }
}
