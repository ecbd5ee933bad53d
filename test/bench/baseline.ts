import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openPostgres } from './baseline/postgres.ts';
import { openSqlite } from './baseline/sqlite.ts';

/**
 * What the receiver is measured against: the least that may call itself durable intake. Bare `node:http` that checks the
 * key's header, reads the body, parses it and inserts it, where all requests of one turn of the event loop share a
 * commit. No dedupe, no index, no log, no routing, no reading of what the body says.
 *
 * `DATABASE_URL`, `PORT` and `KEY` tell it where to store, where to listen and what to accept.
 */
const { DATABASE_URL = '', PORT, KEY } = process.env;
const insertAll = DATABASE_URL.startsWith('sqlite:')
  ? openSqlite(DATABASE_URL.slice('sqlite:'.length))
  : await openPostgres(DATABASE_URL);

interface Waiting {
  body: string;
  response: ServerResponse;
}

let turn: Waiting[] = [];
let storing = false;

createServer((request, response) => {
  if (request.method === 'GET') return void response.end();
  if (request.headers['x-api-key'] !== KEY) return void response.writeHead(401).end();
  read(request, (body) => {
    turn.push({ body, response });
    if (!storing) {
      storing = true;
      setImmediate(store);
    }
  });
}).listen(Number(PORT), '127.0.0.1');

function read(request: IncomingMessage, then: (body: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    JSON.parse(body);
    then(body);
  });
}

async function store(): Promise<void> {
  while (turn.length > 0) {
    const stored = turn;
    turn = [];
    const ids = await insertAll(stored.map(({ body }) => body));
    stored.forEach(({ response }, place) => {
      const answer = JSON.stringify({ id: String(ids[place]) });
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
        .end(answer);
    });
  }
  storing = false;
}
