import * as api from './generated.js';
import { Caller, enroll, newKey, type TestLaurel } from './laurel.js';

/** A programme with a community, and members who take part in it with tokens of their own. */
export class Community {
  private constructor(
    /** Of the programme, with every scope. */
    readonly admin: Caller,
    /** A category that is open to all. */
    readonly category: string,
    private readonly people: Map<string, { readonly caller: Caller; readonly id: string }>,
  ) {}

  static async open(laurel: TestLaurel, admin: Caller, ...handles: string[]): Promise<Community> {
    const { createCategory } = await admin.run(api.CreateCategoryDocument, { input: { name: 'General' } });
    const community = new Community(admin, createCategory?.category?.id as string, new Map());
    for (const handle of handles) await community.join(laurel, handle);
    return community;
  }

  /** Enrols somebody, who takes part under their externalId as handle. */
  async join({ url }: { readonly url: string }, handle: string): Promise<void> {
    const id = await enroll(this.admin, handle);
    const { createMemberToken } = await this.admin.run(api.CreateMemberTokenDocument, { input: { member: { id } } });
    const caller = new Caller(url, createMemberToken?.token ?? null);
    this.people.set(handle, { caller, id });
    const { updateCommunityProfile } = await caller.run(api.UpdateCommunityProfileDocument, { input: { handle } });
    if (updateCommunityProfile?.errors.length !== 0) throw new Error(JSON.stringify(updateCommunityProfile));
  }

  as(handle: string): Caller {
    return this.person(handle).caller;
  }

  idOf(handle: string): string {
    return this.person(handle).id;
  }

  private person(handle: string) {
    const person = this.people.get(handle);
    if (!person) throw new Error(`${handle} did not join`);
    return person;
  }

  /** Opens a thread. Gives its id, and that of its first post. */
  async thread(handle: string, more: Partial<api.CreateThreadInput> = {}): Promise<{ readonly thread: string; readonly post: string }> {
    const input = { category: this.category, title: 'A thread', body: 'Hello.', idempotencyKey: newKey(), ...more };
    const { createThread } = await this.as(handle).run(api.CreateThreadDocument, { input });
    if (!createThread?.thread || !createThread.post) throw new Error(JSON.stringify(createThread?.errors));
    return { thread: createThread.thread.id, post: createThread.post.id };
  }

  /** Writes a post. Gives its id. */
  async post(handle: string, thread: string, body = 'An answer.', more: Partial<api.CreatePostInput> = {}): Promise<string> {
    const input = { thread, body, idempotencyKey: newKey(), ...more };
    const { createPost } = await this.as(handle).run(api.CreatePostDocument, { input });
    if (!createPost?.post) throw new Error(JSON.stringify(createPost?.errors));
    return createPost.post.id;
  }

  async react(handle: string, post: string, kind: api.ReactionKind = 'LIKE') {
    return (await this.as(handle).run(api.AddReactionDocument, { input: { post, kind } })).addReaction;
  }

  async unreact(handle: string, post: string, kind: api.ReactionKind = 'LIKE') {
    return (await this.as(handle).run(api.RemoveReactionDocument, { input: { post, kind } })).removeReaction;
  }

  async read(thread: string, handle?: string) {
    const caller = handle === undefined ? this.admin : this.as(handle);
    return (await caller.run(api.ThreadDocument, { id: thread, first: 100 })).thread;
  }
}
