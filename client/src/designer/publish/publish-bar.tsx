import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicationPreview } from '#contract/wire/publication.ts';

interface Props {
  preview: PublicationPreview;
  /** Workflows whose plan still has to be filled in or checked. */
  waitsForPlan: boolean;
  mayPublish: boolean;
  isBusy: boolean;
  label: string;
  onPublish: (note: string) => void;
}

/** Why it cannot be published now; null where it can. */
const blocked = ({ preview, waitsForPlan, mayPublish }: Props): string | null => {
  if (!mayPublish) return 'right';
  if (preview.findings.some(({ severity }) => severity === 'error')) return 'errors';
  if (waitsForPlan) return 'plan';
  return preview.changes.length === 0 ? 'nothing' : null;
};

/** The last step: a note for later readers, and the button that says what it does. */
export const PublishBar = (props: Props) => {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const why = blocked(props);
  return (
    <section className="publish-bar" aria-label={t('publish.title')}>
      {props.preview.needsSecondPerson ? <Alert type="warning" showIcon title={t('publish.second')} /> : null}
      <label htmlFor="publish-note">{t('publish.note')}</label>
      <Input.TextArea
        id="publish-note"
        rows={2}
        maxLength={1000}
        placeholder={t('publish.note-help')}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <div className="publish-bar-line">
        <Button
          type="primary"
          size="large"
          disabled={why !== null}
          loading={props.isBusy}
          onClick={() => {
            props.onPublish(note);
          }}
        >
          {props.label}
        </Button>
        {why === null ? null : <span className="quiet">{t(`publish.blocked.${why}`)}</span>}
      </div>
    </section>
  );
};
