import { useQueryClient } from '@tanstack/react-query';
import { Alert, Input, Modal, Radio, Select, Upload, Button } from 'antd';
import { UploadOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Key } from '#contract/key.ts';
import type { DefinitionSummary, FormProposal } from '#contract/wire/design.ts';
import { fetchDefinition, proposeFromSchema, proposeFromSheet, saveDraft } from '../../api/designs.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { keyFor } from '../settings/inputs/fresh-key.ts';
import { blankText, copyText, titledText } from './new-form.ts';
import { ProposalReview } from './proposal-review.tsx';

const BEGINNINGS = ['blank', 'copy', 'sheet', 'schema'] as const;
type Beginning = (typeof BEGINNINGS)[number];

interface Props {
  programme: string;
  definitions: readonly DefinitionSummary[];
  onClose: () => void;
}

/** A new form: from nothing, from another form, from an Excel sheet or from a JSON Schema. It begins as a draft. */
export const NewFormDialog = ({ programme, definitions, onClose }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const forms = definitions.filter(({ kind }) => kind === 'Form');
  const taken = forms.map(({ key }) => key);
  const [beginning, setBeginning] = useState<Beginning>('blank');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const key = typedKey ?? keyFor(title, 'form', taken);
  const [model, setModel] = useState<string | null>(null);
  const [schema, setSchema] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [proposal, setProposal] = useState<FormProposal | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const keyFault = !Key.safeParse(key).success
    ? t('design.key-form')
    : taken.includes(key)
      ? t('design.key-taken')
      : null;

  const run = (work: () => Promise<void>): void => {
    setBusy(true);
    setError(null);
    work()
      .catch((failure: unknown) => {
        setError(failure);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const propose = (answers: Record<string, string>, chosen: File | null = file): void => {
    run(async () => {
      if (beginning === 'schema') setProposal(await proposeFromSchema(programme, { key, text: schema }));
      else if (chosen !== null) setProposal(await proposeFromSheet(programme, { key, answers }, chosen));
    });
  };
  const text = async (): Promise<string> => {
    if (proposal !== null) return titledText(proposal.text, title);
    if (beginning !== 'copy' || model === null) return blankText(key, title);
    const source = await fetchDefinition(programme, { kind: 'Form', key: model });
    const copied = copyText(source.draft?.text ?? source.published?.text ?? '', key, title);
    return copied ?? blankText(key, title);
  };
  const isProposed = beginning === 'sheet' || beginning === 'schema';
  const isReady =
    keyFault === null &&
    (isProposed ? proposal !== null : title.trim() !== '' && (beginning === 'blank' || model !== null));
  const reset = (next: Beginning): void => {
    setBeginning(next);
    setProposal(null);
    setFile(null);
    setError(null);
  };
  return (
    <Modal
      open
      width={640}
      title={t('design.new-form')}
      okText={t('design.create')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => {
        run(async () => {
          await saveDraft(programme, { kind: 'Form', key }, { text: await text(), rev: 0 });
          await queries.invalidateQueries({ queryKey: ['definitions', programme] });
          await navigate(`/design/${programme}/forms/${key}`);
        });
      }}
    >
      <div className="new-form">
        <Radio.Group
          aria-label={t('design.from')}
          value={beginning}
          optionType="button"
          options={BEGINNINGS.map((one) => ({ value: one, label: t(`design.from.${one}`) }))}
          onChange={({ target }) => {
            reset(target.value as Beginning);
          }}
        />
        <label className="designer-labelled">
          {t('design.form-title')}
          <Input
            value={title}
            maxLength={200}
            placeholder={isProposed ? t('design.title-found') : ''}
            onChange={(event) => {
              setTitle(event.target.value);
              // What was read stands under the key that it was read for
              if (proposal !== null) setTypedKey(key);
            }}
          />
        </label>
        <label className="designer-labelled">
          {t('design.form-key')}
          <Input
            value={key}
            status={keyFault === null ? '' : 'error'}
            onChange={(event) => {
              setTypedKey(event.target.value);
              setProposal(null);
            }}
          />
          <span className={keyFault === null ? 'quiet' : 'problem-error'}>{keyFault ?? t('design.key-help')}</span>
        </label>
        {beginning === 'copy' ? (
          <Select
            aria-label={t('design.copy-which')}
            placeholder={t('design.copy-which')}
            value={model}
            options={forms.map((form) => ({ value: form.key, label: form.title === '' ? form.key : form.title }))}
            onChange={(chosen: string) => {
              setModel(chosen);
              if (title === '') setTitle(forms.find((form) => form.key === chosen)?.title ?? '');
            }}
          />
        ) : null}
        {beginning === 'sheet' ? (
          <>
            <p className="quiet">{t('design.sheet-help')}</p>
            <Upload
              accept=".xlsx"
              maxCount={1}
              disabled={keyFault !== null}
              fileList={file === null ? [] : [{ uid: '1', name: file.name }]}
              beforeUpload={(chosen) => {
                setFile(chosen);
                setProposal(null);
                propose({}, chosen);
                return false;
              }}
              onRemove={() => {
                setFile(null);
                setProposal(null);
              }}
            >
              <Button icon={<UploadOutlined />}>{t('design.sheet-choose')}</Button>
            </Upload>
          </>
        ) : null}
        {beginning === 'schema' ? (
          <>
            <Input.TextArea
              aria-label={t('design.schema-text')}
              placeholder={t('design.schema-text')}
              autoSize={{ minRows: 5, maxRows: 12 }}
              value={schema}
              onChange={(event) => {
                setSchema(event.target.value);
                setProposal(null);
              }}
            />
            <Button
              disabled={schema.trim() === '' || keyFault !== null}
              onClick={() => {
                propose({});
              }}
            >
              {t('design.schema-read')}
            </Button>
          </>
        ) : null}
        {proposal === null ? null : <ProposalReview proposal={proposal} busy={busy} onAnswer={propose} />}
        {error === null ? null : <ProblemAlert error={error} />}
        {busy && proposal === null && isProposed ? <Alert type="info" title={t('design.reading')} /> : null}
      </div>
    </Modal>
  );
};
