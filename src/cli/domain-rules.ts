/** A rule of the domain as tests name it in their titles. */
export interface DomainRule {
  /** Like `Points 7`. */
  readonly name: string;
  readonly about: string;
  /** What of it the code does not do yet; absent: it does all. */
  readonly missing?: string;
}

const chapter = (name: string, rules: readonly (readonly [about: string, missing?: string])[]): DomainRule[] =>
  rules.map(([about, missing], i) => ({ name: `${name} ${i + 1}`, about, ...(missing !== undefined && { missing }) }));

/** Every rule there is, in order. */
export const DOMAIN_RULES: readonly DomainRule[] = [
  ...chapter('Points', [
    ['when an entry counts and when it was written; wallets of the past'],
    ['pending points: what they wait for, valid from their activation'],
    ['expiry: modes, exclusive ends, calendar units in the zone of the programme'],
    ['one lot for the same expiry and source'],
    ['the order at one instant; late, lazy or twice, the same entries'],
    ['debt: how it arises, what repays it'],
    ['returns: what is taken, what goes back, and how parts are rounded'],
    ['reversals: never more than what they reverse'],
    ['caps and budgets'],
    ['rounding once, at the end; multipliers'],
    ['entries that explain themselves, in data and in a sentence'],
    ['adjustments by hand, with a reason; limits for each agent and day'],
  ]),
  ...chapter('Tiers', [
    ['what qualifies: spend, points, activities; all of them or some'],
    ['windows: years, anniversaries, rolling periods, a lifetime'],
    ['how a tier begins and how long it lasts'],
    ['how a tier ends: kept, one down, by balance; grace'],
    ['tiers given by hand'],
    ['what is missing to the next tier, and to stay'],
    ['editing: versions, and nobody moves by an edit'],
  ]),
  ...chapter('Rewards', [
    ['kinds, prices, windows, stock and limits'],
    ['redeeming in one transaction'],
    ['what becomes of a redemption'],
    ['vouchers'],
  ]),
  { name: 'Concurrency', about: 'one after the other for each member; a key tells the outcome' },
];
