import type { Activity } from '../activity.js';

/** What a rule counts: purchases, or the events of one name. */
export interface CountedActivity {
  /** null: purchases. */
  readonly event: string | null;
}

/** Whether an activity is what a rule counts. A purchase for which no money was paid is none. */
export const isCounted = ({ event }: CountedActivity, activity: Activity): boolean =>
  activity.type === 'PURCHASE' ? event === null && activity.amount > 0 : activity.name === event;

/** What is counted, in words. */
export const countedName = ({ event }: CountedActivity): string => event ?? 'purchase';
