import type { Context as HonoContext } from 'hono';

/** Whether a request says that it comes with a body, as every one that has a body must. */
export const announcesBody = (c: HonoContext): boolean =>
  c.req.header('transfer-encoding') !== undefined || Number(c.req.header('content-length') ?? 0) > 0;
