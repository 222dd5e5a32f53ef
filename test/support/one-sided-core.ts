import { core } from '../../src/core.js';
import type { Core } from '../../src/journal/core/decide.js';
import { Draft } from '../../src/journal/core/draft.js';
import { NO_STREAM } from '../../src/journal/core/state.js';
import { type ReceivePoints, receivePoints, TRANSFER_POINTS, transferPoints } from '../../src/points/transfer-points.js';
import type { Program } from '../../src/programs/program.js';

const SOMEBODY = { ...NO_STREAM, number: 1, enrolledAt: 0, settledAt: 0 };

/** The core as one member sees it: of a transfer, the half that is theirs. */
export const oneSidedCore: Core<Program> = {
  ...core,
  handlers: {
    ...core.handlers,
    [TRANSFER_POINTS]: (draft, command, known) =>
      transferPoints(draft, command, known, [new Draft(SOMEBODY, draft.program, draft.at, command.by, false)]),
    RECEIVE_POINTS: (draft, { input }) => receivePoints(draft, input as ReceivePoints),
  },
};
