import { type Waits, waitsOf } from '../steady.js';
import { LightSocket } from './light-socket.js';
import { answerParent, type Commits, nowMs } from './protocol.js';

export type ClientAsk =
  /** `{topic}` in the payload of `subscribe` is the socket's number modulo `topics`. `firsts`: messages before the first that counts. */
  | {
      readonly do: 'connect';
      readonly address: { readonly url: string; readonly init: object };
      readonly payload: object;
      readonly sockets: number;
      readonly topics: number;
      readonly firsts: number;
      readonly watch: Watched;
    }
  /** Resolves when so many messages came since the last one of these, to the moment of the last. */
  | { readonly do: 'count'; readonly messages: number }
  | { readonly do: 'last' }
  /** Answered with `Waits`: from the commits of entries to their arrivals, each at `each` sockets, since it was asked the last time. */
  | { readonly do: 'waits'; readonly commits: Commits; readonly each: number }
  /** Answered with `Streams`. */
  | { readonly do: 'streams' }
  | { readonly do: 'stop' };

/** What is done with a message beside counting: nothing, its moment is kept, or it is held against the one before. */
export type Watched = 'COUNT' | 'MOMENT' | 'NUMBER';

/** What sockets were sent whose numbers are looked at. */
export interface Streams {
  readonly least: number;
  readonly most: number;
  /** Numbers that did not follow the one before; the first few. */
  readonly faults: readonly string[];
}

const PROTOCOL = 'graphql-transport-ws';
const COUNT_MS_MAX = 120_000;
const FAULTS_TOLD = 10;
const ENTRY = '"entry":{"id":"';

let sockets: LightSocket[] = [];
let received = 0;
let wanted: { count: number; resolve: (at: number) => void } | null = null;
let last = '';
/** Ids of entries, and the moments at which they came. */
let [ids, moments]: [string[], number[]] = [[], []];
let streams: Stream[] = [];

/** Where a socket stands in the numbers of what it follows. */
interface Stream {
  count: number;
  number: number | null;
}
let faults: string[] = [];

function count(): void {
  received += 1;
  if (wanted && received >= wanted.count) {
    wanted.resolve(nowMs());
    wanted = null;
  }
}

function keepMoment(data: Buffer): void {
  const at = nowMs();
  const start = data.indexOf(ENTRY) + ENTRY.length;
  ids.push(data.toString('latin1', start, data.indexOf('"', start)));
  moments.push(at);
}

function checkNumber(stream: Stream, data: Buffer): void {
  const { journal } = (JSON.parse(data.toString()) as { payload: { data: { journal: { number?: number; follows?: number } } } }).payload
    .data;
  const { number, follows } = journal;
  const isNext = number !== undefined && follows === number - 1 && (stream.number === null || follows === stream.number);
  if (!isNext && faults.length < FAULTS_TOLD) faults.push(`behind ${stream.number}: ${data.toString().slice(0, 300)}`);
  stream.number = number ?? stream.number;
  stream.count += 1;
}

async function open(i: number, { address, payload, topics, firsts, watch }: Extract<ClientAsk, { do: 'connect' }>): Promise<void> {
  const stream: Stream = { count: 0, number: null };
  if (watch === 'NUMBER') streams.push(stream);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let isReady = false;
  let before = firsts;
  const take = (data: Buffer) => {
    if (watch === 'MOMENT') keepMoment(data);
    else if (watch === 'NUMBER') checkNumber(stream, data);
    else if (i === 0) last = data.toString();
    count();
  };
  const begin = (data: Buffer) => {
    const text = data.toString();
    if (text.includes('connection_ack')) {
      socket.send(`{"id":"1","type":"subscribe","payload":${JSON.stringify(payload).replaceAll('{topic}', String(i % topics))}}`);
      if (before > 0) return;
      isReady = true;
      setTimeout(resolve, 20);
    } else if (before > 0) {
      before -= 1;
      if (!text.includes('"next"')) reject(new Error(text));
      if (before > 0) return;
      isReady = true;
      resolve();
    }
  };
  const socket = await LightSocket.open(address.url, PROTOCOL, (data) => (isReady ? take(data) : begin(data)), fail);
  sockets.push(socket);
  socket.send(JSON.stringify({ type: 'connection_init', payload: address.init }));
  await promise;
}

/** A socket that ends before its time has missed something: nothing that is measured counts. */
function fail(error: Error): void {
  console.error(error);
  process.exit(1);
}

async function counted(messages: number): Promise<number> {
  let at = nowMs();
  if (received < messages) {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    wanted = { count: messages, resolve };
    const timer = setTimeout(() => reject(new Error(`${received} of ${messages} messages came`)), COUNT_MS_MAX);
    at = await promise;
    clearTimeout(timer);
  }
  received -= messages;
  return at;
}

function waits(commits: Commits, each: number): Waits {
  const list = ids.map((id, i) => (moments[i] as number) - (commits[id] ?? Number.NaN));
  const expected = Object.keys(commits).length * each;
  if (list.length !== expected || list.some(Number.isNaN))
    throw new Error(`${list.length} arrivals of ${expected}, or some of unknown entries`);
  [ids, moments] = [[], []];
  return waitsOf('from commit to client', list);
}

function takeStreams(): Streams {
  const counts = streams.map((stream) => stream.count);
  return { least: Math.min(...counts), most: Math.max(...counts), faults };
}

async function stop(): Promise<void> {
  for (const socket of sockets) socket.terminate();
  [sockets, streams, faults, received] = [[], [], [], 0];
  await new Promise((resolve) => setTimeout(resolve, 300));
}

answerParent(async (ask: ClientAsk): Promise<unknown> => {
  switch (ask.do) {
    case 'connect':
      for (let i = 0; i < ask.sockets; i += 100) {
        await Promise.all(Array.from({ length: Math.min(100, ask.sockets - i) }, (_, j) => open(i + j, ask)));
      }
      // Whoever joins a group, or is served for the first time, has done so.
      await new Promise((resolve) => setTimeout(resolve, 500));
      return null;
    case 'count':
      return counted(ask.messages);
    case 'last':
      return last;
    case 'waits':
      return waits(ask.commits, ask.each);
    case 'streams':
      return takeStreams();
    case 'stop':
      return stop();
  }
});
process.send?.({ result: null });
