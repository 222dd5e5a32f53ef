import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { badInput } from './errors.js';
import { ReadableWithParent } from './policy.js';

const DEFAULT_SIZE = 20;
const SIZE_MAX = 100;

@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the beginning; 20 when neither first nor last is given, at most 100.' })
  first?: number | null;
  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many from the end, at most 100.' })
  last?: number | null;
  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

@ObjectType({ description: 'Where a page lies in its list (Relay).' })
@ReadableWithParent()
export class PageInfo {
  @Field(() => Boolean, { description: 'There is more after this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'There is more before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null when the page is empty.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null when the page is empty.' })
  endCursor!: string | null;
}

export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
}

/** Makes the connection type of a node type. */
export function connectionType<T extends object>(name: string, node: () => ClassType<T>, what: string): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One of ${what}, with its cursor.` })
  @ReadableWithParent()
  class Edge {
    @Field(() => String, { description: 'Opaque; for after and before.' })
    cursor!: string;
    @Field(node, { description: 'The item itself.' })
    node!: T;
  }
  @ObjectType(`${name}Connection`, { description: `A page of ${what}.` })
  @ReadableWithParent()
  class ConnectionClass {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges!: Edge[];
    @Field(() => [node()], { description: 'The items alone.' })
    nodes!: T[];
    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfo;
  }
  return ConnectionClass;
}

/** A page as SQL wants it: one more row than asked for tells whether there is more. */
export interface KeysetPage {
  readonly limit: number;
  readonly isForward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** @throws GraphQLError BAD_USER_INPUT when the sizes do not fit together or a cursor is not one of ours */
export function keysetPage({ first, after, last, before }: ConnectionArgs, isCursor: (text: string) => boolean): KeysetPage {
  if (first != null && last != null) throw badInput('Give first or last, not both.');
  const size = first ?? last ?? DEFAULT_SIZE;
  if (size < 0 || size > SIZE_MAX) throw badInput(`A page holds 0 to ${SIZE_MAX} items; ${size} were asked for.`);
  const open = (cursor: string | null | undefined): string | null => {
    if (cursor == null) return null;
    const text = Buffer.from(cursor, 'base64url').toString();
    if (!isCursor(text)) throw badInput('A cursor is opaque: pass back one that this list gave you.');
    return text;
  };
  return { limit: size + 1, isForward: last == null, after: open(after), before: open(before) };
}

/** Cuts the rows of `keysetPage` (in the order of its direction) into a connection. */
export function connection<R, T>(page: KeysetPage, rows: readonly R[], keyOf: (row: R) => string, nodeOf: (row: R) => T): Connection<T> {
  const hasMore = rows.length === page.limit;
  const kept = rows.slice(0, page.limit - 1);
  if (!page.isForward) kept.reverse();
  const edges = kept.map((row) => ({ cursor: Buffer.from(keyOf(row)).toString('base64url'), node: nodeOf(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.isForward ? hasMore : page.before !== null,
      hasPreviousPage: page.isForward ? page.after !== null : hasMore,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
