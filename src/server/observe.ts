import type { Config } from '../config.js';
import { type Gauges, Metrics } from './metrics.js';
import { serveMetrics } from './metrics-server.js';
import type { Observer } from './record.js';

/** Adds metrics and traces to the observers, each only where it is asked for: what is off costs nothing. */
export async function observe(
  observers: Observer[],
  config: Config,
  gauges: Gauges,
): Promise<{ metricsUrl: string | null; stop(): Promise<void> }> {
  const stops: (() => Promise<void>)[] = [];
  let metricsUrl: string | null = null;
  if (config.metricsPort !== null) {
    const metrics = new Metrics(gauges);
    const server = await serveMetrics(metrics.registry, config.metricsPort, config.host);
    observers.push(metrics);
    stops.push(() => server.stop());
    metricsUrl = server.url;
  }
  if (config.isTracingOn) {
    const { Tracing } = await import('./tracing.js');
    const tracing = new Tracing();
    observers.push(tracing);
    stops.push(() => tracing.stop());
  }
  return {
    metricsUrl,
    async stop() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}
