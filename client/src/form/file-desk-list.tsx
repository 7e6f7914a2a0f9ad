import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, FileRule } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import type { CellAddress } from '#contract/wire/case.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { placeOf, type FormContext } from './form-context.ts';

interface Props {
  address: CellAddress;
  field: Field;
  context: FormContext;
  readOnly: boolean;
  value: unknown;
  onChange: (value: string[]) => void;
}

const MEGABYTE = 1_048_576;
const sizeOf = (bytes: number): string =>
  bytes >= MEGABYTE ? `${String(Math.round(bytes / MEGABYTE))} MB` : `${String(Math.ceil(bytes / 1024))} KB`;

/** `image/jpeg` is shown as JPEG: the part of a media type that people know. */
const kindName = (type: string): string => (type.split('/')[1] ?? type).replace(/^x-|-compressed$/g, '').toUpperCase();

const ruleText = (rule: FileRule | undefined) => ({
  types: (rule?.types ?? []).map(kindName).join('、'),
  size: sizeOf(rule?.maxBytes ?? 0),
  count: rule?.maxCount ?? 1,
});

/** The files of one cell: what is there, each to download or take away, and a way to add more. */
export const FileDeskList = ({ address, field, context, readOnly, value, onChange }: Props) => {
  const { t, i18n } = useTranslation();
  const rule = field['x-file'];
  const ids = Array.isArray(value) ? (value as string[]) : [];
  const files = context.files.list.filter((file) => placeOf(file.address) === placeOf(address));
  const [isDeclared, setDeclared] = useState(false);
  const add = useMutation({
    mutationFn: (file: File) => context.files.upload(address, { file, isDeclared }),
    onSuccess: (made) => {
      const { id } = made as { id: string };
      onChange([...ids, id]);
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => context.files.remove(id),
    onSuccess: (_, id) => {
      onChange(ids.filter((kept) => kept !== id));
    },
  });
  return (
    <div className="file-desk">
      {files.length === 0 ? <span className="quiet">{t('form.no-files')}</span> : null}
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <a href={`/api/attachments/${file.id}`} download>
              {file.name}
            </a>{' '}
            <span className="quiet">{sizeOf(file.size)}</span>
            {readOnly ? null : (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`${t('form.remove-file')} ${file.name}`}
                onClick={() => {
                  remove.mutate(file.id);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {readOnly || rule?.declare === undefined ? null : (
        <p>
          <Checkbox
            checked={isDeclared}
            onChange={({ target }) => {
              setDeclared(target.checked);
            }}
          >
            {textIn(rule.declare, i18n.language)}
          </Checkbox>
          <span className="quiet">{t('form.declare-hint')}</span>
        </p>
      )}
      {readOnly || files.length >= (rule?.maxCount ?? 1) ? null : (
        <Upload
          showUploadList={false}
          multiple={(rule?.maxCount ?? 1) > 1}
          accept={(rule?.types ?? []).join(',')}
          beforeUpload={(file) => {
            add.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={add.isPending}>
            {t('form.upload')}
          </Button>
        </Upload>
      )}
      <div className="quiet">{t('form.file-rule', ruleText(rule))}</div>
      <ProblemAlert error={add.error ?? remove.error} />
    </div>
  );
};
