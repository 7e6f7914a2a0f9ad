import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Scenario } from '../../server/contract/definition/scenario.ts';
import type { Model } from '../../server/engine/model.ts';
import { playScenario } from '../../server/engine/scenario.ts';
import { readFolder } from '../../server/registry/folder.ts';
import { buildModels } from '../../server/registry/shelf.ts';

/** Scenarios that try a whole contest, and gathering, on a clock of their own. */

const PROGRAMMES = join(import.meta.dirname, '../fixtures/programmes');

const POEMS = [
  ['haust', 'Haustnótt', 'nordur', 4],
  ['brim', 'Brim', 'sudur', 6],
  ['loan', 'Lóan', 'sudur', 2],
].map(([id, heiti, landshluti, erindi]) => ({
  id,
  state: 'samthykkt',
  organisation: { code: `felag_${String(id)}` },
  form: { heiti, landshluti, erindi, lengd: 3 },
  metrics: { erindi },
}));

describe('a scenario', () => {
  let contest: Model;
  let batch: Model;

  beforeAll(async () => {
    const modelOf = async (programme: string, workflow: string): Promise<Model> => {
      const { sources } = await readFolder(join(PROGRAMMES, programme));
      const found = buildModels(sources).models.get(`${programme}/${workflow}`);
      if (found === undefined) throw new Error(`${workflow} is gone`);
      return found;
    };
    contest = await modelOf('kvaedakeppni', 'keppni');
    batch = await modelOf('maktaba_za_shule', 'kundi_la_kata');
  });

  const play = (model: Model, given: object, steps: object[]): string[] => {
    const scenario = Scenario.parse({
      kind: 'Scenario',
      key: 's',
      workflow: model.workflow.key,
      given: { now: '2025-03-10T09:00', ...given },
      steps,
    });
    const { problems } = playScenario(model, scenario, { check: (data) => ({ data, issues: [] }) });
    return problems.map(({ path, message }) => `${path.join('.')}: ${message.en}`);
  };

  const begin = { do: 'hefja', as: 'nefndin' };

  it('says what a count came to where it is not what was expected', () => {
    const steps = [
      begin,
      { ballot: 'folkid', votes: { haust: 1, brim: 3, Lóan: 5 }, used: 6 },
      { tally: {}, expect: { tally: 'tie', awards: { gull: ['Haustnótt', 'Brim'] }, state: 'jafnt' } },
    ];
    expect(play(contest, { entries: POEMS }, steps)).toEqual([
      'steps.2.expect.state: state should be jafnt, but is lokid',
      'steps.2.expect.tally: tally should be tie, but is done',
      'steps.2.expect.awards.gull: awards.gull should be ["Haustnótt","Brim"], but is ["Haustnótt","Lóan"]',
    ]);
  });

  it('breaks a tie by what the ranking says, and lets a lot fall in the order of the entries', () => {
    const tied = [begin, { ballot: 'folkid', votes: { brim: 3, loan: 3 }, used: 5 }];
    const won = (name: string) => ({ tally: {}, expect: { tally: 'done', awards: { gull: [name] } } });
    expect(play(contest, { entries: POEMS }, [...tied, won('Brim')])).toEqual([]);
    const alike = POEMS.map((poem) => ({ ...poem, metrics: { erindi: 1 } }));
    expect(play(contest, { entries: alike.toReversed() }, [...tied, won('Lóan')])).toEqual([]);
  });

  it('ends a contest for which nobody voted as its definition says', () => {
    const steps = [begin, { ballot: 'folkid', used: 5 }, { tally: {}, expect: { tally: 'empty', state: 'felld' } }];
    expect(play(contest, { entries: POEMS }, steps)).toEqual([]);
  });

  it('tells a ballot that is not held here, an entry that does not stand, and a count before any vote', () => {
    const steps = [{ ballot: 'folkid' }, { tally: {} }, begin, { ballot: 'folkid', votes: { tunglid: 1 } }];
    expect(play(contest, { entries: POEMS }, steps)).toEqual([
      'steps.0.ballot: The ballot "folkid" is not held in the state "undirbuningur"',
      'steps.1.tally: No ballot has ended that could be counted',
      'steps.3.votes: There is no entry "tunglid"',
    ]);
  });

  it('keeps what was gathered when it was submitted, and moves the members with it', () => {
    const entries = ['katani', 'katani', 'rasimu'].map((state) => ({ state, form: { nakala: 1 } }));
    const steps = [
      { do: 'peleka', as: 'afisa_kata', expect: { state: 'wilayani', entries: 2 } },
      { do: 'kubali', as: 'afisa_wilaya', expect: { state: 'yamekubaliwa', entries: 2 } },
      { do: 'kubali', as: 'afisa_wilaya', expect: { refused: 'not-in-this-state' } },
    ];
    expect(play(batch, { organisation: { kind: 'kata' }, entries }, steps)).toEqual([]);
  });

  it('is refused where a member cannot move, with its name', () => {
    const odd = { ...batch, workflow: { ...batch.workflow, gather: { workflow: 'pendekezo', as: 'mapendekezo' } } };
    const entries = [{ id: 'mwembe', state: 'rasimu', form: { nakala: 1 } }];
    expect(play(odd, { organisation: { kind: 'kata' }, entries }, [{ do: 'peleka', as: 'afisa_kata' }])).toEqual([
      'steps.0.expect.refused: It was refused, which was not expected: member-refused (mwembe)',
    ]);
  });
});
