import { defineEntity, p } from '@mikro-orm/core';
import type { HouseholdRole, HouseholdSpending } from './household.js';

const household = defineEntity({
  name: 'Household',
  tableName: 'households',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid(),
    name: p.string(),
    spending: p.string().$type<HouseholdSpending>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** People who spend their points together. It ends when the last of them leaves. */
export class Household extends household.class {}
household.setClass(Household);

const membership = defineEntity({
  name: 'HouseholdMembership',
  tableName: 'household_members',
  properties: {
    programId: p.uuid().primary(),
    memberId: p.uuid().primary(),
    householdId: p.uuid(),
    role: p.string().$type<HouseholdRole>(),
    position: p.integer(),
    joinedAt: p.datetime(),
  },
});

/** A member's place in a household; nobody has two. */
export class HouseholdMembership extends membership.class {}
membership.setClass(HouseholdMembership);
