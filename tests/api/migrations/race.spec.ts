import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseWriteRepository } from '../../../server/modules/cases/case-write.repository.ts';
import { changesOf } from '../../../server/modules/cases/changes-of-step.ts';
import { CommandService } from '../../../server/modules/cases/command.service.ts';
import { step } from '../../../server/engine/step.ts';
import { type Quays, quays } from './quays.ts';

describe('a deed that was decided by the old rules', () => {
  let port: Quays;

  beforeAll(async () => {
    port = await quays();
    await port.work();
  });
  afterAll(() => port.close());

  it('is decided anew where the case has followed meanwhile, even without a trace in its history', async () => {
    const caseId = await port.caseOf({ workflow: 'berth_list', organisation: 'north' });
    const {
      state,
      running,
      case: current,
      facts,
      now,
    } = await port.server.get(CommandService, { strict: false }).look(caseId, null);
    const moved = step(running.model, current, { type: 'cancel', reason: 'gone' }, facts, now);
    if (moved.kind === 'refused') throw new Error(moved.reason);
    const edit = (text: string): string => text.replace('title: Being filled in', 'title: Being written');
    await port.settled(await port.publish({ file: 'berth_list.yaml', edit }));
    expect(await port.lines(caseId)).toEqual(['opened']);
    const changes = changesOf({
      state,
      moved,
      person: null,
      commandKey: 'late',
      answer: null,
      looked: [],
      firedTimer: null,
    });
    expect(await port.server.get(CaseWriteRepository, { strict: false }).write('system', changes)).toBe(false);
    expect(await port.lines(caseId)).toEqual(['opened']);
  });
});
