import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import * as api from '../../support/generated.js';
import { buy, Caller, enroll, openShop, spend, TestLaurel } from '../../support/laurel.js';
import { LOOPBACK_URLS } from '../../support/loopback-urls.js';
import { eventually, Receiver } from '../../support/receiver.js';

describe('webhooks', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let receiver: Receiver;
  const endpoints: string[] = [];
  beforeAll(async () => {
    laurel = await TestLaurel.start({ outboundAllow: ['127.0.0.0/8'] }, { webhooks: { tickMs: 50, restMs: 10, restMsMax: 20 } });
    shop = await laurel.program();
    await openShop(shop);
    await enroll(shop, 'ann');
    await enroll(shop, 'bob');
  });
  afterAll(() => laurel.stop());
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(async () => {
    for (const id of endpoints.splice(0)) await shop.run(api.DeleteWebhookEndpointDocument, { input: { id } });
    await receiver.stop();
  });

  async function endpoint(input: Partial<api.CreateWebhookEndpointInput> = {}) {
    const { createWebhookEndpoint } = await shop.run(api.CreateWebhookEndpointDocument, { input: { url: receiver.url, ...input } });
    if (!createWebhookEndpoint?.webhookEndpoint) throw new Error(JSON.stringify(createWebhookEndpoint?.errors));
    const { id } = createWebhookEndpoint.webhookEndpoint;
    endpoints.push(id);
    return { id, secret: createWebhookEndpoint.secret as string };
  }
  const memberId = async (externalId: string) => (await shop.run(api.MemberDocument, { ref: { externalId } })).member?.id as string;

  test('an entry is sent as the API shows it, signed as Standard Webhooks says', async () => {
    const { secret } = await endpoint({ filter: { kinds: ['ACTIVITY_RECORDED'] } });
    await buy(shop, 'ann', '12.50');
    await eventually(() => receiver.received.length === 1, 'one request');
    const [{ headers, text, body, id }] = receiver.received as [Receiver['received'][number]];
    expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toEqual(body);
    expect(() => new Webhook(secret).verify(`${text} `, headers as Record<string, string>)).toThrow('No matching signature');
    expect(id).toMatch(/^whd_[0-9a-z]{26}$/);
    expect(body).toMatchObject({
      type: 'journal.activity_recorded',
      timestamp: body.data.postedAt,
      data: {
        kind: 'ACTIVITY_RECORDED',
        streamId: await memberId('ann'),
        changes: [{ currencyCode: 'POINTS', amount: 12 }],
        summary: 'You earned 12 POINTS for a purchase.',
      },
    });
    const { node } = await shop.run(api.NodeByIdDocument, { id: body.data.id });
    expect(node?.id).toBe(body.data.id);
    // The cursor is one of the feed: nothing of this member lies behind it.
    const { journal } = await shop.run(api.JournalDocument, { after: body.data.cursor });
    expect(journal?.items.map(({ entry }) => entry.id)).not.toContain(body.data.id);
  });

  test('what succeeded leaves no row, and the endpoint says when', async () => {
    const { id } = await endpoint();
    await buy(shop, 'ann', '1');
    const state = async () => (await shop.run(api.WebhookDeliveriesDocument, {})).webhookEndpoints?.find((each) => each.id === id);
    await eventually(async () => receiver.received.length > 0 && (await state())?.deliveries.nodes.length === 0, 'no row');
    const { webhookEndpoints } = await shop.run(api.WebhookEndpointsDocument, {});
    expect(webhookEndpoints).toMatchObject([{ id, isEnabled: true, failingSince: null, lastSuccessAt: expect.anything() }]);
    const { rows } = await laurel.app.services.reads.query('select secret from webhook_endpoints');
    expect(rows[0].secret.toString('latin1')).not.toContain('whsec_');
  });

  test('after a rotation both secrets verify, without an overlap the new one alone', async () => {
    const { id, secret } = await endpoint({ filter: { kinds: ['POINTS_SPENT'] } });
    const rotate = async (overlapHours?: number) => {
      const { rotateWebhookSecret } = await shop.run(api.RotateWebhookSecretDocument, {
        input: { id, ...(overlapHours != null && { overlapHours }) },
      });
      return rotateWebhookSecret?.secret as string;
    };
    const second = await rotate();
    await spend(shop, 'ann', 1);
    await eventually(() => receiver.received.length === 1, 'one request');
    const verifies = (key: string) => {
      const last = receiver.received.at(-1) as Receiver['received'][number];
      try {
        return Boolean(new Webhook(key).verify(last.text, last.headers as Record<string, string>));
      } catch {
        return false;
      }
    };
    expect([secret, second].map(verifies)).toEqual([true, true]);
    const third = await rotate(0);
    await spend(shop, 'ann', 1);
    await eventually(() => receiver.received.length === 2, 'a second request');
    expect([secret, second, third].map(verifies)).toEqual([false, false, true]);
    const { rotateWebhookSecret } = await shop.run(api.RotateWebhookSecretDocument, { input: { id, overlapHours: 169 } });
    expect(rotateWebhookSecret?.errors).toMatchObject([{ path: ['overlapHours'] }]);
  });

  test('filters: kinds, members, currencies', async () => {
    const ann = await memberId('ann');
    const url = (path: string) => `http://127.0.0.1:${receiver.port}/${path}`;
    await endpoint({ url: url('kinds'), filter: { kinds: ['POINTS_SPENT'] } });
    await endpoint({ url: url('members'), filter: { memberIds: [ann] } });
    await endpoint({ url: url('currencies'), filter: { currencyCodes: ['POINTS'] } });
    await endpoint({ url: url('all') });
    await buy(shop, 'ann', '5');
    await buy(shop, 'bob', '5');
    await spend(shop, 'bob', 1);
    const at = (path: string) => receiver.received.filter((each) => each.path === `/${path}`).map(({ body }) => body.data.kind);
    // Each endpoint also hears that those behind it were made.
    await eventually(() => at('all').includes('POINTS_SPENT') && at('kinds').length === 1 && at('currencies').length === 3, 'the entries');
    expect(at('members')).toEqual(['ACTIVITY_RECORDED']);
    expect(at('kinds')).toEqual(['POINTS_SPENT']);
    expect(at('currencies').sort()).toEqual(['ACTIVITY_RECORDED', 'ACTIVITY_RECORDED', 'POINTS_SPENT']);
    expect(at('all').filter((kind) => kind === 'ACTIVITY_RECORDED')).toHaveLength(2);
  });

  test('inputs that make no sense are refused', async () => {
    const refused = async (input: api.CreateWebhookEndpointInput) =>
      (await shop.run(api.CreateWebhookEndpointDocument, { input })).createWebhookEndpoint?.errors[0]?.path;
    const url = receiver.url;
    expect(await refused({ url, filter: { kinds: [] } })).toEqual(['filter', 'kinds']);
    expect(await refused({ url, filter: { currencyCodes: ['NONE'] } })).toEqual(['filter', 'currencyCodes']);
    expect(await refused({ url, filter: { memberIds: ['mem_01h455vb4pex5vsknk084sn02q'] } })).toEqual(['filter', 'memberIds']);
    expect(await refused({ url, description: 'x'.repeat(256) })).toEqual(['description']);
    expect(await refused({ url: 'http://example.com@127.0.0.1/' })).toEqual(['url']);
    expect(await refused({ url: 'http://8.8.8.8/' })).toEqual(['url']);
  });

  test('a programme has at most 20, and sees only its own', async () => {
    const other = await laurel.program();
    const made: (string | undefined)[] = [];
    for (let i = 0; i < 21; i += 1) {
      const { createWebhookEndpoint } = await other.run(api.CreateWebhookEndpointDocument, { input: { url: receiver.url } });
      made.push(createWebhookEndpoint?.webhookEndpoint?.id);
    }
    expect(made.map(Boolean)).toEqual([...Array(20).fill(true), false]);
    const id = made[0] as string;
    expect((await shop.run(api.WebhookEndpointsDocument, {})).webhookEndpoints).toEqual([]);
    const refusals = [
      (await shop.run(api.UpdateWebhookEndpointDocument, { input: { id, isEnabled: false } })).updateWebhookEndpoint,
      (await shop.run(api.DeleteWebhookEndpointDocument, { input: { id } })).deleteWebhookEndpoint,
      (await shop.run(api.RotateWebhookSecretDocument, { input: { id } })).rotateWebhookSecret,
      (await shop.run(api.SendTestWebhookDocument, { input: { id } })).sendTestWebhook,
      (await shop.run(api.RetryWebhookDeliveriesDocument, { input: { endpoint: id } })).retryWebhookDeliveries,
      (await shop.run(api.ReplayWebhookDocument, { input: { endpoint: id, after: 'x' } })).replayWebhook,
    ];
    for (const refusal of refusals) expect(refusal?.errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    await endpoint({ url: `${receiver.url}/own`, filter: { kinds: ['ACTIVITY_RECORDED'] } });
    await buy(shop, 'ann', '1');
    await eventually(() => receiver.received.some(({ path }) => path === '/hook/own'), 'our own');
    for (const each of made) if (each) await other.run(api.DeleteWebhookEndpointDocument, { input: { id: each } });
    const theirs = receiver.received.filter(({ path }) => path === '/hook');
    expect(theirs.every(({ body }) => String(body.data.kind).startsWith('WEBHOOK_'))).toBe(true);
  });

  test('a list of endpoints with their deliveries costs as many statements for ten as for one', async () => {
    const other = await laurel.program();
    const make = () => other.run(api.CreateWebhookEndpointDocument, { input: { url: receiver.url, filter: { kinds: ['WENT_LIVE'] } } });
    const count = async () => {
      const list = () =>
        Promise.all([other.run(api.WebhookDeliveriesDocument, { first: 10 }), other.run(api.WebhookEndpointsDocument, {})]);
      // What is read afresh once a second is read before.
      await list();
      return laurel.countStatements(list);
    };
    await make();
    const one = await count();
    for (let i = 0; i < 9; i += 1) await make();
    expect(Math.min(await count(), await count())).toBe(one);
  });

  test('whoever may not read entries cannot have them sent', async () => {
    const scopes = ['webhooks:write', 'webhooks:read'];
    const { createApiKey } = await shop.run(api.CreateApiKeyDocument, { input: { name: 'hooks', scopes } });
    const hooks = new Caller(laurel.url, createApiKey?.secret ?? null);
    const answer = await hooks.ask(api.CreateWebhookEndpointDocument, { input: { url: receiver.url } });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', scope: 'members:read' });
  });

  test('a test is sent at once, and its outcome told', async () => {
    const { id, secret } = await endpoint({ filter: { kinds: ['WENT_LIVE'] } });
    const send = async () => (await shop.run(api.SendTestWebhookDocument, { input: { id } })).sendTestWebhook;
    expect(await send()).toMatchObject({ isDelivered: true, statusCode: 204, error: null });
    const [{ text, headers, body }] = receiver.received as [Receiver['received'][number]];
    expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toMatchObject({ type: 'webhook.test' });
    expect(body.data).toEqual({ endpointId: id });
    receiver.answer = (response) => void response.writeHead(500).end('secret of the receiver');
    expect(await send()).toMatchObject({ isDelivered: false, statusCode: 500, error: 'The receiver answered 500.' });
    receiver.answer = (response) => void response.destroy();
    expect(await send()).toMatchObject({ isDelivered: false, statusCode: null, error: expect.stringContaining('connection') });
  });

  test('changes are noted on the stream of the programme, without the URL', async () => {
    const { feedInfo } = await shop.run(api.FeedInfoDocument, {});
    const { id } = await endpoint({ url: `${receiver.url}?token=hush` });
    await shop.run(api.UpdateWebhookEndpointDocument, { input: { id, description: 'till', isEnabled: false } });
    await shop.run(api.RotateWebhookSecretDocument, { input: { id } });
    const { journal } = await shop.run(api.JournalDocument, { after: feedInfo?.headCursor });
    expect(journal?.items.map(({ entry }) => entry.kind)).toEqual([
      'WEBHOOK_ENDPOINT_CREATED',
      'WEBHOOK_ENDPOINT_UPDATED',
      'WEBHOOK_SECRET_ROTATED',
    ]);
    expect(JSON.stringify(journal)).not.toContain('hush');
    const { webhookEndpoints } = await shop.run(api.WebhookEndpointsDocument, {});
    expect(webhookEndpoints).toMatchObject([{ description: 'till', isEnabled: false, disabledReason: 'BY_REQUEST' }]);
  });
});

describe('addresses', () => {
  let laurel: TestLaurel;
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await Receiver.start();
    const lookup = {
      lookup: (_: string, __: unknown, callback: (error: null, addresses: { address: string; family: number }[]) => void) =>
        callback(null, [{ address: '127.0.0.1', family: 4 }]),
    };
    laurel = await TestLaurel.start({}, { outbound: lookup as never });
  });
  afterAll(async () => {
    await laurel.stop();
    await receiver.stop();
  });

  test('no spelling of loopback is accepted', async () => {
    const shop = await laurel.program();
    const urls = LOOPBACK_URLS.flatMap((url) => [url, url.replace('https', 'http')]);
    for (const url of urls) {
      const { createWebhookEndpoint } = await shop.run(api.CreateWebhookEndpointDocument, { input: { url } });
      expect([url, createWebhookEndpoint?.errors]).toMatchObject([url, [{ path: ['url'] }]]);
    }
    expect((await shop.run(api.WebhookEndpointsDocument, {})).webhookEndpoints).toEqual([]);
  });

  test('a name that leads to loopback is refused when it is called', async () => {
    const shop = await laurel.program();
    const url = `https://innocent.example:${receiver.port}/`;
    const { createWebhookEndpoint } = await shop.run(api.CreateWebhookEndpointDocument, { input: { url } });
    const id = createWebhookEndpoint?.webhookEndpoint?.id as string;
    const { sendTestWebhook } = await shop.run(api.SendTestWebhookDocument, { input: { id } });
    expect(sendTestWebhook).toMatchObject({ isDelivered: false, statusCode: null, error: 'The host is at an address that is not public.' });
    expect(receiver.received).toEqual([]);
  });
});
