import { Extensions } from 'type-graphql';

/** What a field or a type says of its cost where the defaults do not fit. */
export interface CostDeclaration {
  /** Points for each object of the field, without what is selected below it. By default 1 for objects, 0 for scalars, 10 for mutations. */
  readonly weight?: number;
  /** On a field: how many items its list has. On a type: how many items lists of it have. By default 10. */
  readonly listSize?: number;
}

/** Declares a cost on a field or on an object or interface type. Fields without it are counted by the defaults in cost.ts. */
export const Cost = (cost: CostDeclaration) => Extensions({ cost });

export const costOf = (declared: { readonly extensions: unknown }): CostDeclaration =>
  (declared.extensions as { cost?: CostDeclaration }).cost ?? {};
