import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardView } from '#contract/wire/board.ts';
import { chaseCases } from '../../api/cases.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** A report that is owed, with whose it is. */
export interface Owed {
  case: string;
  organisation: string;
  overdue: boolean;
}

/** The reports that are owed among what the overview shows now. */
export const owedIn = (rows: BoardView['rows'], columns: BoardView['columns'], onlyOverdue: boolean): Owed[] =>
  rows.flatMap((row) =>
    columns.flatMap(({ key }) => {
      const cell = row.cells[key];
      const isOwed = cell?.status === 'open' && !cell.reported && (cell.overdue || !onlyOverdue);
      return isOwed ? [{ case: cell.case, organisation: row.title, overdue: cell.overdue }] : [];
    }),
  );

const SHOWN = 40;

/** Urges everybody who still owes one of the reports shown, after it is seen who that is. */
export const ChaseDialog = ({ owed, onClose }: { owed: Owed[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const organisations = [...new Set(owed.map(({ organisation }) => organisation))];
  const chase = useMutation({
    mutationFn: () =>
      chaseCases(
        owed.map((one) => one.case),
        text,
      ),
    onSuccess: ({ told }) => {
      void message.success(t('board.chased', { count: told }));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('board.chase')}
      okText={t('board.chase-send', { count: owed.length })}
      okButtonProps={{ disabled: owed.length === 0 }}
      confirmLoading={chase.isPending}
      onOk={() => {
        chase.mutate();
      }}
      onCancel={onClose}
    >
      <p>{t('board.chase-explain', { count: owed.length, organisations: organisations.length })}</p>
      <div className="chase-names">
        {organisations.slice(0, SHOWN).map((title) => (
          <Tag key={title}>{title}</Tag>
        ))}
        {organisations.length > SHOWN ? (
          <span>{t('board.chase-more', { count: organisations.length - SHOWN })}</span>
        ) : null}
      </div>
      <Form layout="vertical">
        <Form.Item label={t('board.chase-text')}>
          <Input.TextArea
            value={text}
            maxLength={500}
            showCount
            autoSize={{ minRows: 2 }}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        </Form.Item>
      </Form>
      <ProblemAlert error={chase.error} />
    </Modal>
  );
};
