import { z } from 'zod';
import {
  DefinitionSummary,
  DefinitionText,
  EditedProgramme,
  FormProposal,
  LintReport,
  SavedDraft,
  ScenarioReport,
  TrialPackage,
  VersionText,
  VersionView,
  type EditedName,
  type FormFromSchema,
  type FormFromSheet,
  type LintText,
  type NewProgramme,
  NewProgrammeMade,
  type SaveDraft,
} from '#contract/wire/design.ts';
import { command, queryText, request } from './request.ts';

/** Definitions as administrators edit them: one draft a definition, read and saved as text. */
const root = (programme: string): string => `/api/programmes/${programme}/definitions`;
const place = (programme: string, { kind, key }: EditedName): string => `${root(programme)}/${kind}/${key}`;

export const fetchDefinitions = (programme: string): Promise<DefinitionSummary[]> =>
  request(z.array(DefinitionSummary), root(programme));
export const fetchDefinition = (programme: string, name: EditedName): Promise<DefinitionText> =>
  request(DefinitionText, place(programme, name));
export const fetchVersions = (programme: string, name: EditedName): Promise<VersionView[]> =>
  request(z.array(VersionView), `${place(programme, name)}/versions`);
export const fetchVersion = (programme: string, name: EditedName, n: number): Promise<VersionText> =>
  request(VersionText, `${place(programme, name)}/versions/${String(n)}`);

/** Refused as `stale`, with the other's draft in the problem, where somebody else saved since `rev`. */
export const saveDraft = (programme: string, name: EditedName, body: SaveDraft): Promise<SavedDraft> =>
  request(SavedDraft, `${place(programme, name)}/draft`, { method: 'PUT', body });
/** `rev` is the one that the person saw: what somebody saved since is not thrown away with it. */
export const discardDraft = (programme: string, name: EditedName, rev: number): Promise<void> =>
  command(`${place(programme, name)}/draft${queryText({ rev })}`, { method: 'DELETE' });

/** What lint says of a text that nobody has saved yet. */
export const lintText = (programme: string, body: LintText, signal?: AbortSignal): Promise<LintReport> =>
  request(LintReport, `${root(programme)}/lint`, { method: 'POST', body, signal });
export const playScenarios = (programme: string, workflow?: string): Promise<ScenarioReport> =>
  request(ScenarioReport, `${root(programme)}/scenarios`, {
    method: 'POST',
    body: workflow === undefined ? {} : { workflow },
  });
export const fetchTrial = (programme: string, workflow: string): Promise<TrialPackage> =>
  request(TrialPackage, `${root(programme)}/trial/${workflow}`);

export const makeProgramme = (body: NewProgramme): Promise<NewProgrammeMade> =>
  request(NewProgrammeMade, '/api/programmes', { method: 'POST', body });

/** Every programme that somebody may look at here, those that are drafts alone among them. */
export const fetchEditedProgrammes = (): Promise<EditedProgramme[]> =>
  request(z.array(EditedProgramme), '/api/definitions/programmes');

/** What an Excel sheet would become; nothing is kept. Asked again with answers to what was doubtful. */
export const proposeFromSheet = (programme: string, order: FormFromSheet, file: File): Promise<FormProposal> => {
  const form = new FormData();
  form.append('order', JSON.stringify(order));
  form.append('file', file);
  return request(FormProposal, `${root(programme)}/forms/from-sheet`, { method: 'POST', form });
};
export const proposeFromSchema = (programme: string, order: FormFromSchema): Promise<FormProposal> =>
  request(FormProposal, `${root(programme)}/forms/from-schema`, { method: 'POST', body: order });
