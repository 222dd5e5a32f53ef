import { createHmac } from 'node:crypto';

/**
 * The headers of one attempt, as Standard Webhooks 1.0 defines them: the time is that of the attempt, the id stays the
 * same for all attempts, and there is a signature for every secret that is valid at the moment.
 */
export function signedHeaders(id: string, at: number, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = Math.floor(at / 1_000);
  const sign = (secret: string) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  };
  return {
    'content-type': 'application/json',
    'user-agent': 'Laurel-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map(sign).join(' '),
  };
}
