import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import type { ProgramSettings } from '../programs/settings.js';
import { Tier, tierType } from '../tiers/tier.types.js';
import type { CategorySettings } from './category.js';

@ObjectType('Category', { implements: Node, description: 'A part of the community that threads are in.' })
@ReadableWithParent()
@Cost({ listSize: 10 })
export class CategoryType extends Node {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => String, { description: 'What it is for; empty when nothing was said.' })
  description!: string;
  @Field(() => Tier, { nullable: true, description: 'Only members who stand in this tier or above it are let in; null: all are.' })
  tier!: Tier | null;
  @Field(() => Boolean, { description: 'Only moderators open threads in it; everybody can reply.' })
  isForAnnouncements!: boolean;
  @Field(() => Boolean, { description: 'It is over: nothing is written in it any more. Only moderators see it in lists.' })
  isArchived!: boolean;

  categoryId!: string;
}

export const categoryType = (category: CategorySettings, settings: ProgramSettings): CategoryType => {
  const { id, name, description, tier, isForAnnouncements, isArchived } = category;
  const set = settings.tierSets.find(({ tiers }) => tiers.some((each) => each.id === tier));
  return Object.assign(new CategoryType(), {
    ...{ id: globalId('category', id), categoryId: id, name, description, isForAnnouncements, isArchived },
    tier: set && tier !== null ? tierType(set, tier, settings) : null,
  });
};

@InputType({ description: 'A category to make.' })
export class CreateCategoryInput {
  @Field(() => String, { description: 'What it is called, 1 to 255 characters; no two are called the same.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'What it is for, at most 4,000 characters.' })
  description?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only for members who stand in this tier or above it; for all when left out.' })
  tier?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only moderators open threads in it; no when left out.' })
  isForAnnouncements?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Its place among the categories, from 1; the last when left out.' })
  position?: number | null;
}

@InputType({ description: 'Changes to a category. What is left out stays; null for tier opens it to all.' })
export class UpdateCategoryInput {
  @Field(() => ID, { description: 'Which.' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'What it is called.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only for members who stand in this tier or above it; null: for all.' })
  tier?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only moderators open threads in it.' })
  isForAnnouncements?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'It is over, or goes on again.' })
  isArchived?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Its place among the categories, from 1.' })
  position?: number | null;
}

@ObjectType({ implements: Payload, description: 'The category after the command.' })
@ReadableWithParent()
export class CategoryPayload extends Payload {
  @Field(() => CategoryType, { nullable: true, description: 'The category; null when nothing was done.' })
  category!: CategoryType | null;
}
