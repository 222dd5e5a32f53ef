/** The tabs of a first visit; afterwards GraphiQL keeps the user's own. The documents are those of the README. */
const TABS = [
  [
    'first-query.graphql',
    ['A first query: press Ctrl-Enter (Cmd-Enter on a Mac).', 'Next: ask for program { tierSets { tiers { name threshold } } } too.'],
  ],
  [
    'first-subscription.graphql',
    ['A first subscription: it begins with a snapshot; leave it running,', 'run the purchase of the next tab, and come back.'],
  ],
  [
    'first-purchase.graphql',
    [
      'A first purchase. Run it twice: the key says that it is the same one, so it counts once (replayed: true).',
      'Next: another idempotencyKey, and look at the subscription.',
    ],
  ],
];

export const firstTabs = () =>
  Promise.all(
    TABS.map(async ([file, hints]) => {
      const document = await (await fetch(`/graphiql/${file}`)).text();
      return { query: `${hints.map((hint) => `# ${hint}\n`).join('')}\n${document}` };
    }),
  );
