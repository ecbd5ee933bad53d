import pg from 'pg';

/** @returns inserts all bodies with one statement, and tells their ids */
export async function openPostgres(url: string): Promise<(bodies: readonly string[]) => Promise<number[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create table inbox (id bigint generated always as identity primary key, received_at text not null, body text not null)',
  );
  return async (bodies) => {
    const { rows } = await client.query<{ id: number }>({
      name: 'insert',
      text: 'insert into inbox (received_at, body) select $1, unnest($2::text[]) returning id',
      values: [new Date().toISOString(), bodies],
    });
    return rows.map(({ id }) => id);
  };
}
