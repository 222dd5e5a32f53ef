import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, request } from 'undici';
import { OutboundFailure, outboundFailure, refused } from './failure.js';
import { isPublic, Networks } from './networks.js';

const URL_LENGTH_MAX = 2_048;

export interface OutboundOptions {
  /** Addresses and networks that may be called although they are private; plain http is for them alone. */
  readonly allow: readonly string[];
  readonly connectTimeoutMs?: number;
  /** For the whole call, from the name to the last byte. */
  readonly timeoutMs?: number;
  /** Resolves names; the system's resolver when left out. */
  readonly lookup?: LookupFunction;
}

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Longer answers fail. In bytes. */
  readonly answerBytesMax?: number;
  /** Breaks it off; it then fails as CONNECTION_FAILED. */
  readonly signal?: AbortSignal;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/**
 * Calls URLs that others chose. The threat is server-side request forgery: a URL, a DNS answer or a redirect
 * that leads to this machine, its network, or a cloud's metadata. So the address is checked where the
 * connection is made, every address that a name has, and redirects are not followed: an answer of 3xx is
 * an answer like any other.
 */
export class Outbound {
  private readonly allow: Networks;
  private readonly agent: Agent;
  private readonly timeoutMs: number;
  private readonly lookup: LookupFunction;

  /** @throws Error when `allow` cannot be read */
  constructor({ allow, connectTimeoutMs = 5_000, timeoutMs = 10_000, lookup = systemLookup }: OutboundOptions) {
    this.allow = new Networks(allow);
    this.timeoutMs = timeoutMs;
    this.lookup = lookup;
    const secure = buildConnector({ timeout: connectTimeoutMs, allowH2: false, lookup: this.checkedLookup((each) => this.mayReach(each)) });
    const plain = buildConnector({ timeout: connectTimeoutMs, allowH2: false, lookup: this.checkedLookup((each) => this.allow.has(each)) });
    this.agent = new Agent({
      allowH2: false,
      pipelining: 1,
      keepAliveTimeout: 4_000,
      connect: (options, callback) => {
        const isSecure = options.protocol === 'https:';
        const literal = bare(options.hostname);
        const may = (address: string) => (isSecure ? this.mayReach(address) : this.allow.has(address));
        if (isIP(literal) && !may(literal)) return callback(refused(REFUSED), null);
        (isSecure ? secure : plain)({ ...options, hostname: literal }, (error, socket) => {
          if (!socket) return callback(error ?? new Error('no socket'), null);
          // The last word is the address that the socket has in the end.
          if (may(socket.remoteAddress ?? '')) return callback(null, socket);
          socket.destroy();
          callback(refused(REFUSED), null);
        });
      },
    });
  }

  /**
   * What can be said of a URL before it is called.
   * @throws OutboundFailure ADDRESS_REFUSED, with what is wrong with it
   */
  checkUrl(text: string): URL {
    if (text.length > URL_LENGTH_MAX) throw refused(`A URL has at most ${URL_LENGTH_MAX} characters.`);
    if (!URL.canParse(text)) throw refused('This is no absolute URL.');
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused('The URL must begin with https://.');
    if (url.username || url.password) throw refused('The URL must not hold a user name or password.');
    // The URL parser has turned every spelling of an IPv4 address (decimal, octal, hexadecimal, short) into the usual one.
    const host = bare(url.hostname).replace(/\.+$/, '').toLowerCase();
    if (!host) throw refused('The URL names no host.');
    const isLocalName = host === 'localhost' || host.endsWith('.localhost');
    const literal = isLocalName ? '127.0.0.1' : host;
    if (url.protocol === 'http:' && (this.allow.isEmpty || (isIP(literal) && !this.allow.has(literal)))) {
      throw refused('The URL must begin with https://.');
    }
    if (isIP(literal) && !this.mayReach(literal)) throw refused(REFUSED);
    return url;
  }

  /**
   * One call and its whole answer, whatever its status.
   * @throws OutboundFailure when there is no whole answer
   */
  async request(text: string, { method, headers, body, answerBytesMax = 65_536, signal: stop }: OutboundRequest): Promise<OutboundAnswer> {
    const url = this.checkUrl(text);
    const timeout = AbortSignal.timeout(this.timeoutMs);
    const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
    try {
      const answer = await request(url, { method, headers: { ...headers }, body: body ?? null, signal, dispatcher: this.agent });
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of answer.body as AsyncIterable<Buffer>) {
        size += chunk.length;
        // Leaving the loop destroys the body, and with it the connection.
        if (size > answerBytesMax) throw new OutboundFailure('ANSWER_TOO_LARGE', `The answer is longer than ${answerBytesMax} bytes.`);
        chunks.push(chunk);
      }
      return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
    } catch (error) {
      throw timeout.aborted ? new OutboundFailure('TIMED_OUT', `No whole answer within ${this.timeoutMs} ms.`) : outboundFailure(error);
    }
  }

  /** GET as the Fetch API has it, for libraries that take such a function. */
  readonly fetch = async (
    url: string | URL,
    init?: { headers?: RequestInit['headers']; answerBytesMax?: number; signal?: AbortSignal },
  ): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    const {
      status,
      headers: answered,
      body,
    } = await this.request(String(url), {
      method: 'GET',
      headers,
      ...(init?.answerBytesMax && { answerBytesMax: init.answerBytesMax }),
      ...(init?.signal && { signal: init.signal }),
    });
    const flat = Object.entries(answered).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
    );
    return new Response([204, 205, 304].includes(status) ? null : new Uint8Array(body), { status, headers: flat });
  };

  /** Breaks off what is under way. */
  async stop(): Promise<void> {
    await this.agent.destroy();
  }

  private mayReach(address: string): boolean {
    return isPublic(address) || this.allow.has(address);
  }

  /** Refuses a name when any of its addresses is refused: which one would be connected to is not ours to choose. */
  private checkedLookup(may: (address: string) => boolean): LookupFunction {
    return (hostname, options, callback) =>
      this.lookup(hostname, { ...options, all: true }, (error, found, family) => {
        if (error) return callback(error, [], 0);
        const addresses: LookupAddress[] = typeof found === 'string' ? [{ address: found, family: family ?? isIP(found) }] : found;
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => may(address))) return callback(refused(REFUSED), [], 0);
        if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      });
  }
}

const REFUSED = 'The host is at an address that is not public.';

/** IPv6 stands in brackets in URLs. */
const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');
