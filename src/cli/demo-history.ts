import { pick, type Random, randomFrom } from './demo-random.js';
import { basket, usualBasket } from './demo-shop.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Longer than beans last, so that some have expired. */
const HISTORY_DAYS = 330;

const NAMES = [
  ...['Ada Okafor', 'Billie Hart', 'Chet Moreau', 'Dinah Brooks', 'Ella Lindqvist', 'Fela Mensah', 'Gil Santos', 'Herbie Novak'],
  ...['Ida Rossi', 'John Achebe', 'Kate Winters', 'Louis Marchand', 'Miriam Zulu', 'Nina Petrova', 'Otis Greene', 'Patti Romano'],
  ...['Quincy Adler', 'Rosa Delgado', 'Sade Bright', 'Thelonious Park', 'Uma Iyer', 'Vaughan Ellis', 'Wynton Cole', 'Yoko Tanaka'],
];

/** How somebody shops: visits in a month, the share of them that end with a review, and since when of the history (0 to 1). */
interface Habit {
  readonly visits: number;
  readonly reviews: number;
  readonly since: number;
  /** Days without a visit up to now; their beans expire. */
  readonly silentDays: number;
  /** Bought something big this morning, so that there are high tiers in January, too. */
  readonly isCollector: boolean;
}

const HABITS: readonly Habit[] = [
  { visits: 5, reviews: 0.4, since: 0, silentDays: 0, isCollector: true },
  { visits: 3, reviews: 0.2, since: 0.1, silentDays: 0, isCollector: false },
  { visits: 2, reviews: 0.1, since: 0, silentDays: 210, isCollector: false },
  { visits: 1.5, reviews: 0.5, since: 0.4, silentDays: 20, isCollector: false },
  { visits: 4, reviews: 0.1, since: 0.6, silentDays: 0, isCollector: false },
  { visits: 0.6, reviews: 0, since: 0.7, silentDays: 0, isCollector: false },
];

export interface DemoHistory {
  readonly members: readonly (Record<string, string> & { readonly externalId: string })[];
  /** In order of time for each member. */
  readonly activities: readonly Record<string, unknown>[];
  /** Beans spent at the counter, after all the activities. */
  readonly spends: readonly { readonly externalId: string; readonly amount: number; readonly reason: string }[];
}

/** The members of the demonstration programme and what they did in the months before `now`: the same people and habits each time. */
export function demoHistory(now: number): DemoHistory {
  const random = randomFrom(1959);
  const people = NAMES.map((name, i) => {
    const [givenName, familyName] = name.split(' ') as [string, string];
    const habit = HABITS[i % HABITS.length] as Habit;
    const enrolledAt = now - HISTORY_DAYS * DAY_MS * (1 - habit.since) + i * DAY_MS;
    const email = `${givenName}.${familyName}@example.com`.toLowerCase();
    return { habit, enrolledAt, profile: { externalId: `demo-${i + 1}`, givenName, familyName, email } };
  });
  return {
    members: people.map(({ profile, enrolledAt }) => ({ ...profile, enrolledAt: new Date(enrolledAt).toISOString() })),
    activities: people.flatMap(({ profile, habit, enrolledAt }) => lifeOf(profile.externalId, habit, enrolledAt, now, random)),
    spends: people
      .filter(({ habit }, i) => habit.silentDays === 0 && i % 3 !== 2)
      .map(({ profile }) => ({ externalId: profile.externalId, amount: 10, reason: 'A cappuccino' })),
  };
}

function lifeOf(externalId: string, habit: Habit, enrolledAt: number, now: number, random: Random): Record<string, unknown>[] {
  const life: Record<string, unknown>[] = [];
  const add = (at: number, what: object) => {
    const key = `${externalId}-${life.length + 1}`;
    life.push({
      member: { externalId },
      idempotencyKey: `demo-history-${key}`,
      externalId: key,
      effectiveAt: new Date(at).toISOString(),
      ...what,
    });
  };
  add(enrolledAt + 10 * MINUTE_MS, { purchase: basket('coffee', random) });
  const endAt = now - habit.silentDays * DAY_MS - DAY_MS / 2;
  const pauseMs = (30 * DAY_MS) / habit.visits;
  for (let at = enrolledAt + pauseMs * random(); at < endAt; at += pauseMs * (0.3 + 1.4 * random())) {
    add(at, { purchase: usualBasket(random) });
    if (random() < habit.reviews) add(at + 30 * MINUTE_MS, { event: { name: pick(['review', 'review', 'own-cup', 'referral'], random) } });
  }
  if (habit.isCollector) add(now - (20 + 200 * random()) * MINUTE_MS, { purchase: basket('equipment', random) });
  return life;
}
