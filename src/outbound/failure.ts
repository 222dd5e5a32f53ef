export type OutboundFailureCode =
  | 'ADDRESS_REFUSED'
  | 'NAME_NOT_FOUND'
  | 'TIMED_OUT'
  | 'TLS_FAILED'
  | 'CONNECTION_FAILED'
  | 'ANSWER_TOO_LARGE';

/** A call to the outside that gave no whole answer. The message holds no address, so it may be shown to whoever chose the URL. */
export class OutboundFailure extends Error {
  constructor(
    readonly code: OutboundFailureCode,
    message: string,
  ) {
    super(message);
    this.name = 'OutboundFailure';
  }
}

export const refused = (message: string): OutboundFailure => new OutboundFailure('ADDRESS_REFUSED', message);

/** What undici, the resolver, the sockets and TLS throw, by what happened. */
export function outboundFailure(error: unknown): OutboundFailure {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof OutboundFailure) return each;
    const code = String((each as { code?: unknown }).code ?? '');
    if (each.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code)) return new OutboundFailure('TIMED_OUT', 'No whole answer in time.');
    if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return new OutboundFailure('NAME_NOT_FOUND', 'The name of the host could not be resolved.');
    if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code)) return new OutboundFailure('TLS_FAILED', `TLS failed (${code}).`);
    if (/^(E[A-Z]+|UND_ERR_\w+|HPE_\w+)$/.test(code) && !(each instanceof AggregateError && each.cause))
      return new OutboundFailure('CONNECTION_FAILED', `The connection failed (${code}).`);
  }
  return new OutboundFailure('CONNECTION_FAILED', 'The connection failed.');
}
