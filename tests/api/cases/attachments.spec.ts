import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { OutboxRepository } from '../../../server/work/outbox.repository.ts';
import { Tidying } from '../../../server/work/tidying.ts';
import type { Answer, Browser } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { act, berths, type Harbour, harbour, send, view } from '../../support/harbour.ts';

const [FIRST, SECOND] = (berths(2)['boats'] as { _id: string }[]).map(({ _id }) => _id) as [string, string];

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, body, Buffer.alloc(4)]);
};

/** A picture whose head is right; `seed` makes its bytes its own. */
const png = (width = 16, height = 16, seed: string = randomUUID()): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(height * (width * 3 + 1)));
  const parts = [
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`seed\0${seed}`)),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
};

const photosOf = (row: string) => ({ roster: 'boats', row, field: 'photos' });

describe('a file of a case', () => {
  let system: Harbour;
  let nora: Browser;
  let sara: Browser;
  let ines: Browser;
  let caseId: string;

  beforeAll(async () => {
    system = await harbour();
    [nora, sara, ines] = (await Promise.all(['nora', 'sara', 'ines'].map((name) => system.as(name)))) as [
      Browser,
      Browser,
      Browser,
    ];
    caseId = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    await nora.ask('PUT', `/api/cases/${caseId}/draft`, { body: { rev: 0, data: berths(2) } });
  });

  afterAll(() => system.close());

  interface Upload {
    bytes?: Buffer;
    name?: string;
    type?: string;
    address?: unknown;
    purpose?: string;
    id?: string;
  }

  const upload = async (
    browser: Browser,
    { bytes = png(), name = 'IMG_1.png', type = 'image/png', address, purpose, id = caseId }: Upload,
  ): Promise<Answer> => {
    const form = new FormData();
    if (address !== undefined) form.set('address', JSON.stringify(address));
    if (purpose !== undefined) form.set('purpose', purpose);
    form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
    const response = await fetch(`${system.url}/api/cases/${id}/attachments`, {
      method: 'POST',
      body: form,
      headers: { cookie: browser.cookie ?? '', 'x-csrf-token': browser.csrf ?? '', 'accept-language': 'en' },
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: JSON.parse(text) as Record<string, unknown>,
    };
  };
  const download = (browser: Browser, id: unknown) =>
    fetch(`${system.url}/api/attachments/${String(id)}`, { headers: { cookie: browser.cookie ?? '' } });
  const onDisk = async (): Promise<string[]> =>
    (await readdir(join(system.dataFolder, 'files'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const hashes = async (): Promise<string[]> =>
    (await system.rows<{ sha256: string }>(`SELECT sha256 FROM file WHERE ENTERED ORDER BY sha256`)).map(
      ({ sha256 }) => sha256,
    );

  it('is taken into a cell, and handed out as a download under the form’s own name', async () => {
    const bytes = png();
    const made = await upload(nora, { address: photosOf(FIRST), bytes, name: '../../etc/pass wd.exe' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'The north 2025-02-01.png',
        type: 'image/png',
        size: bytes.length,
        address: photosOf(FIRST),
        uploadedBy: 'Person nora',
      },
    });
    const answer = await download(nora, made.body['id']);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    const { headers } = answer;
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="file.png"; filename*=UTF-8''The%20north%202025-02-01.png`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('of the same name gets a number', async () => {
    expect(await upload(nora, { address: photosOf(FIRST) })).toMatchObject({
      body: { name: 'The north 2025-02-01-2.png' },
    });
  });

  it('is one too many where the cell is full, also when ten come at once', async () => {
    expect(await upload(nora, { address: photosOf(FIRST) })).toMatchObject({
      status: 422,
      body: { detail: 'At most 2 files' },
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => upload(nora, { address: photosOf(SECOND) })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect((await view(nora, caseId)).attachments).toHaveLength(4);
  });

  it.each([
    ['a program that calls itself a picture', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 415],
    ['a page with a script', Buffer.from(`<html><script>alert(1)</script>${'x'.repeat(200)}</html>`), 415],
    [
      'a drawing with a script',
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${' '.repeat(200)}</svg>`),
      415,
    ],
    ['a document', Buffer.from(`%PDF-1.7\n${'x'.repeat(200)}`), 415],
    ['nothing at all', Buffer.alloc(0), 422],
    ['too little', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 422],
    ['too much', Buffer.concat([png(), Buffer.alloc(30_000)]), 413],
    ['a picture of too few pixels', png(4, 400), 422],
    [
      'a picture cut off after its first bytes',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.alloc(100)]),
      422,
    ],
  ])('is refused by what is in it: %s', async (_, bytes, status) => {
    const before = await onDisk();
    const row = randomUUID();
    expect((await upload(nora, { address: photosOf(row), bytes })).status).toBe(status);
    expect(await onDisk()).toEqual(before);
  });

  it.each([
    ['a field that takes no files', { roster: 'boats', row: FIRST, field: 'name' }],
    ['a field that is not there', { field: 'photos' }],
    ['a roster without a row', { roster: 'boats', field: 'photos' }],
  ])('is refused at %s', async (_, address) => {
    expect(await upload(nora, { address })).toMatchObject({ status: 422 });
  });

  it('needs an address before it, and comes alone', async () => {
    expect(await upload(nora, {})).toMatchObject({ status: 400 });
    expect(await upload(nora, { address: { field: '__proto__' } })).toMatchObject({ status: 400 });
    expect(await nora.post(`/api/cases/${caseId}/attachments`, { file: 'x' })).toMatchObject({ status: 415 });
  });

  it('is not for those who do not write there, nor found by those who do not read there', async () => {
    const [file] = (await view(nora, caseId)).attachments;
    expect(await upload(await system.as('milo'), { address: photosOf(FIRST) })).toMatchObject({ status: 403 });
    expect(await upload(sara, { address: photosOf(FIRST) })).toMatchObject({ status: 404 });
    expect((await download(sara, file?.id)).status).toBe(404);
    expect(await sara.ask('DELETE', `/api/attachments/${file?.id ?? ''}`)).toMatchObject({ status: 404 });
    expect((await download(await system.as('milo'), file?.id)).status).toBe(200);
    expect((await download(system.browser(), file?.id)).status).toBe(401);
  });

  it('of another case, or of another row, does not count in the form', async () => {
    const [mine] = (await view(nora, caseId)).attachments;
    const boats = (berths(2)['boats'] as object[]).map((boat, n) => (n === 1 ? { ...boat, photos: [mine?.id] } : boat));
    const answer = await act(nora, caseId, { action: 'send', data: { ...berths(2), boats } });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/boats/1/photos', code: 'file' }] } });
  });

  it('of one content is kept once, and only removed from the disk when no case names it', async () => {
    const bytes = png(20, 20, 'the same');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const south = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
    const row = randomUUID();
    const [one, two] = [
      await upload(nora, { address: photosOf(row), bytes }),
      await upload(sara, { address: photosOf(row), bytes, id: south }),
    ];
    expect((await onDisk()).filter((path) => path.replaceAll('/', '').endsWith(sha256))).toHaveLength(1);
    const sweep = async (): Promise<void> => {
      const day = new Date(Date.now() - 25 * 3_600_000);
      for (const path of await onDisk()) await utimes(path, day, day);
      await system.sql.query(`UPDATE file SET stored_at = now() - interval '25 hours'`);
      const files = system.server.get(FileSweeper, { strict: false });
      await new Tidying(system.sql, new OutboxRepository(system.sql), files).tidy();
    };
    expect((await nora.ask('DELETE', `/api/attachments/${String(one.body['id'])}`)).status).toBe(204);
    await sweep();
    expect((await download(sara, two.body['id'])).status).toBe(200);
    expect((await sara.ask('DELETE', `/api/attachments/${String(two.body['id'])}`)).status).toBe(204);
    await sweep();
    expect(await hashes()).not.toContain(sha256);
    expect((await onDisk()).filter((path) => path.replaceAll('/', '').endsWith(sha256))).toHaveLength(0);
    expect((await download(nora, (await view(nora, caseId)).attachments[0]?.id)).status).toBe(200);
  });

  it('stays with the version that was sent, though it is taken away afterwards', async () => {
    const files = (await view(nora, caseId)).attachments.filter(({ address }) => address.row === FIRST);
    const boats = (berths(2)['boats'] as object[]).map((boat, n) =>
      n === 0 ? { ...boat, photos: files.map(({ id }) => id) } : boat,
    );
    await send(nora, caseId, { ...berths(2), boats });
    expect((await nora.ask('DELETE', `/api/attachments/${files[0]?.id ?? ''}`)).status).toBe(403);
    await act(ines, caseId, { action: 'mend', lockVersion: 1, comment: 'Another photo', reasons: ['unclear'] });
    expect((await nora.ask('DELETE', `/api/attachments/${files[0]?.id ?? ''}`)).status).toBe(204);
    expect((await view(nora, caseId)).attachments.map(({ id }) => id)).not.toContain(files[0]?.id);
    expect((await download(await system.as('marta'), files[0]?.id)).status).toBe(404);
    expect((await download(nora, files[0]?.id)).status).toBe(200);
    expect((await nora.ask('DELETE', `/api/attachments/${files[0]?.id ?? ''}`)).status).toBe(404);
  });

  it('stands in the history when it comes and when it goes', async () => {
    const { body } = await nora.get(`/api/cases/${caseId}/events`);
    const types = (body as unknown as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'file-attached').length).toBeGreaterThan(4);
    expect(types.filter((type) => type === 'file-removed')).toHaveLength(2);
  });

  it('is on the disk whenever a row names it, and its bytes are those of its name', async () => {
    const named = await hashes();
    expect(named.length).toBeGreaterThan(3);
    for (const sha256 of named) {
      const bytes = await readFile(join(system.dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2)));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('leaves nothing behind when its sender goes away in the middle', async () => {
    const before = await onDisk();
    const stop = new AbortController();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const head = `--b\r\ncontent-disposition: form-data; name="address"\r\n\r\n${JSON.stringify(photosOf(randomUUID()))}\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
        controller.enqueue(new TextEncoder().encode(head));
        controller.enqueue(new Uint8Array(png()));
        setTimeout(() => stop.abort(), 300);
      },
    });
    const sent = fetch(`${system.url}/api/cases/${caseId}/attachments`, {
      method: 'POST',
      body,
      signal: stop.signal,
      headers: {
        cookie: nora.cookie ?? '',
        'x-csrf-token': nora.csrf ?? '',
        'content-type': 'multipart/form-data; boundary=b',
      },
      ...{ duplex: 'half' },
    });
    await expect(sent).rejects.toThrow();
    await eventually(onDisk, before);
  });

  it('that was lost from the disk is told as a fault, not as an empty file', async () => {
    const [file] = (await view(nora, caseId)).attachments;
    const [row] = await system.rows<{ sha256: string }>(`SELECT sha256 FROM attachment WHERE ENTERED AND id = $7`, [
      file?.id,
    ]);
    const sha256 = row?.sha256 ?? '';
    await rm(join(system.dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2)));
    expect((await download(nora, file?.id)).status).toBe(500);
  });
});
