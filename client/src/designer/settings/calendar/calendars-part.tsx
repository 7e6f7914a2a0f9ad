import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveDraft } from '../../../api/designs.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { setProperty } from '../../workflow/commands/set-property.ts';
import type { Choice } from '../../workflow/desk-context.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { at } from '../../yaml/read-yaml.ts';
import { keyWord } from '../../yaml/write-yaml.ts';
import { DefinitionPane } from '../definition-pane.tsx';
import { keyFor } from '../inputs/fresh-key.ts';
import { TextPart, type TextHandle } from '../parts/text.tsx';
import { CalendarPart } from './calendar-part.tsx';

interface Props {
  programme: string;
  calendars: readonly Choice[];
  mayEdit: boolean;
  today: string;
  nonce: string;
}

const blankCalendar = (key: string, title: string): string =>
  `apiVersion: formflow/v1\nkind: Calendar\nkey: ${key}\ntitle: ${keyWord(title)}\nweekend: [6, 7]\nyears: {}\n`;

const NewCalendar = ({
  programme,
  calendars,
  onMade,
}: Pick<Props, 'programme' | 'calendars'> & { onMade: (key: string) => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const make = useMutation({
    mutationFn: async () => {
      const key = keyFor(
        title,
        'calendar',
        calendars.map(({ value }) => value),
      );
      await saveDraft(programme, { kind: 'Calendar', key }, { text: blankCalendar(key, title.trim()), rev: 0 });
      await queries.invalidateQueries({ queryKey: ['definitions', programme] });
      return key;
    },
    onSuccess: (key) => {
      setTitle('');
      onMade(key);
    },
  });
  return (
    <>
      <Space.Compact>
        <Input
          aria-label={t('settings.new-calendar')}
          placeholder={t('settings.new-calendar')}
          value={title}
          onChange={({ target }) => {
            setTitle(target.value);
          }}
        />
        <Button
          disabled={title.trim() === ''}
          loading={make.isPending}
          onClick={() => {
            make.mutate();
          }}
        >
          {t('settings.add', { one: t('settings.calendar') })}
        </Button>
      </Space.Compact>
      <ProblemAlert error={make.error} />
    </>
  );
};

/** The calendars of the installation: the one that the programme counts with first. */
export const CalendarsPart = ({ programme, calendars, mayEdit, today, nonce }: Props) => {
  const { t } = useTranslation();
  const { workflow, run, surroundings, isBroken } = useDesk();
  const used = at(workflow, ['calendar']);
  const [chosen, choose] = useState<string | null>(null);
  const [isText, setText] = useState(false);
  const text = useRef<TextHandle>(null);
  const key = chosen ?? (typeof used === 'string' ? used : (calendars[0]?.value ?? null));
  const isKnown = calendars.some(({ value }) => value === key);
  return (
    <>
      <p className="property-help">{t('settings.calendars-help')}</p>
      <Space wrap className="calendar-tools">
        <Select
          aria-label={t('settings.calendar')}
          className="calendar-choice"
          value={key}
          options={[...calendars]}
          onChange={choose}
        />
        {key === null || key === used || !isKnown ? null : (
          <Button
            disabled={isBroken}
            onClick={() => {
              run(setProperty(['calendar'], key));
            }}
          >
            {t('settings.use-calendar')}
          </Button>
        )}
        {mayEdit ? <NewCalendar programme={programme} calendars={calendars} onMade={choose} /> : null}
        <Button
          onClick={() => {
            setText(!isText);
          }}
        >
          {t(isText ? 'settings.show-forms' : 'settings.show-text')}
        </Button>
      </Space>
      {key === null || !isKnown ? (
        <Alert type="info" showIcon title={t('settings.no-calendars')} />
      ) : (
        <DefinitionPane
          key={key}
          programme={programme}
          name={{ kind: 'Calendar', key }}
          surroundings={surroundings}
          mayEdit={mayEdit}
          onGo={(finding) => {
            setText(true);
            window.setTimeout(() => text.current?.show(finding));
          }}
        >
          {isText ? <TextPart nonce={nonce} ref={text} /> : <CalendarPart today={today} />}
        </DefinitionPane>
      )}
    </>
  );
};
