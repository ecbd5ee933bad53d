/** Whether SQLite means by this code that it cannot serve now, and nothing is wrong with what it was asked. */
export const isPassingCode = (code: unknown): boolean =>
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|CORRUPT|NOTADB)/.test(String(code));
