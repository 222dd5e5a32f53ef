import { readFileSync } from 'node:fs';

/** The documents of the first five minutes: what README, GraphiQL and the start of the server show is one text. */
const read = (name: string): string => readFileSync(new URL(`../../src/server/graphiql/${name}.graphql`, import.meta.url), 'utf8');

export const firstQuery = (): string => read('first-query');
export const firstSubscription = (): string => read('first-subscription');
