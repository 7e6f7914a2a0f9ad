import { type LocalText, textIn } from '#contract/text.ts';
import { at, isRecord, type Path } from '../yaml/read-yaml.ts';
import type { Choice, WorkflowDesk } from './desk-context.ts';

/** What things are called on the screen. A text under work may lack any title; then the key stands for it. */

const isText = (value: unknown): value is LocalText =>
  typeof value === 'string' || (isRecord(value) && Object.values(value).every((text) => typeof text === 'string'));

export const titleOf = (value: unknown, language: string, otherwise: string): string =>
  isText(value) ? textIn(value, language) || otherwise : otherwise;

export const keysAt = (value: unknown, path: Path): string[] => {
  const found = at(value, path);
  return isRecord(found) ? Object.keys(found) : [];
};

export const recordAt = (value: unknown, path: Path): Record<string, unknown> => {
  const found = at(value, path);
  return isRecord(found) ? found : {};
};

/** What stands first in a map. */
export const firstOf = (value: unknown): unknown => (isRecord(value) ? Object.values(value)[0] : undefined);

export const listAt = (value: unknown, path: Path): unknown[] => {
  const found = at(value, path);
  return Array.isArray(found) ? (found as unknown[]) : [];
};

export const wordsAt = (value: unknown, path: Path): string[] => {
  const found = at(value, path);
  const all: unknown[] = Array.isArray(found) ? (found as unknown[]) : [found];
  return all.filter((word) => typeof word === 'string');
};

type Named = Pick<WorkflowDesk, 'workflow' | 'language'> & { surroundings: { programme: unknown } };

const titled = (value: unknown, path: Path, language: string): Choice[] =>
  keysAt(value, path).map((key) => ({
    value: key,
    label: titleOf(at(value, [...path, key, 'title']), language, key),
  }));

export const stateTitle = ({ workflow, language }: Pick<Named, 'workflow' | 'language'>, key: string): string =>
  titleOf(at(workflow, ['states', key, 'title']), language, key);

export const deadlineTitle = ({ workflow, language }: Pick<Named, 'workflow' | 'language'>, key: string): string =>
  titleOf(at(workflow, ['deadlines', key, 'title']), language, key);

export const roleTitle = ({ surroundings, language }: Named, key: string): string =>
  titleOf(at(surroundings.programme, ['roles', key, 'title']), language, key);

/** An actor's own title, else the role that plays it. */
export const actorTitle = (desk: Named, key: string): string => {
  const actor = at(desk.workflow, ['actors', key]);
  const role = at(actor, ['role']);
  return titleOf(at(actor, ['title']), desk.language, typeof role === 'string' ? roleTitle(desk, role) : key);
};

export const actorChoices = (desk: Named): Choice[] =>
  keysAt(desk.workflow, ['actors']).map((key) => ({ value: key, label: actorTitle(desk, key) }));

export const stateChoices = (desk: Named): Choice[] => titled(desk.workflow, ['states'], desk.language);
export const deadlineChoices = (desk: Named): Choice[] => titled(desk.workflow, ['deadlines'], desk.language);
export const kindChoices = (desk: Named): Choice[] =>
  titled(desk.surroundings.programme, ['organisation_kinds'], desk.language);
export const roleChoices = (desk: Named): Choice[] => titled(desk.surroundings.programme, ['roles'], desk.language);
export const relationChoices = (desk: Named): Choice[] =>
  titled(desk.surroundings.programme, ['relations'], desk.language);

/** How an action, or a built-in event, is called. */
export const transitionTitle = (
  desk: Named,
  { state, name, eventName }: { state: string; name: string; eventName: (event: string, deadline: string) => string },
): string => {
  if (!name.startsWith('@'))
    return titleOf(at(desk.workflow, ['states', state, 'on', name, 'title']), desk.language, name);
  const [event = '', deadline = ''] = name.slice(1).split('.');
  const title =
    event === 'tasks' ? '' : titleOf(at(desk.workflow, ['deadlines', deadline, 'title']), desk.language, deadline);
  return eventName(event, title);
};
