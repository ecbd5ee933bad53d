/** What we use of autocannon, which brings no types. */
declare module 'autocannon' {
  interface Request {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
  }
  interface Options {
    url: string;
    connections: number;
    /** s */
    duration: number;
    /** Each connection walks through these, again and again. */
    requests: readonly (Request & { setupRequest?: (request: Request) => Request })[];
  }
  interface Result {
    '2xx': number;
    non2xx: number;
    errors: number;
    timeouts: number;
    /** s */
    duration: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
