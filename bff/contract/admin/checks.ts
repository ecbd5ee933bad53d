import { z } from '@hono/zod-openapi';
import { limeKinds } from '../../domain/lime-kind.ts';
import { CommandName } from '../command.ts';
import { ProblemCode } from '../problem.ts';

const instant = z.iso.datetime();

/** `unknown`: it could not be checked just now. */
const state = z.enum(['ok', 'warning', 'failed', 'unknown']).openapi('CheckState');
export type CheckState = z.infer<typeof state>;

/** Why Billecta or Lime did not answer as hoped; null when it did. */
const problem = ProblemCode.nullable();

const says = z.string().nullable().openapi({ description: 'The same in words' });

const rights = z.object({
  limetype: z.string(),
  right: z.enum(['read', 'update', 'create']),
  granted: z.boolean().nullable().openapi({ description: "Null when Lime's metadata does not say" }),
});

const proof = z.enum(['acl', 'write']);

/** A condition for the service to work, by `id`. */
export const Check = z
  .discriminatedUnion('id', [
    /**
     * The service does not start with a wrong one; `unconfirmed` are calls of Billecta's that only experience can
     * prove.
     */
    z.object({
      id: z.literal('configuration'),
      state,
      limeUrl: z.string(),
      billectaUrl: z.string(),
      retentionDays: z.int(),
      unconfirmed: z.array(z.string()),
      confirmed: z
        .array(z.object({ command: CommandName, at: instant, invoiceNumber: z.string().nullable() }))
        .openapi({ description: 'Those that were, by the last command that Billecta has confirmed' }),
    }),
    z.object({ id: z.literal('billecta-credential'), state, problem, says }),
    /** Fails when there is none. */
    z.object({
      id: z.literal('billecta-creditors'),
      state,
      problem,
      creditors: z.array(z.object({ creditorPublicId: z.string(), name: z.string().nullable() })),
    }),
    z.object({ id: z.literal('lime-key'), state, problem, says }),
    z.object({ id: z.literal('lime-rights'), state, problem, rights: z.array(rights) }),
    /** The proof that a caller may command; fails when nothing can prove it, and every caller is refused. */
    z.object({
      id: z.literal('update-proof'),
      state,
      problem,
      proofs: z.array(proof).openapi({ description: 'What counts, as configured' }),
      inForce: proof.nullable().openapi({ description: 'What decides with Lime as it is' }),
    }),
    /** Fails when Lime has not what a variable names, since no object is found then. */
    z.object({
      id: z.literal('lime-names'),
      state,
      problem,
      faults: z.array(
        z.object({
          variable: z.string(),
          limetype: z.string(),
          field: z.string().nullable().openapi({ description: 'Null when the limetype itself is missing' }),
          known: z.array(z.string()).openapi({ description: 'The fields that are most like it' }),
        }),
      ),
    }),
    z.object({
      id: z.literal('field-mapping'),
      state,
      problem,
      kinds: z.array(
        z.object({
          kind: z.enum(limeKinds),
          limetype: z.string(),
          usable: z.int().openapi({ description: 'How many pairs can be used' }),
          faults: z.array(z.object({ limeField: z.string(), billectaField: z.string(), why: z.string() })),
        }),
      ),
    }),
    /**
     * What to enter in Billecta for each creditor; never contains a key. Warns while no key has been used, fails
     * when only wrong ones have been since.
     */
    z.object({
      id: z.literal('webhook-address'),
      state,
      url: z.string(),
      header: z.string(),
      wrongKeys: z.int().openapi({ description: 'Requests with a wrong key, when that is an issue' }),
      keys: z.array(z.object({ name: z.string(), lastUsedAt: instant.nullable() })),
      creditors: z.array(
        z.object({
          creditorPublicId: z.string(),
          name: z.string().nullable(),
          lastEventAt: instant.nullable().openapi({ description: 'Among the newest few thousand events' }),
        }),
      ),
    }),
    /** The sixteen. Fails when none has been seen; one that has not may just not have happened. */
    z.object({
      id: z.literal('webhook-events'),
      state,
      events: z.array(z.object({ event: z.string(), lastSeenAt: instant.nullable() })),
    }),
  ])
  .openapi('Check');
export type Check = z.infer<typeof Check>;

/** Answer of `GET admin/checks`. Billecta and Lime are asked, so it takes as long as they do (at most 9 s). */
export const Checks = z.object({ at: instant, checks: z.array(Check) }).openapi('Checks');
export type Checks = z.infer<typeof Checks>;
