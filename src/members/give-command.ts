import type { Actor } from '../access/actor.js';
import type { Context } from '../context.js';
import { refusalOf } from '../graphql/attempt.js';
import { forbidden } from '../graphql/errors.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import type { Outcome } from '../journal/batch.js';
import type { Refusal } from '../journal/core/decide.js';
import { inputHashOf } from '../journal/input-hash.js';
import type { CommandRequest } from '../journal/journal.js';
import { askedSegmentsOf } from '../segments/membership.js';
import { type MemberKey, NAME_ONE, namesOne, resolveMembers } from './member-lookup.js';

/** A command to one member, as a mutation understood it. */
export interface MemberCommand {
  readonly type: string;
  readonly member: MemberKey;
  readonly idempotencyKey: string | null;
  readonly effectiveAt?: Date | null | undefined;
  readonly externalId?: string | null;
  readonly readsLots?: boolean;
  readonly refersTo?: number | null;
  /** UUIDs of the other members whom it is about. */
  readonly others?: readonly string[];
  /** What is decided on. */
  readonly input: unknown;
  /** The input gets `segments`: those of the member, of all that anything in the programme asks about. An input that is an object. */
  readonly asksSegments?: boolean;
  /** The arguments as they were sent, before defaults: what the key stands for. */
  readonly sent: unknown;
}

/** What became of it, and of whom. */
export interface Given {
  readonly memberId: string | null;
  readonly outcome: Outcome;
}

/** How a command reaches the journal; through its lane unless told otherwise. */
export type Submit = (request: CommandRequest) => Promise<Outcome>;

const NAME_MAX = 255;

const refused = (memberId: string | null, refusal: Refusal): Given => ({ memberId, outcome: { refusal, replayed: false } });

/** Gives commands to members, in order; one look-up for all of them, an outcome for each. */
export async function giveCommands(
  context: Context,
  commands: readonly (MemberCommand | Refusal)[],
  submit: Submit = (request) => context.services.journal.submit(request),
): Promise<Given[]> {
  const { programId, by } = context;
  const { scopes } = context.actor as Actor;
  const keys = commands.map((command): MemberKey => ('member' in command && !refuseCommand(command) ? command.member : {}));
  const memberIds = await resolveMembers(context, keys);
  const asking = commands.flatMap((command, i) => ('member' in command && command.asksSegments && memberIds[i]) || []);
  const segments = asking.length > 0 ? await askedSegmentsOf(context, await context.program(), asking) : null;
  return Promise.all(
    commands.map(async (command, i): Promise<Given> => {
      if ('code' in command) return refused(null, command);
      const refusal = refuseCommand(command);
      if (refusal) return refused(null, refusal);
      const { type, idempotencyKey, effectiveAt, externalId, readsLots, refersTo, others, sent } = command;
      if (effectiveAt && !scopes.has('backdate')) throw forbidden('backdate');
      const streamId = memberIds[i];
      if (!streamId) return refused(null, memberNotFound());
      const inputHash = idempotencyKey === null ? null : inputHashOf(type, sent);
      try {
        const outcome = await submit({
          type,
          programId,
          streamId,
          by,
          input:
            command.asksSegments && segments ? { ...(command.input as object), segments: segments.get(streamId) ?? [] } : command.input,
          key: idempotencyKey,
          inputHash,
          effectiveAt: effectiveAt?.getTime() ?? null,
          externalId: externalId ?? null,
          readsLots: readsLots ?? false,
          refersTo: refersTo ?? null,
          ...(others && { others }),
        });
        return { memberId: streamId, outcome };
      } catch (error) {
        return refused(streamId, refusalOf(error));
      }
    }),
  );
}

/** Gives one command. */
export const giveCommand = async (context: Context, command: MemberCommand | Refusal, submit?: Submit): Promise<Given> =>
  (await giveCommands(context, [command], submit))[0] as Given;

function refuseCommand({ member, idempotencyKey, externalId }: MemberCommand): Refusal | undefined {
  return namesOne(member) ? refuseNames({ idempotencyKey, externalId }) : invalid(NAME_ONE, 'member');
}

/** Why a command cannot be named so. */
export function refuseNames(names: Readonly<Record<string, string | null | undefined>>): Refusal | undefined {
  for (const [name, text] of Object.entries(names)) {
    if (text != null && (text === '' || text.length > NAME_MAX || !isStorable(text)))
      return invalid(`${name} has 1 to ${NAME_MAX} characters.`, name);
  }
  return undefined;
}
