import type { Actor } from './actor.js';

/** Why a session is over. `UNKNOWN`: it could not be found out whether its credential still counts. */
export type SessionEnd = 'EXPIRED' | 'REVOKED' | 'UNKNOWN';

/** The longest that a timer can wait. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** A caller with a connection that lasts: who that is now, and whether it still is anybody. */
export class Session {
  private over: SessionEnd | null = null;
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private present: Actor,
    /** The Authorization header that it began with. */
    readonly header: string | undefined,
    private readonly onOver: () => void,
  ) {}

  get actor(): Actor {
    return this.present;
  }

  get ended(): SessionEnd | null {
    return this.over;
  }

  /** Resolves when nothing is in doubt. What is sent only after this, to a session that has not ended, the caller may see. */
  async settled(): Promise<void> {
    while (this.looking) await this.looking;
    if (hasExpired(this.present)) this.end('EXPIRED');
  }

  /** Whether the caller may be sent something now, with nothing to wait for. */
  get isSure(): boolean {
    return this.over === null && this.looking === null && !hasExpired(this.present);
  }

  /** Told in the same turn when the caller's rights changed, and when the session ended. Gives the way out. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Holds everything back until `reading` says who the caller is by now; null: nobody any more. */
  doubt(reading: Promise<Actor | null>): void {
    const looking = this.look(reading, this.looking).finally(() => {
      if (this.looking === looking) this.looking = null;
    });
    this.looking = looking;
  }

  end(why: SessionEnd): void {
    if (this.over) return;
    this.over = why;
    this.close();
    for (const listener of [...this.listeners]) listener();
  }

  /** Nothing is watched any more: the connection is gone. */
  close(): void {
    clearTimeout(this.timer);
    this.onOver();
  }

  private async look(reading: Promise<Actor | null>, before: Promise<void> | null): Promise<void> {
    try {
      const actor = await reading;
      await before;
      if (actor) this.become(actor);
      else this.end('REVOKED');
    } catch {
      this.end('UNKNOWN');
    }
  }

  private become(actor: Actor): void {
    if (this.over) return;
    const { id, programId, memberId } = this.present;
    const isSame = actor.id === id && actor.programId === programId && actor.memberId === memberId;
    if (!isSame) {
      this.end('REVOKED');
      return;
    }
    this.present = actor;
    this.endInTime();
    for (const listener of [...this.listeners]) listener();
  }

  /** Ends it at the very moment when its credential ends by itself. */
  private endInTime(): void {
    clearTimeout(this.timer);
    const { expiresAt } = this.present;
    if (hasExpired(this.present)) this.end('EXPIRED');
    else if (expiresAt !== null) {
      this.timer = setTimeout(() => this.endInTime(), Math.min(expiresAt - Date.now(), TIMER_MS_MAX));
      this.timer.unref();
    }
  }
}

const hasExpired = ({ expiresAt }: Actor): boolean => expiresAt !== null && Date.now() >= expiresAt;
