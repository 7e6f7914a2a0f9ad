import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ContestEvent } from '../../server/contract/definition/gather.ts';
import { personFor } from '../../server/engine/scenario-cast.ts';
import { entriesOf } from '../../server/engine/scenario-gather.ts';
import { factsFor, give, playedIn, type World, worldOf } from '../../server/engine/scenario-world.ts';
import { readFolder } from '../../server/registry/folder.ts';
import { buildModels } from '../../server/registry/shelf.ts';

/** What becomes of an event whose reaction does not hold. */

const begun = async (): Promise<World> => {
  const { sources } = await readFolder(join(import.meta.dirname, '../fixtures/programmes/kvaedakeppni'));
  const model = buildModels(sources).models.get('kvaedakeppni/keppni');
  if (model === undefined) throw new Error('the contest is gone');
  const entries = entriesOf(model, [{ state: 'samthykkt' }, { state: 'samthykkt' }]);
  const world = worldOf(model, { now: Date.UTC(2025, 8, 15), organisation: null, data: {}, entries });
  const person = personFor(model, null, { actor: 'nefndin', id: 'nefnd' });
  const [played] = world.cases;
  if (played === undefined) throw new Error('there is no case');
  const command = { type: 'act', action: 'hefja' } as const;
  return give(world, played.case.id, { command, facts: factsFor(world, played, { person }) }).world;
};

const tell = (world: World, name: ContestEvent, ballot: string): World => {
  const [played] = world.cases;
  if (played === undefined) throw new Error('there is no case');
  const command = { type: 'contest-event', name, ballot } as const;
  return give(world, played.case.id, { command, facts: factsFor(world, played, { person: null }) }).world;
};

const lines = ({ log }: World): [string, string | null, unknown][] =>
  log.flatMap(({ effect }) =>
    effect.kind === 'history' && effect.event.type !== 'opened' && effect.event.type !== 'acted'
      ? [[effect.event.type, effect.event.action, effect.event.payload['messages']]]
      : [],
  );

describe('an event whose reaction has a requirement that does not hold', () => {
  it('leaves the case where it is, and a line that says why', async () => {
    const counting = tell(await begun(), '@ballot.closed', 'folkid');
    const held = tell(counting, '@tally.done', 'onnur');
    expect(playedIn(held, 'case_0')?.case.state).toBe('talning');
    expect(lines(held)).toEqual([
      ['contest-event', null, undefined],
      ['reacted', '@ballot.closed', undefined],
      ['contest-event', null, undefined],
      ['reaction-held', '@tally.done', ['Önnur kosning']],
    ]);
  });

  it('goes on where it holds', async () => {
    const counting = tell(await begun(), '@ballot.closed', 'folkid');
    expect(playedIn(tell(counting, '@tally.done', 'folkid'), 'case_0')?.case.state).toBe('lokid');
  });

  it('says nothing more where the state does not wait for the event', async () => {
    const world = tell(await begun(), '@tally.tie', 'folkid');
    expect(playedIn(world, 'case_0')?.case.state).toBe('kosning');
    expect(lines(world)).toEqual([['contest-event', null, undefined]]);
  });
});
