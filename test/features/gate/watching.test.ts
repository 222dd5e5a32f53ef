import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buy, type Caller, enroll, openShop, TestLaurel } from '../../support/laurel.js';
import { RawSocket } from '../../support/sockets.js';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { key: string }[];
}

describe('metrics and traces', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let collector: Server;
  const spans: Span[] = [];
  let received = '';
  beforeAll(async () => {
    collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const text = String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
        received += text;
        const { resourceSpans } = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
        spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    process.env.OTEL_BSP_SCHEDULE_DELAY = '200';
    laurel = await TestLaurel.start({ metricsPort: 0, isTracingOn: true });
    shop = await laurel.program();
    await openShop(shop);
  });
  afterAll(async () => {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
    delete process.env.OTEL_BSP_SCHEDULE_DELAY;
    await laurel.stop();
    collector.closeAllConnections();
    await new Promise((resolve) => collector.close(resolve));
  });

  test('tell what was done, by types and codes and never by what callers sent', async () => {
    await enroll(shop, 'planted-name');
    await buy(shop, 'planted-name', '3');
    await shop.ask('{ viewer { plantedField } }');
    const socket = await RawSocket.known(laurel.url, shop.secret);
    await socket.subscribe('1', { query: 'subscription { journal { __typename } }' });
    const text = await (await fetch(laurel.app.metricsUrl as string)).text();
    for (const line of [
      /^laurel_request_duration_seconds_count\{operation="mutation",status="200"\} \d+$/m,
      /^laurel_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1$/m,
      /^laurel_cost_points_total [1-9]\d*$/m,
      /^laurel_commands_total\{type="RECORD_ACTIVITY",outcome="done"\} 1$/m,
      /^laurel_batch_commands_count [1-9]\d*$/m,
      /^laurel_batch_duration_seconds_count [1-9]\d*$/m,
      /^laurel_lane_queue_commands\{lane="3"\} 0$/m,
      /^laurel_feed_followers 1$/m,
      /^laurel_open_sockets 1$/m,
      /^laurel_pool_connections\{pool="reads",state="idle"\} \d+$/m,
      /^process_cpu_seconds_total /m,
    ])
      expect(text).toMatch(line);
    expect(text).not.toContain('planted');
    expect((await fetch(new URL('/metrics', laurel.url))).status).toBe(404);
    socket.socket.close();
  });

  test('give a span to an operation beneath its caller, and one to a batch', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await fetch(laurel.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${shop.secret}`,
        traceparent: `00-${traceId}-b7ad6b7169203331-01`,
      },
      body: JSON.stringify({ query: 'query Who { viewer { name planted: programId } }', variables: { planted: 'planted-value' } }),
    });
    const until = Date.now() + 5_000;
    while (!spans.some((span) => span.traceId === traceId) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    const operation = spans.find((span) => span.traceId === traceId);
    expect(operation).toMatchObject({ name: 'query viewer', parentSpanId: 'b7ad6b7169203331' });
    expect(spans.some(({ name }) => name === 'batch')).toBe(true);
    expect(received).not.toMatch(/planted|Bearer|lrl_/);
  });
});
