import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';
import { actorChoices } from '../names.ts';
import { StartAfterProperties } from './start-after.tsx';
import { StartByProperties } from './start-by.tsx';

const PATH = ['start'] as const;

type Way = 'published' | 'by' | 'after';

const wayOf = (start: unknown): Way => {
  if (!isRecord(start)) return 'published';
  return 'after' in start ? 'after' : 'by';
};

/** What makes a case begin. */
export const StartProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const way = wayOf(at(desk.workflow, PATH));
  const other = desk.surroundings.workflows?.find(({ value }) => value !== desk.workflow['key']);
  const [first = ''] = actorChoices(desk).map(({ value }) => value);
  const fresh: Record<Way, unknown> = {
    published: undefined,
    by: { by: [first] },
    after: { after: { workflow: other?.value ?? '', on: '' } },
  };
  return (
    <>
      <Property path={PATH} label={t('workflow.start')} isGroup>
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
      {way === 'by' ? <StartByProperties /> : null}
      {way === 'after' ? <StartAfterProperties /> : null}
    </>
  );
};
