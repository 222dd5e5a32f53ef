import {
  type Attributes,
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { BatchRecord } from '../journal/observer.js';
import type { Observer, RequestRecord } from './record.js';

/**
 * Traces by OpenTelemetry: a span for each operation, beneath the caller's `traceparent`, and one for each batch. They are
 * made from records, after the fact. A batch serves many requests, so its span stands alone. The exporter reads
 * OTEL_EXPORTER_OTLP_ENDPOINT and its kin itself. Loaded only where that is set.
 */
export class Tracing implements Observer {
  private readonly provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME ?? 'laurel' }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  // Not registered globally: two applications in one process keep theirs apart.
  private readonly tracer: Tracer = this.provider.getTracer('laurel');

  request({
    path,
    method,
    status,
    startedAt,
    ms,
    operationType,
    rootFields,
    cost,
    errorCodes,
    requestId,
    traceparent,
  }: RequestRecord): void {
    if (path !== '/graphql') return;
    const parent = callerOf(traceparent);
    const name = operationType === null ? 'graphql' : [operationType, ...rootFields].join(' ');
    const attributes: Attributes = {
      'http.request.method': method,
      'http.response.status_code': status,
      'laurel.request_id': requestId,
      ...(operationType && { 'graphql.operation.type': operationType }),
      ...(rootFields.length > 0 && { 'laurel.root_fields': [...rootFields] }),
      ...(cost !== null && { 'laurel.cost': cost }),
      ...(errorCodes.length > 0 && { 'laurel.error_codes': [...errorCodes] }),
    };
    this.span(name, SpanKind.SERVER, parent, startedAt, ms, attributes, errorCodes.length > 0);
  }

  batch({ lanes, startedAt, ms, commands, outcomes }: BatchRecord): void {
    const attributes = { 'laurel.lanes': [...lanes], 'laurel.commands': commands.length };
    const isFailed = outcomes.some((outcome) => outcome instanceof Error);
    this.span('batch', SpanKind.INTERNAL, ROOT_CONTEXT, startedAt, ms, attributes, isFailed);
  }

  /** Sends what was not sent yet, as far as that is possible in 2 s. */
  async stop(): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, 2_000).unref());
    await Promise.race([this.provider.shutdown().catch(() => {}), patience]);
  }

  private span(
    name: string,
    kind: SpanKind,
    parent: Context,
    startedAt: number,
    ms: number,
    attributes: Attributes,
    isFailed: boolean,
  ): void {
    const span = this.tracer.startSpan(name, { kind, startTime: startedAt, attributes }, parent);
    if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(startedAt + ms);
  }
}

/** The caller's span, by W3C Trace Context: version, trace, span and flags; what is no such is nobody's. */
function callerOf(traceparent: string | null): Context {
  const [, traceId, spanId, flags] = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const spanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(spanContext) ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
}
