/** The database can be reached, but the service cannot run on it. */
export class UnusableDatabase extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** The fault and its remedy, by the code or the message of the error. */
const known: ReadonlyArray<readonly [RegExp, string, string]> = [
  [
    /^(SQLITE_(CORRUPT|NOTADB)|XX00[12])/,
    'the database is damaged, or none of ours',
    'stop the service, keep the damaged files, restore a backup, and start again',
  ],
  [
    /^SQLITE_READONLY_DBMOVED/,
    'the file of the database was deleted, moved or replaced while it was open',
    'stop the service, put the file back or restore a backup, and start again',
  ],
  [
    /^(SQLITE_(BUSY|LOCKED)|55P03)/,
    'another process holds it locked',
    'end that process (another instance, a backup, a database tool), then start again',
  ],
  [/^SQLITE_FULL|^ENOSPC|^53100|^EDQUOT/, 'the disk is full', 'make room, then start again'],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|IOERR_ACCESS)|^EACCES|^EPERM|^EROFS/,
    'it may not be written',
    'let the user that runs the service write the file and its folder',
  ],
  [/^SQLITE_IOERR/, 'the disk does not read or write', 'look whether it is full or broken, then start again'],
  [
    /^(ENOENT|ENOTDIR|EISDIR|ELOOP|ENAMETOOLONG)/,
    'there can be no such file',
    'name a file in a folder that exists or can be made',
  ],
  [/^ECONNREFUSED/, 'nothing listens there', 'start PostgreSQL, or correct the host and port'],
  [/^(ENOTFOUND|EAI_AGAIN)/, 'the host is not known', 'correct the name of the host'],
  [
    /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)|timeout|terminated/,
    'it does not answer',
    'look whether it can be reached from here',
  ],
  [
    /^28/,
    'PostgreSQL refuses the user or the password',
    'correct them; letters such as # / ? @ are percent-encoded',
  ],
  [/^3D000/, 'PostgreSQL has no such database', 'create it, in UTF8, or correct its name'],
  [/^53300/, 'PostgreSQL has no connection left', 'allow it more (max_connections), or end others'],
  [/^(57P|08)/, 'PostgreSQL is starting, stopping or broken', 'start again when it is ready'],
  [/^25006/, 'PostgreSQL takes no writes: it is a standby or set read-only', 'name the primary'],
  [
    /^42501/,
    'the user may not do that in the database',
    'let it create tables there (GRANT CREATE ON SCHEMA)',
  ],
  [
    /corrupted migrations/,
    'it was written by a newer version of the service',
    'run that version, or restore the backup from before it',
  ],
  [
    /^42P07|already exists/,
    'it has tables of another application with the names of ours',
    'give the service a database of its own',
  ],
];

/** The meaning of a database error, and what to do about it. Contains no path and no address, if the error is known. */
export function explain(error: unknown): { why: string; remedy: string | undefined } {
  const { code, message } = error as Error & { code?: unknown };
  if (error instanceof UnusableDatabase) return { why: message, remedy: error.remedy };
  const heard = [String(code ?? ''), message];
  const [, why, remedy] = known.find(([sign]) => heard.some((text) => sign.test(text))) ?? [];
  return { why: why ?? message, remedy };
}

/**
 * Why the service cannot start on its database, in a sentence with what to do: the variable and the path are in it, the
 * password never is.
 */
export function startFault(error: unknown, url: string): Error {
  const { why, remedy } = explain(error);
  const { message } = error as Error;
  const said = message && message !== why ? ` (${message})` : '';
  const todo = remedy ? ` What to do: ${remedy}.` : '';
  return new Error(`DATABASE_URL ${withoutPassword(url)}: ${why}${said}.${todo}`, { cause: error });
}

function withoutPassword(url: string): string {
  if (url.startsWith('sqlite:') || !URL.canParse(url))
    return url.startsWith('sqlite:') ? url : 'postgres://…';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
