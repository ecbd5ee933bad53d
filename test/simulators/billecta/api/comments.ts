import { z } from 'zod';
import { comment } from '../actions/comment.ts';
import { Refusal } from '../model/refusal.ts';
import type { Endpoint } from './endpoint.ts';

const CommentView = z.looseObject({
  ActionPublicId: z.string(),
  Comment: z.string(),
  Attachment: z.null().optional(),
  Target: z.union([z.enum(['Private', 'ToDebtor', 'ToBillecta']), z.literal([0, 1, 2])]),
});

/** Writes a comment of the creditor's into the invoice's log (facts 4: path inferred, model verified). */
export const commentEndpoint: Endpoint = {
  operation: 'comment',
  method: 'POST',
  path: '/v1/invoice/comment',
  answer({ body, world }) {
    const view = CommentView.safeParse(parse(body));
    if (!view.success) throw new Refusal('Anropet saknar innehåll');
    const { ActionPublicId, Comment, Target } = view.data;
    comment(world, ActionPublicId, 'creditor', Comment);
    world.commentTargets.push(
      Target === 0 ? 'Private' : Target === 1 ? 'ToDebtor' : Target === 2 ? 'ToBillecta' : Target,
    );
  },
};

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
