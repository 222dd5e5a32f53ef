import type { Aim } from '../figures.js';

const deliveries = (shape: string, leasts: Readonly<Record<string, number>>): Aim[] =>
  Object.entries(leasts).map(([other, least]) => ({ name: `${shape}: laurel / ${other}, deliveries/s`, least }));

/** What the medians of the feed's figures shall be. */
export const AIMS: readonly Aim[] = [
  ...deliveries('broadcast to 1,000', { raw: 0.8, 'graphql-ws': 3.5, mercurius: 3.5, yoga: 5 }),
  ...deliveries('unicast to 1,000', { 'graphql-ws': 2.5, mercurius: 2.2 }),
  ...deliveries('ten in a tick', { raw: 2.5 }),
  ...deliveries('broadcast to 10,000', { raw: 0.8, 'graphql-ws': 3.5, mercurius: 3.5, yoga: 5 }),
  { name: 'broadcast to 10,000: laurel, KB an idle socket', most: 15 },
  { name: 'latency to a member each, 200 commands/s: ms, median', most: 3 },
  { name: 'latency to a member each, 200 commands/s: ms, 99 of 100 within', most: 25 },
  { name: 'commands beside 1,000: followed / alone, commands/s', least: 0.9 },
];
