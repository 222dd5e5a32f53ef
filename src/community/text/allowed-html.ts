import sanitize from 'sanitize-html';

/** The elements that a delivered post consists of, with their attributes. There are no others. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...{ p: [], br: [], hr: [], blockquote: [], pre: [], strong: [], em: [] },
  ...{ h1: [], h2: [], h3: [], h4: [], h5: [], h6: [] },
  ...{ ul: [], li: [], ol: ['start'] },
  code: ['class'],
  a: ['href', 'title', 'rel'],
  span: ['class', 'data-member'],
};
export const ALLOWED_SCHEMES = ['https', 'http', 'mailto'] as const;
/** What every link carries: it is no recommendation, a user wrote it, and the page it leads to learns nothing of this one. */
export const LINK_REL = 'nofollow ugc noopener noreferrer';

const LANGUAGE = /^language-[a-z0-9+#_-]{1,20}$/i;
const MEMBER = /^mem_[0-9a-z]{1,40}$/;
const START = /^\d{1,9}$/;

type Attributes = Record<string, string>;
const only = (name: string, value: string | undefined, shape: RegExp): Attributes =>
  value !== undefined && shape.test(value) ? { [name]: value } : {};

const OPTIONS: sanitize.IOptions = {
  allowedTags: Object.keys(ALLOWED),
  allowedAttributes: Object.fromEntries(Object.entries(ALLOWED).map(([tag, names]) => [tag, [...names]])),
  allowedSchemes: [...ALLOWED_SCHEMES],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 100,
  transformTags: {
    a: (tagName, { href, title }) => ({
      tagName,
      attribs: { ...only('href', href, /^(https?:\/\/|mailto:)/i), ...only('title', title, /./su), rel: LINK_REL },
    }),
    ol: (tagName, { start }) => ({ tagName, attribs: only('start', start, START) }),
    code: (tagName, attributes) => ({ tagName, attribs: only('class', attributes.class, LANGUAGE) }),
    span: (tagName, attributes) => ({
      tagName,
      attribs: { ...only('class', attributes.class, /^mention$/), ...only('data-member', attributes['data-member'], MEMBER) },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => isWithoutPurpose(tag, attribs) && 'excludeTag',
};

const isWithoutPurpose = (tag: string, attributes: Attributes): boolean =>
  (tag === 'a' && !attributes.href) || (tag === 'span' && !(attributes.class && attributes['data-member']));

/** The second wall: whatever HTML comes in, what comes out has the allowed elements, attributes and schemes, and well-formed. */
export const allowedHtml = (html: string): string => sanitize(html, OPTIONS);
