import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { NumberProperty } from '../inputs/number.tsx';
import { Property } from '../inputs/property.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { actorChoices } from '../names.ts';
import { RequirementsProperty } from './requirements.tsx';

const PATH = ['start'] as const;

type Way = 'published' | 'by' | 'after';

const wayOf = (start: unknown): Way => {
  if (!isRecord(start)) return 'published';
  return 'after' in start ? 'after' : 'by';
};

/** Who begins cases, how many and when; for sign-ups without an account also what must be accepted. */
const ByPeople = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <div className="entry">
      <KeysProperty path={[...PATH, 'by']} label={t('workflow.start-by')} choices={actorChoices(desk)} />
      <NumberProperty path={[...PATH, 'max']} label={t('workflow.start-max')} min={1} max={10_000} />
      <ChoiceProperty
        path={[...PATH, 'per']}
        label={t('workflow.start-per')}
        otherwise={t('workflow.start-per.organisation')}
        choices={(['organisation', 'person', 'programme'] as const).map((value) => ({
          value,
          label: t(`workflow.start-per.${value}`),
        }))}
      />
      <WordProperty path={[...PATH, 'from']} label={t('workflow.start-from')} help={t('workflow.start-time-help')} />
      <WordProperty path={[...PATH, 'to']} label={t('workflow.start-to')} help={t('workflow.start-time-help')} />
      <RequirementsProperty path={PATH} place="settle" />
      <WordProperty
        path={[...PATH, 'privacy', 'version']}
        label={t('workflow.start-privacy-version')}
        help={t('workflow.start-privacy-help')}
      />
      <LocalTextProperty path={[...PATH, 'privacy', 'text']} label={t('workflow.start-privacy-text')} rows={4} />
      <KeysProperty path={[...PATH, 'once']} label={t('workflow.start-once')} choices={[]} />
    </div>
  );
};

/** What makes a case begin. */
export const StartProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const way = wayOf(at(desk.workflow, PATH));
  const [first = ''] = actorChoices(desk).map(({ value }) => value);
  const fresh: Record<Way, unknown> = {
    published: undefined,
    by: { by: [first] },
    after: { after: { workflow: '', on: '' } },
  };
  return (
    <>
      <Property path={PATH} label={t('workflow.start')}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            aria-label={t('workflow.start')}
            disabled={desk.isBroken}
            value={way}
            options={(['published', 'by', 'after'] as const).map((value) => ({
              value,
              label: t(`workflow.start.${value}`),
            }))}
            onChange={(next: Way) => {
              desk.run(setProperty(PATH, fresh[next]));
            }}
          />
        )}
      </Property>
      {way === 'by' ? <ByPeople /> : null}
      {way === 'after' ? (
        <div className="entry">
          <WordProperty path={[...PATH, 'after', 'workflow']} label={t('workflow.start-workflow')} />
          <WordProperty path={[...PATH, 'after', 'on']} label={t('workflow.start-on')} />
        </div>
      ) : null}
    </>
  );
};
