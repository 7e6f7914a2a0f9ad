import { type Sentence, StartRefused } from './start-refused.ts';

/** A pool or a client of `pg`. */
interface Queryable {
  query(statement: string): Promise<{ rows: unknown[] }>;
}

/** What the checks look at. */
export interface DatabaseFacts {
  /** As PostgreSQL counts: 140000 is 14.0. */
  versionNumber: number;
  version: string;
  encoding: string;
  fsync: string;
  fullPageWrites: string;
  synchronousCommit: string;
  isReadOnly: boolean;
  role: string;
  isSuperuser: boolean;
  bypassesRowSecurity: boolean;
}

const FACTS = `
  SELECT current_setting('server_version_num')::int AS "versionNumber",
         current_setting('server_version') AS version,
         pg_encoding_to_char(d.encoding) AS encoding,
         current_setting('fsync') AS fsync,
         current_setting('full_page_writes') AS "fullPageWrites",
         current_setting('synchronous_commit') AS "synchronousCommit",
         pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS "isReadOnly",
         r.rolname AS role, r.rolsuper AS "isSuperuser", r.rolbypassrls AS "bypassesRowSecurity"
    FROM pg_database d, pg_roles r
   WHERE d.datname = current_database() AND r.rolname = current_user`;

/** Reads the facts over a connection, as the role that the connection works as. */
export const databaseFacts = async (database: Queryable): Promise<DatabaseFacts> => {
  const { rows } = await database.query(FACTS);
  return rows[0] as DatabaseFacts;
};

const offSetting = (name: string, value: string): Sentence[] =>
  value !== 'off'
    ? []
    : [
        {
          zh: `数据库设置 ${name} 是 off，断电或崩溃会丢失已确认的数据。请在 postgresql.conf 中改为 ${name} = on。`,
          en: `The database setting ${name} is off, so that a crash loses what was confirmed. Set ${name} = on in postgresql.conf.`,
        },
      ];

/** Settings under which a crash could lose or damage what was acknowledged. */
export const unsafeDurability = (facts: DatabaseFacts): Sentence[] => [
  ...offSetting('fsync', facts.fsync),
  ...offSetting('full_page_writes', facts.fullPageWrites),
  ...offSetting('synchronous_commit', facts.synchronousCommit),
];

/** A server that cannot hold our data: too old, of another encoding, or read-only. */
export const unfitServer = (facts: DatabaseFacts): Sentence[] => {
  const found: Sentence[] = [];
  if (facts.versionNumber < 140_000)
    found.push({
      zh: `数据库是 PostgreSQL ${facts.version}，需要 14 或更新的版本。`,
      en: `The database is PostgreSQL ${facts.version}; 14 or newer is needed.`,
    });
  if (facts.encoding !== 'UTF8')
    found.push({
      zh: `数据库的编码是 ${facts.encoding}，需要 UTF8。请新建数据库：CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0。`,
      en: `The encoding of the database is ${facts.encoding}; UTF8 is needed. Make a new one: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    });
  if (facts.isReadOnly)
    found.push({
      zh: '数据库是只读的（备库或 default_transaction_read_only）。请连接主库。',
      en: 'The database is read-only (a standby, or default_transaction_read_only). Connect to the primary.',
    });
  return found;
};

/** A role that passes row-level security, which keeps the institutions apart. */
export const unsafeRole = ({ role, isSuperuser, bypassesRowSecurity }: DatabaseFacts): Sentence[] =>
  isSuperuser || bypassesRowSecurity
    ? [
        {
          zh: `数据库角色 ${role} 不受行级安全约束（超级用户或 BYPASSRLS），各单位的数据将不再隔离。请使用没有这些权限的角色。`,
          en: `The database role ${role} passes row-level security (superuser or BYPASSRLS), which keeps the institutions apart. Use a role without these rights.`,
        },
      ]
    : [];

const refuseFor = (sentences: Sentence[]): void => {
  if (sentences.length > 0) throw new StartRefused(...sentences);
};

/** Before migrating, as the owner: refuses a server that is unfit or unsafe. The owner may be a superuser. */
export const checkServer = async (database: Queryable): Promise<void> => {
  const facts = await databaseFacts(database);
  refuseFor([...unfitServer(facts), ...unsafeDurability(facts)]);
};

/** Before serving, as the run-time role: refuses a server that is unfit or unsafe, and a role that is. */
export const checkDatabase = async (database: Queryable): Promise<void> => {
  const facts = await databaseFacts(database);
  refuseFor([...unfitServer(facts), ...unsafeDurability(facts), ...unsafeRole(facts)]);
};
