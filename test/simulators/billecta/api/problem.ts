import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/**
 * An error body of Billecta's (facts 3.1). RequestContent echoes the request, as the real one may: whoever
 * passes it on leaks it.
 */
export async function problem(c: Context, status: ContentfulStatusCode, message: string): Promise<Response> {
  const body = await c.req.text();
  const RequestContent = `${c.req.method} ${c.req.path} ${body}`.trimEnd();
  return c.json({ Message: message, ExternalErrorCode: null, RequestContent }, status);
}
