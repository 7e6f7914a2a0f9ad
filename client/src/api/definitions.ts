import { z } from 'zod';
import { BoardView } from '#contract/wire/board.ts';
import { FormPackage, ProgrammeView, WorkflowPackage } from '#contract/wire/definition.ts';
import { DirectoryEntry } from '#contract/wire/organisation.ts';
import { request } from './request.ts';

export const fetchProgrammes = () => request(z.array(ProgrammeView), '/api/programmes');
export const fetchFormPackage = (version: string): Promise<FormPackage> =>
  request(FormPackage, `/api/forms/${version}`);
export const fetchBoard = (programme: string): Promise<BoardView> =>
  request(BoardView, `/api/programmes/${programme}/board`);
export const fetchWorkflowPackage = (version: string): Promise<WorkflowPackage> =>
  request(WorkflowPackage, `/api/workflows/${version}`);

/** The organisations that a form of the programme may name. */
export const fetchDirectory = (programme: string): Promise<DirectoryEntry[]> =>
  request(z.array(DirectoryEntry), `/api/programmes/${programme}/organisations`);
