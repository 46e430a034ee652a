import pg from 'pg';

/** A call as the hub's PostgreSQL holds it. */
export type CallRow = Readonly<Record<string, unknown>>;

/** The practice calls that began after an instant, oldest first: apart from the real history. */
export async function callRows(databaseUrl: string, since: Date): Promise<CallRow[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<CallRow>(
      `select i.id, i.direction, i.outcome, i.brand_id as brand, i.started_at, i.ended_at,
              c.first_name || ' ' || c.last_name as customer, i.reason_code as reason,
              i.disposition_code as disposition, i.notes, i.wrap_up_ended_at
       from practice_calls i left join customers c on c.id = i.customer_id
       where i.channel = 'phone' and i.started_at >= $1 and i.advisor_id is not null
         and i.recorded_at >= $1
       order by i.started_at`,
      [since.toISOString()],
    );
    return rows;
  } finally {
    await client.end();
  }
}
