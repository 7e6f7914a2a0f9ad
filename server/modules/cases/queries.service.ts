import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AnswerQuery, CellAddress, OpenQuery } from '../../contract/wire/case.ts';
import { available } from '../../engine/available.ts';
import { pointerOf } from '../../engine/form/address.ts';
import { findField, findRoster } from '../../engine/form/fields.ts';
import { isReached } from '../../engine/reach.ts';
import type { Rights } from '../../engine/rights.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { CaseExtrasRepository, type QueryFacts } from './case-extras.repository.ts';
import { rightsIn } from './case-view.ts';
import type { Seen } from './command.service.ts';
import { presentData } from './facts.ts';
import { refuseUnstorable } from './storable.ts';
import { type Note, NotesService } from './notes.service.ts';

const rightsTo = (seen: Seen): Rights => rightsIn(seen, available(seen.running.model, seen.case, seen.facts, seen.now));

/** Whether the form has such a cell, and its row is there now. */
const exists = ({ state, running }: Seen, address: CellAddress): boolean => {
  const { form } = running.model;
  const roster = address.roster === undefined ? undefined : findRoster(form, address.roster);
  if (address.roster !== undefined && (roster === undefined || address.row === undefined)) return false;
  const field = findField(form, [...(roster?.path ?? []), ...address.field.split('.')]);
  const row = address.row === undefined ? {} : { row: address.row };
  const place = { field: address.field, ...(address.roster !== undefined && { roster: address.roster }), ...row };
  return field !== undefined && pointerOf(form, presentData(state, running), place) !== null;
};

const noSuchCell = (): DomainError =>
  new DomainError('invalid', undefined, {
    issues: [{ pointer: '/address', message: { zh: '表单中没有这一格', en: 'The form has no such cell' } }],
  });

/** Reviewers' remarks on single cells, from open to closed. */
@Injectable()
export class QueriesService {
  constructor(
    private readonly notes: NotesService,
    private readonly extras: CaseExtrasRepository,
  ) {}

  /** Answers with the id of the remark. */
  open(who: Identity, caseId: string, { address, text }: OpenQuery): Promise<{ id: string }> {
    refuseUnstorable(text);
    return this.notes.note({ who, caseId }, (seen): Note<{ id: string }> => {
      if (!isReached(rightsTo(seen).remark, address)) throw new DomainError('not-allowed');
      if (!exists(seen, address)) throw noSuchCell();
      const id = uuid();
      const cell = { field: address.field, roster: address.roster ?? null, row: address.row ?? null };
      const remark = { id: uuid(), person: who.person.id, text };
      return {
        type: 'query-opened',
        payload: { query: id, ...cell },
        text,
        rows: { query: { kind: 'open', id, remark, submission: seen.state.submission, ...cell } },
        answer: { id },
      };
    });
  }

  /** By somebody who may mend the cell. */
  answer(who: Identity, caseId: string, { id, text }: AnswerQuery & { id: string }): Promise<{ id: string }> {
    refuseUnstorable(text);
    return this.move(who, { caseId, id, text }, (query, rights) => isReached(rights.write, cellOf(query)));
  }

  /** By whoever made the remark, or may make remarks on the cell. */
  close(who: Identity, caseId: string, id: string): Promise<{ id: string }> {
    return this.move(
      who,
      { caseId, id },
      (query, rights) => query.openedBy === who.person.id || isReached(rights.remark, cellOf(query)),
    );
  }

  private move(
    who: Identity,
    { caseId, id, text }: { caseId: string; id: string; text?: string },
    isAllowed: (query: QueryFacts, rights: Rights) => boolean,
  ): Promise<{ id: string }> {
    return this.notes.note({ who, caseId }, async (seen, tenant): Promise<Note<{ id: string }>> => {
      const { queries } = await this.extras.read(tenant, caseId);
      const query = queries.find((one) => one.id === id);
      const rights = rightsTo(seen);
      if (query === undefined || !isReached(rights.read, cellOf(query))) throw new DomainError('not-found');
      if (!isAllowed(query, rights)) throw new DomainError('not-allowed');
      if (query.status === 'closed' || query.status === 'row_removed')
        throw new DomainError('conflict', { zh: '该批注已关闭', en: 'This remark is closed already' });
      const remark = { id: uuid(), person: who.person.id, text: text ?? '' };
      return {
        type: text === undefined ? 'query-closed' : 'query-answered',
        payload: { query: id },
        ...(text !== undefined && { text }),
        rows: { query: text === undefined ? { kind: 'close', id } : { kind: 'answer', id, remark } },
        answer: { id },
      };
    });
  }
}

const cellOf = ({ field, roster, row }: QueryFacts): CellAddress => ({
  field,
  ...(roster !== null && { roster }),
  ...(row !== null && { row }),
});
