import { z } from 'zod';
import { BoardView } from '#contract/wire/board.ts';
import { FormPackage, ProgrammeView, WorkflowPackage } from '#contract/wire/definition.ts';
import { DirectoryEntry } from '#contract/wire/organisation.ts';
import { request, requestFile } from './request.ts';

export const fetchProgrammes = () => request(z.array(ProgrammeView), '/api/programmes');
export const fetchFormPackage = (version: string): Promise<FormPackage> =>
  request(FormPackage, `/api/forms/${version}`);
export const fetchBoard = (programme: string): Promise<BoardView> =>
  request(BoardView, `/api/programmes/${programme}/board`);

/** Everything handed in on a form, over all its versions, as a table; with a reason personal values stand whole in it. */
export const fetchExport = (programme: string, form: string, reason?: string): Promise<Blob> => {
  const query = new URLSearchParams({ format: 'csv', ...(reason === undefined ? {} : { reason }) });
  return requestFile(`/api/programmes/${programme}/forms/${form}/export?${query.toString()}`);
};

export const fetchWorkflowPackage = (version: string): Promise<WorkflowPackage> =>
  request(WorkflowPackage, `/api/workflows/${version}`);

/** The organisations that a form of the programme may name. */
export const fetchDirectory = (programme: string): Promise<DirectoryEntry[]> =>
  request(z.array(DirectoryEntry), `/api/programmes/${programme}/organisations`);
