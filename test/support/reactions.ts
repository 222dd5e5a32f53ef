import { type TestLaurel } from './laurel.js';
import { eventually } from './receiver.js';

/** Waits until reactors have handled all that was committed up to now, and what they gave themselves. */
export async function caughtUp({ app }: TestLaurel, ...names: string[]): Promise<void> {
  await eventually(
    async () => {
      const { rows } = await app.services.reads.query(
        'select 1 from reactor_positions p join lanes l using (lane) where p.reactor = any($1) and p.position < l.position limit 1',
        [names],
      );
      return rows.length === 0;
    },
    `${names.join(', ')} caught up`,
  );
}

/** Has a reactor handle the whole journal again. */
export async function handleAgain(laurel: TestLaurel, name: string): Promise<void> {
  await laurel.app.services.reads.query('update reactor_positions set position = 0 where reactor = $1', [name]);
  await caughtUp(laurel, name);
}
