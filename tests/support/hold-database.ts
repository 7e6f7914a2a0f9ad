/**
 * A program for tests that kill it: starts the embedded PostgreSQL on the folder it is given, notes one row, says where
 * it is on one line of JSON, and stays.
 */
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/storage/embedded-postgres.ts';

const { url, place } = await startEmbeddedPostgres({ folder: String(process.argv[2]) });
const client = new pg.Client({ connectionString: url });
client.on('error', () => undefined);
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS noted (at timestamptz DEFAULT now())');
await client.query('INSERT INTO noted DEFAULT VALUES');
process.stdout.write(`${JSON.stringify({ url, place })}\n`);
setInterval(() => undefined, 60_000);
