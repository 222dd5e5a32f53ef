import type { Deliveries, Delivery } from '../feed/deliveries.js';
import { breath } from './pace.js';

/** What is there already goes out together, up to so much of it. */
const PAYLOADS_MAX = 32;
/** After so many it is looked whether others should have a turn. */
const MEMBERS_PER_LOOK = 64;

/** Renders deliveries to the bytes that every member of a group is sent. */
export type Render = (deliveries: readonly Delivery[]) => Promise<readonly Buffer[]>;

/** A subscription whose deliveries come from a group. */
export interface GroupMember {
  /** What was rendered, in order, and the cursor behind the last. */
  receive(payloads: readonly Buffer[], cursor: string): void;
  /** No more will come; with an error where something failed. */
  groupEnded(error?: unknown): void;
}

/** A subscription that follows by itself, has been given everything there is, and may go on in a group. */
export interface Candidate extends GroupMember {
  readonly events: Deliveries;
  /** What `events` were asked for and have not given yet. */
  readonly pending: Promise<IteratorResult<Delivery, void>>;
  /** Renders for those who may see what this one may now, whatever becomes of it. */
  renderer(): Render;
  /** Looks for a group again. */
  seekGroup(): Promise<void>;
  /** From now on the group gives; `events` are the group's, or at their end. */
  joined(group: Group): void;
}

/** Subscriptions that are sent the same: their deliveries are read, executed and serialised once. */
export class Group {
  private readonly members = new Set<GroupMember>();
  /** Those that stood elsewhere when they asked. */
  private readonly waiting = new Set<Candidate>();
  private readonly source: Deliveries;
  private readonly render: Render;

  constructor(
    first: Candidate,
    private readonly onEmpty: () => void,
  ) {
    this.source = first.events;
    this.render = first.renderer();
    this.members.add(first);
    first.joined(this);
    this.source.onIdle = () => {
      for (const candidate of this.waiting) this.offer(candidate);
    };
    this.run(first.pending).then(
      () => this.end(),
      (error: unknown) => this.end(error),
    );
  }

  /** Takes a subscription in once both stand at the same place, which is whenever both have given everything there is. */
  offer(candidate: Candidate): void {
    const { place } = this.source;
    if (place === null || candidate.events.place !== place) {
      this.waiting.add(candidate);
      return;
    }
    this.waiting.delete(candidate);
    this.members.add(candidate);
    candidate.joined(this);
    void candidate.events.return();
  }

  /** Does not wait to be taken in any more. */
  withdraw(candidate: Candidate): void {
    this.waiting.delete(candidate);
  }

  leave(member: GroupMember): void {
    if (this.members.delete(member) && this.members.size === 0) this.close();
  }

  private async run(pending: Candidate['pending']): Promise<void> {
    for (let result = await pending; !result.done; result = await this.source.next()) {
      if (this.members.size === 0) return;
      const deliveries = [result.value, ...this.source.takeAtHand(PAYLOADS_MAX - 1)];
      const { cursor } = (deliveries.at(-1) as Delivery).item;
      const payloads = await this.render(deliveries);
      let count = 0;
      for (const member of this.members) {
        member.receive(payloads, cursor);
        count += 1;
        const pause = count % MEMBERS_PER_LOOK === 0 ? breath() : null;
        if (pause) await pause;
      }
      await breath();
    }
  }

  private end(error?: unknown): void {
    this.close();
    for (const member of this.members) member.groupEnded(error);
    this.members.clear();
  }

  private close(): void {
    this.onEmpty();
    void this.source.return();
    for (const candidate of this.waiting) void candidate.seekGroup();
    this.waiting.clear();
  }
}

/** The groups of a process, by what their members are sent. */
export class Groups {
  private readonly groups = new Map<string, Group>();

  offer(key: string, candidate: Candidate): void {
    const group = this.groups.get(key);
    if (group) {
      group.offer(candidate);
      return;
    }
    const made: Group = new Group(candidate, () => {
      if (this.groups.get(key) === made) this.groups.delete(key);
    });
    this.groups.set(key, made);
  }

  withdraw(key: string, candidate: Candidate): void {
    this.groups.get(key)?.withdraw(candidate);
  }

  get size(): number {
    return this.groups.size;
  }
}
