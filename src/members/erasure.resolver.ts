import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { Requires } from '../graphql/policy.js';
import { memberNotFound } from '../graphql/user-error.types.js';
import { EraseMemberInput, EraseMemberPayload, ExportMemberInput, ExportMemberPayload } from './erasure.types.js';
import { memberType } from './member.types.js';
import { eraseMember } from './member-erase.js';
import { exportMember } from './member-export.js';
import { resolveMember } from './member-lookup.js';

@Resolver()
export class ErasureResolver {
  @Mutation(() => EraseMemberPayload, {
    nullable: true,
    description:
      'Erases what is known of a person, for good, and closes the membership. The journal keeps its amounts and loses whom they were about. Scope members:erase.',
  })
  @Requires('members:erase')
  eraseMember(@Ctx() context: Context, @Arg('input', () => EraseMemberInput, { description: 'Who.' }) { member }: EraseMemberInput) {
    return attempt(async () => {
      const id = await resolveMember(context, member);
      if (!id) throw new Refused(memberNotFound());
      return { erasedAt: await eraseMember(context, id), member: memberType(id) };
    });
  }

  @Mutation(() => ExportMemberPayload, {
    nullable: true,
    description:
      'Hands out everything that is kept about a member, in pages. The journal notes that it was done, and by whom. Scope members:erase.',
  })
  @Requires('members:erase')
  exportMember(
    @Ctx() context: Context,
    @Arg('input', () => ExportMemberInput, { description: 'Who.' }) { member, after }: ExportMemberInput,
  ) {
    return attempt(async () => {
      const id = await resolveMember(context, member);
      if (!id) throw new Refused(memberNotFound());
      return { ...(await exportMember(context, id, after ?? null)), member: memberType(id) };
    });
  }
}
