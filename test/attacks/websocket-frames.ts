import { randomBytes } from 'node:crypto';
import type { Attack } from './support/attack.js';
import { oneOf } from './support/expect.js';
import { BINARY, CLOSE, frame, PING, PONG, RawWebSocket, TEXT, type UpgradeOptions } from './support/raw-websocket.js';
import { LISTED_ORIGIN, type World } from './support/world.js';

/** How an open and greeted socket ends when these bytes arrive. */
const afterFrames =
  (...frames: readonly Buffer[]) =>
  async ({ open, shop }: World) => {
    const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
    await client.send(...frames);
    return client.ending();
  };
const upgrade =
  (options: UpgradeOptions, at: 'open' | 'strict' = 'strict') =>
  async (world: World) => {
    const client = await RawWebSocket.open(world[at].port, options);
    const { status } = client;
    client.drop();
    return { status };
  };

const times = (count: number, one: Buffer): Buffer => Buffer.concat(Array(count).fill(one) as Buffer[]);
const begin = frame(TEXT, '{', { isFinal: false });
/** Closed with the code, or cut off where there is nobody to read a code. */
const closed = (...codes: readonly number[]) => ({ isClosed: true, closeCode: oneOf(...codes, null) });

const FOREIGN = [
  'https://evil.example',
  'null',
  'https://shop.example.com.evil.example',
  'https://shop.example.com@evil.example',
  'file://',
  '',
  'not a url',
  `${LISTED_ORIGIN}/`,
];

export const FRAMES: readonly Attack[] = [
  ...FOREIGN.map(
    (origin): Attack => ({
      name: `an upgrade from the origin "${origin}"`,
      run: upgrade({ origin, host: 'api.example.com' }),
      expect: { status: 403 },
    }),
  ),
  { name: 'an upgrade from the listed origin is the one that is let in', run: upgrade({ origin: LISTED_ORIGIN }), expect: { status: 101 } },
  { name: 'an upgrade on another path', run: upgrade({ path: '/other' }), expect: { status: oneOf(400, 404) } },
  { name: 'an upgrade without a key', run: upgrade({ headers: { 'sec-websocket-key': '' } }), expect: { status: 400 } },
  {
    name: 'an upgrade of an old version',
    run: upgrade({ headers: { 'sec-websocket-version': '7' } }),
    expect: { status: oneOf(400, 426) },
  },
  { name: 'the opcode 3, which does not exist', run: afterFrames(frame(3, 'x')), expect: closed(1002) },
  { name: 'the opcode 15, which does not exist', run: afterFrames(frame(15, 'x')), expect: closed(1002) },
  { name: 'a reserved bit: compression that nobody agreed to', run: afterFrames(frame(TEXT, 'x', { reserved: 4 })), expect: closed(1002) },
  { name: 'all reserved bits', run: afterFrames(frame(TEXT, 'x', { reserved: 7 })), expect: closed(1002) },
  { name: 'a frame without a mask', run: afterFrames(frame(TEXT, '{"type":"ping"}', { isMasked: false })), expect: closed(1002) },
  { name: 'text that is no UTF-8', run: afterFrames(frame(TEXT, Buffer.of(0xff, 0xfe, 0xed, 0xa0, 0x80))), expect: closed(1007) },
  { name: 'a continuation of nothing', run: afterFrames(frame(0, 'x')), expect: closed(1002) },
  { name: 'a text frame within another message', run: afterFrames(begin, frame(TEXT, 'x')), expect: closed(1002) },
  { name: 'a ping in pieces', run: afterFrames(frame(PING, 'x', { isFinal: false })), expect: closed(1002) },
  { name: 'a ping of 200 bytes', run: afterFrames(frame(PING, 'x'.repeat(200))), expect: closed(1002) },
  { name: 'a close frame of one byte', run: afterFrames(frame(CLOSE, 'x')), expect: closed(1002) },
  { name: 'a close frame with the code 1005', run: afterFrames(frame(CLOSE, Buffer.of(3, 237))), expect: closed(1002) },
  { name: 'a close frame with a reason that is no UTF-8', run: afterFrames(frame(CLOSE, Buffer.of(3, 232, 0xff))), expect: closed(1007) },
  { name: 'a frame that says it has 2^62 bytes', run: afterFrames(frame(TEXT, 'x', { claims: 2 ** 62 })), expect: closed(1009) },
  { name: 'a message of 17 KB', run: afterFrames(frame(TEXT, 'x'.repeat(17 * 1_024))), expect: closed(1009) },
  { name: 'a message of 1 MB', run: afterFrames(frame(TEXT, 'x'.repeat(1_024 * 1_024))), expect: closed(1009) },
  {
    name: 'a message of 17 KB in two pieces, each short enough',
    run: afterFrames(frame(TEXT, 'x'.repeat(9_000), { isFinal: false }), frame(0, 'x'.repeat(9_000))),
    expect: closed(1009),
  },
  {
    name: '10,000 empty pieces of one message',
    run: afterFrames(begin, times(10_000, frame(0, '', { isFinal: false }))),
    expect: closed(1008),
  },
  {
    name: 'a million pieces of one byte',
    run: afterFrames(begin, times(1_000_000, frame(0, 'x', { isFinal: false }))),
    expect: closed(1008, 1009),
  },
  { name: '5,000 pings', run: afterFrames(times(5_000, frame(PING, 'x'))), expect: closed(1008) },
  { name: '5,000 pongs', run: afterFrames(times(5_000, frame(PONG, 'x'))), expect: closed(1008) },
  { name: '5,000 pings of the protocol above', run: afterFrames(times(5_000, frame(TEXT, '{"type":"ping"}'))), expect: closed(1008) },
  { name: '5,000 empty messages', run: afterFrames(times(5_000, frame(TEXT, ''))), expect: closed(4400, 1008) },
  { name: 'random bytes as a binary message', run: afterFrames(frame(BINARY, randomBytes(1_000))), expect: closed(4400, 1003) },
  {
    name: '64 KB of random bytes as frames',
    run: afterFrames(Buffer.concat([Buffer.of(0x73), randomBytes(65_536)])),
    expect: closed(1002),
  },
];
