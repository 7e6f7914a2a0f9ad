import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '#contract/definition/scenario.ts';
import type { TrialPackage } from '#contract/wire/design.ts';
import type { FormValidator } from '../../../form/load-validator.ts';
import { givenFor, playableKinds } from './first-moment.ts';
import { SaveWalkDialog } from './save-walk-dialog.tsx';
import { trialForm, trialModel, trialOrganisations } from './trial-model.ts';
import { begin, type Walk } from './walk.ts';
import { WalkControls } from './walk-controls.tsx';
import { WalkSheet } from './walk-sheet.tsx';
import { WalkSide } from './walk-side.tsx';

interface Props {
  programme: string;
  pack: TrialPackage;
  validator: FormValidator;
}

const kindOf = (kind: string | undefined): Scenario['given']['organisation'] =>
  kind === undefined ? undefined : { kind };

/** One walk: who plays, what the role sees, what the clock brings, and what came of it. */
export const WalkDesk = ({ programme, pack, validator }: Props) => {
  const { i18n } = useTranslation();
  const model = useMemo(() => trialModel(pack), [pack]);
  const form = useMemo(() => trialForm(pack, i18n.language), [pack, i18n.language]);
  const organisations = useMemo(() => trialOrganisations(pack), [pack]);
  const [walk, setWalk] = useState<Walk>(() =>
    begin(model, {
      given: givenFor(model, kindOf(playableKinds(model)[0]), { organisations, now: Date.now() }),
      organisations,
    }),
  );
  const [actor, setActor] = useState<string>(() => Object.keys(model.workflow.actors)[0] ?? '');
  const [saving, setSaving] = useState(false);
  const restart = (organisation: Scenario['given']['organisation']): void => {
    const given = givenFor(model, organisation, { organisations, now: Date.now() });
    setWalk(begin(model, { given, organisations }));
  };
  return (
    <div className="walk">
      <WalkControls
        walk={walk}
        actor={actor}
        organisations={organisations}
        onWalk={setWalk}
        onActor={setActor}
        onRestart={restart}
        onSave={() => {
          setSaving(true);
        }}
      />
      <WalkSheet
        key={`${walk.caseId} ${actor} ${String(walk.steps.length)} ${walk.given.now} ${JSON.stringify(walk.given.organisation ?? {})}`}
        walk={walk}
        actor={actor}
        form={form}
        validator={validator}
        onWalk={setWalk}
      />
      <WalkSide walk={walk} />
      {saving ? (
        <SaveWalkDialog
          programme={programme}
          walk={walk}
          onClose={() => {
            setSaving(false);
          }}
        />
      ) : null}
    </div>
  );
};
