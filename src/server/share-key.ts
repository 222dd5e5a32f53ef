import { type DocumentNode, getOperationAST, Kind, visit } from 'graphql';
import type { Actor } from '../access/actor.js';
import type { SubscriptionArgs } from './subscribe-fresh.js';

const numbers = new WeakMap<DocumentNode, number>();
let documents = 0;
/** The gate gives everybody who sends a document the same one. */
const numberOf = (document: DocumentNode): number => {
  const number = numbers.get(document) ?? (documents += 1);
  numbers.set(document, number);
  return number;
};

const cursors = new WeakMap<DocumentNode, Map<string | null, string | null>>();

/** @param followed UUID of the member whose stream it is; null: the programme's */
export type ShareKey = (subscription: SubscriptionArgs, caller: Actor, followed: string | null) => string;

/**
 * Two subscriptions of one key are sent the same bytes, as soon as they stand at the same place: the same document and variables,
 * by callers who may see the same, and the same member, as an e-mail address is one member's today and another's tomorrow.
 */
export const shareKey: ShareKey = ({ document, operationName, variableValues }, { programId, memberId, role, scopes }, followed) => {
  const cursor = cursorVariable(document, operationName ?? null);
  const variables = Object.entries(variableValues ?? {})
    .filter(([name]) => name !== cursor)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([numberOf(document), operationName ?? null, variables, followed, programId, memberId, role, [...scopes].sort()]);
};

/** Name of the variable that says nothing but where the subscription begins; null where there is none. */
function cursorVariable(document: DocumentNode, operationName: string | null): string | null {
  const known = cursors.get(document) ?? new Map<string | null, string | null>();
  cursors.set(document, known);
  const before = known.get(operationName);
  if (before !== undefined) return before;
  const uses = new Map<string, number>();
  visit(document, {
    enter(node) {
      if (node.kind === Kind.VARIABLE) uses.set(node.name.value, (uses.get(node.name.value) ?? 0) + 1);
    },
  });
  const [root] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  const after = root?.kind === Kind.FIELD ? root.arguments?.find(({ name }) => name.value === 'after')?.value : undefined;
  // Once where it is declared, once here: used nowhere else.
  const found = after?.kind === Kind.VARIABLE && uses.get(after.name.value) === 2 ? after.name.value : null;
  known.set(operationName, found);
  return found;
}
