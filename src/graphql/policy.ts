import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { forbidden, unauthenticated } from './errors.js';

/** What a credential may do. Each root field names one. */
export const SCOPES = {
  'programs:create': "Create programmes. Only the operator's key has it.",
  'program:read': "Read the programme's settings and clock.",
  'program:write': "Change the programme's settings and move its test clock.",
  'keys:write': 'See, create, rotate and revoke API keys.',
  'members:read': 'Read members with their wallets, tiers and history, and subscribe to them.',
  'members:write': 'Enrol and change members.',
  'activities:write': 'Record what members did.',
  'points:write': 'Spend points.',
  'redemptions:write': 'Approve, fulfil, use, cancel and reverse redemptions, and give rewards for nothing.',
  'vouchers:use': 'See voucher codes, validate, reserve and redeem vouchers.',
  'vouchers:write': 'Make and import voucher codes, reinstate and void vouchers.',
  'points:adjust': 'Give and take points and tiers by hand.',
  'community:read': 'Read the community.',
  'community:write': 'Take part in the community for members; a member, only for themselves.',
  'community:moderate': 'See to the community: its categories, what is flagged, who may take part.',
  'cases:open': 'Open support cases and write in them for members; a member, only for themselves.',
  'cases:work': 'Read and work on all support cases.',
  'webhooks:read': 'Read webhook endpoints and what they were not sent yet.',
  'webhooks:write': 'Set up webhooks, which together with members:read sends entries out.',
  backdate: 'Name an effectiveAt other than now.',
  'members:erase': 'Export and erase the personal data of members.',
  'tokens:create': 'Make member tokens.',
  'staff:write': 'See, add and change staff and identity providers.',
  'self:read': 'Read and follow oneself. Only member tokens have it.',
} as const;
export type Scope = keyof typeof SCOPES;

/** A list: any of these scopes. `ANYONE`: any valid credential. `PARENT`: whoever was given the object may read the field. */
export type Policy = readonly Scope[] | 'ANYONE' | 'PARENT';

/** Declares who may use a root field: whoever has one of the scopes. */
export const Requires = (...policy: [Scope, ...Scope[]] | ['ANYONE']) => Extensions({ policy: policy[0] === 'ANYONE' ? 'ANYONE' : policy });
/** Declares on a type that whoever may see the object may see its fields. */
export const ReadableWithParent = () => Extensions({ policy: 'PARENT' });

interface HasScopes {
  readonly scopes: ReadonlySet<string>;
}

interface HasActor {
  readonly actor: HasScopes | null;
  /** Where the policies of subscriptions that began are noted; they hold as long as those run. */
  readonly doors?: Policy[];
}

/** A scope that would open what the policy closes to a caller; null where it is open. */
export const lackedScope = (policy: Policy, { scopes }: HasScopes): Scope | null =>
  typeof policy === 'string' || policy.some((scope) => scopes.has(scope)) ? null : (policy[0] as Scope);

/** The policy of a field; undefined where none is declared. */
export const policyOf = (field: { extensions: unknown }, type: { extensions: unknown }): Policy | undefined =>
  (field.extensions as { policy?: Policy }).policy ?? (type.extensions as { policy?: Policy }).policy;

/**
 * Puts the declared policy in front of every root field, for queries, mutations and subscriptions alike.
 * @throws Error when any field of the schema has no policy: what is not declared is denied
 */
export function enforcePolicies(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if ((!isObjectType(type) && !isInterfaceType(type)) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const policy = policyOf(field, type);
      const isRoot = isObjectType(type) && roots.has(type);
      if (!policy || isRoot === (policy === 'PARENT')) throw new Error(`${type.name}.${field.name} declares no fitting policy`);
      if (isRoot) guard(field, policy);
    }
  }
  return schema;
}

function guard(field: GraphQLField<unknown, HasActor>, policy: Policy): void {
  const check = (actor: HasActor['actor']): void => {
    if (!actor) throw unauthenticated();
    const lacked = lackedScope(policy, actor);
    if (lacked) throw forbidden(lacked);
  };
  const guarded =
    (resolver: GraphQLFieldResolver<unknown, HasActor>): GraphQLFieldResolver<unknown, HasActor> =>
    (source, args, context, info) => {
      check(context.actor);
      return resolver(source, args, context, info);
    };
  // A subscription is guarded where it begins; its resolver only maps what that beginning allowed.
  if (field.subscribe) {
    const subscribe = guarded(field.subscribe);
    field.subscribe = (source, args, context, info) => {
      context.doors?.push(policy);
      return subscribe(source, args, context, info);
    };
  } else if (field.resolve) field.resolve = guarded(field.resolve);
}
