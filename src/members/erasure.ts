import type { Handler } from '../journal/core/decide.js';
import type { Program } from '../programs/program.js';

export const ERASE_MEMBER = 'ERASE_MEMBER';
export const EXPORT_MEMBER = 'EXPORT_MEMBER';

/** Notes that a member's personal data is gone, and closes the membership. What the stream counts stays as it is. */
export const eraseMember: Handler<Program, null> = (draft) => draft.post('MEMBER_ERASED', { status: 'CLOSED' });

/** Notes that a member's data was handed out. */
export const exportMember: Handler<Program, null> = (draft) => draft.post('MEMBER_EXPORTED', {});
