import type { Api } from './api.js';
import { runClient } from './client.js';
import type { Deed } from './deed.js';
import { enrolments, plan } from './deeds.js';
import type { Recorder } from './evidence.js';
import type { Shop } from './shop.js';

export interface LoadOptions {
  readonly seed: number;
  readonly commands: number;
  readonly clients: number;
  readonly members: readonly string[];
  readonly shop: Shop;
}

/** Enrols the first members. */
export const enrolFirst = (api: Api, recorder: Recorder, { members, clients }: LoadOptions): Promise<unknown> =>
  share(api, recorder, enrolments(members)[Symbol.iterator](), clients);

/** Does the planned deeds; every client takes the next one when it is done with its last. */
export const runLoad = (api: Api, recorder: Recorder, { seed, commands, members, clients, shop }: LoadOptions): Promise<unknown> =>
  share(api, recorder, plan(seed, commands - members.length, members, shop), clients);

const share = (api: Api, recorder: Recorder, deeds: Iterator<Deed>, clients: number): Promise<unknown> =>
  Promise.all(Array.from({ length: clients }, () => runClient(api, recorder, deeds)));
