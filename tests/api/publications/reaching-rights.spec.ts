import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../support/app.ts';
import { type Harbour, harbour } from '../../support/harbour.ts';
import { aPerson } from '../../support/people.ts';
import type { Work } from '../../../server/work/start-work.ts';
import { edit, hands, make, preview, publish } from './gate.ts';

const PROGRAMME = { kind: 'Programme', key: 'harbour_log' } as const;
const MATE = 'mate:      {title: Mate, may: [cases.read, cases.remark]}';
const DESIGNING = 'mate:      {title: Mate, may: [cases.read, programmes.manage, definitions.publish]}';
const REACHING = 'mate:      {title: Mate, may: [cases.read, programmes.manage, definitions.publish, people.manage]}';

describe('permissions that reach beyond a programme', () => {
  let system: Harbour;
  let ada: Browser;
  let work: Work;

  beforeAll(async () => {
    system = await harbour();
    await aPerson(system.sql, 'ada', [{ role: 'administrator' }]);
    work = await hands(system);
    ada = await system.as('ada');
    await edit(ada, PROGRAMME, [MATE, DESIGNING]);
    await publish(ada, { definitions: [PROGRAMME] });
  });
  afterAll(async () => {
    await work.stop();
    await system.close();
  });

  it('are given to a role that somebody holds only by a person who has them', async () => {
    const milo = await system.as('milo');
    await edit(milo, PROGRAMME, [DESIGNING, REACHING]);
    const { token } = await preview(milo, { definitions: [PROGRAMME] });
    const refused = await make(milo, { definitions: [PROGRAMME], token });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await milo.get('/api/people')).status).toBe(403);
    expect((await publish(ada, { definitions: [PROGRAMME] })).publishedAt).not.toBeNull();
    expect((await (await system.as('milo')).get('/api/people')).status).toBe(200);
  });

  it('may be given to a role that nobody holds: somebody who manages people has to hand it out', async () => {
    const milo = await system.as('milo');
    const keeper = '  keeper:    {title: Keeper, may: [audit.read]}\n';
    await edit(milo, PROGRAMME, ['  clerk:     {', `${keeper}  clerk:     {`]);
    expect((await publish(milo, { definitions: [PROGRAMME] })).publishedAt).not.toBeNull();
  });
});
