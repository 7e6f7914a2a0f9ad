import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionSummary } from '#contract/wire/design.ts';
import type { PublicationView } from '#contract/wire/publication.ts';
import { DraftChoice, idOf } from './draft-choice.tsx';
import { Prepare } from './prepare.tsx';

interface Props {
  programme: string;
  definitions: readonly DefinitionSummary[];
  onMade: (made: PublicationView) => void;
}

/** Drafts without errors are chosen to begin with; those with errors wait for who mends them. */
const chosenAtFirst = (drafts: readonly DefinitionSummary[]): Set<string> =>
  new Set(drafts.filter(({ errors }) => errors === 0).map(idOf));

/** From the choice of drafts to their publication. */
export const PublishDrafts = ({ programme, definitions, onMade }: Props) => {
  const { t } = useTranslation();
  const drafts = definitions.filter(({ draft }) => draft !== null);
  const [touched, setTouched] = useState<Set<string> | null>(null);
  const ids = new Set(drafts.map(idOf));
  const chosen = new Set([...(touched ?? chosenAtFirst(drafts))].filter((id) => ids.has(id)));
  const names = drafts.filter((row) => chosen.has(idOf(row))).map(({ kind, key }) => ({ kind, key }));
  return (
    <Prepare
      programme={programme}
      what={names.length === 0 ? null : { definitions: names }}
      titleOf={({ kind, key }) => definitions.find((row) => row.kind === kind && row.key === key)?.title ?? key}
      onMade={onMade}
    >
      <section className="publish-part">
        <h2>{t('publish.choose')}</h2>
        <DraftChoice programme={programme} drafts={drafts} chosen={chosen} onChoose={setTouched} />
      </section>
    </Prepare>
  );
};
