import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { globalId } from '../graphql/global-id.js';
import { isHttpsUrl } from '../graphql/https-url.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Attachment } from './post.entity.js';
import { sql } from './sql.js';
import { mentionsIn } from './text/mentions.js';
import { RENDERER_VERSION, renderPost } from './text/render-post.js';

const BODY_MAX = 32_000;
const ATTACHMENTS_MAX = 10;
const TITLE_MAX = 255;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]{1,100}$/;

/** What is kept of a text, and whom it mentions. */
export interface WrittenText {
  readonly body: string;
  readonly html: string;
  readonly renderer: number;
  /** UUIDs of the members whom it mentions. */
  readonly mentions: readonly string[];
}

/** A text as it is kept. @throws Refused when it is empty, too long or cannot be stored */
export async function writtenText(em: EntityManager, { programId }: Context, body: string): Promise<WrittenText> {
  if (body.trim() === '' || body.length > BODY_MAX || !isStorable(body))
    throw new Refused(invalid(`body has 1 to ${BODY_MAX} characters.`, 'body'));
  const handles = mentionsIn(body);
  // Held against an erasure, which would not find what is not committed.
  const people =
    handles.length === 0
      ? []
      : await sql(
          em,
          'select handle, member_id from community_members where program_id = $1 and handle = any($2::text[]) order by member_id for key share',
          [programId, handles],
        );
  const byHandle = new Map(people.map((row) => [row.handle as string, row.member_id as string]));
  const html = renderPost(body, (handle) => {
    const uuid = byHandle.get(handle);
    return uuid === undefined ? null : { id: globalId('member', uuid) };
  });
  return { body, html, renderer: RENDERER_VERSION, mentions: [...byHandle.values()] };
}

/** Files that a post refers to, checked. @throws Refused */
export function attachmentsOf(given: readonly { url: string; title?: string | null; mediaType?: string | null }[] | null | undefined) {
  const all = given ?? [];
  if (all.length > ATTACHMENTS_MAX) throw new Refused(invalid(`A post has at most ${ATTACHMENTS_MAX} attachments.`, 'attachments'));
  return all.map(({ url, title = null, mediaType = null }): Attachment => {
    if (!isHttpsUrl(url)) throw new Refused(invalid(`An attachment is an https URL of at most 2048 characters.`, 'attachments'));
    if (title !== null && (title.length > TITLE_MAX || !isStorable(title)))
      throw new Refused(invalid(`The title of an attachment has at most ${TITLE_MAX} characters.`, 'attachments'));
    if (mediaType !== null && !MEDIA_TYPE.test(mediaType))
      throw new Refused(invalid('mediaType is like image/png, in lower case.', 'attachments'));
    return { url: new URL(url).href, title, mediaType };
  });
}
