import { code, table } from './markdown.ts';
import type { OpenApiDocument, Operation } from './openapi-document.ts';
import { typeOf } from './schema-text.ts';

/** One row of the operations, and the first part of its path below the mount. */
interface Row {
  group: string;
  cells: readonly string[];
}

/** Operations below the mount in one table for each first part of the path, each under a heading. */
export function operationTables({ paths }: OpenApiDocument, mount: string): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      toRow(path.slice(mount.length + 1), method, operation),
    ),
  );
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups
    .map((group) => {
      const members = rows.filter((row) => row.group === group).map(({ cells }) => cells);
      return `### ${group}\n\n${table(['Call', 'Query', 'Body', 'Answer'], members)}`;
    })
    .join('\n\n');
}

function toRow(path: string, method: string, operation: Operation): Row {
  const [status, answer] = Object.entries(operation.responses).find(([name]) => name !== 'default') ?? [];
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const names = query.map(({ name, required }) => (required ? `${code(name)} (required)` : code(name)));
  const returned = [status ?? '', contentType(answer)].filter(Boolean).join(' ');
  return {
    group: path.split('/')[0] ?? path,
    cells: [
      code(`${method.toUpperCase()} ${path}`),
      names.join(', '),
      contentType(operation.requestBody),
      `${returned}: ${answer?.description ?? ''}`,
    ],
  };
}

/** The schema of JSON, or the media type of anything else. */
function contentType(part: Operation['requestBody']): string {
  const [media, body] = Object.entries(part?.content ?? {})[0] ?? [];
  if (!media) return '';
  return media === 'application/json' && body?.schema ? typeOf(body.schema) : code(media);
}
