import type { Context } from '../context.js';
import { requireOwn } from './create-post.js';
import { takeOut } from './delete-post.js';
import { holdPost, requireOpen } from './in-thread.js';
import { admit } from './moderation/admission.js';
import { participantOf } from './participant.js';
import { PostEdit } from './post.entity.js';
import type { UpdatePostInput } from './post-input.types.js';
import { attachmentsOf, writtenText } from './post-text.js';
import { placeOf, threadNote } from './thread-event.js';
import { postWork } from './thread-work.js';
import { keepMentions } from './write-post.js';

/** Changes what a post says; what it said before is kept. Gives its UUID. @throws Refused */
export async function updatePost(context: Context, sent: UpdatePostInput): Promise<string> {
  const by = await participantOf(context, sent.member);
  const attachments = sent.attachments ? attachmentsOf(sent.attachments) : null;
  return postWork(context, sent.post, async (em) => {
    const program = await context.program();
    const { post, thread } = await holdPost(em, context, sent.post, by);
    requireOwn(post, by.memberId);
    requireOpen(thread, program);
    const text = await writtenText(em, context, sent.body);
    const isSame = text.body === post.body && (attachments === null || JSON.stringify(attachments) === JSON.stringify(post.attachments));
    if (isSame) return { result: post.id, commands: [] };
    const draft = { body: sent.body, attachments: attachments ?? post.attachments };
    const heldFor = await admit(em, context, by.memberId, draft, { isNew: false });
    const editedAt = new Date(program.now());
    const number = post.editCount + 1;
    em.persist(
      em.create(PostEdit, { postId: post.id, number, programId: context.programId, body: post.body, editedAt, editedBy: context.by }),
    );
    Object.assign(post, { body: text.body, html: text.html, renderer: text.renderer, editedAt, editCount: number });
    if (attachments) post.attachments = attachments;
    const mentions = await keepMentions(em, context.programId, post.id, text.mentions);
    const place = placeOf(thread, post);
    // Whom it mentions anew is told nothing of a text that nobody looked at.
    const edited = threadNote(context, thread.id, 'POST_EDITED', { ...place, mentions: heldFor === null ? mentions : [] });
    if (heldFor === null) return { result: post.id, commands: [edited] };
    const withdrawn = await takeOut(em, context, thread, post);
    Object.assign(post, { isHidden: true, heldFor, queuedAt: post.queuedAt ?? editedAt });
    const hidden = threadNote(context, thread.id, 'POST_HIDDEN', { ...place, isModeration: true });
    return { result: post.id, commands: [edited, ...withdrawn, hidden] };
  });
}
