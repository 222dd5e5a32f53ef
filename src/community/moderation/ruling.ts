import type { Refusal } from '../../journal/core/decide.js';
import { linksIn } from '../text/links-in.js';
import { findWords } from '../text/normalise.js';
import { plainText } from '../text/plain-text.js';
import { asciiHost, isHostOf } from '../text/targets.js';
import type { CommunityPolicy, LinkAction } from './policy.js';

/** What somebody wants to write. */
export interface Draft {
  readonly title?: string | null;
  readonly body: string;
  readonly attachments: readonly { readonly url: string; readonly title: string | null }[];
}

/** What rules say of a text: it may not be written, or waits for moderators for a reason, or (null) nothing. */
export type Ruling = { readonly refusal: Refusal } | { readonly heldFor: string } | null;

/** Applies word and link rules, and to new members how many links a post may have. Refusing goes before holding. */
export function rulingOn(draft: Draft, policy: CommunityPolicy, { isNew }: { readonly isNew: boolean }): Ruling {
  const words = wordsOf(draft, policy);
  if (words && 'refusal' in words) return words;
  const hosts = hostsOf(draft);
  const links = hosts.map((host) => ({ host, action: actionOn(host, policy) }));
  const refused = links.find(({ action }) => action === 'REFUSE');
  if (refused) return refuse('LINK_REFUSED', `Links to ${refused.host} are not posted here.`, 'body');
  const { linksPerPost } = policy.newMembers;
  const counted = hosts.filter((host) => ruleFor(host, policy)?.action !== 'ALLOW').length;
  if (isNew && linksPerPost !== null && counted > linksPerPost)
    return refuse('TOO_MANY_LINKS', `New members post at most ${linksPerPost} links at a time.`, 'body');
  const held = links.find(({ action }) => action === 'HOLD');
  return words ?? (held ? { heldFor: `link to ${held.host}` } : null);
}

/** The word rule, if any, that a name or a title breaks. Names do not wait: what would be held is refused. */
export function refuseName(text: string, { wordRules }: CommunityPolicy, path: string): Refusal | null {
  const [found] = findWords(
    text,
    wordRules.map((rule) => rule.text),
  );
  return found === undefined ? null : wordRefused(found, path);
}

function wordsOf({ title, body, attachments }: Draft, { wordRules }: CommunityPolicy): Ruling {
  if (wordRules.length === 0) return null;
  const words = wordRules.map(({ text }) => text);
  const texts = [{ path: 'body', text: [plainText(body), ...attachments.map((each) => each.title ?? '')].join('\n') }];
  if (title) texts.unshift({ path: 'title', text: title });
  const found = texts.flatMap(({ path, text }) => findWords(text, words).map((word) => ({ path, word })));
  const refused = found.find(({ word }) => wordRules.some((rule) => rule.text === word && rule.action === 'REFUSE'));
  if (refused) return { refusal: wordRefused(refused.word, refused.path) };
  return found[0] ? { heldFor: `word "${found[0].word}"` } : null;
}

const refuse = (code: string, message: string, path: string): Ruling => ({ refusal: { code, message, path: [path] } });
const wordRefused = (word: string, path: string): Refusal => ({
  code: 'TEXT_REFUSED',
  message: `"${word}" is not written here.`,
  path: [path],
});

const hostsOf = ({ title, body, attachments }: Draft): string[] => [
  ...linksIn(title ? `${title}\n\n${body}` : body).map(({ host }) => host),
  ...attachments.flatMap(({ url }) => asciiHost(new URL(url).hostname) ?? []),
];

/** The rule that names the host, or the nearest above it. */
const ruleFor = (host: string, { linkRules }: CommunityPolicy) =>
  linkRules.filter((rule) => isHostOf(host, rule.host)).sort((a, b) => b.host.length - a.host.length)[0];

const actionOn = (host: string, policy: CommunityPolicy): LinkAction => ruleFor(host, policy)?.action ?? policy.otherLinks;
