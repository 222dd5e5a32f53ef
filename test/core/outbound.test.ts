import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isPublic, Networks } from '../../src/outbound/networks.js';
import { Outbound } from '../../src/outbound/outbound.js';
import { LOOPBACK_URLS } from '../support/loopback-urls.js';

const PRIVATE = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.254', '127.0.0.1', '127.255.255.254'],
  ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1'],
  ...['198.19.255.255', '198.51.100.7', '203.0.113.7', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:169.254.169.254', '::ffff:0:127.0.0.1', '64:ff9b::7f00:1'],
  ...['64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '2002:a9fe:a9fe::1', '3fff::1', '5f00::1'],
  ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'fd00:ec2::254', '4000::1', '', 'localhost', 'nonsense'],
];
const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.0',
  '172.32.0.1',
  '192.0.1.1',
  '198.20.0.1',
  '223.255.255.255',
  '::ffff:8.8.8.8',
  '2606:4700::1111',
  '2a00:1450::1',
  '2001:4860:4860::8888',
];

describe('addresses', () => {
  test.each(PRIVATE)('%s is not public', (address) => expect(isPublic(address)).toBe(false));
  test.each(PUBLIC)('%s is public', (address) => expect(isPublic(address)).toBe(true));

  test('networks are given by address or CIDR', () => {
    const networks = new Networks(['10.1.0.0/16', '127.0.0.1', 'fd00::/8']);
    expect(['10.1.2.3', '127.0.0.1', '::ffff:127.0.0.1', 'fd12::1'].every((each) => networks.has(each))).toBe(true);
    expect(['10.2.0.1', '127.0.0.2', '64:ff9b::7f00:1', '::1', ''].some((each) => networks.has(each))).toBe(false);
    expect(() => new Networks(['10.1.0.0/33'])).toThrow('neither an address nor a network');
    expect(() => new Networks(['internal.example'])).toThrow('neither an address nor a network');
  });
});

describe('URLs that others chose', () => {
  const outbound = new Outbound({ allow: [] });
  afterAll(() => outbound.stop());

  test.each(LOOPBACK_URLS)('%j is refused', (url) => expect(() => outbound.checkUrl(url)).toThrow());

  test.each([
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'https://user:pw@example.com/',
    'https://user@example.com/',
    'nonsense',
    '/path',
    '',
    `https://example.com/${'a'.repeat(3_000)}`,
  ])('%j is refused', (url) => expect(() => outbound.checkUrl(url)).toThrow());

  test.each(['https://example.com', 'https://example.com:8443/hook?a=b', 'https://8.8.8.8/', 'https://[2606:4700::1111]/'])(
    '%s may be called',
    (url) => expect(outbound.checkUrl(url)).toBeInstanceOf(URL),
  );
});

describe('calls', () => {
  let server: Server;
  let port: number;
  let calls = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      calls += 1;
      if (request.url === '/big') return void response.end('x'.repeat(100_000));
      if (request.url === '/moved') return void response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
      if (request.url === '/drip') return void setInterval(() => response.write('.'), 20).unref();
      response.end(JSON.stringify({ host: request.headers.host }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const resolvingTo =
    (...addresses: string[]): LookupFunction =>
    (_name, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (error: { code: string }) => error.code,
    );

  test('an allowed address answers, over plain http too', async () => {
    const outbound = new Outbound({ allow: ['127.0.0.0/8'], lookup: resolvingTo('127.0.0.1') });
    const literal = await outbound.request(`http://127.0.0.1:${port}/`, { method: 'GET' });
    expect([literal.status, JSON.parse(literal.body.toString())]).toEqual([200, { host: `127.0.0.1:${port}` }]);
    const named = await outbound.fetch(`http://idp.example:${port}/`);
    expect(await named.json()).toEqual({ host: `idp.example:${port}` });
    expect((await outbound.request(`http://127.0.0.1:${port}/moved`, { method: 'GET' })).status).toBe(302);
    await outbound.stop();
  });

  test('a name that leads to a private address is refused when it is called, whichever of its addresses it is', async () => {
    const before = calls;
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], ['::1'], ['169.254.169.254'], []]) {
      const outbound = new Outbound({ allow: [], lookup: resolvingTo(...addresses) });
      expect([addresses, await codeOf(outbound.request(`https://evil.example:${port}/`, { method: 'POST', body: '{}' }))]).toEqual([
        addresses,
        'ADDRESS_REFUSED',
      ]);
      await outbound.stop();
    }
    expect(calls).toBe(before);
  });

  test('plain http is for allowed addresses alone, whatever a name says', async () => {
    const outbound = new Outbound({ allow: ['10.0.0.0/8'], lookup: resolvingTo('8.8.8.8') });
    expect(await codeOf(outbound.request('http://public.example/', { method: 'GET' }))).toBe('ADDRESS_REFUSED');
    expect(await codeOf(outbound.request('http://8.8.8.8/', { method: 'GET' }))).toBe('ADDRESS_REFUSED');
    await outbound.stop();
  });

  test('answers are bounded in size and time', async () => {
    const outbound = new Outbound({ allow: ['127.0.0.1'], timeoutMs: 300 });
    expect(await codeOf(outbound.request(`http://127.0.0.1:${port}/big`, { method: 'GET' }))).toBe('ANSWER_TOO_LARGE');
    expect(await codeOf(outbound.request(`http://127.0.0.1:${port}/drip`, { method: 'GET' }))).toBe('TIMED_OUT');
    expect(await codeOf(outbound.request('http://127.0.0.1:1/', { method: 'GET' }))).toBe('CONNECTION_FAILED');
    expect((await outbound.request(`http://127.0.0.1:${port}/`, { method: 'GET' })).status).toBe(200);
    await outbound.stop();
  });
});
