import type { Command } from '../journal/core/decide.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import type { Program } from '../programs/program.js';
import { IMPORT_CODES, type ImportCodes } from '../vouchers/import-codes.js';
import { codesKey, drawnKey } from '../vouchers/pool.js';
import { APPROVE_REDEMPTION, FULFIL_REDEMPTION } from './change-redemption.js';
import { END_REDEMPTION } from './end-redemption.js';
import { GRANT_REWARD, REDEEM_REWARD, type RedeemReward } from './redeem-reward.js';
import { type RewardSettings, stockKey } from './reward.js';

/** The counters of stocks and pools that a command is likely to need; null: none. Which reward a redemption is of is found out late. */
export function sharedRewards({ settings }: Program, { type, input }: Command): readonly SharedKey[] | null {
  switch (type) {
    case REDEEM_REWARD:
    case GRANT_REWARD: {
      const reward = settings.rewards?.find(({ id }) => id === (input as RedeemReward).reward);
      const keys = reward ? keysOf(reward) : [];
      return keys.length > 0 ? keys : null;
    }
    case APPROVE_REDEMPTION:
    case FULFIL_REDEMPTION:
    case END_REDEMPTION:
      return settings.rewards?.some((reward) => keysOf(reward).length > 0) ? [] : null;
    case IMPORT_CODES:
      return [codesKey((input as ImportCodes).pool)];
    default:
      return null;
  }
}

const keysOf = ({ id, stock, voucher }: RewardSettings): SharedKey[] => [
  ...(stock === null ? [] : [stockKey(id)]),
  ...(voucher && 'pool' in voucher ? [codesKey(voucher.pool), drawnKey(voucher.pool)] : []),
];
