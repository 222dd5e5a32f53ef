import { BARE_HOST, targetIn } from './deliverable.js';
import { everyToken, parsePost } from './parse-post.js';
import type { Target } from './targets.js';

/** A place that a post leads to or names. */
export interface Link {
  /** Lower case, ASCII (Punycode); of a mail address the part behind the @. */
  readonly host: string;
  readonly scheme: Target['scheme'];
  /** False for a host that is only written out (`example.com`), which readers see as text. */
  readonly isLinked: boolean;
}

/** The links of a body in order, images and written-out hosts among them; as often as they are there. What is delivered as text only is not. */
export function linksIn(body: string): Link[] {
  const links: Link[] = [];
  for (const token of everyToken(parsePost(body))) {
    const target = targetIn(token);
    if (target) links.push({ host: target.host, scheme: target.scheme, isLinked: token.type !== BARE_HOST });
  }
  return links;
}
