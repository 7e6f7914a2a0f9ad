import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { ElectionView } from '../../../server/contract/wire/ballot.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { Clock } from '../../../server/modules/clock.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { ENTERED, TENANT, tenantValues } from '../../../server/storage/tenant.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson } from '../../support/people.ts';
import { doing } from '../../support/school-libraries.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/programmes/kvaedakeppni');
const PATH = '/api/programmes/kvaedakeppni/elections';

/** A photograph on its side, taken at a place, with somebody's name in it. */
const photograph = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: colour } })
    .withExif({
      IFD0: { Artist: 'Gudrun' },
      IFD3: { GPSLatitude: '64/1 8/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('pictures of entries', () => {
  let system: TestApp;
  let election = '';
  let view: ElectionView;
  let [ada, bob]: Browser[] = [];

  const rows = <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    system.sql.query<Row>(`WITH ${TENANT} ${statement.replace('ENTERED', ENTERED)}`, [
      ...tenantValues('system'),
      ...values,
    ]);
  const caseOf = async (workflow: string, of: string | null): Promise<string> => {
    const [row] = await rows<{ id: string }>(
      `SELECT c.id FROM case_ c JOIN definition d ON d.id = c.workflow_id
        WHERE ENTERED AND d.key = $7 AND c.organisation_id IS NOT DISTINCT FROM $8`,
      [workflow, of],
    );
    return row?.id ?? '';
  };
  const upload = async (who: Browser, id: string, { bytes, declared }: { bytes: Buffer; declared: boolean }) => {
    const form = new FormData();
    form.set('address', JSON.stringify({ field: 'mynd' }));
    if (declared) form.set('declared', 'true');
    form.set('file', new Blob([new Uint8Array(bytes)]), 'mynd.jpg');
    const answer = await who.post<{ id: string }>(`/api/cases/${id}/attachments`, form);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.id;
  };
  const pictureAt = async (path: string) => {
    const response = await fetch(`${system.url}${path}`);
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const both = async (action: string) => {
    const proposed = await ada?.post<{ waiting: { id: string } }>(`${PATH}/${election}/actions`, { action });
    return bob?.post(`${PATH}/${election}/actions/${proposed?.body.waiting.id ?? ''}`, {});
  };

  beforeAll(async () => {
    system = await app();
    await system.server.get(Clock, { strict: false }).begin(new Date('2025-09-01T09:00:00Z'));
    const ids: Record<string, string> = { nefnd: await anOrganisation(system.sql, 'nefnd', { kinds: ['nefnd'] }) };
    for (const code of ['hof', 'vik']) ids[code] = await anOrganisation(system.sql, code, { kinds: ['kvaedafelag'] });
    const { sources } = await readFolder(FOLDER);
    const withPictures = sources.map((source) => ({
      ...source,
      text: source.text.replace('text: upphaf\n', 'text: upphaf\n    picture: mynd\n'),
    }));
    await system.server.get(PublishService, { strict: false }).publish({ sources: withPictures });
    await system.server.get(Obligations, { strict: false }).ensure();
    const [{ id: programme } = { id: '' }] = await system.sql.query<{ id: string }>('SELECT id FROM programme');
    await aPerson(system.sql, 'nefnd', [{ role: 'nefndin', programme, organisation: ids['nefnd'] ?? '' }]);
    for (const account of ['ada', 'bob']) await aPerson(system.sql, account, [{ role: 'skipuleggjandi', programme }]);
    const nefnd = await system.as('nefnd');
    [ada, bob] = [await system.as('ada'), await system.as('bob')];
    for (const [code, colour, declared] of [
      ['hof', '#204060', true],
      ['vik', '#602040', false],
    ] as const) {
      await aPerson(system.sql, code, [{ role: 'formadur', programme, organisation: ids[code] ?? '' }]);
      const id = await caseOf('innsending', ids[code] ?? '');
      const author = await system.as(code);
      const mynd = [await upload(author, id, { bytes: await photograph(colour), declared })];
      const data = { heiti: code, landshluti: 'sudur', erindi: 4, lengd: 3, mynd };
      const sent = await doing(author, id, { action: 'senda', data });
      if (sent.status !== 200) throw new Error(sent.text);
      await doing(nefnd, id, { action: 'samthykkja' });
    }
    const contest = await caseOf('keppni', null);
    await doing(nefnd, contest, { action: 'hefja', data: {} });
    const planned = await ada.post<{ id: string }>(PATH, { case: contest, ballot: 'folkid' });
    election = planned.body.id;
    await ada.post(`${PATH}/${election}/codes`, { batch: 'a', count: 5 });
  });
  afterAll(() => system.close());

  it('are shown to nobody before the election is sealed, and then those that were declared fit', async () => {
    const [row] = await system.sql.query<{ pictures: string[] }>(
      `SELECT pictures FROM vote_candidate WHERE election_id = $1 AND title = 'hof'`,
      [election],
    );
    const path = `/api/elections/${election}/pictures/${row?.pictures[0] ?? ''}`;
    expect((await pictureAt(path)).status).toBe(404);
    expect((await both('seal'))?.status).toBe(200);
    expect((await pictureAt(path)).status).toBe(200);
    view = (await system.browser().get<ElectionView>(`/api/elections/${election}`)).body;
    const shown = view.candidates.map(({ title, pictures = [] }) => [title, pictures.length]).sort();
    expect(shown).toEqual([
      ['hof', 1],
      ['vik', 0],
    ]);
  });

  it('are made anew: upright, smaller, without place or names, and are what the manifest says', async () => {
    const [sha256 = ''] = view.candidates.find(({ title }) => title === 'hof')?.pictures ?? [];
    for (const [path, longest] of [
      [sha256, 1080],
      [`${sha256}/small`, 360],
    ] as const) {
      const { bytes, headers } = await pictureAt(`/api/elections/${election}/pictures/${path}`);
      const { width, height, format, exif, icc, xmp, orientation } = await sharp(bytes).metadata();
      expect([format, width, height]).toEqual(['webp', (longest * 3) / 4, longest]);
      expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect(bytes.includes('Gudrun')).toBe(false);
      expect(headers.get('content-type')).toBe('image/webp');
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    }
    const { bytes } = await pictureAt(`/api/elections/${election}/pictures/${sha256}`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });

  it('cannot be asked for by the upload, nor through another election', async () => {
    const originals = await rows<{ sha256: string }>('SELECT sha256 FROM attachment WHERE ENTERED');
    expect(originals).toHaveLength(2);
    for (const { sha256 } of originals)
      expect((await pictureAt(`/api/elections/${election}/pictures/${sha256}`)).status).toBe(404);
    const [sha256 = ''] = view.candidates.find(({ title }) => title === 'hof')?.pictures ?? [];
    expect((await pictureAt(`/api/elections/another/pictures/${sha256}`)).status).toBe(404);
  });
});
