import pino from 'pino';

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** One line of JSON on standard output. Errors are logged by name, message and stack; documents and variables never are. */
export const log = (message: string, detail?: unknown): void => {
  if (detail === undefined) logger.info(message);
  else if (detail instanceof Error) logger.error({ error: { name: detail.name, message: detail.message, stack: detail.stack } }, message);
  else logger.error({ detail: String(detail) }, message);
};
