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
import type { Core } from './journal/core/decide.js';
import { followedBy } from './journal/core/follow.js';
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
import { PROGRAM_EVENT, programEvent } from './programs/program-event.js';
import { settleReferrals } from './referrals/end-referral.js';
import { APPROVE_REFERRAL, approveReferral, FLAG_REFERRAL, flagReferral, VOID_REFERRAL, voidReferral } from './referrals/flag-referral.js';
import { FOLLOW_REFEREE, followReferee } from './referrals/follow-referee.js';
import { voidOnLeaving, voidReturned } from './referrals/leave-referral.js';
import { qualifyReferral } from './referrals/qualify-referral.js';
import { sharedReferrals } from './referrals/shared-referrals.js';
import { START_REFERRAL, startReferral, startWithEnrolment } from './referrals/start-referral.js';
import { endTierPeriods } from './tiers/evaluate.js';
import { CLEAR_TIER, clearTier, SET_TIER, setTier } from './tiers/manual-tier.js';

/** Every command there is, and everything that falls due by time alone, in the order of one instant. */
export const core: Core<Program> = {
  handlers: {
    [PROGRAM_EVENT]: programEvent,
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
    // Posts nothing of its own: the sweeper's way to post what is due.
    SETTLE: () => null,
  },
  due: [settlePending, settleReferrals, timeOutHolds, expireLots, endTierPeriods],
  opening: new Set([PROGRAM_EVENT, ENROLL_MEMBER]),
  sharing(program, command, state) {
    const all = [sharedCaps(program, command, state), sharedAdjustments(program, command), sharedReferrals(program, command, state)];
    const needed = all.filter((keys) => keys !== null);
    return needed.length > 0 ? needed.flat() : null;
  },
};
