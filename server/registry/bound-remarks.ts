import { isTemplate } from '../engine/binding.ts';
import type { Remark } from '../engine/lint/check.ts';
import { say } from './place.ts';
import type { Shelf, ShelfProgramme } from './shelf.ts';
import { nameText } from './source.ts';

/**
 * Remarks on workflows of which one text makes several. A text that is there only to be bound is judged by what is made
 * of it; what holds for all of these is told once, what holds for one of them with its name.
 */

type Coded = Remark & { code: string };

const meaning = (template: string, { code, path, message }: Coded): string =>
  JSON.stringify([template, code, path, message.en]);

const named = (remark: Coded): Coded => ({
  ...remark,
  message: say(`作为“${remark.of.key}”时：${remark.message['zh-CN']}`, `As "${remark.of.key}": ${remark.message.en}`),
});

/** The workflow whose own text a remark on a binding speaks of; undefined for every other remark. */
const templateOf = (shelf: Shelf, programme: string, { of, path }: Coded): string | undefined => {
  const document = of.kind === 'Workflow' ? shelf.documents.get(nameText({ programme, ...of })) : undefined;
  return document?.origin?.(path).isTemplate === true ? document.bound?.template : undefined;
};

const countBy = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** The remarks as they are to be told. */
export const withoutRepeats = <One extends Coded>(
  shelf: Shelf,
  { key, dossier }: ShelfProgramme,
  remarks: readonly One[],
): One[] => {
  const bindings = countBy(
    [...dossier.workflows.keys()].flatMap(
      (workflow) =>
        shelf.documents.get(nameText({ programme: key, kind: 'Workflow', key: workflow }))?.bound?.template ?? [],
    ),
  );
  const own = new Set(remarks.map((remark) => meaning(remark.of.key, remark)));
  const told = remarks.filter(({ of }) => of.kind !== 'Workflow' || !isTemplate(dossier.programme, of.key));
  const inText = told.map((remark) => ({ remark, template: templateOf(shelf, key, remark) }));
  const once = new Map(
    inText.flatMap(({ remark, template }): [string, string][] =>
      template === undefined ? [] : [[`${remark.of.key} ${meaning(template, remark)}`, meaning(template, remark)]],
    ),
  );
  const counts = countBy([...once.values()]);
  return inText.map(({ remark, template }) => {
    if (template === undefined) return remark;
    const name = meaning(template, remark);
    const isRun = !isTemplate(dossier.programme, template);
    const isOfAll = counts.get(name) === bindings.get(template) && (!isRun || own.has(name));
    return isOfAll ? remark : { ...remark, ...named(remark) };
  });
};
