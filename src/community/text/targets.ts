/** Where a link of a post leads. */
export interface Target {
  /** As it is delivered, percent-encoded. */
  readonly href: string;
  readonly scheme: 'https' | 'http' | 'mailto';
  /** The host, or the one behind the @ of a mail address: lower case, ASCII (Punycode), without a dot at its end. */
  readonly host: string;
}

const SCHEMES = ['https', 'http', 'mailto'] as const;
const MAX_HREF_LENGTH = 2_000;

/**
 * The target of an address, null where a post may not lead: other schemes, paths of the page it is shown on, and addresses with a user
 * (`https://bank.example@evil.example`), which are written to be misread.
 */
export function targetOf(href: string): Target | null {
  const scheme = SCHEMES.find((each) => href.toLowerCase().startsWith(each === 'mailto' ? 'mailto:' : `${each}://`));
  if (scheme === undefined || href.length > MAX_HREF_LENGTH) return null;
  if (scheme === 'mailto') {
    const address = /^mailto:[^@?]+@([^@?/]+)(?:\?|$)/i.exec(href)?.[1];
    const host = address === undefined ? null : asciiHost(address);
    return host === null ? null : { href, scheme, host };
  }
  const url = URL.parse(href);
  if (url === null || url.username !== '' || url.password !== '') return null;
  return { href, scheme, host: withoutDot(url.hostname) };
}

/** A host as a rule or a person writes it, in the form of `Target.host`; null if it is none. */
export function asciiHost(written: string): string | null {
  if (/[\s/@:?#\\]/u.test(written)) return null;
  const host = URL.parse(`http://${written}/`)?.hostname;
  return host ? withoutDot(host) : null;
}

const withoutDot = (host: string): string => (host.endsWith('.') ? host.slice(0, -1) : host);

/** Is it the host that the rule names, or below it? `example.com`, also written `.example.com` or `*.example.com`, covers `a.example.com`. */
export function isHostOf(host: string, rule: string): boolean {
  const named = asciiHost(rule.trim().replace(/^\*?\.(?=.)/u, ''));
  const asked = asciiHost(host);
  return named !== null && asked !== null && (asked === named || asked.endsWith(`.${named}`));
}
