import { pick, type Random } from './demo-random.js';

type Good = readonly [name: string, cents: number];
export type Category = 'coffee' | 'records' | 'equipment';

/** What the shop sells: name, category, price in cents. */
const GOODS: Readonly<Record<Category, readonly [Good, ...Good[]]>> = {
  coffee: [
    ['Espresso', 320],
    ['Cappuccino', 450],
    ['Flat White', 480],
    ['Cold Brew', 520],
    ['Beans from Huila, 250 g', 1_490],
    ['Beans from Yirgacheffe, 250 g', 1_650],
  ],
  records: [
    ['Kind of Blue', 2_899],
    ['Blue Train', 2_699],
    ['Ella and Louis', 2_450],
    ['Head Hunters', 2_999],
    ['Zombie', 3_150],
    ['Hounds of Love', 2_799],
  ],
  equipment: [
    ['Hand grinder', 8_900],
    ['Pour-over set', 4_500],
    ['Turntable', 34_900],
    ['Espresso machine', 64_900],
  ],
};

/** The purchase input of one to three things of a category. */
export function basket(category: Category, random: Random) {
  const [name, cents] = pick(GOODS[category], random);
  const quantity = category === 'equipment' ? 1 : 1 + Math.floor(random() * 3);
  const amount = ((cents * quantity) / 100).toFixed(2);
  return { amount, items: [{ name, category, quantity, amount }] };
}

/** Mostly coffee, at times a record, rarely something big. */
export function usualBasket(random: Random) {
  const luck = random();
  return basket(luck < 0.6 ? 'coffee' : luck < 0.97 ? 'records' : 'equipment', random);
}
