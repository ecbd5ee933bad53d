import type { z } from 'zod';
import { Environment } from '../../bff/config/environment.ts';
import { describeVariable, type Variable } from './describe-variable.ts';
import { code, table } from './markdown.ts';
import { fill, write } from './write.ts';

const groups = {
  lime: /^LIME_/,
  billecta: /^(BILLECTA|WEBHOOK|RECONCILE)_/,
  service: /./,
};

const rows = ({ name, description, form, unset }: Variable) => [code(name), description, form, unset];

const variables = Object.entries<z.ZodType>(Environment.shape).map(([name, schema]) =>
  describeVariable(name, schema),
);

/** The variables of each group; a variable belongs to the first group that matches its name. */
const tables = Object.fromEntries(
  Object.keys(groups).map((group) => {
    const members = variables.filter(({ name }) => groupOf(name) === group);
    return [group, table(['Variable', 'Meaning', 'Form', 'Default'], members.map(rows))];
  }),
);

function groupOf(name: string): string | undefined {
  return Object.entries(groups).find(([, pattern]) => pattern.test(name))?.[0];
}

await write({ name: 'configuration.md', text: await fill('configuration.md', tables) });
