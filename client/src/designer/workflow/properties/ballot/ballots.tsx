import { useTranslation } from 'react-i18next';
import { useDesk, type WorkflowDesk } from '../../desk-context.ts';
import { entryFields, entrySources } from '../../entries.ts';
import { LocalTextProperty } from '../../inputs/local-text.tsx';
import { stateChoices } from '../../names.ts';
import { KeyedEntries } from '../keyed-entries.tsx';
import { BallotChooseProperties } from './choose.tsx';
import { BallotElectorateProperty } from './electorate.tsx';
import { BallotOptionsProperty } from './options.tsx';
import { BallotQuorumProperty } from './quorum.tsx';
import { BallotResultsProperty } from './results.tsx';
import { BallotShownProperties } from './shown.tsx';
import { BallotWindowProperties } from './window.tsx';

/** A vote to begin with, on the first thing that can be voted on. */
const freshBallot = (desk: WorkflowDesk): unknown => {
  const options = entrySources(desk)[0]?.value ?? '';
  const states = stateChoices(desk).map(({ value }) => value);
  return {
    options,
    show: entryFields(desk, options)[0]?.value ?? '',
    electorate: { kind: 'codes' },
    during: states[1] ?? states[0] ?? '',
    opens: '2026-06-01T09:00',
    closes: '2026-06-08T18:00',
    choose: { min: 1, max: 1 },
  };
};

/** The votes of the workflow. */
export const BallotsProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <KeyedEntries
      path={['ballots']}
      label={t('contest.ballots')}
      help={t('contest.ballots-help')}
      one={t('contest.ballot')}
      fresh={() => freshBallot(desk)}
    >
      {(path) => (
        <>
          <LocalTextProperty path={[...path, 'title']} label={t('workflow.title')} />
          <BallotOptionsProperty path={path} />
          <BallotShownProperties path={path} />
          <BallotElectorateProperty path={path} />
          <BallotWindowProperties path={path} />
          <BallotChooseProperties path={path} />
          <BallotQuorumProperty path={path} />
          <BallotResultsProperty path={path} />
        </>
      )}
    </KeyedEntries>
  );
};
