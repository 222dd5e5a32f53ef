import type { Follower, LaneBatch } from '../feed/followers.js';
import type { Tailer } from '../feed/tailer.js';
import { laneOf, shardOf } from '../journal/shard.js';
import type { Actor } from './actor.js';
import type { Authenticator } from './authenticator.js';
import { Session } from './session.js';
import { takesAway, verdictOn } from './verdict.js';

/**
 * Keeps connections that last true to their credentials. What takes rights away is an entry, of the programme's stream or
 * of the member's own; the process follows those streams while somebody of them is connected, and nothing is asked meanwhile.
 */
export class Sessions {
  private readonly watches = new Map<string, Watch>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly tailer: Pick<Tailer, 'follow' | 'leave'>,
    private readonly laneCount: number,
  ) {}

  /**
   * Begins the session of an Authorization header; null when it is worth nothing.
   * @throws Error when that cannot be found out
   */
  async open(header: string | undefined): Promise<Session | null> {
    const actor = await this.authenticator.authenticate(header);
    if (!actor) return null;
    const watches = this.watchesOf(actor);
    const session = new Session(actor, header, () => {
      for (const watch of watches) watch.drop(session);
    });
    try {
      await Promise.all(watches.map((watch) => watch.keep(session)));
      // What was committed before its streams were followed.
      session.doubt(this.authenticator.renew(header));
      await session.settled();
    } catch (error) {
      session.close();
      throw error;
    }
    if (session.ended === 'UNKNOWN') throw new Error('who calls could not be found out');
    return session.ended ? null : session;
  }

  /** How many streams are followed for the sake of sessions. */
  get watched(): number {
    return this.watches.size;
  }

  /** The operator belongs to no programme, and their key is no entry's concern. */
  private watchesOf({ programId, memberId }: Actor): Watch[] {
    if (programId === null) return [];
    return [programId, ...(memberId === null ? [] : [memberId])].map((streamId) => this.watchOf(programId, streamId));
  }

  private watchOf(programId: string, streamId: string): Watch {
    const key = `${programId}/${streamId}`;
    let watch = this.watches.get(key);
    if (!watch) {
      const lane = laneOf(shardOf(programId, streamId), this.laneCount);
      watch = new Watch(lane, streamId, this.authenticator, this.tailer, () => this.watches.delete(key));
      this.watches.set(key, watch);
    }
    return watch;
  }
}

/** Follows one stream for the sessions that its entries concern. */
class Watch implements Follower {
  readonly lanes: readonly number[];
  private readonly sessions = new Set<Session>();
  private following: Promise<void> | undefined;

  constructor(
    lane: number,
    readonly streamId: string,
    private readonly authenticator: Authenticator,
    private readonly tailer: Pick<Tailer, 'follow' | 'leave'>,
    private readonly onEmpty: () => void,
  ) {
    this.lanes = [lane];
  }

  /** Resolves when every entry from now on reaches the session. */
  keep(session: Session): Promise<void> {
    this.sessions.add(session);
    this.following ??= this.tailer.follow(this);
    return this.following;
  }

  drop(session: Session): void {
    if (!this.sessions.delete(session) || this.sessions.size > 0) return;
    this.tailer.leave(this);
    this.onEmpty();
  }

  take({ entries }: LaneBatch): void {
    const news = entries.filter(takesAway);
    if (news.length === 0) return;
    this.authenticator.forget();
    for (const session of [...this.sessions]) {
      const verdicts = news.map((entry) => verdictOn(entry, session.actor));
      if (verdicts.includes('END')) session.end('REVOKED');
      else if (verdicts.includes('LOOK')) session.doubt(this.authenticator.renew(session.header));
    }
  }

  end(): void {
    for (const session of [...this.sessions]) session.end('UNKNOWN');
  }
}
