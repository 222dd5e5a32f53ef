import pino, { type DestinationStream } from 'pino';
import type { Observer, RequestRecord } from './record.js';
import { describeError, scrub } from './scrub.js';

export interface ServerLog extends Observer {
  /** A line about the process; an error is told without what it may quote. */
  readonly log: (message: string, detail?: unknown) => void;
  /** A line about a request. */
  readonly request: (record: RequestRecord) => void;
}

/** One line of JSON for each thing that happens, of named fields only. Documents, variables and headers never get here. */
export function serverLog(destination?: DestinationStream): ServerLog {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination as DestinationStream);
  return {
    log(message, detail) {
      const [, errorId] = /^error ([0-9a-f-]{36})$/.exec(message) ?? [];
      if (detail === undefined) logger.info(scrub(message));
      else if (detail instanceof Error) logger.error({ ...(errorId && { errorId }), error: describeError(detail) }, scrub(message));
      else logger.error({ detail: scrub(String(detail)) }, scrub(message));
    },
    request({ requestId, method, path, status, ms, actorId, role, operationType, rootFields, cost, errorCodes }) {
      const line = { requestId, method, path, status, ms: Math.round(ms * 10) / 10, actorId, role, operationType, rootFields, cost };
      logger.info({ ...line, ...(errorCodes.length > 0 && { errorCodes }) }, 'request');
    },
  };
}
