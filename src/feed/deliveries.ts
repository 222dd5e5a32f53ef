import type { Feed, FeedItem, FeedRequest } from './feed.js';
import type { FeedIterator } from './feed-iterator.js';

/** An item, and the UUID of the member, or whatever else has a stream, that it is about; null: a whole programme is followed. */
export interface Delivery {
  readonly item: FeedItem;
  readonly memberId: string | null;
}

/** What a subscription's field follows. */
export class Deliveries implements AsyncIterableIterator<Delivery, void, void> {
  private constructor(
    private readonly feed: Feed,
    private readonly request: FeedRequest,
    private readonly items: FeedIterator,
    private first: IteratorResult<FeedItem, void> | null,
  ) {}

  /**
   * Begins, and reads the first item, so that a cursor which is none is answered before anything was promised.
   * @throws InvalidCursor
   */
  static async begin(feed: Feed, request: FeedRequest): Promise<Deliveries> {
    const items = feed.follow(request);
    return new Deliveries(feed, request, items, await items.next());
  }

  /** The same again, behind a cursor that it gave. */
  goOn(after: string): Deliveries {
    const request = { ...this.request, after };
    return new Deliveries(this.feed, request, this.feed.follow(request), null);
  }

  /** UUID of the member, or whatever else has a stream, that is followed; null: a whole programme. */
  get memberId(): string | null {
    return this.request.stream?.streamId ?? null;
  }

  /** Where it stands, when it has given everything there is and waits; else null. Two of one request at the same place give the same from then on. */
  get place(): string | null {
    return this.items.place;
  }

  /** The next item is at hand. */
  get hasMore(): boolean {
    return this.items.hasMore;
  }

  /** Told each time that it has given everything there is and waits. */
  set onIdle(listener: (() => void) | undefined) {
    this.items.onIdle = listener;
  }

  async next(): Promise<IteratorResult<Delivery, void>> {
    const { first } = this;
    this.first = null;
    const result = first ?? (await this.items.next());
    return result.done ? result : { done: false, value: { item: result.value, memberId: this.memberId } };
  }

  async return(): Promise<IteratorResult<Delivery, void>> {
    await this.items.return();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<Delivery, void>> {
    await this.items.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
