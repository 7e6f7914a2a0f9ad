import { Injectable } from '@nestjs/common';
import { compare, rounded, type Ratio, ZERO } from '../../engine/ballot/ratio.ts';
import { combined } from '../../engine/judging/combine.ts';
import type { Model } from '../../engine/model.ts';
import { CommandService } from '../cases/command.service.ts';
import { JuryMarks, type MarksBySource } from '../jury-marks.ts';
import { MarksRepository, type StoredMark } from './marks.repository.ts';

const PLACES = 9;

/** Exact to the ninth place after the point, the half up; below nothing counts as nothing. */
const decimalOf = (value: Ratio): string => {
  const { n, d } = compare(value, ZERO) < 0 ? ZERO : rounded(value, PLACES);
  const digits = ((n * 10n ** BigInt(PLACES)) / d).toString().padStart(PLACES + 1, '0');
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, '');
};

/** Sheets of one kind by what they are about. */
export const sheetsBySubject = (sheets: readonly StoredMark[], key: string): Map<string, StoredMark['data'][]> => {
  const found = new Map<string, StoredMark['data'][]>();
  for (const sheet of sheets)
    if (sheet.key === key && sheet.isFinished)
      found.set(sheet.subject, [...(found.get(sheet.subject) ?? []), sheet.data]);
  return found;
};

/** Every kind of marks of a workflow, combined by subject. */
export const marksIn = ({ workflow }: Model, sheets: readonly StoredMark[]): MarksBySource =>
  Object.fromEntries(
    Object.entries(workflow.marks ?? {}).map(([key, rule]) => [
      `marks.${key}`,
      Object.fromEntries(
        [...sheetsBySubject(sheets, key)].map(([subject, data]) => [subject, decimalOf(combined(rule, data))]),
      ),
    ]),
  );

/** Judges' marks as counts take them. */
@Injectable()
export class JuryMarksService extends JuryMarks {
  constructor(
    private readonly commands: CommandService,
    private readonly marks: MarksRepository,
  ) {
    super();
  }

  async of(caseId: string): Promise<MarksBySource> {
    const { running } = await this.commands.look(caseId, null);
    if (running.model.workflow.marks === undefined) return {};
    return marksIn(running.model, await this.marks.standing(caseId));
  }

  async standing(caseId: string): Promise<'none' | 'open' | 'done'> {
    const { running, case: current } = await this.commands.look(caseId, null);
    const tasks = Object.values(running.model.workflow.marks ?? {}).map(({ task }) => task);
    if (current.tasks.some(({ key, status }) => tasks.includes(key) && status === 'open')) return 'open';
    return (await this.marks.standing(caseId)).length === 0 ? 'none' : 'done';
  }
}
