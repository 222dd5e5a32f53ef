import type { Pool } from 'pg';
import { verifyCommunity } from './community/verify-community.js';
import { verifyHouseholds } from './households/verify-households.js';
import type { ChainHeads } from './journal/chain-heads.js';
import { type Verification, verify as verifyJournal } from './journal/verify.js';
import { verifyReferrals } from './referrals/verify-referrals.js';
import { verifyPurchases } from './segments/verify-purchases.js';
import { verifyCases } from './support/verify-cases.js';
import { verifyPools } from './vouchers/verify-pools.js';

/** Recomputes everything that is derived from the journal, and what features keep beside it, and names every difference. */
export const verify = (pool: Pool, outside: ChainHeads | null = null): Promise<Verification> =>
  verifyJournal(pool, outside, [verifyHouseholds, verifyReferrals, verifyPurchases, verifyPools, verifyCommunity, verifyCases]);
