import type { Handler } from 'hono';
import { NotFound, Refusal } from '../model/refusal.ts';
import { toJson } from '../views/to-json.ts';
import type { World } from '../world.ts';
import type { Credentials } from './credentials.ts';
import type { ApiContext, ApiEnv } from './endpoint.ts';
import { problem } from './problem.ts';

/** Has the endpoint answer, and maps what it throws. */
export function dispatch(world: World, credentials: Credentials): Handler<ApiEnv> {
  return async (c) => {
    const { match } = c.var;
    if (match.kind === 'nothing') return problem(c, 404, 'Resursen hittades inte');
    if (match.kind === 'other-method') return problem(c, 405, 'Metoden stöds inte');
    const query = (name: string) => c.req.query(name);
    const body = await c.req.text();
    try {
      return send(c, world, match.endpoint.answer({ id: match.id, query, body, world, credentials }));
    } catch (error) {
      if (error instanceof NotFound) return problem(c, world.candidates.notFound, error.message);
      if (error instanceof Refusal) return problem(c, 400, error.message);
      throw error;
    }
  };
}

/** Updates answer 200 with nothing at all in the body (facts 3.1). */
function send(c: ApiContext, { candidates }: World, answer: unknown): Response {
  if (answer === undefined) return c.body(null, 200);
  return c.body(toJson(answer, candidates.enums), 200, { 'content-type': 'application/json; charset=utf-8' });
}
