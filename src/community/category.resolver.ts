import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { publish } from '../programs/publish.js';
import type { ProgramSettings } from '../programs/settings.js';
import { CATEGORIES_MAX, type CategorySettings } from './category.js';
import { CategoryPayload, CategoryType, CreateCategoryInput, categoryType, UpdateCategoryInput } from './category.types.js';

const DESCRIPTION_MAX = 4_000;

@Resolver()
export class CategoryResolver {
  @Query(() => [CategoryType], {
    nullable: true,
    description: 'The categories that are open to the caller, in order; at most 100. Scope community:read.',
  })
  @Requires('community:read')
  async categories(@Ctx() context: Context): Promise<CategoryType[]> {
    const [{ settings }, categories] = await Promise.all([context.program(), context.community.categories()]);
    const isShown = ({ isArchived }: CategorySettings) => !isArchived || context.community.isModerator;
    return categories.filter(isShown).map((category) => categoryType(category, settings));
  }

  @Query(() => CategoryType, {
    nullable: true,
    description: 'One category; null when there is none, or it is not open to the caller. Scope community:read.',
  })
  @Requires('community:read')
  category(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Its id: cat_…' }) id: string): Promise<CategoryType | null> {
    return findCategory(context, id);
  }

  @Mutation(() => CategoryPayload, { nullable: true, description: 'Makes a category. Scope community:moderate.' })
  @Requires('community:moderate')
  createCategory(
    @Ctx() context: Context,
    @Arg('input', () => CreateCategoryInput, { description: 'The category.' }) input: CreateCategoryInput,
  ) {
    return changed(context, (categories, settings) => {
      if (categories.length >= CATEGORIES_MAX) throw new Refused(invalid(`A programme has at most ${CATEGORIES_MAX} categories.`));
      const { name, description, tier = null, isForAnnouncements, position } = input;
      const category = checked(settings, {
        ...{ id: newUuid(), name, description: description ?? '', isForAnnouncements: isForAnnouncements ?? false, isArchived: false },
        tier: tier === null ? null : tierOf(settings, tier),
      });
      return { category, categories: placed(categories, category, position ?? categories.length + 1) };
    });
  }

  @Mutation(() => CategoryPayload, {
    nullable: true,
    description:
      'Changes a category, for all its threads, from now on. Whom a tier keeps out sees none of them any more. Scope community:moderate.',
  })
  @Requires('community:moderate')
  updateCategory(
    @Ctx() context: Context,
    @Arg('input', () => UpdateCategoryInput, { description: 'What to change.' }) input: UpdateCategoryInput,
  ) {
    return changed(context, (categories, settings) => {
      const uuid = localId('category', input.id);
      const at = categories.findIndex(({ id }) => id === uuid);
      const before = categories[at];
      if (!before) throw new Refused({ code: 'CATEGORY_NOT_FOUND', message: 'There is no such category in this programme.', path: ['id'] });
      const { name, description, tier, isForAnnouncements, isArchived, position } = input;
      const category = checked(settings, {
        id: before.id,
        name: name ?? before.name,
        description: description ?? before.description,
        tier: tier === undefined ? before.tier : tier && tierOf(settings, tier),
        isForAnnouncements: isForAnnouncements ?? before.isForAnnouncements,
        isArchived: isArchived ?? before.isArchived,
      });
      const others = categories.filter((each) => each !== before);
      return { category, categories: placed(others, category, position ?? at + 1) };
    });
  }
}

/** A category by its global id, where it is open to the caller. */
export async function findCategory(context: Context, id: string): Promise<CategoryType | null> {
  const uuid = localId('category', id);
  const [{ settings }, categories] = await Promise.all([context.program(), context.community.categories()]);
  const category = categories.find((each) => each.id === uuid);
  return category ? categoryType(category, settings) : null;
}

type Categories = readonly CategorySettings[];

const changed = (
  context: Context,
  change: (categories: Categories, settings: ProgramSettings) => { category: CategorySettings; categories: Categories },
) =>
  attempt(async () => {
    let made: CategorySettings | null = null;
    const { settings } = await publish(context, 'categories', (before) => {
      const { category, categories } = change(before.categories ?? [], before);
      made = category;
      return { ...before, categories };
    });
    return { category: made && categoryType(made, settings) };
  });

function checked({ categories = [] }: ProgramSettings, category: CategorySettings): CategorySettings {
  const { id, name, description } = category;
  requireName(name, 'name');
  if (categories.some((each) => each.id !== id && each.name === name))
    throw new Refused(invalid('Another category has this name.', 'name'));
  if (description.length > DESCRIPTION_MAX || !isStorable(description))
    throw new Refused(invalid(`description has at most ${DESCRIPTION_MAX} characters.`, 'description'));
  return category;
}

function placed(others: Categories, category: CategorySettings, position: number): Categories {
  if (position < 1 || position > others.length + 1) throw new Refused(invalid(`position is 1 to ${others.length + 1}.`, 'position'));
  return others.toSpliced(position - 1, 0, category);
}

function tierOf({ tierSets }: ProgramSettings, id: string): string {
  const uuid = localId('tier', id);
  if (uuid && tierSets.some(({ tiers }) => tiers.some((tier) => tier.id === uuid))) return uuid;
  throw new Refused(invalid('There is no such tier in this programme.', 'tier'));
}
