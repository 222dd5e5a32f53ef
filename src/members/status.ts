import type { Handler, Refusal } from '../journal/core/decide.js';
import type { MemberStatus } from '../journal/core/entry.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';

export const SET_MEMBER_STATUS = 'SET_MEMBER_STATUS';

/** A closed or suspended member neither earns nor spends. */
export const refuseUnlessActive = ({ status }: StreamState): Refusal | undefined =>
  status === 'ACTIVE'
    ? undefined
    : {
        code: 'MEMBER_NOT_ACTIVE',
        message: status === 'SUSPENDED' ? 'This member is suspended.' : 'This membership is closed.',
        path: ['member'],
        data: { status },
      };

export interface SetMemberStatus {
  readonly status: MemberStatus;
  readonly reason: string | null;
}

/** Suspends, reactivates or closes a membership. Closing is for good; points stay until they expire. */
export const setMemberStatus: Handler<Program, SetMemberStatus> = (draft, { input }) => {
  const { status } = draft.state;
  if (status === 'CLOSED') {
    return { code: 'MEMBER_NOT_ACTIVE', message: 'This membership is closed for good.', path: ['member'], data: { status } };
  }
  if (status === input.status) {
    return { code: 'MEMBER_STATUS_UNCHANGED', message: `This member is already ${status.toLowerCase()}.`, path: ['member'] };
  }
  return draft.post('MEMBER_STATUS_CHANGED', { status: input.status, input: { from: status, to: input.status, reason: input.reason } });
};
