import type { Http } from './http.ts';

/** A filter, as bulk commands carry it and queries take it. */
export interface Expression {
  key?: string;
  op: string;
  exp: unknown;
}

interface QueryRequest {
  limetype: string;
  filter?: Expression | null;
  limit?: number;
  offset?: number;
  orderBy?: readonly Record<string, 'ASC' | 'DESC'>[];
  responseFormat: { object?: object };
}

/** Lime's query service. */
export class Query {
  constructor(private readonly http: Http) {}

  async execute(query: QueryRequest): Promise<{ objects: Record<string, unknown>[]; aggregates: object }> {
    const answer = await this.http.get('api/v1/query/', { params: { q: JSON.stringify(query) } });
    return { aggregates: {}, ...(answer as { objects: Record<string, unknown>[] }) };
  }
}
