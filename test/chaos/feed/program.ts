import { setTimeout as sleep } from 'node:timers/promises';
import { localId } from '../../../src/graphql/global-id.js';
import { Api } from '../api.js';
import { runClient } from '../client.js';
import type { Deed } from '../deed.js';
import { firstMembers, plan } from '../deeds.js';
import { Recorder } from '../evidence.js';
import { enrolFirst } from '../load.js';
import type { Random } from '../random.js';
import { openShop, type Shop } from '../shop.js';
import { Device, type DeviceOptions, WAYS } from './device.js';
import { anySubject, type Subject } from './subject.js';

const MEMBERS = 24;
const SUBJECTS_PER_DEVICE = 3;
const COMMANDS_MAX = 10_000_000;

const CREATE = 'mutation ($input: CreateProgramInput!) { createProgram(input: $input) { secret program { id } } }';
const ENROL = 'mutation ($input: EnrollMemberInput!) { enrollMember(input: $input) { member { id } } }';
const WRITE = 'mutation ($input: RecordActivitiesInput!) { recordActivities(input: $input) { outcomes { errors { code } } } }';
const WRITTEN_TOGETHER = 500;
const IDS = 'query ($ref: MemberRef!) { member(ref: $ref) { id } }';

export interface ProgramOptions {
  readonly seed: number;
  readonly callers?: number;
  readonly members?: number;
  /** How long each caller rests between two deeds. */
  readonly restMs?: number;
}

/** A programme with a shop, members, and callers who do all that the other chaos run does, for as long as it takes. */
export class ChaosProgram {
  readonly recorder = new Recorder();
  private index = 0;
  private loads = 0;

  private constructor(
    readonly uuid: string,
    readonly secret: string,
    readonly api: Api,
    readonly members: readonly NonNullable<Subject['member']>[],
    private readonly shop: Shop,
    private readonly options: Required<ProgramOptions>,
  ) {}

  /** @param url where calls go, or what says so for each */
  static async open(url: string | (() => string), operatorKey: string, given: ProgramOptions): Promise<ChaosProgram> {
    const options = { callers: 6, members: MEMBERS, restMs: 0, ...given };
    const operator = new Api(url, operatorKey, 1);
    const { createProgram } = await operator.run<{ createProgram: { secret: string; program: { id: string } } }>(CREATE, {
      input: { name: 'Chaos', currencyCode: 'USD' },
    });
    operator.close();
    const { secret } = createProgram;
    const api = new Api(url, secret, options.callers * 2);
    const shop = await openShop(api);
    const names = firstMembers(options.members);
    await enrolFirst(api, new Recorder(), { seed: options.seed, commands: 0, clients: options.callers, members: names, shop });
    const members: NonNullable<Subject['member']>[] = [];
    for (const externalId of names) members.push(await memberOf(api, externalId));
    return new ChaosProgram(localId('program', createProgram.program.id) as string, secret, api, members, shop, options);
  }

  /** Clients of every way, each with a few subscriptions; what they follow comes from `random`. */
  audience(random: Random, count: number, url: () => string, more: Partial<DeviceOptions> = {}): Device[] {
    return Array.from({ length: count }, (_, i) => {
      const subjects = Array.from({ length: SUBJECTS_PER_DEVICE }, () => anySubject(random, this.members));
      const way = WAYS[i % WAYS.length] as Device['options']['way'];
      const own = { name: `client ${(this.index += 1)}`, way, url, secret: this.secret, programId: this.uuid, subjects };
      return new Device({ ...own, ...more }).start();
    });
  }

  /** Callers at work until they are told to stop, and what is under way has an outcome. */
  load(): { stop(): Promise<void> } {
    const names = this.members.map(({ externalId }) => externalId);
    // Another load has other keys.
    const seed = this.options.seed + (this.loads += 1);
    let isOver = false;
    const deeds = plan(seed, COMMANDS_MAX, names, this.shop, `${this.loads}-`);
    const work = async () => {
      while (!isOver) {
        const { value } = deeds.next() as { value: Deed };
        await runClient(this.api, this.recorder, [value].values());
        if (this.options.restMs > 0) await sleep(this.options.restMs);
      }
    };
    const working = Promise.all(Array.from({ length: this.options.callers }, work));
    return {
      async stop() {
        isOver = true;
        await working;
      },
    };
  }

  /** Writes at least so many entries as fast as may be. */
  async write(entries: number): Promise<void> {
    for (let written = 0; written < entries; written += WRITTEN_TOGETHER) {
      const activities = Array.from({ length: WRITTEN_TOGETHER }, (_, i) => ({
        member: { externalId: this.members[i % this.members.length]?.externalId },
        idempotencyKey: `written ${written + i}`,
        purchase: { amount: '1' },
      }));
      await this.api.run(WRITE, { input: { activities } });
    }
  }

  /** Somebody of whom no caller knows. */
  async enrol(externalId: string): Promise<NonNullable<Subject['member']>> {
    await this.api.run(ENROL, { input: { externalId } });
    return memberOf(this.api, externalId);
  }

  close(): void {
    this.api.close();
  }
}

async function memberOf(api: Api, externalId: string): Promise<NonNullable<Subject['member']>> {
  const { member } = await api.run<{ member: { id: string } }>(IDS, { ref: { externalId } });
  return { externalId, uuid: localId('member', member.id) as string };
}
