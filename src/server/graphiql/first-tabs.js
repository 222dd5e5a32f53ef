/** The tabs of a first visit; afterwards GraphiQL keeps the user's own. The documents are those of the README. */
const TABS = [
  [
    'first-query.graphql',
    'A first query: press Ctrl-Enter (Cmd-Enter on a Mac).',
    'Next: add program { tierSets { tiers { name threshold } } }',
  ],
  // GraphiQL ends a subscription when its tab is left.
  [
    'first-subscription.graphql',
    'A first subscription: it begins with a snapshot. Leave it running, and run',
    'the third tab in a second window, or npm run demo in a terminal.',
  ],
  ['first-purchase.graphql', 'A first purchase. Run it twice: it has the same key, so it counts once.', 'Next: another idempotencyKey.'],
];

export const firstTabs = () =>
  Promise.all(
    TABS.map(async ([file, ...hints]) => {
      const document = await (await fetch(`/graphiql/${file}`)).text();
      return { query: `${hints.map((hint) => `# ${hint}\n`).join('')}\n${document}` };
    }),
  );
