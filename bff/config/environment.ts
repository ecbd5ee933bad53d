import { z } from 'zod';
import { billectaVariables } from './variables/billecta.ts';
import { limeVariables } from './variables/lime.ts';
import { serviceVariables } from './variables/service.ts';
import { webhooksVariables } from './variables/webhooks.ts';

/** The variables, each with its description (`meta`), from which docs/configuration.md is generated. */
export const Environment = z.object({
  ...limeVariables,
  ...billectaVariables,
  ...webhooksVariables,
  ...serviceVariables,
});
