import type { App } from '../../src/app.js';
import { localId } from '../../src/graphql/global-id.js';

const ENROLLED_TOGETHER = 500;

/** Asks the API, and gives the one root field. @throws Error with the errors of the answer */
async function ask<T>({ url }: App, secret: string, query: string, variables: unknown = {}): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: Record<string, T>; errors?: unknown };
  const [value] = Object.values(data ?? {});
  if (errors || value === undefined) throw new Error(JSON.stringify(errors));
  return value;
}

/** A programme that is measured. */
export class BenchProgram {
  private constructor(
    readonly app: App,
    readonly secret: string,
    /** UUID. */
    readonly id: string,
  ) {}

  /** @param settings the fields of one mutation @param clock where its test clock stands; the real clock when left out */
  static async create(app: App, name: string, settings: string, clock?: Date): Promise<BenchProgram> {
    const input = { name, currencyCode: 'USD', testClockAt: clock?.toISOString() ?? null };
    const query = 'mutation ($input: CreateProgramInput!) { createProgram(input: $input) { secret program { id } } }';
    const { secret, program } = await ask<{ secret: string; program: { id: string } }>(app, app.operatorKey, query, { input });
    await ask(app, secret, `mutation { ${settings} }`);
    return new BenchProgram(app, secret, localId('program', program.id) as string);
  }

  /** Enrols members, and gives their UUIDs. */
  async enroll(members: readonly { readonly externalId: string; readonly enrolledAt?: string }[]): Promise<string[]> {
    const query = 'mutation ($m: [EnrollMemberInput!]!) { enrollMembers(input: { members: $m }) { outcomes { member { id } } } }';
    const ids: string[] = [];
    for (let i = 0; i < members.length; i += ENROLLED_TOGETHER) {
      const m = members.slice(i, i + ENROLLED_TOGETHER);
      const { outcomes } = await ask<{ outcomes: { member: { id: string } }[] }>(this.app, this.secret, query, { m });
      ids.push(...outcomes.map(({ member }) => localId('member', member.id) as string));
    }
    return ids;
  }

  /** Adds a reward, and gives its UUID. @param input its fields */
  async createReward(input: string): Promise<string> {
    const query = `mutation { createReward(input: { ${input} }) { reward { id } errors { message } } }`;
    const { reward } = await ask<{ reward: { id: string } }>(this.app, this.secret, query);
    return localId('reward', reward.id) as string;
  }

  async advanceClock(to: string): Promise<void> {
    await ask(this.app, this.secret, `mutation { advanceClock(input: { to: "${to}" }) { errors { code } } }`);
  }
}
