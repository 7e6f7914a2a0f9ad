import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { normaliseCode } from '../../../server/engine/ballot/code.ts';
import { FilesFolder } from '../../../server/modules/files/files-folder.ts';
import type { DeliveryStep, DeliveryView } from '../../../server/contract/wire/delivery.ts';
import { ballot, cast, contest, type Contest, draft, pathOf, together } from './contest.ts';

/** A mail server that takes what it is given, refuses one address for good, and can be told to take nothing. */
class MailServer {
  readonly letters: { to: string; text: string }[] = [];
  isDown = false;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, done) => {
      const code = this.isDown ? 451 : address.startsWith('gone@') ? 550 : undefined;
      done(code === undefined ? null : Object.assign(new Error('not taken'), { responseCode: code }));
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        this.letters.push({ to: envelope.rcptTo[0]?.address ?? '', text: decoded(Buffer.concat(parts).toString()) });
        done();
      });
    },
  });

  listen(): Promise<string> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () => {
        const { port } = this.server.server.address() as { port: number };
        resolve(`smtp://127.0.0.1:${port}`);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const decoded = (letter: string): string => {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return /quoted-printable/i.test(head) ? decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25')) : body;
};

const codeIn = (text: string): string => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/m.exec(text)?.[0] ?? '';

/** Everything that is stored: every row of every table, and every file of the data folder. */
const stored = async (system: Contest): Promise<string> => {
  const owner = new pg.Client({ connectionString: system.databaseUrl });
  await owner.connect();
  const { rows: names } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of names) {
    const { rows } = await owner.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  await owner.end();
  const folder = system.server.get(FilesFolder, { strict: false }).path;
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const file of files) if (file.isFile()) texts.push(await readFile(join(file.parentPath, file.name), 'latin1'));
  return texts.join('\n');
};

describe('codes that are mailed', () => {
  const mail = new MailServer();
  let system: Contest;
  const id = 'kites-mail';
  const people = Array.from({ length: 25 }, (_, n) => `Voter${n}@Example.org`);

  beforeAll(async () => {
    const smtpUrl = await mail.listen();
    system = await contest({ smtpUrl, mailFrom: 'kites@example.org', publicUrl: 'http://vote.example.org' });
    await draft(system, id);
  });
  afterAll(async () => {
    await system.close();
    await mail.close();
  });

  const path = pathOf(id, '/deliveries');
  const next = () => system.ada.post<DeliveryStep>(`${path}/next`);
  const codes = async (): Promise<number> => {
    const { body } = await system.ada.get<{ batches: { codes: number }[] }>(pathOf(id));
    return body.batches.reduce((sum, batch) => sum + batch.codes, 0);
  };

  it('go to each person once, however often somebody is named', async () => {
    const added = await system.ada.post<DeliveryView>(path, { batch: 'members', recipients: [...people, people[0]] });
    expect([added.status, added.body.batches]).toEqual([201, [{ batch: 'members', waiting: 25, sent: 0, refused: 0 }]]);
    const gone = await system.ada.post<DeliveryView>(path, { batch: 'members', recipients: ['gone@example.org'] });
    expect(gone.body.batches).toEqual([{ batch: 'members', waiting: 26, sent: 0, refused: 0 }]);
    expect((await system.ada.post(path, { batch: 'members', recipients: ['nobody'] })).status).toBe(422);
  });

  it('count only once the mail server took the letter', async () => {
    mail.isDown = true;
    expect((await next()).body).toEqual({ sent: 0, refused: 0, waiting: 26 });
    expect([await codes(), mail.letters.length]).toEqual([0, 0]);
    mail.isDown = false;
    const steps = [(await next()).body, (await next()).body];
    expect(steps.map(({ sent, refused }) => sent + refused)).toEqual([20, 6]);
    expect((await next()).body).toEqual({ sent: 0, refused: 0, waiting: 0 });
    const view = await system.bob.get<DeliveryView>(path);
    expect(view.body).toEqual({
      batches: [{ batch: 'members', waiting: 0, sent: 25, refused: 1 }],
      refused: [{ recipient: 'gone@example.org', batch: 'members' }],
    });
    expect([await codes(), mail.letters.length]).toEqual([25, 25]);
    expect(new Set(mail.letters.map(({ to }) => to)).size).toBe(25);
  });

  it('stand nowhere but in the letters: in no table, no file and no log', async () => {
    const everything = await stored(system);
    const log = system.log.join('\n');
    expect(everything).toContain('voter3@example.org');
    for (const { text } of mail.letters) {
      const code = codeIn(text);
      const normal = normaliseCode(code) ?? '';
      expect(normal).toHaveLength(24);
      expect(text).toContain(`http://vote.example.org/vote/${id}#${code}`);
      for (const secret of [code, normal]) {
        expect(everything.includes(secret)).toBe(false);
        expect(log.includes(secret)).toBe(false);
      }
    }
    expect(log).not.toContain('voter3@example.org');
  });

  it('cannot be told apart by the age of what is stored of their recipients', async () => {
    const owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    const { rows } = await owner.query(`SELECT DISTINCT xmin::text FROM vote_delivery WHERE state = 'sent'`);
    await owner.end();
    expect(rows).toHaveLength(1);
  });

  it('let their holders vote, and no more are sent once the election is sealed', async () => {
    for (const action of ['seal', 'open']) expect((await together(system, id, { action })).status).toBe(200);
    const [letter] = mail.letters;
    expect((await cast(system, id, ballot(id, codeIn(letter?.text ?? '')))).status).toBe(200);
    expect((await next()).status).toBe(409);
    expect((await system.ada.post(path, { batch: 'late', recipients: ['late@example.org'] })).status).toBe(409);
  });
});
