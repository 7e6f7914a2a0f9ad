import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { asOwner, hands } from '../work/hands.ts';

const DROP_ALL = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;

it('a connection that is lost between two statements ends its transaction, and not the process', async () => {
  const { database, url, close } = await hands();
  const lost = database.transaction(async (sql) => {
    await sql.query(`INSERT INTO noted (word) VALUES ('never')`);
    await asOwner(url, DROP_ALL);
    await sleep(300);
    await sql.query(`INSERT INTO noted (word) VALUES ('nor this')`);
  });
  await expect(lost).rejects.toThrow();
  expect(await database.query('SELECT * FROM noted')).toEqual([]);
  await close();
});
