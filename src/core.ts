import { COMMUNITY_EVENT } from './community/moderation/community-event.js';
import { THREAD_EVENT } from './community/thread-event.js';
import { CANCEL_ACTIVITY, cancelActivity } from './earning/cancel-activity.js';
import { ACTIVATE_POINTS, activatePoints, CANCEL_POINTS, cancelPoints } from './earning/end-pending.js';
import { settlePending } from './earning/pending.js';
import { RECORD_ACTIVITY, recordActivity } from './earning/record-activity.js';
import { RETURN_PURCHASE, returnPurchase } from './earning/return-purchase.js';
import { sharedCaps } from './earning/shared-caps.js';
import {
  CHANGE_HOUSEHOLD,
  changeHousehold,
  JOIN_HOUSEHOLD,
  joinHousehold,
  LEAVE_HOUSEHOLD,
  leaveHousehold,
} from './households/household.js';
import { SPEND_HOUSEHOLD_POINTS, spendHouseholdPoints } from './households/spend-household-points.js';
import { READ_NOTIFICATIONS, readNotifications } from './inbox/read-notifications.js';
import { SEND_NOTIFICATION, sendNotification } from './inbox/send-notification.js';
import type { Core } from './journal/core/decide.js';
import { followedBy } from './journal/core/follow.js';
import { note } from './journal/core/note.js';
import { expireLots } from './journal/core/settle.js';
import { ENROLL_MEMBER, enrollMember, UPDATE_MEMBER, updateMember } from './members/enrollment.js';
import { ERASE_MEMBER, EXPORT_MEMBER, eraseMember, exportMember } from './members/erasure.js';
import { SET_MEMBER_STATUS, setMemberStatus } from './members/status.js';
import { ADJUST_POINTS, adjustPoints } from './points/adjust-points.js';
import { CONVERT_POINTS, convertPoints } from './points/convert-points.js';
import { CAPTURE_HOLD, captureHold, RELEASE_HOLD, releaseHold } from './points/end-hold.js';
import { timeOutHolds } from './points/hold.js';
import { HOLD_POINTS, holdPoints } from './points/hold-points.js';
import { REINSTATE_POINTS, reinstatePoints } from './points/reinstate-points.js';
import { REVERSE_ENTRY, reverseEntry } from './points/reverse-entry.js';
import { sharedAdjustments } from './points/shared-adjustments.js';
import { SPEND_POINTS, spendPoints } from './points/spend-points.js';
import { TRANSFER_POINTS, transferPoints } from './points/transfer-points.js';
import type { Program } from './programs/program.js';
import { PROGRAM_EVENT } from './programs/program-event.js';
import { settleReferrals } from './referrals/end-referral.js';
import { APPROVE_REFERRAL, approveReferral, FLAG_REFERRAL, flagReferral, VOID_REFERRAL, voidReferral } from './referrals/flag-referral.js';
import { FOLLOW_REFEREE, followReferee } from './referrals/follow-referee.js';
import { voidCancelled, voidOnLeaving, voidReturned } from './referrals/leave-referral.js';
import { qualifyReferral } from './referrals/qualify-referral.js';
import { sharedReferrals } from './referrals/shared-referrals.js';
import { START_REFERRAL, startReferral, startWithEnrolment } from './referrals/start-referral.js';
import {
  APPROVE_REDEMPTION,
  approveRedemption,
  CLAIM_GIFT,
  claimGift,
  FOLLOW_VOUCHER,
  FULFIL_REDEMPTION,
  followVoucher,
  fulfilRedemption,
  RECEIVE_GIFT,
  receiveGift,
  USE_REDEMPTION,
  useRedemption,
} from './rewards/change-redemption.js';
import { END_REDEMPTION, endRedemption, expireRedemptions } from './rewards/end-redemption.js';
import { GRANT_REWARD, grantReward, REDEEM_REWARD, redeemReward } from './rewards/redeem-reward.js';
import { sharedRewards } from './rewards/shared-rewards.js';
import { GRANT_GOODWILL, grantGoodwill } from './support/goodwill.js';
import { CASE_EVENT } from './support/support-case.js';
import { endTierPeriods } from './tiers/evaluate.js';
import { CLEAR_TIER, clearTier, SET_TIER, setTier } from './tiers/manual-tier.js';
import { REINSTATE_VOUCHER, reinstateVoucher, VOID_VOUCHER, voidVoucher } from './vouchers/end-voucher.js';
import { IMPORT_CODES, importCodes } from './vouchers/import-codes.js';
import { expireVouchers, timeOutReservations } from './vouchers/reservation.js';
import { REDEEM_VOUCHER, RELEASE_VOUCHER, RESERVE_VOUCHER, redeemVoucher, releaseVoucher, reserveVoucher } from './vouchers/use-voucher.js';

/** Every command there is, and everything that falls due by time alone, in the order of one instant. */
export const core: Core<Program> = {
  handlers: {
    [PROGRAM_EVENT]: note,
    [ENROLL_MEMBER]: followedBy(enrollMember, startWithEnrolment),
    [UPDATE_MEMBER]: updateMember,
    [SET_MEMBER_STATUS]: followedBy(setMemberStatus, voidOnLeaving),
    [EXPORT_MEMBER]: exportMember,
    [ERASE_MEMBER]: followedBy(eraseMember, voidOnLeaving),
    [JOIN_HOUSEHOLD]: joinHousehold,
    [CHANGE_HOUSEHOLD]: changeHousehold,
    [LEAVE_HOUSEHOLD]: leaveHousehold,
    [RECORD_ACTIVITY]: followedBy(recordActivity, qualifyReferral),
    [SPEND_POINTS]: spendPoints,
    [SPEND_HOUSEHOLD_POINTS]: spendHouseholdPoints,
    [ADJUST_POINTS]: adjustPoints,
    [RETURN_PURCHASE]: followedBy(returnPurchase, voidReturned),
    [CANCEL_ACTIVITY]: followedBy(cancelActivity, voidCancelled),
    [TRANSFER_POINTS]: transferPoints,
    [CONVERT_POINTS]: convertPoints,
    [REVERSE_ENTRY]: reverseEntry,
    [REINSTATE_POINTS]: reinstatePoints,
    [ACTIVATE_POINTS]: activatePoints,
    [CANCEL_POINTS]: cancelPoints,
    [HOLD_POINTS]: holdPoints,
    [CAPTURE_HOLD]: captureHold,
    [RELEASE_HOLD]: releaseHold,
    [SET_TIER]: setTier,
    [CLEAR_TIER]: clearTier,
    [START_REFERRAL]: startReferral,
    [FOLLOW_REFEREE]: followReferee,
    [FLAG_REFERRAL]: flagReferral,
    [APPROVE_REFERRAL]: approveReferral,
    [VOID_REFERRAL]: voidReferral,
    [REDEEM_REWARD]: redeemReward,
    [GRANT_REWARD]: grantReward,
    [APPROVE_REDEMPTION]: approveRedemption,
    [FULFIL_REDEMPTION]: fulfilRedemption,
    [USE_REDEMPTION]: useRedemption,
    [FOLLOW_VOUCHER]: followVoucher,
    [END_REDEMPTION]: endRedemption,
    [CLAIM_GIFT]: claimGift,
    [RECEIVE_GIFT]: receiveGift,
    [THREAD_EVENT]: note,
    [COMMUNITY_EVENT]: note,
    [SEND_NOTIFICATION]: sendNotification,
    [READ_NOTIFICATIONS]: readNotifications,
    [IMPORT_CODES]: importCodes,
    [RESERVE_VOUCHER]: reserveVoucher,
    [REDEEM_VOUCHER]: redeemVoucher,
    [RELEASE_VOUCHER]: releaseVoucher,
    [REINSTATE_VOUCHER]: reinstateVoucher,
    [VOID_VOUCHER]: voidVoucher,
    [CASE_EVENT]: note,
    [GRANT_GOODWILL]: grantGoodwill,
    // Posts nothing of its own: the sweeper's way to post what is due.
    SETTLE: () => null,
  },
  due: [settlePending, settleReferrals, timeOutHolds, timeOutReservations, expireRedemptions, expireVouchers, expireLots, endTierPeriods],
  opening: new Set([
    ...[PROGRAM_EVENT, ENROLL_MEMBER, THREAD_EVENT, CASE_EVENT],
    // A voucher's stream begins with its first use, or its end.
    ...[RESERVE_VOUCHER, REDEEM_VOUCHER, RELEASE_VOUCHER, REINSTATE_VOUCHER, VOID_VOUCHER, END_REDEMPTION],
  ]),
  sharing(program, command, state) {
    const all = [
      sharedCaps(program, command, state),
      sharedAdjustments(program, command),
      sharedReferrals(program, command, state),
      sharedRewards(program, command),
    ];
    const needed = all.filter((keys) => keys !== null);
    return needed.length > 0 ? needed.flat() : null;
  },
};
