/** The one place that opens connections to PostgreSQL. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Client, type ClientConfig, Pool, type PoolClient, types } from 'pg';
import { copyLines } from './copy.ts';
import type { HubTables } from './tables.ts';

export type HubDatabase = Kysely<HubTables>;

const oid = { int8: 20, date: 1082, timestamptz: 1184, timestamptzArray: 1185 };

/** `2026-11-22 03:00:00.5+00` to ISO 8601 with milliseconds, so that instants sort as strings. */
export const instantOf = (text: string): string => {
  const [day = '', rest = ''] = text.split(' ');
  const [time = '', fraction = ''] = rest.replace(/\+00$/, '').split('.');
  return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
};

type Parser = (text: string) => unknown;
const parsers: Readonly<Record<number, Parser>> = {
  [oid.int8]: Number,
  [oid.date]: (text) => text,
  [oid.timestamptz]: instantOf,
};

const settings = (url: string): ClientConfig => ({
  connectionString: url,
  application_name: 'parlance-api',
  options: '-c timezone=UTC',
  types: {
    getTypeParser: ((id: number, format?: 'text' | 'binary') =>
      parsers[id] ?? types.getTypeParser(id, format)) as typeof types.getTypeParser,
  },
});

/** COPY into a table, in the transaction it was given with. */
export type CopyInto = (
  table: string,
  columns: readonly string[],
  lines: readonly string[],
) => Promise<void>;

export type DatabaseHandle = {
  readonly db: HubDatabase;
  /** A transaction that may also COPY, on the same connection. It ends like Kysely's own. */
  readonly transactionWithCopy: <T>(
    work: (tx: Transaction<HubTables>, copy: CopyInto) => Promise<T>,
  ) => Promise<T>;
  readonly url: string;
  /** A connection of its own, for LISTEN and COPY. The caller ends it. */
  readonly connectAlone: () => Promise<Client>;
  readonly close: () => Promise<void>;
};

/** Kysely over one connection that somebody else gives back. */
const overConnection = (connection: PoolClient): HubDatabase => {
  const lent = {
    query: connection.query.bind(connection),
    release: () => undefined,
  } as PoolClient;
  const pool = { connect: async () => lent, end: async () => undefined };
  return new Kysely<HubTables>({ dialect: new PostgresDialect({ pool }) });
};

/** Opens a pool; nothing is connected before the first query. */
export const openDatabase = (url: string, onLost: (error: Error) => void): DatabaseHandle => {
  const pool = new Pool({ ...settings(url), max: 12, connectionTimeoutMillis: 5_000 });
  pool.on('error', onLost);
  // A connection that is lost in a transaction fails the query that runs; unheard, it would end the program.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<HubTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    url,
    transactionWithCopy: async (work) => {
      const connection = await pool.connect();
      let broken: Error | undefined;
      const lost = (error: Error) => {
        broken = error;
      };
      connection.on('error', lost);
      try {
        const copy: CopyInto = (...what) => copyLines(connection, ...what);
        return await overConnection(connection)
          .transaction()
          .execute((tx) => work(tx, copy));
      } finally {
        connection.off('error', lost);
        connection.release(broken);
      }
    },
    connectAlone: async () => {
      const client = new Client(settings(url));
      client.on('error', onLost);
      await client.connect();
      return client;
    },
    close: () => db.destroy(),
  };
};
